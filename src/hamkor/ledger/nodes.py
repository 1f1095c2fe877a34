"""Nodes come and go with those that tell them, and their keys with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite

from hamkor.ledger.judge import COMPLETING, Draft, in_parts, write_key
from hamkor.ledger.judged import find_judged
from hamkor.ledger.node_tables import COMPARE, GROUP, NEW, completions, key_counts, links, members, node_keys, nodes
from hamkor.model import POSITIVE
from hamkor.model.pair import MOST_SHARING

_THESE: BindParameter[Any] = bindparam("rows", expanding=True)
_NAMES = select(nodes.c.id).where(nodes.c.row_id.in_(_THESE))
_ROWS = select(nodes.c.id, nodes.c.row_id).where(nodes.c.id.in_(_THESE))
_POSITIVE = links.c.judgement == literal_column(f"'{POSITIVE}'")  # written out, so that its own index is taken
_JOINED_BY_OTHER = select(links.c.other).where(links.c.one.in_(_THESE), _POSITIVE)
_JOINED_BY_ONE = select(links.c.one).where(links.c.other.in_(_THESE), _POSITIVE)
_LIVE_HOLDERS = (
    select(node_keys.c.key, node_keys.c.node)
    .join(key_counts, key_counts.c.key == node_keys.c.key)
    .where(node_keys.c.key.in_(_THESE), key_counts.c.number <= bindparam("most"))
)
_LIVE = (
    select(node_keys.c.node, node_keys.c.key)
    .join(key_counts, key_counts.c.key == node_keys.c.key)
    .where(
        node_keys.c.node.in_(_THESE),
        key_counts.c.number <= bindparam("most"),
        node_keys.c.key.bitwise_and(COMPLETING) == bindparam("completing"),
    )
)


def add_nodes(connection: Connection, drafts: Iterable[Draft]) -> dict[str, int]:
    """The rows of all nodes that are drafted, by name; those not there yet are made, and are still to be compared."""
    wanted = {draft.node: draft for draft in drafts}
    rows = find_rows(connection, wanted)
    new = [wanted[name] for name in sorted(wanted.keys() - rows.keys())]
    if not new:
        return rows
    made = [{"id": d.node, "kind": d.kind, "item": d.item, "thing": d.node, "part": NEW, "todo": COMPARE} for d in new]
    connection.execute(insert(nodes), made)
    rows |= find_rows(connection, [draft.node for draft in new])
    _add_keys(connection, [(key, rows[draft.node]) for draft in new for key in write_keys(draft)])
    return rows


def write_keys(draft: Draft) -> set[int]:
    """All keys of a node, its own and those of what it may complete."""
    kind, others = draft.completing
    own = {write_key(draft.kind, key) for key in draft.keys}
    return own | {write_key(kind, key, completing=True) for key in others}


def find_rows(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The rows of the nodes that are there, by name."""
    asked = (connection.execute(_ROWS, {"rows": part}) for part in in_parts(names))
    return {name: row for found in asked for name, row in found.all()}


def remove_empty(connection: Connection, rows: Iterable[int]) -> None:
    """Remove those of the nodes that nothing tells any more; whatever was joined by them is to be grouped anew."""
    for part in in_parts(rows):
        told = select(members.c.node).where(members.c.node == nodes.c.row_id).exists()
        empty = list(connection.execute(select(nodes.c.row_id).where(nodes.c.row_id.in_(part), ~told)).scalars())
        if empty:
            _remove(connection, empty)


def _remove(connection: Connection, rows: list[int]) -> None:
    mark(connection, find_near(connection, rows), GROUP)
    connection.execute(delete(links).where(links.c.one.in_(rows) | links.c.other.in_(rows)))
    connection.execute(delete(completions).where(completions.c.promise.in_(rows) | completions.c.event.in_(rows)))
    held = connection.execute(select(node_keys.c.key).where(node_keys.c.node.in_(rows))).scalars()
    lost = Counter(held)
    connection.execute(delete(node_keys).where(node_keys.c.node.in_(rows)))
    connection.execute(delete(nodes).where(nodes.c.row_id.in_(rows)))
    _count_keys(connection, {key: -number for key, number in lost.items()})


def mark(connection: Connection, rows: Iterable[int], todo: int) -> None:
    """Leave word that something is to be done with nodes, unless more is already."""
    for part in in_parts(rows):
        connection.execute(update(nodes).where(nodes.c.row_id.in_(part), nodes.c.todo < todo).values(todo=todo))


