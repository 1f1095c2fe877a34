"""Figures are found by what they count: an index over indicator, sides and last day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("statements", sa.Column("counted", ASCII))
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(_fill_sqlite() if sqlite else _fill_postgresql())
    condition = sa.text("until_reading IS NULL")
    op.create_index(
        "statements_counted",
        "statements",
        ["counted", "row_id"],
        sqlite_where=condition,
        postgresql_where=condition,
    )


def _fill_sqlite() -> str:
    ref, counterpart = (f"coalesce(json_extract(fields, '$.{n}'), '')" for n in ("ref_area", "counterpart_area"))
    return _fill(f"min({ref}, {counterpart})", f"max({ref}, {counterpart})")


def _fill_postgresql() -> str:
    ref, counterpart = (f"coalesce(fields->>'{n}', '') COLLATE \"C\"" for n in ("ref_area", "counterpart_area"))
    return _fill(f"least({ref}, {counterpart})", f"greatest({ref}, {counterpart})")


def _fill(first: str, last: str) -> str:
    counted = f"indicator || '|' || {first} || '|' || {last} || '|' || coalesce(last_day, '')"
    return f"UPDATE statements SET counted = {counted} WHERE kind = 'observation'"
