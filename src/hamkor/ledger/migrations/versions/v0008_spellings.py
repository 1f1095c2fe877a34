"""Every word of the latest texts with its stems and sounds, so that a search finds it in other scripts and endings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hamkor.ledger.index import fill_index

revision = "0008"
down_revision = "0007"

ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "spellings",
        sa.Column("frame", ASCII, primary_key=True),
        sa.Column("word", ASCII, primary_key=True),
        sa.Column("language", ASCII, primary_key=True),
        sa.Column("stem", ASCII, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("spellings_by_word", "spellings", ["word"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE words ADD COLUMN terms TEXT[] NOT NULL DEFAULT '{}'")
        op.execute("CREATE INDEX words_by_term ON words USING gin (terms)")
    fill_index(op.get_bind())
