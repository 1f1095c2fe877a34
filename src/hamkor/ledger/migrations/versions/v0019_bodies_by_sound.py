"""Where promises stand is found anew: the bodies that answer for them are looked for by their sounds, too."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    number = "random()" if op.get_bind().dialect.name == "sqlite" else "(random() * 9007199254740992)::bigint"
    op.execute(
        f"INSERT INTO unfollowed (thing, mark) SELECT thing, {number} FROM followed WHERE true "
        "ON CONFLICT (thing) DO UPDATE SET mark = excluded.mark"
    )
