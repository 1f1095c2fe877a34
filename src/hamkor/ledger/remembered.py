"""Counts over a whole ledger, found once for as long as its statements are the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, literal_column, select

from hamkor.ledger.engine import get_place
from hamkor.ledger.node_tables import NOTHING, judgements, nodes
from hamkor.ledger.tables import documents, history

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


def remember_things(connection: Connection, key: Any, find: Callable[[], Value]) -> Value:
    """The same of what rests on things besides: as long as nothing more was resolved or judged."""
    return remember(connection, (key, _get_resolved(connection)), find)


def _get_resolved(connection: Connection) -> Any:
    """How far resolution has come, by which program, and what users judged of it."""
    todo = select(func.count()).where(nodes.c.todo > literal_column(str(NOTHING)))
    programs = select(documents.c.resolved, func.count()).where(documents.c.is_latest).group_by(documents.c.resolved)
    ways = (judgements.c.undone_at, judgements.c.replaced_by)
    judged: Any = select(func.max(judgements.c.row_id), *(func.count(way) for way in ways))
    last = select(func.max(nodes.c.row_id))
    asked: tuple[Any, ...] = (last, todo, programs, judged)
    return tuple(frozenset(map(tuple, connection.execute(query))) for query in asked)


def _get_state(connection: Connection) -> Any:
    """How many lines the history has, and its last: in PostgreSQL a later line may be seen before an earlier one."""
    last = select(history.c.at, history.c.what, history.c.document_id).order_by(history.c.row_id.desc()).limit(1)
    number = connection.scalar(select(func.count()).select_from(history))
    return number, tuple(connection.execute(last).one_or_none() or ())
