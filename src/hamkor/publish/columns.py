"""The columns of CSV and XLSX: typed, one table a kind; every row ends with its words and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hamkor.ledger import DocumentRow, StatementRow
from hamkor.model import Participant, Period
from hamkor.publish.equations import tell_reason
from hamkor.publish.standards import IATI_STATUS, write_sdmx_status, write_sdmx_time

Cell = str | int | Decimal | date | None
BETWEEN = "; "  # between the members of a list within one cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its value in a row, and whether that value is the address of the document."""

    name: str
    get: Callable[[Any], Cell]
    is_link: bool = False


def _field(name: str, column: str | None = None) -> Column:
    return Column(column or name, lambda row: _write(getattr(row.statement, name)))


def _of_document(name: str, column: str | None = None, *, is_link: bool = False) -> Column:
    return Column(column or name, lambda row: _write(getattr(_get_document(row), name)), is_link)


def _get_document(row: StatementRow | DocumentRow) -> DocumentRow:
    return row.document if isinstance(row, StatementRow) else row


def _write(value: object) -> Cell:
    """One value as a cell: a period of one day is a date, lists are joined."""
    if isinstance(value, Period):
        return find_date(str(value)) or str(value)
    if isinstance(value, tuple):
        return BETWEEN.join(_name(one) for one in value) or None
    return value if isinstance(value, str | int | Decimal) or value is None else str(value)


def _name(one: object) -> str:
    if not isinstance(one, Participant):
        return str(one)
    told = ", ".join(part for part in (one.position, one.area) if part)
    return f"{one.name} ({told})" if told else one.name


