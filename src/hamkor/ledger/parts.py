"""Parts that are too large to be grouped with each document: what is new in them waits, and stands where it fits best.

Nodes that joining judgements connect in a chain are one part, and what is one thing may change anywhere in it. So the
work on a part grows with it, and is shared by all that has come to it since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, literal_column, or_, select, update

from hamkor.ledger.judge import in_parts
from hamkor.ledger.judged import find_judged
from hamkor.ledger.node_tables import LATER, NEW, links, nodes
from hamkor.ledger.nodes import find_rows
from hamkor.model import NEGATIVE, POSITIVE


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is grouped now.

    most     nodes of a part that is always grouped
    waiting  the share of a larger part's nodes that must wait for it to be grouped; None: it is not
    """

    most: int
    waiting: float | None


WITH_EACH = Extent(100, None)  # document
AT_TIMES = Extent(300, 0.05)  # after some documents, and when a run ends
EVERYTHING = Extent(0, 0.0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node is."""

    row: int
    name: str
    thing: str
    part: int
    todo: int

    @property
    def link(self) -> int:
        """What it has in common with all of its part; a new node is in none."""
        return -self.row if self.part == NEW else self.part


Joined = tuple[int, int, float]  # the rows of two nodes, and how sure it is that they are one
_BY_USERS = 2.0
_THESE: BindParameter[Any] = bindparam("rows", expanding=True)
_PLACES = select(nodes.c.row_id, nodes.c.id, nodes.c.thing, nodes.c.part, nodes.c.todo)
_SIZES = select(nodes.c.part, func.count()).where(nodes.c.part.in_(_THESE)).group_by(nodes.c.part)
_JOINED = select(links.c.one, links.c.other, links.c.score).where(
    or_(links.c.one.in_(_THESE), links.c.other.in_(_THESE)), links.c.judgement == literal_column(f"'{POSITIVE}'")
)
_HELD_DIFFERENT = select(links.c.one, links.c.other).where(
    or_(links.c.one.in_(_THESE), links.c.other.in_(_THESE)), links.c.judgement == literal_column(f"'{NEGATIVE}'")
)
_WAIT = update(nodes).where(nodes.c.row_id == bindparam("row")).values(thing=bindparam("its"), todo=LATER)


def leave_large(connection: Connection, todo: Collection[int], extent: Extent) -> set[int]:
    """Those of the nodes that are to be grouped now; the others are left for later."""
    if extent == EVERYTHING:
        return set(todo)
    joined = _find_joined(connection, todo)
    places = _find_places(connection, {*todo, *(row for one, other, _ in joined for row in (one, other))})
    sizes = _count_parts(connection, {place.part for place in places.values()})
    left: set[int] = set()
    for chain in _find_chains(joined, places):
        if _is_left([places[row] for row in chain], set(todo), sizes, extent):
            left |= chain & set(todo)
    fresh = [places[row] for row in sorted(left) if places[row].todo != LATER]
    if fresh:
        things = _find_best(connection, fresh, joined, places)
        connection.execute(_WAIT, [{"row": place.row, "its": things[place.row]} for place in fresh])
    return set(todo) - left


def _find_joined(connection: Connection, rows: Collection[int]) -> list[Joined]:
    """What the machine, or a user, found to be one with these nodes."""
    asked = (connection.execute(_JOINED, {"rows": part}) for part in in_parts(rows))
    found = [(one, other, score) for answered in asked for one, other, score in answered.all()]
    names = {place.name for place in _find_places(connection, rows).values()}
    users = [pair for pair in find_judged(connection, names) if pair.judgement == POSITIVE]
    by_name = find_rows(connection, {name for pair in users for name in (pair.left, pair.right)})
    there = [pair for pair in users if pair.left in by_name and pair.right in by_name]
    return [*found, *((by_name[pair.left], by_name[pair.right], _BY_USERS) for pair in there)]


def _find_places(connection: Connection, rows: Iterable[int]) -> dict[int, _Place]:
    asked = (connection.execute(_PLACES.where(nodes.c.row_id.in_(part))) for part in in_parts(rows))
    return {row[0]: _Place(*row) for found in asked for row in found.all()}


def _count_parts(connection: Connection, parts: Collection[int]) -> dict[int, int]:
    asked = (connection.execute(_SIZES, {"rows": part}) for part in in_parts(set(parts) - {NEW}))
    return {part: number for found in asked for part, number in found.all()}


def _find_chains(joined: Iterable[Joined], places: Mapping[int, _Place]) -> list[set[int]]:
    """The nodes that are or will be in one part, of those that are known of."""
    chains: dict[int, set[int]] = defaultdict(set)
    for place in places.values():
        chains[place.link].add(place.row)
    of = {row: chain for chain in chains.values() for row in chain}
    for one, other, _ in joined:
        small, large = sorted((of[one], of[other]), key=len)
        if small is not large:
            large |= small
            of.update(dict.fromkeys(small, large))
    return list({id(chain): chain for chain in of.values()}.values())


def _is_left(chain: Sequence[_Place], todo: Collection[int], sizes: Mapping[int, int], extent: Extent) -> bool:
    """Whether it is too large to be grouped for what waits in it."""
    waits = sum(place.row in todo for place in chain)
    if any(place.todo == LATER and place.row not in todo for place in chain):
        return True  # how large that is, is not known
    size = sum(sizes.get(link, 1) for link in {place.link for place in chain})
    return size > extent.most and (extent.waiting is None or waits < extent.waiting * size)


def _find_best(
    connection: Connection, fresh: Sequence[_Place], joined: Iterable[Joined], places: Mapping[int, _Place]
) -> dict[int, str]:
    """The thing of what each is surest to be, unless it is held different from something of that; else its own.

    What is in a part already, or was judged by users, stays where it is.
    """
    names = {place.name for place in fresh}
    judged = {name for pair in find_judged(connection, names) for name in (pair.left, pair.right)}
    new = {place.row: place for place in fresh if place.part == NEW and place.name not in judged}
    apart = _find_apart(connection, new)
    best: dict[int, tuple[float, str, str]] = {}
    for pair in joined:
        for row, other in (pair[:2], pair[1::-1]):
            thing = places[other].thing
            if row in new and other not in new and thing not in apart[row]:
                best[row] = min(best.get(row, (0.0, "", "")), (-pair[2], places[other].name, thing))
    return {place.row: best[place.row][2] if place.row in best else place.thing for place in fresh}


def _find_apart(connection: Connection, rows: Collection[int]) -> dict[int, set[str]]:
    """The things that hold what each node was judged to be different from."""
    found: dict[int, set[int]] = {row: set() for row in rows}
    for part in in_parts(rows):
        for one, other in connection.execute(_HELD_DIFFERENT, {"rows": part}).all():
            for row, apart in ((one, other), (other, one)):
                if row in found:
                    found[row].add(apart)
    places = _find_places(connection, {other for others in found.values() for other in others})
    return {row: {places[other].thing for other in others} for row, others in found.items()}
