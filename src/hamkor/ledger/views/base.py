"""What every part of a view answers with: rows of queries, as long as the view is open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Row, Select, func, select

from hamkor.errors import LedgerError, NotFoundError
from hamkor.ledger.counts import select_told
from hamkor.ledger.engine import get_place, told_as_ledger_errors
from hamkor.ledger.filters import Filter
from hamkor.ledger.remembered import Memory

Value = TypeVar("Value")

_AT_ONCE = 500  # rows held in memory while an answer streams
_EXPECTED = {"document": "the id of one document", "statement": "the id of one statement"}
_RARE = 1000  # statements: so many are looked up in less time than a page of them is looked for in 200,000


class Answers:
    """One moment of a ledger, asked in SQL and answered row by row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open: set[CursorResult[Any]] = set()
        self._memory = Memory(connection)

    @property
    def place(self) -> str:
        """Where the ledger is, without a password."""
        return get_place(self._connection.engine)

    def remember(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """What `find` answers, or answered to the same key while all documents and statements were as they are now.

        It must rest on nothing else, and what it answers must not be changed. Few answers are kept, in memory.
        """
        with self._told():
            return self._memory.remember(key, find)

    def remember_things(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """As `remember`, of what rests on things, verdicts or official figures as well."""
        with self._told():
            return self._memory.remember_things(key, find)

    def is_rare(self, asked: Filter) -> bool:
        """Whether so little is told of the areas asked for that it is looked up, not looked for."""
        one, other = asked.between or (asked.about, None)
        if one is None:
            return False
        query = select(func.count()).select_from(select_told(one, other, _RARE + 1).subquery())
        return self.remember(("rare", one, other), lambda: (self._connection.scalar(query) or 0) <= _RARE)

    def close(self) -> None:
        """End the answers that were not read to their end: SQLite would go on holding this moment for them."""
        while self._open:
            self._open.pop().close()

    def _told(self) -> AbstractContextManager[None]:
        return told_as_ledger_errors(self._connection.engine)

    def _stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with self._told():
            result = self._connection.execute(query, execution_options={"yield_per": _AT_ONCE})
            self._open.add(result)
            try:
                for row in result:
                    yield row
                    self._check_open(result)
            finally:
                self._open.discard(result)

    def _check_open(self, result: CursorResult[Any]) -> None:
        if result not in self._open:
            place, expected = get_place(self._connection.engine), "the view that answers to stay open"
            raise LedgerError(place, found="a closed view", expected=expected, do="read the answer within it")

    def _get(self, query: Select[Any], id: str) -> Row[Any]:
        rows = list(self._stream(query))
        if len(rows) != 1:
            raise self._not_one("document", id, [])
        return rows[0]

    def _not_one(self, what: str, id: str, ids: list[str]) -> LedgerError:
        found = f"{len(ids)} {what}s whose id begins with {id!r}" if ids else f"no {what} {id!r}"
        place = get_place(self._connection.engine)
        return NotFoundError(place, found=found, expected=_EXPECTED[what], do="see the ids in a list")