def find_date(text: str | None) -> date | None:
    """The day of an ISO 8601 day or time; None where it is no whole day."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _part_of(name: str) -> Column:
    def get(row: StatementRow) -> Cell:
        part: Any = row.statement.part_of  # type: ignore[union-attr]
        return getattr(part, name.lower()) if part else None

    return Column(f"PART_OF_{name}", get)


def _published(column: str = "published") -> Column:
    def get(row: StatementRow | DocumentRow) -> Cell:
        published = _get_document(row).published
        return find_date(published) or published

    return Column(column, get)


_WORDS = (
    Column("words", lambda row: row.evidence.exact),
    Column("start", lambda row: row.evidence.start),
    Column("end", lambda row: row.evidence.end),
    Column("rule", lambda row: row.statement.rule or None),
)
_SOURCE = (
    _of_document("id", "document"),
    _of_document("title"),
    _published(),
    _of_document("publisher"),
    _of_document("url", is_link=True),
)
_TOLD = (
    Column("tellings", lambda row: row.told.documents if row.told else None),
    Column("sources", lambda row: row.told.sources if row.told else None),
)
_ID = Column("id", lambda row: row.id)
_TAIL = (*_WORDS, *_SOURCE, _ID)

# Figures bear SDMX's names; what SDMX has no name for is written in the same manner.
_FIGURE = (
    *(_field(name, name.upper()) for name in ("indicator", "subject", "measure", "ref_area", "counterpart_area")),
    Column("TIME_PERIOD", lambda row: write_sdmx_time(row.statement.time_period) or None),
    *(_field(name, name.upper()) for name in ("obs_value", "low", "high", "unit_measure")),
    Column("OBS_STATUS", lambda row: write_sdmx_status(row.statement)),
    *(_field(name, name.upper()) for name in ("qualifier", "status")),
    *(_part_of(name) for name in ("INDICATOR", "REF_AREA", "COUNTERPART_AREA")),
    *(Column(column.name.upper(), column.get, column.is_link) for column in (*_TOLD, *_TAIL)),
)
_EVENT = tuple(map(_field, ("type", "date", "place", "place_code", "status", "participants", "plover")))
_COMMITMENT = (
    *map(_field, ("stage", "sector", "parties", "due", "term", "place_code", "responsible", "instrument", "clause")),
    Column("iati_activity_status", lambda row: IATI_STATUS.get(row.statement.stage)),
)
_DOCUMENT = (
    _of_document("id"),
    *_SOURCE[1:],
    *map(_of_document, ("language", "attributed_to")),
    Column("dateline_place", lambda row: row.dateline.place),
    Column("dateline_date", lambda row: find_date(row.dateline.date) or row.dateline.date),
    Column("doubled", lambda row: int(row.doubled)),
    *map(_of_document, ("media_type", "notice", "version", "read_at", "program")),
    _of_document("digest", "sha256"),
)


def _own(name: str) -> Column:
    """A column of what a row holds itself, named as SDMX names it."""

    return Column(name.upper(), lambda row: _as_cell(getattr(row, name)))


def _of_statistic(column: Column) -> Column:
    return Column(column.name, lambda row: column.get(row.statistic), column.is_link)


def _of_derived(name: str) -> Column:
    return Column(name.upper(), lambda row: _write(getattr(row.derived, name)))


_WHAT = tuple(map(_own, ("source", "indicator", "measure", "ref_area", "counterpart_area")))
_SERIES = (
    Column("SERIES", lambda row: row.id),
    *_WHAT,
    *map(_own, ("unit_measure", "periods", "first", "last", "released")),
)
_VALUE = (
    *_WHAT,
    Column("TIME_PERIOD", lambda figure: write_sdmx_time(figure.time_period)),
    *map(_own, ("obs_value", "low", "high", "unit_measure", "obs_status", "qualifier", "released")),
    Column("URL", lambda figure: figure.url, is_link=True),
)
_RELEASE = (_own("series"), *map(_of_statistic, _VALUE), _own("release"), _own("releases"))


def _of_thread(name: str, column: str | None = None) -> Column:
    return Column(column or name, lambda thread: _as_cell(getattr(thread.followed, name)))


def _of_last_telling(column: Column) -> Column:
    return Column(column.name, lambda thread: column.get(thread.tellings[-1][1]), column.is_link)


_THREAD = (
    _of_thread("stage"),
    Column("sector", lambda thread: thread.sector),
    Column("parties", lambda thread: _write(thread.parties)),
    Column("responsible", lambda thread: _write(thread.responsible)),
    _of_thread("due"),
    Column("terms", lambda thread: BETWEEN.join(str(term.due) for term in thread.followed.terms) or None),
    Column("overdue", lambda thread: int(thread.followed.overdue)),
    _of_thread("last_heard"),
    _of_thread("documents_since"),
    _of_thread("silent", "silent_months"),
    _of_thread("repeated", "repeated_since"),
    Column("tellings", lambda thread: len(thread.tellings)),
    *map(_of_last_telling, (*_WORDS[:3], *_SOURCE)),
    Column("id", lambda thread: thread.id),
)


def _of_bearer(name: str) -> Column:
    return Column(name, lambda one: _as_cell(getattr(one, name)))


def _as_cell(value: Any) -> Cell:
    return value if isinstance(value, date) else _write(value)


_TIMES_TOLD = (
    _of_bearer("first"),
    _of_bearer("last"),
    *_TOLD,
    Column("names", lambda one: BETWEEN.join(name for name, _ in one.names)),
    _ID,
)
_PEOPLE = (
    *map(_of_bearer, ("name", "position", "area", "organisation")),
    Column("present", lambda one: int(bool(one.post and one.post.present))),
    *_TIMES_TOLD,
)

# What follows from figures bears the same names; its words are the equation.
_DERIVED = (
    *(_of_derived(name) for name in ("indicator", "subject", "ref_area", "counterpart_area")),
    Column("TIME_PERIOD", lambda row: write_sdmx_time(row.derived.time_period)),
    *(_of_derived(name) for name in ("obs_value", "unit_measure", "obs_status", "voice")),
    Column("LOW", lambda row: row.derived.bounds.low),
    Column("HIGH", lambda row: row.derived.bounds.high),
    Column("EQUATION", lambda row: tell_reason(row.derived.reason)),
    Column("DERIVED_FROM", lambda row: BETWEEN.join(row.derived.figures)),
)
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "observation": _FIGURE,
    "event": (*_EVENT, *_TOLD, *_TAIL),
    "commitment": (*_COMMITMENT, *_TAIL),
    "thread": _THREAD,
    "person": (*map(_field, ("name", "position", "area", "organisation")), *_TAIL),
    "organisation": (_field("name"), *_TAIL),
    "people": _PEOPLE,
    "organisations": (*map(_of_bearer, ("name", "area")), *_TIMES_TOLD),
    "quotation": (_field("speaker"), *_TAIL),
    "trace": (*map(_field, ("state", "due")), *_TAIL),
    "document": _DOCUMENT,
    "series": _SERIES,
    "statistic": _RELEASE,
    "derived": _DERIVED,
}
