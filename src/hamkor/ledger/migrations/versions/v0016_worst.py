"""Kept verdicts tell how grave the gravest is, so that contradictions are found among all documents."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_GRAVEST_FIRST = ("conflicts", "fits_other_period", "fits", "unchecked")


def upgrade() -> None:
    op.add_column("verdicts", sa.Column("worst", sa.Integer))
    columns = (sa.column("document", sa.Integer), sa.column("gravest", sa.JSON), sa.column("worst", sa.Integer))
    verdicts = sa.table("verdicts", *columns)
    connection = op.get_bind()
    known = connection.execute(sa.select(verdicts.c.document, verdicts.c.gravest))
    found = [{"row": row.document, "its": _find_worst(row.gravest.values())} for row in known]
    this = sa.update(verdicts).where(verdicts.c.document == sa.bindparam("row"))
    if found:
        connection.execute(this.values(worst=sa.bindparam("its")), found)


def _find_worst(verdicts: Collection[str]) -> int:
    return min((_GRAVEST_FIRST.index(verdict) for verdict in verdicts), default=len(_GRAVEST_FIRST))
