"""Which events may be what was promised: as it was found, and as users judged it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from hamkor.ledger.judge import in_parts
from hamkor.ledger.judged import COMPLETION, HOLDS
from hamkor.ledger.node_tables import completions, judgements, nodes
from hamkor.model import POSITIVE, Pair

_PROMISE, _EVENT = nodes.alias(), nodes.alias()
_THESE: BindParameter[Any] = bindparam("things", expanding=True)
_FOUND = select(_PROMISE.c.thing.label("of"), _EVENT.c.thing, completions.c.score, completions.c.reasons).select_from(
    completions.join(_PROMISE, _PROMISE.c.row_id == completions.c.promise).join(
        _EVENT, _EVENT.c.row_id == completions.c.event
    )
)
_JUDGED = (
    select(_PROMISE.c.thing.label("of"), _EVENT.c.thing, judgements.c.judgement)
    .select_from(
        judgements.join(_PROMISE, _PROMISE.c.id == judgements.c.left_node).join(
            _EVENT, _EVENT.c.id == judgements.c.right_node
        )
    )
    .where(HOLDS, judgements.c.kind == COMPLETION)
    .order_by(judgements.c.row_id)
)


def find_completions(connection: Connection, by: str, promises: Collection[str] | None = None) -> list[Pair]:
    """Each promise (left) with each event (right) that may complete it, by their things, and what users say of them.

    by        the kind of what completes: event; or trace, which only tells of it
    promises  of these, and of all that the same events may complete; None: of all
    """
    if promises is None:
        return list(_tell(connection, by, None))
    events = {pair.right for pair in _tell(connection, by, _PROMISE.c.thing, promises)}
    return list(_tell(connection, by, _EVENT.c.thing, events))


def _tell(connection: Connection, kind: str, column: Any, things: Iterable[str] = ()) -> Iterator[Pair]:
    """The surest of all between two things; what users judged of them, the latest last, outweighs it."""
    found: dict[tuple[str, str], Pair] = {}
    for of, by, score, reasons in _ask(connection, _FOUND.where(_EVENT.c.kind == kind), column, things):
        known = found.get((of, by))
        if known is None or (score, reasons) > (known.score, list(known.reasons)):
            found[of, by] = Pair(of, by, POSITIVE, score, tuple(reasons))
    for of, by, judgement in _ask(connection, _JUDGED.where(_EVENT.c.kind == kind), column, things):
        found[of, by] = Pair(of, by, judgement, 1.0, (), by_user=True)
    yield from (found[ends] for ends in sorted(found))


def _ask(connection: Connection, query: Any, column: Any, things: Iterable[str]) -> Iterator[Any]:
    if column is None:
        yield from connection.execute(query).all()
        return
    for part in in_parts(things):
        yield from connection.execute(query.where(column.in_(_THESE)), {"things": part}).all()
