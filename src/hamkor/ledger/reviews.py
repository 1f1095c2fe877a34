"""What people said of statements, as rows; and which statements a reading must leave alone because of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from hamkor.ledger.columns import Columns
from hamkor.ledger.tables import reviews

# The columns of a statement that are its own, whichever document's version and reading it belongs to.
OWN = (
    "id",
    "kind",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "also",
    "indicator",
    "sector",
    "stage",
    "type",
    "value",
    "first_day",
    "last_day",
    "fields",
    "counted",
)


@dataclass(frozen=True, slots=True)
class Review:
    """One thing said. `before_id` and `after_id` may be the same statement with other fields; `undone` tells when."""

    id: str
    at: str
    by: str
    document_id: str
    action: str
    before_id: str | None
    after_id: str | None
    undone_at: str | None
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Guarded:
    """Ids that a reading leaves alone.

    kept    of statements that stand by someone's word
    hidden  of statements that a reading may find but someone rejected or corrected
    """

    kept: frozenset[str]
    hidden: frozenset[str]

    def leave_out(self, rows: Iterable[Columns]) -> list[Columns]:
        """What a reading found, without what someone has decided."""
        return [row for row in rows if row["id"] not in self.kept | self.hidden]


def find_guarded(connection: Connection, document_id: str) -> Guarded:
    """What was decided of a document's statements and not taken back."""
    kept: set[str] = set()
    hidden: set[str] = set()
    for row in find_active(connection, document_id):
        if row.before_id:
            kept.discard(row.before_id)
            hidden.add(row.before_id)
        if stays := row.before_id if row.action == "accept" else row.after_id:
            kept.add(stays)
    return Guarded(frozenset(kept), frozenset(hidden))


def find_active(connection: Connection, document_id: str) -> list[Row[Any]]:
    """The reviews of a document that hold, in order."""
    query = select(reviews).where(reviews.c.document_id == document_id, reviews.c.undone_at.is_(None))
    return list(connection.execute(query.order_by(reviews.c.row_id)))


def read_review(row: Row[Any]) -> Review:
    return Review(
        id=row.review,
        at=row.at,
        by=row.by,
        document_id=row.document_id,
        action=row.action,
        before_id=row.before_id,
        after_id=row.after_id,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )


def carry(rows: Iterable[Columns], text: str) -> list[Columns]:
    """Statements that stand by someone's word, moved to their words in another text; those whose words are gone, left.

    Where the words stand more than once, the place with the same words around it counts, else none does.
    """
    return [moved for row in rows if (moved := _move(row, text))]


def _move(row: Columns, text: str) -> Columns | None:
    start = _find_place(row, text)
    if start is None:
        return None
    end = start + len(row["exact"])
    room = len(row["prefix"]), len(row["suffix"])
    around = {"prefix": text[max(0, start - room[0]) : start], "suffix": text[end : end + room[1]]}
    return {name: row[name] for name in OWN} | {"start": start, "end": end, "also": None, **around}


def _find_place(row: Columns, text: str) -> int | None:
    whole = row["prefix"] + row["exact"] + row["suffix"]
    if text.count(whole) == 1:
        return text.index(whole) + len(row["prefix"])
    return text.index(row["exact"]) if text.count(row["exact"]) == 1 else None
