"""Which events, held, are what was promised. Keys got a bit that tells what completes, so all is resolved anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

# The promises that events of these things may complete; what changes for one changes for all that claim the event.
_CLAIMING = """
SELECT r.thing FROM nodes f JOIN completions d ON d.event = f.row_id JOIN nodes r ON r.row_id = d.promise
WHERE f.thing IN ({things}) UNION
SELECT r.thing FROM nodes f JOIN judgements j ON j.right_node = f.id JOIN nodes r ON r.id = j.left_node
WHERE j.kind = 'completion' AND f.thing IN ({things})"""
_OF_NODE = _CLAIMING.format(things="{row}.thing")
_OF_MEMBER = _CLAIMING.format(things="SELECT thing FROM nodes WHERE kind = 'event' AND row_id = {row}.node")
_OF_STATEMENT = _CLAIMING.format(
    things="SELECT n.thing FROM members m JOIN nodes n ON n.row_id = m.node "
    "WHERE n.kind = 'event' AND m.member = {row}.id"
)
_OF_DOCUMENT = _CLAIMING.format(
    things="SELECT n.thing FROM members m JOIN nodes n ON n.row_id = m.node "
    "WHERE n.kind = 'event' AND m.document = {row}.row_id"
)
_OF_LINK = "SELECT thing FROM nodes WHERE row_id = {row}.promise"
_CLAIMING_LINKED = _CLAIMING.format(things="SELECT thing FROM nodes WHERE row_id = {row}.event")
_OF_JUDGED = "SELECT thing FROM nodes WHERE kind = 'thread' AND id IN ({row}.left_node, {row}.right_node)"
_RIVALS = """
SELECT DISTINCT r.thing FROM nodes p JOIN completions c ON c.promise = p.row_id JOIN nodes e ON e.row_id = c.event
JOIN nodes f ON f.thing = e.thing JOIN completions d ON d.event = f.row_id JOIN nodes r ON r.row_id = d.promise
WHERE p.thing = {row}.thing AND r.thing <> {row}.thing"""
# Table → what of its rows matters, which rows, and the promises that one which came, went or changed is about.
_TOUCH = (
    ("nodes", "thing", "{row}.kind = 'event'", (_OF_NODE,)),
    ("members", "node, document", "true", (_OF_MEMBER,)),
    ("statements", "until_reading, fields", "{row}.kind = 'event'", (_OF_STATEMENT,)),
    ("documents", "published, published_day, publisher, attributed_to", "true", (_OF_DOCUMENT,)),
    ("completions", "score, reasons", "true", (_OF_LINK, _CLAIMING_LINKED)),
    ("judgements", "undone_at, replaced_by, left_node, right_node", "{row}.kind = 'completion'", (_OF_JUDGED,)),
    ("unfollowed", "mark", "true", (_RIVALS,)),
)
_EVENTS = (("INSERT", ("NEW",)), ("DELETE", ("OLD",)), ("UPDATE", ("OLD", "NEW")))
_DEEPEST = 2  # triggers within one another: a change, the promise that it touches; its rivals end it


def upgrade() -> None:
    _create_table()
    for table in ("links", "members", "node_keys", "key_counts", "nodes"):
        op.execute(f"DELETE FROM {table}")
    op.execute("UPDATE documents SET resolved = NULL WHERE is_latest")
    sqlite = op.get_bind().dialect.name == "sqlite"
    for touch in _TOUCH:
        _watch(*touch, sqlite=sqlite)


def _create_table() -> None:
    op.create_table(
        "completions",
        sa.Column("promise", sa.Integer, sa.ForeignKey("nodes.row_id"), primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("nodes.row_id"), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.JSON(none_as_null=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("completions_by_event", "completions", ["event"])


def _watch(table: str, columns: str, which: str, touched: tuple[str, ...], *, sqlite: bool) -> None:
    for event, rows in _EVENTS[:1] + _EVENTS[2:] if table == "unfollowed" else _EVENTS:
        name, of = f"{table}_complete_{event.lower()}", f" OF {columns}" if event == "UPDATE" else ""
        things = " UNION ".join(select.format(row=row) for row in rows for select in touched)
        body, when = _mark(things, sqlite=sqlite), which.format(row=rows[-1])
        if sqlite:
            op.execute(f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} WHEN ({when}) BEGIN {body}; END")
            continue
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; RETURN NULL; END $$")
        deep = f" AND pg_trigger_depth() < {_DEEPEST}" if table == "unfollowed" else ""
        op.execute(
            f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} FOR EACH ROW "
            f"WHEN (({when}){deep}) EXECUTE FUNCTION {name}()"
        )


def _mark(things: str, *, sqlite: bool) -> str:
    number = "random()" if sqlite else "(random() * 9007199254740992)::bigint"
    return (
        f"INSERT INTO unfollowed (thing, mark) SELECT t.thing, {number} FROM ({things}) AS t WHERE true "
        "ON CONFLICT (thing) DO UPDATE SET mark = excluded.mark"
    )
