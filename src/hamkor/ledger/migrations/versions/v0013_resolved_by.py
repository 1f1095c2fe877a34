"""Whether another program resolved anything is told by an index, not by a look at every document."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    # SQLite takes an index over part of the rows only for a condition word by word.
    sqlite, postgresql = sa.text("is_latest = 1"), sa.text("is_latest")
    op.create_index(
        "documents_resolved_by", "documents", ["resolved"], sqlite_where=sqlite, postgresql_where=postgresql
    )
