"""What people say of statements is kept: accepted, corrected, rejected, added; and taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("review", ASCII, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("document_id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("before_id", ASCII),
        sa.Column("after_id", ASCII),
        sa.Column("before", sa.JSON(none_as_null=True)),
        sa.Column("after", sa.JSON(none_as_null=True)),
        sa.Column("undone_at", sa.Text),
        sa.Column("undone_by", sa.Text),
    )
    op.create_index("reviews_by_document", "reviews", ["document_id"])
