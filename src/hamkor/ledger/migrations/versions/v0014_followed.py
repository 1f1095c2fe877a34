"""Where promises stand is kept; triggers tell which of them are to be followed anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

# The promises told in documents that are one copy of another with a node's, or with a document.
_IN_COPIES = """
SELECT n.thing FROM nodes n JOIN members m ON m.node = n.row_id
WHERE n.kind = 'thread' AND m.document IN (
  SELECT o.document FROM members o JOIN nodes c ON c.row_id = o.node
  WHERE c.kind = 'copy' AND c.thing IN ({things})
)"""
_OF_MEMBER = "SELECT thing FROM nodes WHERE kind = 'thread' AND row_id = {row}.node"
_COPIES_OF_MEMBER = _IN_COPIES.format(things="SELECT thing FROM nodes WHERE kind = 'copy' AND row_id = {row}.node")
_OF_STATEMENT = """
SELECT n.thing FROM members m JOIN nodes n ON n.row_id = m.node WHERE n.kind = 'thread' AND m.member = {row}.id"""
_OF_DOCUMENT = _IN_COPIES.format(
    things="SELECT d.thing FROM nodes d JOIN members e ON e.node = d.row_id "
    "WHERE d.kind = 'copy' AND e.document = {row}.row_id"
)
_OF_NODE = "SELECT {row}.thing WHERE {row}.kind = 'thread'"
_COPIES_OF_NODE = _IN_COPIES.format(things="SELECT {row}.thing WHERE {row}.kind = 'copy'")
# Table → what of its rows matters, and the promises that a row which came, went or changed is about.
_TOUCH = (
    ("nodes", "thing", (_OF_NODE, _COPIES_OF_NODE)),
    ("members", "node, document", (_OF_MEMBER, _COPIES_OF_MEMBER)),
    ("statements", "until_reading, fields", (_OF_STATEMENT,)),
    ("documents", "published, published_day, publisher, attributed_to", (_OF_DOCUMENT,)),
)
_EVENTS = (("INSERT", ("NEW",)), ("DELETE", ("OLD",)), ("UPDATE", ("OLD", "NEW")))


def upgrade() -> None:
    _create_tables()
    op.execute(_mark("SELECT DISTINCT thing FROM nodes WHERE kind = 'thread'", _is_sqlite()))
    for table, columns, touched in _TOUCH:
        (_watch_sqlite if _is_sqlite() else _watch_postgresql)(table, columns, touched)


def _create_tables() -> None:
    op.create_table(
        "followed",
        sa.Column("thing", ASCII, primary_key=True),
        sa.Column("sector", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("owed", sa.Boolean, nullable=False),
        sa.Column("due_last", ASCII),
        sa.Column("heard", ASCII, nullable=False),
        sa.Column("last", ASCII, nullable=False),
        sa.Column("responsible", sa.Text, nullable=False),
        sa.Column("pairs", sa.Text, nullable=False),
        sa.Column("told", sa.JSON(none_as_null=True), nullable=False),
    )
    op.create_index("followed_in_order", "followed", ["heard", "thing"])
    op.create_table(
        "unfollowed",
        sa.Column("thing", ASCII, primary_key=True),
        sa.Column("mark", sa.BigInteger, nullable=False),
    )


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _mark(things: str, sqlite: bool) -> str:
    """Mark promises as to be followed anew, each time by another number, so that nobody follows an older state."""
    number = "random()" if sqlite else "(random() * 9007199254740992)::bigint"
    return (
        f"INSERT INTO unfollowed (thing, mark) SELECT t.thing, {number} FROM ({things}) AS t WHERE true "
        "ON CONFLICT (thing) DO UPDATE SET mark = excluded.mark"
    )


def _touch(selects: tuple[str, ...], rows: tuple[str, ...], *, sqlite: bool) -> str:
    things = " UNION ".join(select.format(row=row) for row in rows for select in selects)
    return f"{_mark(things, sqlite)};"


def _watch_sqlite(table: str, columns: str, touched: tuple[str, ...]) -> None:
    for event, rows in _EVENTS:
        of = f" OF {columns}" if event == "UPDATE" else ""
        when = _write_when(table, rows[-1])
        name = f"{table}_follow_{event.lower()}"
        body = _touch(touched, rows, sqlite=True)
        op.execute(f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} {when} BEGIN {body} END")


def _watch_postgresql(table: str, columns: str, touched: tuple[str, ...]) -> None:
    for event, rows in _EVENTS:
        of = f" OF {columns}" if event == "UPDATE" else ""
        name = f"{table}_follow_{event.lower()}"
        body = _touch(touched, rows, sqlite=False)
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
        when = _write_when(table, rows[-1])
        op.execute(f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {name}()")


def _write_when(table: str, row: str) -> str:
    """Only promises count, and of documents what is told of them."""
    conditions = {"nodes": f"{row}.kind IN ('thread', 'copy')", "statements": f"{row}.kind = 'commitment'"}
    return f"WHEN ({conditions[table]})" if table in conditions else ""
