"""What of a ledger the figures of a document may be held against, in the terms in which it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hamkor.codes.areas import find_regions
from hamkor.ledger import Sought, write_counted
from hamkor.model import Period
from hamkor.verify import Figure
from hamkor.verify.known import RECENT_MONTHS, get_year_before
from hamkor.verify.nested import ADDITIVE

_MONTH = timedelta(days=31)
_TRADE = ("trade_turnover", "exports", "imports")  # what tells of one another
_Sides = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Touched:
    """Look-ups in documents, and the series of statistics: of which indicators, between which areas."""

    sought: tuple[Sought, ...]
    indicators: frozenset[str]
    areas: frozenset[str]


def find_touched(figures: Sequence[Figure]) -> Touched:
    """What the figures of one document touch.

    The things that they count, in their own times, the years before and what else is recent; exports and imports for
    turnover; what a share is of; the country of a region and the regions of a country, in the same time.
    """
    told = max((f.known for f in figures if f.known), default=date.today())
    recent = told - timedelta(days=31 * RECENT_MONTHS), told
    days = frozenset(day for f in figures for day in _find_days(f))
    same, around = _find_counted(figures)
    own_days = frozenset(f.period.last for f in figures if f.period)
    news = told - _MONTH, told + _MONTH
    return Touched(
        (Sought(frozenset(same), days, recent, news), Sought(frozenset(around - same), own_days)),
        frozenset(indicator for f in figures for indicator in _find_indicators(f)),
        frozenset(area for f in figures for area in _find_areas(f)),
    )


def _find_days(figure: Figure) -> Iterator[date]:
    """The last days of the times that a figure is held against by name: its own, the year before, its year."""
    if figure.period is None:
        return
    yield figure.period.last
    yield date(figure.period.last.year, 12, 31)
    for first in (figure.period, Period(figure.period.start)):
        try:
            yield get_year_before(first).last
        except ValueError:
            return


def _find_counted(figures: Sequence[Figure]) -> tuple[set[str], set[str]]:
    """What is looked up in all times, and what in the figures' own alone."""
    same: set[str] = set()
    around: set[str] = set()
    for figure in figures:
        sides = (figure.ref, figure.counterpart)
        for indicator in _find_indicators(figure):
            same.add(write_counted(indicator, *sides))
        if whole := figure.part_of:
            same.add(write_counted(whole.indicator or figure.indicator, whole.ref_area, whole.counterpart_area))
        if figure.is_level and figure.indicator in ADDITIVE:
            around.update(write_counted(figure.indicator, *pair) for pair in _find_nested(sides))
    return same, around


def _find_indicators(figure: Figure) -> Iterable[str]:
    whole = {figure.part_of.indicator} if figure.part_of and figure.part_of.indicator else set()
    return {*(_TRADE if figure.indicator in _TRADE else (figure.indicator,)), *whole}


def _find_nested(sides: _Sides) -> Iterator[_Sides]:
    """The countries that the sides lie in, and the regions that lie in them."""
    ref, counterpart = sides
    yield _get_country(ref), _get_country(counterpart)
    yield _get_country(ref), counterpart
    yield ref, _get_country(counterpart)
    yield from ((region, counterpart) for region in _find_regions(ref))
    yield from ((ref, region) for region in _find_regions(counterpart))


def _get_country(side: str | None) -> str | None:
    return side and side.partition("-")[0]


def _find_regions(side: str | None) -> Iterable[str]:
    return find_regions(side) if side and "-" not in side else ()


def _find_areas(figure: Figure) -> Iterator[str]:
    whole = figure.part_of
    sides = [figure.ref, figure.counterpart, *((whole.ref_area, whole.counterpart_area) if whole else ())]
    for side in sides:
        if side:
            yield side
            yield side.partition("-")[0]
