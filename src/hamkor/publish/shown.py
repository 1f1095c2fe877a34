"""What each column of a table on the screen shows of each kind of row, as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hamkor.ledger import DocumentRow, ReleaseRow, SeriesRow, StatementRow
from hamkor.messages import find_code, get_text
from hamkor.model import Commitment, Event, Observation, Person, Statistic
from hamkor.publish.amounts import write_figure, write_period, write_value

if TYPE_CHECKING:
    from hamkor.publish.standing import Stand, Thread

SHORT_ID = 8  # letters of a statement's id; a million statements seldom share them, and a command then says so
_DASH = " – "


def _day(row: StatementRow) -> str:
    return (row.document.published or "")[:10]


def _source(row: StatementRow) -> str:
    return row.document.publisher or row.document.id


def _words(row: StatementRow) -> str:
    exact = row.evidence.exact
    return f"“{exact}”" if "«" in exact else f"«{exact}»"


def _indicator(row: StatementRow) -> str:
    figure: Observation = row.statement  # type: ignore[assignment]
    told = find_code("indicator", figure.indicator)
    if figure.measure == "share":
        told = f"{find_code('measure', 'share')}: {told}"
    told = f"{told}: {figure.subject}" if figure.subject else told
    return told if figure.status == "actual" else f"{told} ({find_code('status', figure.status)})"


def _areas(row: StatementRow) -> str:
    figure: Observation = row.statement  # type: ignore[assignment]
    return _DASH.join(area for area in (figure.ref_area, figure.counterpart_area) if area)


def _participants(row: StatementRow) -> str:
    event: Event = row.statement  # type: ignore[assignment]
    return ", ".join(one.name for one in event.participants)


def _position(row: StatementRow) -> str:
    person: Person = row.statement  # type: ignore[assignment]
    return find_code("position", person.position)


def _place(row: StatementRow) -> str:
    event: Event = row.statement  # type: ignore[assignment]
    return event.place or event.place_code or ""


def _parties(row: StatementRow) -> str:
    promise: Commitment = row.statement  # type: ignore[assignment]
    return _DASH.join(promise.parties)


def _due(row: StatementRow) -> str:
    promise: Commitment = row.statement  # type: ignore[assignment]
    return write_period(promise.due) if promise.due else find_code("term", promise.term)


def tell_standing(thread: Thread | Stand) -> str:
    """Whether it is overdue, and whether anything was read since, in a few words; else for how long it is silent."""
    stands = thread.followed
    if stands.overdue:
        read = stands.documents_since
        return get_text("thread.late", number=read) if read else get_text("thread.unread")
    return get_text("thread.silent", months=stands.silent) if stands.silent else ""


def _coded(group: str, name: str) -> Callable[[StatementRow], str]:
    return lambda row: find_code(group, getattr(row.statement, name))


def _plain(name: str) -> Callable[[StatementRow], str]:
    return lambda row: str(getattr(row.statement, name) or "")


def _counted(row: SeriesRow | Statistic) -> str:
    told = find_code("indicator", row.indicator)
    return told if row.measure == "level" else f"{find_code('measure', row.measure)}: {told}"


def _between(row: SeriesRow | Statistic) -> str:
    return _DASH.join(area for area in (row.ref_area, row.counterpart_area) if area)


def _release(row: ReleaseRow) -> str:
    return f"{row.release}/{row.releases}" if row.releases > 1 else ""


def _released(row: SeriesRow | Statistic) -> str:
    return row.released.isoformat() if row.released else ""


def _of_document(name: str) -> Callable[[DocumentRow], str]:
    return lambda row: str(getattr(row, name) or "")


TAIL: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("words", _words),
    ("source", _source),
    ("published", _day),
    ("id", lambda row: row.id[:SHORT_ID]),
)
COUNTED = frozenset({"observation", "event"})
TOLD: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("tellings", lambda row: str(row.told.documents) if row.told else ""),
    ("sources", lambda row: str(row.told.sources) if row.told else ""),
)
# Of whoever bears a name; other spellings, from when to when, how often, by how many.
_TIMES_TOLD: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("names", lambda one: ", ".join(one.other_names)),
    ("first_seen", lambda one: str(one.first or "")),
    ("last_seen", lambda one: str(one.last or "")),
    *TOLD,
    ("id", lambda one: one.id[:SHORT_ID]),
)
SHOWN: dict[str, tuple[tuple[str, Callable[[Any], str]], ...]] = {
    "observation": (
        ("indicator", _indicator),
        ("figure", lambda row: write_figure(row.statement)),
        ("areas", _areas),
        ("time_period", lambda row: write_period(row.statement.time_period)),
        *TAIL,
    ),
    "event": (
        ("type", _coded("event", "type")),
        ("date", lambda row: write_period(row.statement.date)),
        ("place", _place),
        ("status", _coded("status", "status")),
        ("participants", _participants),
        *TAIL,
    ),
    "commitment": (
        ("stage", _coded("stage", "stage")),
        ("sector", _coded("sector", "sector")),
        ("parties", _parties),
        ("due", _due),
        *TAIL,
    ),
    "thread": (
        ("stage", lambda thread: find_code("stage", thread.followed.stage)),
        ("sector", lambda thread: find_code("sector", thread.sector)),
        ("parties", lambda thread: _DASH.join(thread.parties)),
        ("due", lambda thread: write_period(thread.followed.due)),
        ("standing", tell_standing),
        ("heard", lambda thread: str(thread.followed.last_heard or "")),
        ("words", lambda thread: _words(thread.tellings[-1][1])),
        ("source", lambda thread: _source(thread.tellings[-1][1])),
        ("id", lambda thread: thread.id[:SHORT_ID]),
    ),
    "person": (
        ("name", _plain("name")),
        ("position", _position),
        ("area", _plain("area")),
        ("organisation", _plain("organisation")),
        *TAIL,
    ),
    "organisation": (("name", _plain("name")), *TAIL),
    "people": (
        ("name", lambda one: one.name),
        ("position", lambda one: find_code("position", one.position)),
        ("area", lambda one: one.area or ""),
        ("organisation", lambda one: one.organisation or ""),
        *_TIMES_TOLD,
    ),
    "organisations": (("name", lambda one: one.name), ("area", lambda one: one.area or ""), *_TIMES_TOLD),
    "quotation": (("speaker", _plain("speaker")), *TAIL),
    "trace": TAIL,
    "document": (
        ("published", lambda row: (row.published or "")[:10]),
        ("publisher", _of_document("publisher")),
        ("language", _of_document("language")),
        ("title", _of_document("title")),
        ("notice", _of_document("notice")),
        ("document_id", _of_document("id")),
    ),
    "series": (
        ("indicator", _counted),
        ("areas", _between),
        ("unit", lambda row: row.unit_measure),
        ("periods", lambda row: str(row.periods)),
        ("first", lambda row: write_period(row.first)),
        ("last", lambda row: write_period(row.last)),
        ("released", _released),
        ("teller", lambda row: row.source),
        ("id", lambda row: row.id),
    ),
    "statistic": (
        ("indicator", lambda row: _counted(row.statistic)),
        ("areas", lambda row: _between(row.statistic)),
        ("time_period", lambda row: write_period(row.statistic.time_period)),
        ("value", lambda row: write_value(row.statistic)),
        ("obs_status", lambda row: row.statistic.obs_status),
        ("released", lambda row: _released(row.statistic)),
        ("release", _release),
        ("teller", lambda row: row.statistic.source),
        ("id", lambda row: row.series),
    ),
}
