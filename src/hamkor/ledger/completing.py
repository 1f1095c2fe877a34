"""New nodes of one kind held against those of another that they may complete: an event held, and the promise of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, insert, literal_column, select

from hamkor.ledger.judge import COMPLETING, Completing, in_parts
from hamkor.ledger.links import find_nodes
from hamkor.ledger.node_tables import COMPARE, NOTHING, completions, nodes
from hamkor.ledger.nodes import find_live_holders, find_live_keys

Ends = tuple[int, int]  # the row of what is completed, the row of what completes it
_FRESH = select(nodes.c.row_id).where(
    nodes.c.kind == bindparam("kind"),
    nodes.c.todo > literal_column(str(NOTHING)),  # so that its own index is taken
    nodes.c.todo == COMPARE,
)


def complete(connection: Connection, how: Completing) -> None:
    """Hold new nodes of both kinds against those that share a key which tells enough, before they are grouped."""
    events, promises = (set(connection.scalars(_FRESH, {"kind": kind}).all()) for kind in (how.by, how.of))
    pairs = {(other, row) for row, other in _find_sharing(connection, events, completing=True)}
    pairs |= _leave_others(connection, _find_sharing(connection, promises, completing=False), how.by)
    pairs -= _find_known(connection, {promise for promise, _ in pairs})
    of = find_nodes(connection, how.read_of, {promise for promise, _ in pairs})
    by = find_nodes(connection, how.read_by, {event for _, event in pairs})
    made = []
    for promise, event in sorted(pairs):
        if found := how.compare(by[event][1], of[promise][1]):
            made.append({"promise": promise, "event": event, "score": found[0], "reasons": list(found[1])})
    if made:
        connection.execute(insert(completions), made)


def _find_sharing(connection: Connection, rows: Iterable[int], *, completing: bool) -> set[Ends]:
    """Each of these nodes with every node of the other kind that shares a key."""
    keys: dict[int, list[int]] = {}
    for node, held in find_live_keys(connection, rows, completing=completing).items():
        for key in held:
            keys.setdefault(key ^ COMPLETING, []).append(node)
    return {(node, holder) for key, holder in find_live_holders(connection, keys) for node in keys[key]}


def _leave_others(connection: Connection, pairs: Collection[Ends], kind: str) -> set[Ends]:
    """Those of the pairs whose second is of this kind: events and traces are looked for under the same keys."""
    asked = select(nodes.c.row_id).where(nodes.c.kind == kind)
    parts = in_parts({event for _, event in pairs})
    own = {row for part in parts for row in connection.scalars(asked.where(nodes.c.row_id.in_(part)))}
    return {(promise, event) for promise, event in pairs if event in own}


def _find_known(connection: Connection, promises: Iterable[int]) -> set[Ends]:
    query = select(completions.c.promise, completions.c.event)
    asked = (connection.execute(query.where(completions.c.promise.in_(part))) for part in in_parts(promises))
    return {(promise, event) for found in asked for promise, event in found.all()}
