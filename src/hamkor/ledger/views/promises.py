"""Promises: where they stand, as it was found last, and what is to be followed anew."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Text, cast, func, select

from hamkor.ledger.completions import find_completions
from hamkor.ledger.followed import (
    FollowedFilter,
    FollowedRow,
    count_followed,
    find_followed,
    find_unfollowed,
    keep_followed,
)
from hamkor.ledger.tables import documents, statements
from hamkor.ledger.views.base import Answers
from hamkor.model import Pair


class Promises(Answers):
    """What a view answers of promises."""

    def find_followed(self, asked: FollowedFilter, *, start: int = 0, most: int | None = None) -> list[FollowedRow]:
        """Where promises stand, as it was found last, the one first that was last heard of the longest ago."""
        with self._told():
            return list(find_followed(self._connection, asked, start=start, most=most))

    def count_followed(self, asked: FollowedFilter) -> int:
        """How many there are of those asked for."""
        with self._told():
            return count_followed(self._connection, asked)

    def find_unfollowed(self, day: str) -> dict[str, int | None]:
        """The promises that `find_followed` leaves out: changed since, with their mark, or told after a day."""
        with self._told():
            return find_unfollowed(self._connection, day)

    def keep_followed(self, marks: Mapping[str, int], found: Sequence[FollowedRow]) -> None:
        """Keep where promises stand that were found in this view; those changed since are left as they are."""
        keep_followed(self._connection.engine, marks, found)

    def find_completions(self, promises: Collection[str] | None = None, *, by: str = "event") -> list[Pair]:
        """Each promise (left) with each event (right) that may complete it, by their ids as things.

        by        event; or trace: what only tells of the promised thing
        promises  of these, and of all that the same events may complete; None: of all
        """
        with self._told():
            return find_completions(self._connection, by, promises)

    def find_promised(self) -> Iterator[tuple[str, tuple[str, ...], set[str]]]:
        """Of each sector and parties the dated documents that tell of promises: the day, right after it the row."""
        parties = cast(statements.c.fields["parties"], Text).label("parties")
        told = documents.c.published_day.concat(cast(documents.c.row_id, Text))
        query = select(statements.c.sector, parties, func.aggregate_strings(told, " ").label("told"))
        query = query.join(documents, statements.c.document == documents.c.row_id)
        standing = statements.c.until_reading.is_(None), statements.c.kind == "commitment"
        dated = query.where(*standing, documents.c.published_day.is_not(None))
        for row in self._stream(dated.group_by(statements.c.sector, parties)):
            yield row.sector, tuple(json.loads(row.parties or "null") or ()), set(row.told.split())
