"""Official figures in the ledger: kept once a release, asked for in order of series and time."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects import postgresql, sqlite

from hamkor.ledger.columns import Columns
from hamkor.ledger.store import get_now
from hamkor.ledger.tables import statistics
from hamkor.model import Statistic
from hamkor.model.period import Period, parse_period

_CELL = ("source", "indicator", "ref_area", "counterpart_area", "time_period", "unit_measure", "measure")
_REPORTED = "V"  # told by somebody: another page is another telling, and no new release
_SERIES = ("source", "indicator", "measure", "ref_area", "counterpart_area", "unit_measure")
_SHORT = 8  # letters of a series' id
_Cell = tuple[Any, ...]
_Release = tuple[str, Decimal]  # its day, "" where that is not known, and its value


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series: what it counts, how many times it has, from when to when, and the last day it was released.

    id  eight letters made of what it counts: the same in every ledger
    """

    id: str
    source: str
    indicator: str
    measure: str
    ref_area: str
    counterpart_area: str | None
    unit_measure: str
    periods: int
    first: Period
    last: Period
    released: date | None


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One value of a series. `release` counts the releases of this figure from the first on, of `releases`."""

    series: str
    statistic: Statistic
    release: int
    releases: int


def add_statistics(connection: Connection, figures: Iterable[Statistic]) -> int:
    """Keep what is not kept yet, in the caller's transaction; how many were new. The same again changes nothing.

    Another value of a figure is a new release, and the old one stays. Where its day is not told, it is released today.
    """
    given = list(figures)
    kept = _find_releases(connection, {figure.source for figure in given})
    rows = [row for figure in given if (row := _make_row(figure, kept, get_now()))]
    if not rows:
        return 0
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(statistics)
    before = _count(connection)
    connection.execute(insert.on_conflict_do_nothing(), rows)
    return _count(connection) - before


def _find_releases(connection: Connection, sources: set[str]) -> dict[_Cell, list[_Release]]:
    """The releases of every figure of these sources, in order."""
    query = select(statistics).where(statistics.c.source.in_(sources))
    found: dict[_Cell, list[_Release]] = {}
    for row in connection.execute(query.order_by(statistics.c.released, statistics.c.row_id)).mappings():
        found.setdefault(_get_cell(dict(row)), []).append((row["released"], Decimal(row["obs_value"])))
    return found


def _get_cell(row: Mapping[Any, Any]) -> _Cell:
    """What there is one value of at a time."""
    return *(row[name] for name in _CELL), row["url"] if row["obs_status"] == _REPORTED else ""


def _make_row(figure: Statistic, kept: dict[_Cell, list[_Release]], now: str) -> Columns | None:
    """The row of a figure; None where it stands there."""
    row = _write(figure, now)
    releases = kept.setdefault(_get_cell(row), [])
    if figure.released is None and releases:
        row["released"] = releases[-1][0] if releases[-1][1] == figure.obs_value else now[:10]
    release = row["released"], figure.obs_value
    if release in releases:
        return None
    releases.append(release)
    return row


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(statistics)) or 0


def find_statistics(connection: Connection) -> list[tuple[str, Statistic]]:
    """All official figures with their ids, the latest release of each first."""
    return [(f"statistic-{row.row_id}", read_row(row)) for row in _find_rows(connection)]


def _find_rows(connection: Connection) -> Iterable[Row[Any]]:
    order = [statistics.c[name] for name in ("indicator", "ref_area", "counterpart_area", "source", "measure")]
    order += [statistics.c[name] for name in ("unit_measure", "time_period", "url")]
    latest_first = (statistics.c.released.desc(), statistics.c.row_id.desc())
    return connection.execute(select(statistics).order_by(*order, *latest_first))


def find_releases(connection: Connection) -> Iterator[ReleaseRow]:
    """All values, by series and time, the latest release first."""
    rows: list[Row[Any]] = []
    for row in _find_rows(connection):
        if rows and _get_cell(dict(row._mapping)) != _get_cell(dict(rows[0]._mapping)):
            yield from _count_releases(rows)
            rows = []
        rows.append(row)
    yield from _count_releases(rows)


def _count_releases(rows: list[Row[Any]]) -> Iterator[ReleaseRow]:
    for number, row in enumerate(rows):
        yield ReleaseRow(get_series_id(row), read_row(row), len(rows) - number, len(rows))


def find_series(connection: Connection) -> list[SeriesRow]:
    """What is counted by whom, in order of what it counts."""
    found: dict[tuple[str, ...], list[Row[Any]]] = {}
    for row in _find_rows(connection):
        found.setdefault(tuple(getattr(row, name) for name in _SERIES), []).append(row)
    return [_make_series(get_series_id(rows[0]), rows) for rows in found.values()]


def _make_series(id: str, rows: list[Row[Any]]) -> SeriesRow:
    periods = {parse_period(row.time_period) for row in rows}
    released = max(row.released for row in rows)
    named = {name: getattr(rows[0], name) for name in _SERIES}
    return SeriesRow(
        id=id,
        **named | {"counterpart_area": named["counterpart_area"] or None},
        periods=len(periods),
        first=min(periods, key=lambda period: (period.first, period.last)),
        last=max(periods, key=lambda period: (period.last, period.first)),
        released=date.fromisoformat(released) if released else None,
    )


def get_series_id(row: Row[Any]) -> str:
    """The id of the series that a row is of."""
    key = "\n".join(getattr(row, name) or "" for name in _SERIES)
    return base64.b32encode(hashlib.sha256(key.encode()).digest())[:_SHORT].decode().lower()


def _write(figure: Statistic, now: str) -> Columns:
    return {
        "source": figure.source,
        "indicator": figure.indicator,
        "ref_area": figure.ref_area,
        "counterpart_area": figure.counterpart_area or "",
        "time_period": str(figure.time_period),
        "obs_value": f"{figure.obs_value:f}",
        "unit_measure": figure.unit_measure,
        "obs_status": figure.obs_status,
        "released": figure.released.isoformat() if figure.released else "",
        "imported_at": now,
        "measure": figure.measure,
        "qualifier": figure.qualifier,
        "low": _write_number(figure.low),
        "high": _write_number(figure.high),
        "url": figure.url or "",
    }


def _write_number(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def read_row(row: Row[Any]) -> Statistic:
    """The figure that a row of the table keeps."""
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
        measure=row.measure,
        qualifier=row.qualifier,
        low=Decimal(row.low) if row.low else None,
        high=Decimal(row.high) if row.high else None,
        url=row.url or None,
    )
