"""Pairs of which nobody knows whether they are one thing, for people to decide."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, literal_column, or_, select

from hamkor.ledger.judged import HOLDS
from hamkor.ledger.node_tables import judgements, links, nodes
from hamkor.ledger.thing import find_nodes
from hamkor.ledger.thing_rows import Unsure
from hamkor.model import UNSURE

_ONE, _OTHER = nodes.alias("one"), nodes.alias("other")


def find_unsure(connection: Connection, kinds: Collection[str], *, most: int) -> list[Unsure]:
    """Pairs of these kinds that are two things and that nobody has judged, the likeliest first; of two things one."""
    rows = connection.execute(_select(kinds).limit(4 * most)).all()
    once = list({frozenset((row.left_thing, row.right_thing)): row for row in reversed(rows)}.values())[::-1][:most]
    known = {node.id: node for node in find_nodes(connection, {name for row in once for name in (row.left, row.right)})}
    return [_read(row, known) for row in once if row.left in known and row.right in known]


def _read(row: Row[Any], known: dict[str, Any]) -> Unsure:
    return Unsure(row.kind, known[row.left], known[row.right], row.score, tuple(row.reasons or ()))


def _select(kinds: Collection[str]) -> Any:
    columns = (_ONE.c.kind, _ONE.c.id.label("left"), _OTHER.c.id.label("right"), links.c.score, links.c.reasons)
    things = (_ONE.c.thing.label("left_thing"), _OTHER.c.thing.label("right_thing"))
    joined = links.join(_ONE, links.c.one == _ONE.c.row_id).join(_OTHER, links.c.other == _OTHER.c.row_id)
    unsure = links.c.judgement == literal_column(f"'{UNSURE}'")  # as the index has it, so that it is taken
    query = select(*columns, *things).select_from(joined).where(unsure, _ONE.c.kind.in_(kinds))
    apart = query.where(_ONE.c.thing != _OTHER.c.thing, ~_is_judged())
    return apart.order_by(links.c.score.desc(), links.c.one, links.c.other)


def _is_judged() -> ColumnElement[bool]:
    """Whether a user has judged these two things: nodes of the one against nodes of the other."""
    left, right = nodes.alias("judged_left"), nodes.alias("judged_right")
    ways = (
        and_(left.c.thing == _ONE.c.thing, right.c.thing == _OTHER.c.thing),
        and_(left.c.thing == _OTHER.c.thing, right.c.thing == _ONE.c.thing),
    )
    both = (judgements.c.left_node == left.c.id) & (judgements.c.right_node == right.c.id)
    pairs = judgements.join(left, judgements.c.left_node == left.c.id).join(right, both)
    return exists(select(1).select_from(pairs).where(HOLDS, or_(*ways)))
