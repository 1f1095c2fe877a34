"""Where promises stand, as it was found last: asked for in SQL, and kept for whoever asks next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, func, insert, or_, select
from sqlalchemy.exc import DatabaseError

from hamkor.ledger.columns import find_sides
from hamkor.ledger.engine import is_sqlite
from hamkor.ledger.judge import in_parts
from hamkor.ledger.tables import followed, unfollowed


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """Where a promise stands when all that was told of it is known, and nothing of today.

    owed         whether something is owed when its term is past
    due_last     the last day of its term
    heard, last  the day of the last report, "" where unknown; the last day on which anything was told
    responsible  the bodies that answer for it, as they are looked for, one a line
    pairs        of areas that it is told to be between, as `write_pairs` has them, one a line
    told         what else lists show of it, JSON
    """

    thing: str
    sector: str
    stage: str
    owed: bool
    due_last: str | None
    heard: str
    last: str
    responsible: str
    pairs: str
    told: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedFilter:
    """Which promises are asked for; None asks nothing.

    day          of today: what was told later is left to `find_unfollowed`
    overdue      whose term is past, with something owed
    heard_until  a day: last heard of then or before
    responsible  parts of a name, as rows hold them: any of these
    without      stages that are not asked for
    areas        two, or one: told to be between these, or between this one and any other
    among        their ids
    """

    day: str
    overdue: bool = False
    heard_until: str | None = None
    responsible: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    stage: str | None = None
    sector: str | None = None
    areas: tuple[str, ...] = ()
    among: Collection[str] | None = None


def find_followed(
    connection: Connection, asked: FollowedFilter, *, start: int = 0, most: int | None = None
) -> Iterator[FollowedRow]:
    """Those asked for, the one first that was last heard of the longest ago."""
    query = select(followed).where(*_write_conditions(asked)).order_by(followed.c.heard, followed.c.thing)
    for row in connection.execute(query.limit(most).offset(start or None)):
        yield FollowedRow(**row._mapping)


def count_followed(connection: Connection, asked: FollowedFilter) -> int:
    """How many there are of those asked for."""
    return connection.scalar(select(func.count()).select_from(followed).where(*_write_conditions(asked))) or 0


def _write_conditions(asked: FollowedFilter) -> Iterator[ColumnElement[bool]]:
    yield followed.c.thing.not_in(select(unfollowed.c.thing))
    yield followed.c.last <= asked.day
    if asked.overdue:
        yield and_(followed.c.owed, followed.c.due_last < asked.day)
    if asked.heard_until is not None:
        yield and_(followed.c.heard != "", followed.c.heard <= asked.heard_until)
    if asked.responsible:
        yield or_(*(followed.c.responsible.contains(part, autoescape=True) for part in asked.responsible))
    if asked.without:
        yield followed.c.stage.not_in(asked.without)
    for name in ("stage", "sector"):
        if (value := getattr(asked, name)) is not None:
            yield followed.c[name] == value
    if asked.areas:
        yield or_(*map(followed.c.pairs.contains, _list_marks(asked.areas)))
    if asked.among is not None:
        yield followed.c.thing.in_(asked.among)


def write_pairs(parties: Sequence[str]) -> set[str]:
    """The pairs of areas that a promise of these parties is between, each as it is looked up.

    >>> sorted(write_pairs(("KZ-75", "UZ")))
    ['KZ-75|UZ', 'KZ|UZ']
    """
    found = find_sides({"fields": {"parties": parties}})
    pairs = (pair for one, other in combinations(found, 2) for pair in product(one, other))
    return {_write_pair(*pair) for pair in pairs}


def is_between(pairs: str, areas: tuple[str, ...]) -> bool:
    """Whether pairs, one a line, hold these two areas, or this one with another; of none asked for they do."""
    return not areas or any(mark in pairs for mark in _list_marks(areas))


def _list_marks(areas: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in pairs where these are in them, whichever of them."""
    return (f"\n{_write_pair(*areas)}\n",) if len(areas) > 1 else (f"\n{areas[0]}|", f"|{areas[0]}\n")


def _write_pair(one: str, other: str) -> str:
    return "|".join(sorted((one, other)))


def find_unfollowed(connection: Connection, day: str) -> dict[str, int | None]:
    """The promises that are to be followed now: with their mark, those to be followed anew; those told after a day."""
    later = {thing: None for thing in connection.scalars(select(followed.c.thing).where(followed.c.last > day))}
    return later | {row.thing: row.mark for row in connection.execute(select(unfollowed))}


def keep_followed(engine: Engine, marks: Mapping[str, int], found: Sequence[FollowedRow]) -> None:
    """Keep where promises stand, if that is possible at once, but for those marked anew since.

    marks  of all that were followed; those that are told by nothing any more are in `marks` alone
    """
    rows = {row.thing: row for row in found}
    try:
        with engine.connect() as connection:
            if is_sqlite(engine):
                connection.connection.cursor().execute("PRAGMA busy_timeout = 0")
            with connection.begin():
                done = [thing for thing, mark in sorted(marks.items()) if _unmark(connection, thing, mark)]
                for part in in_parts(done):
                    connection.execute(delete(followed).where(followed.c.thing.in_(part)))
                if kept := [asdict(rows[thing]) for thing in done if thing in rows]:
                    connection.execute(insert(followed), kept)
    except DatabaseError:
        return  # another writes, or nobody may


def _unmark(connection: Connection, thing: str, mark: int) -> bool:
    this = delete(unfollowed).where(unfollowed.c.thing == thing, unfollowed.c.mark == mark)
    return connection.execute(this).rowcount == 1


def forget_unfollowed(connection: Connection) -> None:
    """Remove what was found of promises that are to be followed anew: words of theirs may be purged."""
    marked = select(unfollowed.c.thing)
    connection.execute(delete(followed).where(followed.c.thing.in_(marked)))
