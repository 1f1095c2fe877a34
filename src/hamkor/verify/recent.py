"""Other times that a figure may be of: those that had ended not long before it was told, and a year before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hamkor.model import Period
from hamkor.model.period import move_years
from hamkor.verify.figure import Figure

RECENT_MONTHS = 24  # how far back another period may lie that a figure could be of
MOST = 24  # other periods that are tried


def find_recent(figures: Iterable[Figure], of: Figure) -> list[Figure]:
    """Those of other periods that end within 24 months before the figure was told, the latest first.

    Those too wide to tell anything are left out.
    """
    told = of.known
    found = [f for f in figures if f.period and f.period != of.period and _is_recent(f.period, told) and _is_narrow(f)]
    return sorted(found, key=lambda f: f.period.last if f.period else date.min, reverse=True)[:MOST]


def _is_recent(period: Period, told: date | None) -> bool:
    if told is None:
        return False
    months = (told.year - period.last.year) * 12 + told.month - period.last.month
    return 0 <= months <= RECENT_MONTHS


def _is_narrow(figure: Figure) -> bool:
    """A claim wider than half its value fits anything."""
    return figure.bounds.width * 2 <= abs(figure.value)


def get_year_before(period: Period) -> Period:
    """The same period of the year before."""
    return move_years(period, -1)
