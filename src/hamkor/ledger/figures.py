"""Figures by what they count and when, of each so many: what another figure may be held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from hamkor.ledger.columns import read_statement
from hamkor.ledger.rows import FigureRow
from hamkor.ledger.statistics import read_row
from hamkor.ledger.tables import documents, statements, statistics
from hamkor.model import Evidence, Span, Statistic

MOST_TOLD = 40  # figures of one thing and time that are looked at: those kept last
MOST_RECENT = 8  # of each other time that a figure could be of
_COLUMNS = ("id", "start", "end", "exact", "prefix", "suffix", "also", "fields")
_OF = ("document_id", "digest", "language", "published", "url", "publisher", "attributed_to")
_STANDING = statements.c.until_reading.is_(None)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for.

    counted  what figures count, as `write_counted` writes it
    days     the last days of the times they are of
    recent   besides, any time that ends between these two days
    told     figures of no time that were published between these two days
    """

    counted: frozenset[str]
    days: frozenset[date] = frozenset()
    recent: tuple[date, date] | None = None
    told: tuple[date, date] | None = None


def find_figures(connection: Connection, sought: Sought) -> Iterator[FigureRow]:
    """Figures of documents that are sought, of each thing and time those kept last."""
    if sought.counted:
        rows = connection.execute(_select().where(statements.c.row_id.in_(_pick(sought))))
        yield from map(read_figure_row, rows)


def select_all_figures() -> Select[Any]:
    """Every figure of the latest versions, document by document, in the order of the text."""
    return (
        _select()
        .where(_STANDING, statements.c.kind == "observation")
        .order_by(statements.c.document, statements.c.start, statements.c.row_id)
    )


def _select() -> Select[Any]:
    light = (documents.c[name].label(f"of_{name}") for name in _OF)
    own = (statements.c[name] for name in _COLUMNS)
    return select(*own, *light).join(documents, statements.c.document == documents.c.row_id)


def _pick(sought: Sought) -> Select[Any]:
    """The rows that are sought, so many of one thing and time."""
    time = (statements.c.counted, statements.c.last_day, statements.c.first_day)
    number = func.row_number().over(partition_by=time, order_by=statements.c.row_id.desc()).label("number")
    counted = statements.c.counted.in_(sorted(sought.counted))
    among = select(statements.c.row_id, statements.c.last_day, number).where(_STANDING, counted)
    numbered = among.where(_is_of_time(sought)).subquery()
    last, place = numbered.c.last_day, numbered.c.number
    named = or_(last.is_(None), last.in_(_write_days(sought)))
    return select(numbered.c.row_id).where(or_(place <= MOST_RECENT, and_(named, place <= MOST_TOLD)))


def _is_of_time(sought: Sought) -> ColumnElement[bool]:
    last = statements.c.last_day
    any_of: list[ColumnElement[bool]] = [last.in_(_write_days(sought))]
    if sought.recent:
        first_day, last_day = (day.isoformat() for day in sought.recent)
        any_of.append(last.between(first_day, last_day))
    if sought.told:
        first_day, last_day = (day.isoformat() for day in sought.told)
        near = select(documents.c.row_id).where(documents.c.published_day.between(first_day, last_day))
        any_of.append(and_(last.is_(None), statements.c.document.in_(near)))
    return or_(*any_of)


def _write_days(sought: Sought) -> list[str]:
    return sorted(day.isoformat() for day in sought.days)


def read_figure_row(row: Row[Any]) -> FigureRow:
    also = tuple(Span(start, end) for start, end in row.also or ())
    said = Evidence(row.of_digest, row.start, row.end, row.exact, row.prefix, row.suffix, also)
    made = read_statement("observation", row.fields, said)
    return FigureRow(
        id=row.id,
        document=row.of_document_id,
        language=row.of_language,
        published=row.of_published,
        url=row.of_url,
        publisher=row.of_publisher,
        attributed_to=tuple(row.of_attributed_to),
        statement=made,  # type: ignore[arg-type]
    )


def find_official(
    connection: Connection, indicators: frozenset[str], areas: frozenset[str]
) -> Iterator[tuple[str, Statistic]]:
    """Official figures of these indicators between these areas, with their ids, the latest release of each first."""
    query = select(statistics).where(
        statistics.c.indicator.in_(sorted(indicators)),
        statistics.c.ref_area.in_(sorted(areas)),
        statistics.c.counterpart_area.in_(sorted({*areas, ""})),
    )
    order = (statistics.c.indicator, statistics.c.ref_area, statistics.c.counterpart_area, statistics.c.time_period)
    for row in connection.execute(query.order_by(*order, statistics.c.released.desc(), statistics.c.row_id.desc())):
        yield f"statistic-{row.row_id}", read_row(row)
