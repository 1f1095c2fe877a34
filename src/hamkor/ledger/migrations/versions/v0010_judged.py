"""A user's reason is kept with a judgement, and what is left to be judged is found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("judgements", sa.Column("why", sa.Text))
    unsure = sa.text("judgement = 'UNSURE'")
    score = sa.text("score DESC")
    op.create_index("links_unsure", "links", [score, "one", "other"], sqlite_where=unsure, postgresql_where=unsure)
