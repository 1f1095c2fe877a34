"""Pages of a large ledger: documents in their order and the statements of each are found in an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

# For SQLite, which takes an index over part of the rows only for a condition word by word, and for PostgreSQL.
_LATEST = ("is_latest = 1", "is_latest")
_UNRESOLVED = ("is_latest = 1 AND resolved IS NULL", "is_latest AND resolved IS NULL")
_STANDING = ("until_reading IS NULL", "until_reading IS NULL")


def upgrade() -> None:
    _create_index("documents_oldest_first", "documents", _LATEST, sa.text("coalesce(published_day, '~')"), "row_id")
    _create_index("documents_newest_first", "documents", _LATEST, sa.text("coalesce(published_day, '')"), "row_id")
    op.drop_index("documents_unresolved", "documents")
    _create_index("documents_unresolved", "documents", _UNRESOLVED, "row_id")
    _create_index("statements_of_document", "statements", _STANDING, "document", "kind", "start", "row_id")


def _create_index(name: str, table: str, where: tuple[str, str], *columns: str | sa.TextClause) -> None:
    sqlite, postgresql = map(sa.text, where)
    op.create_index(name, table, list(columns), sqlite_where=sqlite, postgresql_where=postgresql)
