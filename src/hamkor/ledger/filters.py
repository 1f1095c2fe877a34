"""Which statements are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, select

from hamkor.errors import LedgerError
from hamkor.ledger.columns import write_counted
from hamkor.ledger.ordering import Order
from hamkor.ledger.tables import documents, sides, statements
from hamkor.model import Period
from hamkor.model.period import parse_period

_EQUAL = ("indicator", "sector", "stage", "type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What statements must have; None asks nothing.

    between       two areas, in either order; each holds its subdivisions (KZ also KZ-75, KZ-75 itself only)
    about         an area, itself or one of its subdivisions, on whichever side
    exactly       of these two areas themselves, without their subdivisions; figures of an `indicator` only
    indicator     of a figure
    sector        of a commitment
    stage         of a commitment; of a figure or an event its status
    type          of an event
    since, until  first and last day of publication, ISO 8601 day, month or year, both included;
                  what is not dated is left out
    during        the time a statement is about touches this one: a figure's period, an event's date, what is due
    document      the id of the document
    documents     the ids of some
    newest_first  by day of publication; documents without one come last either way
    order         by a column before all else
    """

    between: tuple[str, str] | None = None
    about: str | None = None
    exactly: bool = False
    indicator: str | None = None
    sector: str | None = None
    stage: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    during: Period | None = None
    document: str | None = None
    documents: tuple[str, ...] | None = None
    newest_first: bool = False
    order: Order | None = None

    def __post_init__(self) -> None:
        for edge in (self.since, self.until):
            if edge is not None:
                _parse(edge)

    @property
    def asks_statements(self) -> bool:
        """Whether anything is asked that only a statement can have."""
        return any(getattr(self, name) is not None for name in (*_EQUAL, "between", "about", "during"))


def write_conditions(asked: Filter, *, few: bool = False) -> list[ColumnElement[bool]]:
    """What `asked` means over the tables `statements` and `documents`.

    few  all that are asked for are looked up, rather than looked for among the first
    """
    named = ((name, getattr(asked, name)) for name in _EQUAL if not (asked.exactly and name == "indicator"))
    conditions = [statements.c[name] == value for name, value in named if value is not None]
    if asked.document is not None:
        conditions.append(documents.c.document_id == asked.document)
    if asked.documents is not None:
        conditions.append(documents.c.document_id.in_(asked.documents))
    if asked.between is not None:
        conditions += _count(asked.indicator, asked.between) if asked.exactly else [_between(*asked.between, few=few)]
    if asked.about is not None:
        conditions.append(_about(asked.about, few=few))
    if asked.during is not None:
        conditions.append(statements.c.first_day <= asked.during.last.isoformat())
        conditions.append(statements.c.last_day >= asked.during.first.isoformat())
    return conditions + write_days(asked.since, asked.until)


def write_days(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Published from the first day of `since` to the last day of `until`."""
    day, conditions = documents.c.published_day, []
    if since is not None:
        conditions.append(day >= _parse(since).first.isoformat())
    if until is not None:
        conditions.append(day <= _parse(until).last.isoformat())
    return conditions


def _count(indicator: str | None, between: tuple[str, str]) -> list[ColumnElement[bool]]:
    """Figures that count this of these sides, whenever."""
    if indicator is None:
        raise LedgerError("exactly", found="no indicator", expected="figures of one", do="name it")
    known = write_counted(indicator, between, None)
    return [statements.c.counted >= known, statements.c.counted < known + "}"]  # "}" comes after digits


def _between(one: str, other: str, *, few: bool) -> ColumnElement[bool]:
    """Two different sides, so that a figure of KZ-75 alone is not one between KZ and KZ-75."""
    here, there = sides.alias(), sides.alias()
    pair = select(here.c.statement).where(
        there.c.statement == here.c.statement,
        here.c.area == one,
        there.c.area == other,
        here.c.side != there.c.side,
    )
    return statements.c.row_id.in_(pair) if few else exists(pair.where(here.c.statement == statements.c.row_id))


def _about(area: str, *, few: bool) -> ColumnElement[bool]:
    here = sides.alias()
    told = select(here.c.statement).where(here.c.area == area)
    return statements.c.row_id.in_(told) if few else exists(told.where(here.c.statement == statements.c.row_id))


def _parse(edge: str) -> Period:
    try:
        return parse_period(edge)
    except ValueError:
        raise LedgerError(
            "a day to begin or end at", found=repr(edge), expected="2025, 2025-09 or 2025-09-30", do="write it so"
        ) from None


def find_day(published: str | None) -> str | None:
    """The day of an ISO 8601 day or time; None where it is neither.

    >>> find_day("2025-12-28T09:30:00+05:00"), find_day("yesterday")
    ('2025-12-28', None)
    """
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None
