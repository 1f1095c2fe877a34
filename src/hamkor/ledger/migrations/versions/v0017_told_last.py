"""Promises that were told after a day are found at once."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_index("followed_by_last", "followed", ["last"])
