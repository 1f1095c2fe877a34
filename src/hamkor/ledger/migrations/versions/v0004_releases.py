"""Official figures: where each was taken from, what is told beside levels, and revisions of one day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
CELL = ("source", "indicator", "ref_area", "counterpart_area", "time_period", "unit_measure")


def upgrade() -> None:
    with op.batch_alter_table("statistics") as table:
        for name, default in (("measure", "level"), ("qualifier", "exact"), ("low", ""), ("high", ""), ("url", "")):
            table.add_column(sa.Column(name, sa.Text, nullable=False, server_default=default))
        table.drop_constraint("statistics_one_a_release", type_="unique")
        table.create_unique_constraint("statistics_one_a_release", [*CELL, "measure", "released", "url", "obs_value"])
