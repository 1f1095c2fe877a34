"""What was judged to be one is found without what was judged to be different, which is far more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    condition = sa.text("judgement = 'POSITIVE'")
    ends = ["other", "one", "score"]
    op.create_index("links_joined", "links", ends, sqlite_where=condition, postgresql_where=condition)
