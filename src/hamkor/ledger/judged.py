"""What users judged, as far as it holds: what was undone, or what a later judgement contradicts, does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, or_, select, update

from hamkor.ledger.judge import in_parts
from hamkor.ledger.node_tables import judgements
from hamkor.model import NEGATIVE, Pair

HOLDS: ColumnElement[bool] = judgements.c.undone_at.is_(None) & judgements.c.replaced_by.is_(None)

COMPLETION = "completion"  # the kind of what is judged of a promise and an event: it joins no nodes

_THESE: BindParameter[Any] = bindparam("names", expanding=True)
_ON_NODES = select(judgements.c.row_id, judgements.c.left_node, judgements.c.right_node, judgements.c.judgement).where(
    HOLDS, judgements.c.kind != COMPLETION, or_(judgements.c.left_node.in_(_THESE), judgements.c.right_node.in_(_THESE))
)


def find_judged(connection: Connection, names: Iterable[str]) -> list[Pair]:
    """What holds of users' judgements on nodes, the latest first; the other node of a pair may be gone."""
    asked = (connection.execute(_ON_NODES, {"names": part}) for part in in_parts(names))
    found = {
        number: Pair(left, right, judgement, 1.0, (), by_user=True)
        for rows in asked
        for number, left, right, judgement in rows.all()
        if left != right
    }
    return [found[number] for number in sorted(found, reverse=True)]


def find_taken_off(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the members that a user took off what is told alike."""
    off = select(judgements.c.left).where(HOLDS, judgements.c.alone, judgements.c.judgement == NEGATIVE)
    return {id_ for part in in_parts(ids) for id_ in connection.scalars(off.where(judgements.c.left.in_(part)))}


def follow_members(connection: Connection, placed: dict[str, str]) -> set[str]:
    """Let judgements follow members to the nodes they are in now; the names of all nodes that this touches."""
    touched: set[str] = set()
    for part in in_parts(placed):
        on_them = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        for row in connection.execute(select(judgements).where(on_them)):
            now = placed.get(row.left, row.left_node), placed.get(row.right, row.right_node)
            if now != (row.left_node, row.right_node):
                values = dict(zip(("left_node", "right_node"), now, strict=True))
                connection.execute(update(judgements).where(judgements.c.row_id == row.row_id).values(values))
                touched.update((*now, row.left_node, row.right_node))
    return touched
