"""Official statistics: one row a value, with the day it was released."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "statistics",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("ref_area", sa.Text, nullable=False),
        sa.Column("counterpart_area", sa.Text, nullable=False),
        sa.Column("time_period", sa.Text, nullable=False),
        sa.Column("obs_value", sa.Text, nullable=False),
        sa.Column("unit_measure", sa.Text, nullable=False),
        sa.Column("obs_status", sa.Text, nullable=False),
        sa.Column("released", sa.Text, nullable=False),
        sa.Column("imported_at", sa.Text, nullable=False),
        sa.UniqueConstraint(
            "source",
            "indicator",
            "ref_area",
            "counterpart_area",
            "time_period",
            "unit_measure",
            "released",
            name="statistics_one_a_release",
        ),
    )
    op.create_index("statistics_by_series", "statistics", ["indicator", "ref_area", "counterpart_area"])
