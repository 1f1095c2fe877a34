"""What was found over a whole ledger, once for as long as the ledger is the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, func, literal_column, select

from hamkor.ledger.engine import get_place
from hamkor.ledger.node_tables import NOTHING, judgements, nodes
from hamkor.ledger.tables import documents, history, statistics

Value = TypeVar("Value")
_MOST = 200  # answers that are remembered of one ledger; the one that was asked for the longest ago goes first
_LOCK = Lock()
_KNOWN: dict[str, tuple[Hashable, OrderedDict[Hashable, Any]]] = {}  # by its place: its state, and what was found then


class Memory:
    """What is remembered of the moment of a ledger that a connection sees."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._place = connection, get_place(connection.engine)
        self._state: Hashable = None
        self._resolved: Hashable = None

    def remember(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """What `find` answers, or answered to the same key in the same state. It must rest on documents and statements
        alone: each change of these leaves a line in the history, which resolving does not."""
        if self._state is None:
            self._state = _get_state(self._connection)
        value, is_known = self._look_up(key)
        if not is_known:
            value = find()
            self._keep(key, value)
        found: Value = value
        return found

    def remember_things(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """The same of what rests on things or official figures besides: as long as nothing more was resolved, judged
        or imported."""
        if self._resolved is None:
            self._resolved = _get_resolved(self._connection)
        return self.remember((key, self._resolved), find)

    def _look_up(self, key: Hashable) -> tuple[Any, bool]:
        with _LOCK:
            state, found = _KNOWN.get(self._place, (None, OrderedDict()))
            if state != self._state or key not in found:
                return None, False
            found.move_to_end(key)
            return found[key], True

    def _keep(self, key: Hashable, value: object) -> None:
        with _LOCK:
            state, found = _KNOWN.get(self._place, (None, OrderedDict()))
            if state != self._state:
                _KNOWN[self._place] = self._state, (found := OrderedDict())
            found[key] = value
            while len(found) > _MOST:
                found.popitem(last=False)


_WAYS = (judgements.c.undone_at, judgements.c.replaced_by)
# How far resolution has come, by which program, what users judged of it, and the official figures.
_RESOLVED: tuple[Any, ...] = (
    select(func.max(nodes.c.row_id)),
    select(func.count()).where(nodes.c.todo > literal_column(str(NOTHING))),
    select(documents.c.resolved, func.count()).where(documents.c.is_latest).group_by(documents.c.resolved),
    select(func.max(judgements.c.row_id), *map(func.count, _WAYS)),
    select(func.count(), func.max(statistics.c.row_id)),
)
_LINES = select(func.count()).select_from(history)
_LAST = select(history.c.at, history.c.what, history.c.document_id).order_by(history.c.row_id.desc()).limit(1)


def _get_resolved(connection: Connection) -> Hashable:
    return tuple(frozenset(map(tuple, connection.execute(query))) for query in _RESOLVED)


def _get_state(connection: Connection) -> Hashable:
    """How many lines the history has, and its last: in PostgreSQL a later line may be seen before an earlier one."""
    return connection.scalar(_LINES), tuple(connection.execute(_LAST).one_or_none() or ())
