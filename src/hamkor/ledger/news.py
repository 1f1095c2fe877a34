"""What came into the ledger since a moment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from hamkor.ledger import selects
from hamkor.ledger.rows import DocumentRow
from hamkor.ledger.tables import documents, history

_CAME = ("read", "new_version", "reread")


@dataclass(frozen=True, slots=True)
class News:
    """How many documents came, or say something else now, and those of them that came last."""

    number: int
    documents: tuple[DocumentRow, ...]


def find_news(connection: Connection, since: str, *, most: int) -> News:
    """What was read after a moment (ISO 8601 in UTC, as the history has it), the last first."""
    came = select(history.c.document_id, func.max(history.c.row_id).label("last"))
    came = came.where(history.c.at > since, history.c.what.in_(_CAME)).group_by(history.c.document_id)
    number = connection.scalar(select(func.count()).select_from(came.subquery())) or 0
    latest = came.order_by(func.max(history.c.row_id).desc()).limit(most).subquery()
    query = selects.select_versions().join(latest, latest.c.document_id == documents.c.document_id)
    found = connection.execute(query.where(documents.c.is_latest).order_by(latest.c.last.desc()))
    return News(number, tuple(map(selects.read_document_row, found)))
