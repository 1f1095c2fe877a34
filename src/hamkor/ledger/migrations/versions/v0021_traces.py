"""Traces of promises: what changes of them changes where promises stand, as of events that complete promises.

Statements of the kind `trace` come as documents are read anew. What was resolved without them is resolved again.
"""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"

_TELLS = "('event', 'trace')"  # kinds of nodes, and of statements, that promises are followed by
_CLAIMING = """
SELECT r.thing FROM nodes f JOIN completions d ON d.event = f.row_id JOIN nodes r ON r.row_id = d.promise
WHERE f.thing IN ({things}) UNION
SELECT r.thing FROM nodes f JOIN judgements j ON j.right_node = f.id JOIN nodes r ON r.id = j.left_node
WHERE j.kind = 'completion' AND f.thing IN ({things})"""
_OF_NODE = _CLAIMING.format(things="{row}.thing")
_OF_MEMBER = _CLAIMING.format(things=f"SELECT thing FROM nodes WHERE kind IN {_TELLS} AND row_id = {{row}}.node")
_OF_STATEMENT = _CLAIMING.format(
    things="SELECT n.thing FROM members m JOIN nodes n ON n.row_id = m.node "
    f"WHERE n.kind IN {_TELLS} AND m.member = {{row}}.id"
)
_OF_DOCUMENT = _CLAIMING.format(
    things="SELECT n.thing FROM members m JOIN nodes n ON n.row_id = m.node "
    f"WHERE n.kind IN {_TELLS} AND m.document = {{row}}.row_id"
)
# Table → what of its rows matters, which rows, and the promises that one which came, went or changed is about.
_TOUCH = (
    ("nodes", "thing", f"{{row}}.kind IN {_TELLS}", _OF_NODE),
    ("members", "node, document", "true", _OF_MEMBER),
    ("statements", "until_reading, fields", f"{{row}}.kind IN {_TELLS}", _OF_STATEMENT),
    ("documents", "published, published_day, publisher, attributed_to", "true", _OF_DOCUMENT),
)
_EVENTS = (("INSERT", ("NEW",)), ("DELETE", ("OLD",)), ("UPDATE", ("OLD", "NEW")))


def upgrade() -> None:
    for table in ("completions", "links", "members", "node_keys", "key_counts", "nodes"):
        op.execute(f"DELETE FROM {table}")
    op.execute("UPDATE documents SET resolved = NULL WHERE is_latest")
    sqlite = op.get_bind().dialect.name == "sqlite"
    for touch in _TOUCH:
        _watch(*touch, sqlite=sqlite)


def _watch(table: str, columns: str, which: str, touched: str, *, sqlite: bool) -> None:
    for event, rows in _EVENTS:
        name, of = f"{table}_complete_{event.lower()}", f" OF {columns}" if event == "UPDATE" else ""
        body = _mark(" UNION ".join(touched.format(row=row) for row in rows), sqlite=sqlite)
        when = which.format(row=rows[-1])
        if sqlite:
            op.execute(f"DROP TRIGGER {name}")
            op.execute(f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} WHEN ({when}) BEGIN {body}; END")
            continue
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
            f"AS $$ BEGIN {body}; RETURN NULL; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"
        )


def _mark(things: str, *, sqlite: bool) -> str:
    number = "random()" if sqlite else "(random() * 9007199254740992)::bigint"
    return (
        f"INSERT INTO unfollowed (thing, mark) SELECT t.thing, {number} FROM ({things}) AS t WHERE true "
        "ON CONFLICT (thing) DO UPDATE SET mark = excluded.mark"
    )
