"""Promises: where they stand, as it was found last, and what is to be followed anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

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

    def find_promised(self) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
        """Of each telling of a promise that is dated the row of its document, its day, the sector and the parties."""
        parties = statements.c.fields["parties"].label("parties")
        query = select(documents.c.row_id, documents.c.published_day, statements.c.sector, parties)
        query = query.join(statements, statements.c.document == documents.c.row_id)
        standing = statements.c.until_reading.is_(None), statements.c.kind == "commitment"
        for row in self._stream(query.where(*standing, documents.c.published_day.is_not(None))):
            yield row.row_id, row.published_day, row.sector, tuple(row.parties or ())
