"""Counts over a whole ledger, found once for as long as its statements are the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from hamkor.ledger.engine import get_place
from hamkor.ledger.tables import history

Value = TypeVar("Value")
_MOST = 200  # counts of one ledger
_KNOWN: dict[str, tuple[Any, dict[Any, Any]]] = {}  # by its place: its state, and what was found in that


def remember(connection: Connection, key: Any, find: Callable[[], Value]) -> Value:
    """What `find` answers, or answered to the same key in the same state. It must rest on documents and statements
    alone: each change of these leaves a line in the history, which resolving does not."""
    place, state = get_place(connection.engine), _get_state(connection)
    known = _KNOWN.get(place)
    if known is None or known[0] != state or len(known[1]) > _MOST:
        _KNOWN[place] = known = (state, {})
    found = known[1]
    if key not in found:
        found[key] = find()
    value: Value = found[key]
    return value


def _get_state(connection: Connection) -> Any:
    """How many lines the history has, and its last: in PostgreSQL a later line may be seen before an earlier one."""
    last = select(history.c.at, history.c.what, history.c.document_id).order_by(history.c.row_id.desc()).limit(1)
    number = connection.scalar(select(func.count()).select_from(history))
    return number, tuple(connection.execute(last).one_or_none() or ())
