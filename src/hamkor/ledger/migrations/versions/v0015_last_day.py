"""What is due or takes place in a time is found by its last day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    standing = sa.text("until_reading IS NULL")
    columns = ["kind", "last_day", "first_day"]
    op.create_index("statements_by_last_day", "statements", columns, sqlite_where=standing, postgresql_where=standing)
