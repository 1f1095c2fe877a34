"""Figures by what they count and when, of each so many: what another figure may be held against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Row, Select, Text, cast, func, literal, select

from hamkor.ledger.columns import read_statement
from hamkor.ledger.joining import join_in_order
from hamkor.ledger.judge import in_parts
from hamkor.ledger.rows import FigureRow
from hamkor.ledger.statistics import read_row
from hamkor.ledger.tables import documents, statements, statistics
from hamkor.model import Evidence, Span, Statistic

_COLUMNS = ("id", "start", "end", "exact", "prefix", "suffix", "also", "fields")
_OF = ("document_id", "digest", "language", "published", "url", "publisher", "attributed_to")
_LIGHT = (*(statements.c[n] for n in _COLUMNS), *(documents.c[n].label(f"of_{n}") for n in _OF))
_OF_IT = statements.c.document == documents.c.row_id
_STATISTIC = "statistic-"  # what ids of official figures begin with
_AT_ONCE = 2000  # look-ups in one question
_STANDING = statements.c.until_reading.is_(None)


def find_figures(connection: Connection, counted: Iterable[str], most: int) -> Iterator[FigureRow]:
    """Figures of documents that count these things at these times, of each so many, those kept last.

    What costs is how many are found, not how many there are.
    """
    listed, is_sqlite = sorted(set(counted)), connection.dialect.name == "sqlite"
    for first in range(0, len(listed), _AT_ONCE):
        query = _select_counted(listed[first : first + _AT_ONCE], most, is_sqlite=is_sqlite)
        yield from map(read_figure_row, connection.execute(query))


def _select_counted(counted: Sequence[str], most: int, *, is_sqlite: bool) -> Select[Any]:
    """One parameter for all of them, so that the question is the same whatever their number."""
    spread = func.json_each if is_sqlite else func.json_array_elements_text
    asked = spread(cast(literal(json.dumps(counted), Text), Text if is_sqlite else JSON)).table_valued("value")
    first = func.coalesce(_find_first(asked, most), 0)
    query = _select().join(asked, statements.c.counted == asked.c.value)
    return query.where(_STANDING, statements.c.row_id >= first)


def _find_first(asked: Any, most: int) -> Any:
    """The first of the rows that were kept last."""
    other = statements.alias("other")
    same = select(other.c.row_id).where(other.c.until_reading.is_(None), other.c.counted == asked.c.value)
    return same.order_by(other.c.row_id.desc()).limit(1).offset(most - 1).scalar_subquery()


def find_figure_rows(connection: Connection, ids: Iterable[str]) -> Iterator[FigureRow]:
    """The figures with these ids that stand."""
    for part in in_parts(ids):
        # Spelled so that SQLite looks ids up, and does not go through all figures.
        is_figure = statements.c.kind.concat("") == "observation"
        query = _select().where(statements.c.id.in_(part), _STANDING, is_figure)
        yield from map(read_figure_row, connection.execute(query))


def select_all_figures() -> Select[Any]:
    """Every figure of the latest versions, document by document, in the order of the text."""
    return (
        select(*_LIGHT)
        .select_from(join_in_order(documents, statements, _OF_IT))
        .where(_STANDING, statements.c.kind == "observation")
        .order_by(documents.c.row_id, statements.c.start, statements.c.row_id)
    )


def _select() -> Select[Any]:
    return select(*_LIGHT).join_from(statements, documents, _OF_IT)


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


def find_statistics_of(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, Statistic]]:
    """Official figures with these ids."""
    for part in in_parts(int(id_.removeprefix(_STATISTIC)) for id_ in ids):
        for row in connection.execute(select(statistics).where(statistics.c.row_id.in_(part))):
            yield f"{_STATISTIC}{row.row_id}", read_row(row)


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
        yield f"{_STATISTIC}{row.row_id}", read_row(row)
