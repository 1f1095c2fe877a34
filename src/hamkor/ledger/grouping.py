"""Whatever new or changed nodes touch, put together anew.

Nodes that joining judgements connect in a chain are one part: a thing never reaches beyond its part, so a part is all
that has to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, or_, select, update

from hamkor.ledger.judge import Judge, in_parts
from hamkor.ledger.judged import find_judged
from hamkor.ledger.node_tables import NOTHING, links, nodes
from hamkor.ledger.nodes import find_near
from hamkor.model import POSITIVE, UNSURE, Pair

_THESE: BindParameter[Any] = bindparam("rows", expanding=True)
_OF_NODES = nodes.c.part.in_(select(nodes.c.part).where(nodes.c.row_id.in_(_THESE), nodes.c.part != 0))
_IN_PARTS = select(nodes.c.row_id, nodes.c.id, nodes.c.thing, nodes.c.part).where(
    or_(nodes.c.row_id.in_(_THESE), _OF_NODES)
)
_PAIRS = select(links.c.one, links.c.other, links.c.judgement, links.c.score).where(
    links.c.judgement != UNSURE, links.c.one.in_(_THESE), links.c.other.in_(bindparam("others", expanding=True))
)
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


def group(connection: Connection, judge: Judge, todo: Iterable[int]) -> None:
    """Find the thing of these nodes and of all that are in a part with them, and say that nothing is left to do."""
    waiting = set(todo)
    found = _find_in_parts(connection, waiting | find_near(connection, waiting))
    pairs = _find_pairs(connection, found)
    things, parts = judge.group([node.name for node in found.values()], pairs), _find_parts(found, pairs)
    changed = [
        {"row": row, "its": things[node.name], "chain": parts[node.name]}
        for row, node in sorted(found.items())
        if row in waiting or (things[node.name], parts[node.name]) != (node.thing, node.part)
    ]
    connection.execute(_SET, changed)


def _find_in_parts(connection: Connection, rows: Iterable[int]) -> dict[int, _Node]:
    """These nodes and all of their parts."""
    asked = (connection.execute(_IN_PARTS, {"rows": part}) for part in in_parts(rows))
    return {row[0]: _Node(*row) for found in asked for row in found.all()}


def _find_pairs(connection: Connection, found: dict[int, _Node]) -> list[Pair]:
    """What joins these nodes or keeps them apart; what users judged first, the latest first."""
    names = {node.name for node in found.values()}
    users = [pair for pair in find_judged(connection, names) if pair.left in names and pair.right in names]
    if len(found) == 1:
        return users
    for part in in_parts(found):
        for others in in_parts(found):
            rows = connection.execute(_PAIRS, {"rows": part, "others": others}).all()
            users += [Pair(found[one].name, found[other].name, what, score) for one, other, what, score in rows]
    return users


def _find_parts(found: dict[int, _Node], pairs: Iterable[Pair]) -> dict[str, int]:
    """The part of each node, by its name: the least row of all that joining judgements connect."""
    of = {node.name: row for row, node in sorted(found.items(), reverse=True)}
    members = {row: [node.name] for row, node in found.items()}
    for pair in pairs:
        if pair.judgement == POSITIVE and of[pair.left] != of[pair.right]:
            small, large = sorted((of[pair.left], of[pair.right]), key=lambda row: len(members[row]))
            moved = members.pop(small)
            of.update(dict.fromkeys(moved, large))
            members[large] += moved
    rows = {node.name: row for row, node in found.items()}
    least = {part: min(rows[name] for name in names) for part, names in members.items()}
    return {name: least[part] for name, part in of.items()}
