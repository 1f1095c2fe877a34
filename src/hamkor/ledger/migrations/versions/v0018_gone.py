"""What is told of areas is counted without looking each statement up: those that no longer stand have an index."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    gone = text("until_reading IS NOT NULL")
    op.create_index("statements_gone", "statements", ["row_id"], sqlite_where=gone, postgresql_where=gone)
