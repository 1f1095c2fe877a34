"""How official figures and their series are written, and which of them are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hamkor.codes import is_part_of
from hamkor.model import Statistic
from hamkor.publish.statements import plain_number
from hamkor.text.fold import fold

if TYPE_CHECKING:
    from hamkor.ledger import ReleaseRow, SeriesRow
    from hamkor.model import Period


@dataclass(frozen=True, slots=True)
class SeriesFilter:
    """What series and their values can be asked for; what is None is not asked.

    series  first letters of ids of series; empty for all
    source  words that the name of the source holds
    between two areas, each with its subdivisions, in either order
    during  values whose time touches this one
    """

    series: tuple[str, ...] = ()
    source: str | None = None
    indicator: str | None = None
    between: tuple[str, str] | None = None
    during: Period | None = None

    def takes_series(self, row: SeriesRow) -> bool:
        """Whether a series is asked for; its times are not looked at."""
        return self._takes(row.id, row)

    def takes(self, row: ReleaseRow) -> bool:
        """Whether a value is asked for."""
        period, during = row.statistic.time_period, self.during
        touches = during is None or (period.first <= during.last and during.first <= period.last)
        return touches and self._takes(row.series, row.statistic)

    def _takes(self, id: str, figure: SeriesRow | Statistic) -> bool:
        named = not self.series or id.startswith(self.series)
        told = self.source is None or fold(self.source) in fold(figure.source)
        counted = self.indicator in (None, figure.indicator)
        return named and told and counted and self._is_between(figure)

    def _is_between(self, figure: SeriesRow | Statistic) -> bool:
        sides = (figure.ref_area, figure.counterpart_area)
        pairs = (self.between, self.between[::-1]) if self.between else ()
        return not pairs or any(
            all(_lies(side, area) for side, area in zip(sides, pair, strict=True)) for pair in pairs
        )


def _lies(side: str | None, area: str) -> bool:
    return side is not None and is_part_of(side, area)


def write_statistic(figure: Statistic) -> dict[str, Any]:
    """An official figure as plain data, in the plain form that is read."""
    return {
        "source": figure.source,
        "indicator": figure.indicator,
        "ref_area": figure.ref_area,
        "counterpart_area": figure.counterpart_area,
        "time_period": str(figure.time_period),
        "obs_value": plain_number(figure.obs_value),
        "unit_measure": figure.unit_measure,
        "obs_status": figure.obs_status,
        "released": figure.released.isoformat() if figure.released else None,
        "measure": figure.measure,
        "qualifier": figure.qualifier,
        "low": None if figure.low is None else plain_number(figure.low),
        "high": None if figure.high is None else plain_number(figure.high),
        "url": figure.url,
    }


def write_release(row: ReleaseRow) -> dict[str, Any]:
    """One value of a series, with which of its releases it is."""
    return {"series": row.series, **write_statistic(row.statistic), "release": row.release, "releases": row.releases}


def write_series(row: SeriesRow) -> dict[str, Any]:
    """One series: what, how many times, from when to when, and its last release."""
    return {
        "series": row.id,
        "source": row.source,
        "indicator": row.indicator,
        "measure": row.measure,
        "ref_area": row.ref_area,
        "counterpart_area": row.counterpart_area,
        "unit_measure": row.unit_measure,
        "periods": row.periods,
        "first": str(row.first),
        "last": str(row.last),
        "released": row.released.isoformat() if row.released else None,
    }
