"""New nodes compared with those that share a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import BindParameter, Connection, Text, bindparam, cast, insert, literal_column, or_, select

from hamkor.ledger.grouping import group
from hamkor.ledger.judge import Judge, in_parts
from hamkor.ledger.node_tables import COMPARE, LATER, NOTHING, links, node_keys, nodes
from hamkor.ledger.nodes import find_live_keys
from hamkor.ledger.parts import Extent
from hamkor.model import NEGATIVE

Ends = tuple[int, int]  # rows of two nodes, the lesser first
_THESE: BindParameter[Any] = bindparam("rows", expanding=True)
_WAITING = select(nodes.c.row_id, nodes.c.todo).where(
    nodes.c.kind == bindparam("kind"),
    nodes.c.todo > literal_column(str(NOTHING)),  # so that its own index is taken
    nodes.c.todo > bindparam("least"),
)
_HOLDERS = select(node_keys.c.key, node_keys.c.node).where(node_keys.c.key.in_(_THESE))
_KNOWN = select(links.c.one, links.c.other).where(or_(links.c.one.in_(_THESE), links.c.other.in_(_THESE)))
_ITEMS = select(nodes.c.row_id, nodes.c.id, cast(nodes.c.item, Text)).where(nodes.c.row_id.in_(_THESE))


def settle(connection: Connection, judge: Judge, extent: Extent) -> None:
    """Do what is still to be done with nodes of a kind: compare the new ones, group whatever they touch.

    extent  which parts are so large that they are left for later
    """
    least = LATER if extent.waiting is None else NOTHING
    todo = {row: what for row, what in connection.execute(_WAITING, {"kind": judge.kind, "least": least}).all()}
    if todo:
        _compare(connection, judge, [row for row, what in todo.items() if what == COMPARE])
        group(connection, judge, todo, extent)


def _compare(connection: Connection, judge: Judge, fresh: list[int]) -> None:
    pairs = _find_pairs(connection, fresh)
    pairs -= _find_known(connection, fresh) if pairs else set()
    found = find_nodes(connection, judge.read, {row for pair in pairs for row in pair})
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
    keys: dict[int, list[int]] = {}
    for node, held in find_live_keys(connection, fresh).items():
        for key in held:
            keys.setdefault(key, []).append(node)
    pairs: set[Ends] = set()
    for part in in_parts(keys):
        for key, holder in connection.execute(_HOLDERS, {"rows": part}).all():
            pairs.update((min(node, holder), max(node, holder)) for node in keys[key] if node != holder)
    return pairs


def _find_known(connection: Connection, rows: list[int]) -> set[Ends]:
    """The pairs of these nodes that are judged already."""
    asked = (connection.execute(_KNOWN, {"rows": part}) for part in in_parts(rows))
    return {(one, other) for found in asked for one, other in found.all()}


def find_nodes(connection: Connection, read: Callable[[str], Any], rows: Iterable[int]) -> dict[int, tuple[str, Any]]:
    """The name and the item of each node."""
    asked = (connection.execute(_ITEMS, {"rows": part}) for part in in_parts(rows))
    return {row: (name, read(item)) for found in asked for row, name, item in found.all()}
