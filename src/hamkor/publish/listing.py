"""What a table on the screen shows of each kind of row: the facts, the words behind them, the source, the id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from hamkor.ledger import DocumentRow, ReleaseRow, SeriesRow, StatementRow
from hamkor.messages import find_code, get_text
from hamkor.model import Commitment, Event, Observation, Person, Statistic
from hamkor.publish.amounts import write_figure, write_period, write_value
from hamkor.publish.table import Field

if TYPE_CHECKING:
    from hamkor.publish.standing import Stand, Thread

SHORT_ID = 8  # letters of a statement's id; a million statements seldom share them, and a command then says so
_DASH = " – "


def get_fields(kind: str, more: Sequence[Field] = (), *, counted: bool = False) -> Sequence[Field]:
    """The columns of a kind: observation, event, commitment, person, organisation, quotation, document.

    more     columns that stand between the facts and the words behind them
    counted  whether rows bear how often each thing is told
    """
    fields = [_make_field(name, get) for name, get in _SHOWN[kind]]
    told = [_make_field(name, get) for name, get in _TOLD] if counted and kind in _COUNTED else []
    return [*fields[: -len(_TAIL)], *more, *told, *fields[-len(_TAIL) :]]


def _make_field(name: str, get: Callable[[Any], str]) -> Field:
    least, style = _FORM.get(name, (8, ""))
    spare, weight = _SPARE.get(name, 0), _WEIGHT.get(name, 1.0)
    return Field(get_text(f"column.{name}"), get, least, style, spare=spare, weight=weight, name=name)


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


# Columns that a narrow terminal does without, in the order in which they go; every other form has them.
_SPARE = {
    name: rank
    for rank, name in enumerate(
        (
            "published",
            "language",
            "notice",
            "source",
            "organisation",
            "status",
            "participants",
            "tellings",
            "publisher",
            "first",
        ),
        1,
    )
}
# What a column cannot do without (8 where it does not stand here), and its style.
_FORM = {
    "indicator": (9, ""),
    "figure": (26, "head"),
    "areas": (7, ""),
    "time_period": (10, ""),
    "id": (SHORT_ID, "dim"),
    "document_id": (12, "dim"),
    "published": (10, ""),
    "language": (2, ""),
    "words": (10, "words"),
    "source": (8, "dim"),
    "stage": (9, "head"),
    "type": (7, "head"),
    "name": (12, "head"),
    "title": (16, "head"),
    "parties": (7, ""),
    "due": (10, ""),
    "date": (10, ""),
    "value": (18, "head"),
    "released": (10, ""),
    "obs_status": (1, ""),
    "unit": (3, ""),
    "periods": (3, ""),
    "first": (4, ""),
    "last": (4, ""),
    "release": (3, ""),
    "teller": (8, "dim"),
    "standing": (12, "bad"),
    "heard": (10, ""),
    "tellings": (4, ""),
    "sources": (4, ""),
}
_WEIGHT = {
    "words": 3.0,
    "areas": 6.0,
    "parties": 3.0,
    "indicator": 1.4,
    "source": 0.8,
    "standing": 6.0,
}  # how much more room than others before it is shortened
_TAIL: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("words", _words),
    ("source", _source),
    ("published", _day),
    ("id", lambda row: row.id[:SHORT_ID]),
)
_COUNTED = frozenset({"observation", "event"})
_TOLD: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("tellings", lambda row: str(row.told.documents) if row.told else ""),
    ("sources", lambda row: str(row.told.sources) if row.told else ""),
)
_SHOWN: dict[str, tuple[tuple[str, Callable[[Any], str]], ...]] = {
    "observation": (
        ("indicator", _indicator),
        ("figure", lambda row: write_figure(row.statement)),
        ("areas", _areas),
        ("time_period", lambda row: write_period(row.statement.time_period)),
        *_TAIL,
    ),
    "event": (
        ("type", _coded("event", "type")),
        ("date", lambda row: write_period(row.statement.date)),
        ("place", _place),
        ("status", _coded("status", "status")),
        ("participants", _participants),
        *_TAIL,
    ),
    "commitment": (
        ("stage", _coded("stage", "stage")),
        ("sector", _coded("sector", "sector")),
        ("parties", _parties),
        ("due", _due),
        *_TAIL,
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
        *_TAIL,
    ),
    "organisation": (("name", _plain("name")), *_TAIL),
    "quotation": (("speaker", _plain("speaker")), *_TAIL),
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