def find_near(connection: Connection, rows: Iterable[int]) -> set[int]:
    """The nodes that the machine, or a user, found to be the same as one of these."""
    near: set[int] = set()
    for part in in_parts(rows):
        for query in (_JOINED_BY_OTHER, _JOINED_BY_ONE):
            near.update(connection.scalars(query, {"rows": part}).all())
        names = connection.scalars(_NAMES, {"rows": part}).all()
        judged = [pair for pair in find_judged(connection, names) if pair.judgement == POSITIVE]
        near.update(find_rows(connection, {name for pair in judged for name in (pair.left, pair.right)}).values())
    return near


def _add_keys(connection: Connection, held: list[tuple[int, int]]) -> None:
    if held:
        connection.execute(insert(node_keys), [{"key": key, "node": node} for key, node in held])
        _count_keys(connection, Counter(key for key, _ in held))


def _count_keys(connection: Connection, more: Mapping[int, int]) -> None:
    """Count how many nodes hold each key, and mind those that begin or end to tell too little."""
    if not more:
        return
    upsert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(key_counts)
    change = {"number": key_counts.c.number + upsert.excluded.number}
    counted = [{"key": key, "number": number} for key, number in sorted(more.items())]
    connection.execute(upsert.on_conflict_do_update(index_elements=["key"], set_=change), counted)
    for part in in_parts(more):
        these = key_counts.c.key.in_(part)
        now = {row.key: row.number for row in connection.execute(select(key_counts).where(these))}
        connection.execute(delete(key_counts).where(these, key_counts.c.number == 0))
        _mind_crossing(connection, {key: (number - more[key], number) for key, number in now.items()})


def _mind_crossing(connection: Connection, counts: Mapping[int, tuple[int, int]]) -> None:
    for key, (before, now) in counts.items():
        if before <= MOST_SHARING < now:
            holders = _find_holders(connection, key)
            _loosen(connection, holders)
            _loosen_completions(connection, holders, _find_holders(connection, key ^ COMPLETING))
        elif now <= MOST_SHARING < before:
            mark(connection, _find_holders(connection, key), COMPARE)


def _find_holders(connection: Connection, key: int) -> list[int]:
    return list(connection.scalars(select(node_keys.c.node).where(node_keys.c.key == key)))


def _loosen(connection: Connection, holders: Collection[int]) -> None:
    """Remove what was judged between nodes that now share no key that tells enough."""
    live = find_live_keys(connection, holders)
    both = select(links.c.one, links.c.other).where(links.c.one.in_(holders), (links.c.other + 0).in_(holders))
    loose = [pair for pair in connection.execute(both) if not live.get(pair.one, set()) & live.get(pair.other, set())]
    if loose:
        this = (links.c.one == bindparam("a"), links.c.other == bindparam("b"))
        connection.execute(delete(links).where(*this), [{"a": pair.one, "b": pair.other} for pair in loose])
        mark(connection, {end for pair in loose for end in pair}, GROUP)


def _loosen_completions(connection: Connection, holders: Collection[int], others: Collection[int]) -> None:
    """The same of what completes and what is completed, whichever of them these are."""
    ends = {*holders, *others}
    both = select(completions.c.promise, completions.c.event)
    found = connection.execute(both.where(completions.c.promise.in_(ends), (completions.c.event + 0).in_(ends))).all()
    live = find_live_keys(connection, {pair.promise for pair in found})
    of_events = find_live_keys(connection, {pair.event for pair in found}, completing=True)
    loose = [
        pair
        for pair in found
        if not {key ^ COMPLETING for key in of_events.get(pair.event, ())} & live.get(pair.promise, set())
    ]
    if loose:
        this = (completions.c.promise == bindparam("a"), completions.c.event == bindparam("b"))
        connection.execute(delete(completions).where(*this), [{"a": p.promise, "b": p.event} for p in loose])


def find_live_keys(connection: Connection, rows: Iterable[int], *, completing: bool = False) -> dict[int, set[int]]:
    """The keys of nodes that tell enough: their own, or those of what they may complete."""
    asked, found = {"most": MOST_SHARING, "completing": int(completing)}, dict[int, set[int]]()
    for part in in_parts(rows):
        for node, key in connection.execute(_LIVE, {"rows": part, **asked}).all():
            found.setdefault(node, set()).add(key)
    return found


def find_live_holders(connection: Connection, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Those of the keys that tell enough, each with every node that holds it."""
    for part in in_parts(keys):
        yield from connection.execute(_LIVE_HOLDERS, {"rows": part, "most": MOST_SHARING}).all()
