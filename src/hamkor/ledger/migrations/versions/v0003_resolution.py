"""What is resolved: nodes with keys, members, links; judgements of users; which documents are still to do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

JSON = sa.JSON(none_as_null=True)
ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("documents", sa.Column("resolved", sa.Text))
    _create_index_where("documents_unresolved", "documents", "row_id", where="is_latest AND resolved IS NULL")
    _create_nodes()
    _create_keys()
    _create_members()
    _create_links()
    _create_judgements()


def _create_nodes() -> None:
    op.create_table(
        "nodes",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("id", ASCII, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("item", JSON, nullable=False),
        sa.Column("thing", ASCII, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("todo", sa.Integer, nullable=False),
    )
    op.create_index("nodes_by_thing", "nodes", ["thing"])
    op.create_index("nodes_by_part", "nodes", ["part"])
    _create_index_where("nodes_to_do", "nodes", "kind", where="todo > 0")


def _create_keys() -> None:
    op.create_table(
        "node_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("node", sa.Integer, sa.ForeignKey("nodes.row_id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("node_keys_by_node", "node_keys", ["node"])
    op.create_table(
        "key_counts",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_members() -> None:
    op.create_table(
        "members",
        sa.Column("member", ASCII, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.row_id"), nullable=False),
        sa.Column("node", sa.Integer, sa.ForeignKey("nodes.row_id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("members_by_document", "members", ["document"])
    op.create_index("members_by_node", "members", ["node"])


def _create_links() -> None:
    op.create_table(
        "links",
        sa.Column("one", sa.Integer, sa.ForeignKey("nodes.row_id"), primary_key=True),
        sa.Column("other", sa.Integer, sa.ForeignKey("nodes.row_id"), primary_key=True),
        sa.Column("judgement", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", JSON),
        sqlite_with_rowid=False,
    )
    op.create_index("links_by_other", "links", ["other"])
    _create_index_where("links_held_different", "links", "one", "other", where="judgement = 'NEGATIVE'")


def _create_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("decision", ASCII, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("judgement", sa.Text, nullable=False),
        sa.Column("left", ASCII, nullable=False),
        sa.Column("right", ASCII, nullable=False),
        sa.Column("left_node", ASCII, nullable=False),
        sa.Column("right_node", ASCII, nullable=False),
        sa.Column("alone", sa.Boolean, nullable=False),
        sa.Column("undone_at", sa.Text),
        sa.Column("undone_by", sa.Text),
        sa.Column("replaced_by", ASCII),
    )
    for name in ("decision", "left", "right", "left_node", "right_node"):
        op.create_index(f"judgements_by_{name}", "judgements", [name])


def _create_index_where(name: str, table: str, *columns: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)
