"""Whatever new or changed nodes touch, put together anew.

Nodes that joining judgements connect in a chain are one part. A thing never reaches beyond its part, so a part is all
that has to be looked at; where nothing in it was judged to be different, all of it is one thing, and no pair is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, literal_column, or_, select, update

from hamkor.ledger.judge import Judge, in_parts
from hamkor.ledger.judged import find_judged
from hamkor.ledger.node_tables import NEW, NOTHING, links, nodes
from hamkor.ledger.nodes import find_near
from hamkor.ledger.parts import Extent, leave_large
from hamkor.model import NEGATIVE, POSITIVE, Pair

_THESE: BindParameter[Any] = bindparam("rows", expanding=True)
_OTHERS: BindParameter[Any] = bindparam("others", expanding=True)
_OF_NODES = nodes.c.part.in_(select(nodes.c.part).where(nodes.c.row_id.in_(_THESE), nodes.c.part != NEW))
_IN_PARTS = select(nodes.c.row_id, nodes.c.id, nodes.c.thing, nodes.c.part, nodes.c.todo).where(
    or_(nodes.c.row_id.in_(_THESE), _OF_NODES)
)
# The judgement is written out, so that its own index is taken.
_POSITIVE: ColumnElement[str] = literal_column(f"'{POSITIVE}'")
_NEGATIVE: ColumnElement[str] = literal_column(f"'{NEGATIVE}'")
_PAIRS = select(links.c.one, links.c.other, _POSITIVE, links.c.score).where(links.c.judgement == _POSITIVE)
_CONTRADICTIONS = select(links.c.one, links.c.other, _NEGATIVE, literal_column("0.0")).where(
    links.c.judgement == _NEGATIVE
)
# With an index on both ends, as many look-ups as there are ones times others would be made.
_INSIDE = links.c.one.in_(_THESE) & (links.c.other + 0).in_(_OTHERS)
_JOINED = _PAIRS.where(_INSIDE)
_HELD_DIFFERENT = _CONTRADICTIONS.where(_INSIDE)
_JOINED_TO = _PAIRS.where(or_(links.c.one.in_(_THESE), links.c.other.in_(_THESE)))
_SET = (
    update(nodes)
    .where(nodes.c.row_id == bindparam("row"))
    .values(thing=bindparam("its"), part=bindparam("chain"), todo=NOTHING)
)


@dataclass(frozen=True, slots=True)
class _Node:
    row: int
    name: str
    thing: str
    part: int
    todo: int


def group(connection: Connection, judge: Judge, todo: Collection[int], extent: Extent) -> None:
    """Find the thing of nodes and of all that are in a part with them, and say that nothing is left to do.

    extent  which parts are so large that they are left for later
    """
    now = leave_large(connection, todo, extent)
    found = _find_in_parts(connection, {*now, *find_near(connection, now)})
    users = _find_users(connection, found)
    grown = all(found[row].part == NEW for row in now)  # one that is not new may have lost what connected it
    joined = _find_new(connection, now, found) if grown else list(_find_inside(connection, _JOINED, found, found))
    parts = _find_parts(found, [*joined, *users], grown=grown)
    things = _find_things(connection, judge, found, parts=parts, users=users)
    changed = [
        {"row": row, "its": things[node.name], "chain": parts[node.name]}
        for row, node in sorted(found.items())
        if node.todo or (things[node.name], parts[node.name]) != (node.thing, node.part)
    ]
    if changed:
        connection.execute(_SET, changed)


def _find_in_parts(connection: Connection, rows: Iterable[int]) -> dict[int, _Node]:
    """These nodes and all of their parts."""
    asked = (connection.execute(_IN_PARTS, {"rows": part}) for part in in_parts(rows))
    return {row[0]: _Node(*row) for found in asked for row in found.all()}


def _find_users(connection: Connection, found: Mapping[int, _Node]) -> list[Pair]:
    """What users judged of these nodes, the latest first."""
    names = {node.name for node in found.values()}
    return [pair for pair in find_judged(connection, names) if pair.left in names and pair.right in names]


def _find_new(connection: Connection, fresh: Iterable[int], found: Mapping[int, _Node]) -> list[Pair]:
    """What joins new nodes to any."""
    asked = (connection.execute(_JOINED_TO, {"rows": part}) for part in in_parts(fresh))
    return [_read(row, found) for rows in asked for row in rows.all()]


def _find_inside(
    connection: Connection, query: Select[Any], rows: Iterable[int], found: Mapping[int, _Node]
) -> Iterator[Pair]:
    """The pairs of which both are among these."""
    listed = list(rows)
    for part in in_parts(listed):
        for others in in_parts(listed):
            answered = connection.execute(query, {"rows": part, "others": others}).all()
            yield from (_read(row, found) for row in answered)


def _read(row: Any, found: Mapping[int, _Node]) -> Pair:
    one, other, judgement, score = row
    return Pair(found[one].name, found[other].name, judgement, score)


def _find_parts(found: Mapping[int, _Node], joined: Iterable[Pair], *, grown: bool) -> dict[str, int]:
    """The part of each node, by its name: the least row of all that joining judgements connect.

    grown  the parts that were there still hold together
    """
    of = {node.name: (node.part if node.part != NEW else row) if grown else row for row, node in found.items()}
    members: dict[int, list[str]] = {}
    for name, part in of.items():
        members.setdefault(part, []).append(name)
    for pair in joined:
        if pair.judgement == POSITIVE and of[pair.left] != of[pair.right]:
            small, large = sorted((of[pair.left], of[pair.right]), key=lambda part: len(members[part]))
            moved = members.pop(small)
            of.update(dict.fromkeys(moved, large))
            members[large] += moved
    rows = {node.name: row for row, node in found.items()}
    least = {part: min(rows[name] for name in names) for part, names in members.items()}
    return {name: least[part] for name, part in of.items()}


def _find_things(
    connection: Connection,
    judge: Judge,
    found: Mapping[int, _Node],
    *,
    parts: Mapping[str, int],
    users: list[Pair],
) -> dict[str, str]:
    """The thing of each node; pair by pair only where something in a part is held different or was judged by users."""
    apart = [*_find_inside(connection, _HELD_DIFFERENT, found, found), *users]
    torn = {parts[pair.left] for pair in apart if parts[pair.left] == parts[pair.right]}
    rows = [row for row, node in found.items() if parts[node.name] in torn]
    pairs = [*apart, *_find_inside(connection, _JOINED, rows, found)] if rows else []
    names = {found[row].name for row in rows}
    things = judge.group(names, [pair for pair in pairs if pair.left in names and pair.right in names])
    least: dict[int, str] = {}
    for name in sorted(parts):
        least.setdefault(parts[name], name)
    return {name: things[name] if name in names else least[part] for name, part in parts.items()}
