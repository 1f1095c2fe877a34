"""Verdicts are kept, with what tells whether they still count: the topics of figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.add_column("statements", sa.Column("topic", ASCII))
    _fill_topics()
    standing = sa.text("until_reading IS NULL")
    how = {"sqlite_where": standing, "postgresql_where": standing}
    op.create_index("statements_by_topic", "statements", ["topic", "row_id"], **how)  # type: ignore[arg-type]
    op.create_table(
        "verdicts",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.row_id"), primary_key=True, autoincrement=False),
        sa.Column("topics", JSON, nullable=False),
        sa.Column("seen", ASCII, nullable=False),
        sa.Column("gravest", JSON, nullable=False),
        sa.Column("told", JSON, nullable=False),
    )


def _fill_topics() -> None:
    """Indicator and countries of `indicator|side|side|day`."""
    connection = op.get_bind()
    columns = (sa.column("row_id", sa.Integer), sa.column("counted", sa.Text), sa.column("topic", sa.Text))
    statements = sa.table("statements", *columns)
    known = sa.select(statements.c.row_id, statements.c.counted).where(statements.c.counted.is_not(None))
    topics = [{"row": row.row_id, "its": _get_topic(row.counted)} for row in connection.execute(known)]
    this = sa.update(statements).where(statements.c.row_id == sa.bindparam("row"))
    if topics:
        connection.execute(this.values(topic=sa.bindparam("its")), topics)


def _get_topic(counted: str) -> str:
    indicator, one, other, _ = counted.split("|", 3)
    return f"{indicator}|{one[:2]}|{other[:2]}"
