"""Official figures in the ledger: kept once a release, asked for in order of series and time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects import postgresql, sqlite

from hamkor.ledger.columns import Columns
from hamkor.ledger.store import get_now
from hamkor.ledger.tables import statistics
from hamkor.model import Statistic
from hamkor.model.period import parse_period

_SERIES = (statistics.c.indicator, statistics.c.ref_area, statistics.c.counterpart_area, statistics.c.time_period)


def add_statistics(connection: Connection, figures: Iterable[Statistic]) -> int:
    """Keep what is not kept yet, in the caller's transaction; how many were new. The same again changes nothing."""
    rows = [_write(figure, get_now()) for figure in figures]
    if not rows:
        return 0
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(statistics)
    before = _count(connection)
    connection.execute(insert.on_conflict_do_nothing(), rows)
    return _count(connection) - before


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(statistics)) or 0


def find_statistics(connection: Connection) -> list[tuple[str, Statistic]]:
    """All official figures with their ids, the latest release of each first."""
    query = select(statistics).order_by(*_SERIES, statistics.c.released.desc())
    return [(f"statistic-{row.row_id}", _read(row)) for row in connection.execute(query)]


def _write(figure: Statistic, now: str) -> Columns:
    return {
        "source": figure.source,
        "indicator": figure.indicator,
        "ref_area": figure.ref_area,
        "counterpart_area": figure.counterpart_area or "",
        "time_period": str(figure.time_period),
        "obs_value": str(figure.obs_value),
        "unit_measure": figure.unit_measure,
        "obs_status": figure.obs_status,
        "released": figure.released.isoformat() if figure.released else "",
        "imported_at": now,
    }


def _read(row: Row[Any]) -> Statistic:
    return Statistic(
        source=row.source,
        indicator=row.indicator,
        ref_area=row.ref_area,
        counterpart_area=row.counterpart_area or None,
        time_period=parse_period(row.time_period),
        obs_value=Decimal(row.obs_value),
        unit_measure=row.unit_measure,
        obs_status=row.obs_status,
        released=date.fromisoformat(row.released) if row.released else None,
    )
