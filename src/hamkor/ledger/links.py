"""New nodes compared with those that share a key, then every thing that they touch put together anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, insert, select, update

from hamkor.ledger.judge import Judge, Plain, in_parts
from hamkor.ledger.judged import find_judged
from hamkor.ledger.node_tables import COMPARE, NOTHING, links, node_keys, nodes
from hamkor.ledger.nodes import find_live_keys, find_near
from hamkor.model import NEGATIVE, UNSURE, Pair

Ends = tuple[int, int]  # rows of two nodes, the lesser first
_SET = update(nodes).where(nodes.c.row_id == bindparam("row")).values(thing=bindparam("its"), todo=NOTHING)


def settle(connection: Connection, judge: Judge) -> None:
    """Do what is still to be done with nodes of a kind: compare the new ones, group whatever they touch."""
    waiting = select(nodes.c.row_id, nodes.c.todo).where(nodes.c.kind == judge.kind, nodes.c.todo > NOTHING)
    todo = {row.row_id: row.todo for row in connection.execute(waiting)}
    if todo:
        _compare(connection, judge, [row for row, what in todo.items() if what == COMPARE])
        _group(connection, judge, todo)


def _compare(connection: Connection, judge: Judge, fresh: list[int]) -> None:
    pairs = _find_pairs(connection, fresh) - _find_known(connection, fresh)
    found = _find_nodes(connection, {row for pair in pairs for row in pair})
    made = []
    for one, other in sorted(pairs):
        left, right = sorted((found[one], found[other]), key=lambda node: node[0])
        if judged := judge.compare(left[1], right[1]):
            judgement, score, reasons = judged
            kept = None if judgement == NEGATIVE else list(reasons)
            made.append({"one": one, "other": other, "judgement": judgement, "score": score, "reasons": kept})
    if made:
        connection.execute(insert(links), made)


def _find_pairs(connection: Connection, fresh: list[int]) -> set[Ends]:
    """Each new node with every node that shares a key which tells enough."""
    live = find_live_keys(connection, fresh)
    keys: dict[int, list[int]] = {}
    for node, held in live.items():
        for key in held:
            keys.setdefault(key, []).append(node)
    pairs: set[Ends] = set()
    for part in in_parts(keys):
        for row in connection.execute(select(node_keys).where(node_keys.c.key.in_(part))):
            pairs.update((min(node, row.node), max(node, row.node)) for node in keys[row.key] if node != row.node)
    return pairs


def _find_known(connection: Connection, rows: list[int]) -> set[Ends]:
    known: set[Ends] = set()
    for part in in_parts(rows):
        for end in (links.c.one, links.c.other):
            query = select(links.c.one, links.c.other).where(end.in_(part))
            known.update((row.one, row.other) for row in connection.execute(query))
    return known


def _find_nodes(connection: Connection, rows: Iterable[int]) -> dict[int, tuple[str, Plain]]:
    asked = (
        select(nodes.c.row_id, nodes.c.id, nodes.c.item).where(nodes.c.row_id.in_(part)) for part in in_parts(rows)
    )
    return {row.row_id: (row.id, row.item) for query in asked for row in connection.execute(query)}


def _group(connection: Connection, judge: Judge, todo: Iterable[int]) -> None:
    names, before = _name_nodes(connection, find_component(connection, todo))
    things = judge.group(names.values(), [*find_pairs(connection, names), *_find_users(connection, names)])
    changed = [row for row, name in names.items() if things[name] != before[row]]
    done = {*changed, *todo}
    connection.execute(_SET, [{"row": row, "its": things[names[row]]} for row in sorted(done)])


def find_component(connection: Connection, rows: Iterable[int]) -> set[int]:
    """All nodes that a chain of joining judgements connects with these."""
    near, seen = set(rows), set[int]()
    while near:
        seen |= near
        near = find_near(connection, near) - seen
    return seen


def _name_nodes(connection: Connection, rows: Iterable[int]) -> tuple[dict[int, str], dict[int, str]]:
    query = select(nodes.c.row_id, nodes.c.id, nodes.c.thing)
    asked = (query.where(nodes.c.row_id.in_(part)) for part in in_parts(rows))
    found = [row for query in asked for row in connection.execute(query)]
    return {row.row_id: row.id for row in found}, {row.row_id: row.thing for row in found}


def find_pairs(connection: Connection, names: Mapping[int, str]) -> list[Pair]:
    """What joins nodes or keeps them apart, both ends among these."""
    query = select(links.c.one, links.c.other, links.c.judgement, links.c.score).where(links.c.judgement != UNSURE)
    found = (row for part in in_parts(names) for row in connection.execute(query.where(links.c.one.in_(part))))
    return [Pair(names[row.one], names[row.other], row.judgement, row.score) for row in found if row.other in names]


def _find_users(connection: Connection, names: Mapping[int, str]) -> list[Pair]:
    there = set(names.values())
    return [pair for pair in find_judged(connection, there) if pair.left in there and pair.right in there]
