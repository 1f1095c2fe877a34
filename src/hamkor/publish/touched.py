"""What of a ledger the figures of a document may be held against, in the terms in which it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hamkor.codes.areas import find_regions
from hamkor.ledger import write_counted
from hamkor.model import Period
from hamkor.verify import Figure
from hamkor.verify.nested import ADDITIVE
from hamkor.verify.recent import RECENT_MONTHS, get_year_before

MOST_TOLD = 8  # figures of one thing and time, where these are named
MOST_RECENT = 2  # of each other time that a figure could be of
MOST_NESTED = 2  # of each region, and of the country
_TRADE = ("trade_turnover", "exports", "imports")  # what tells of one another
_Sides = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Touched:
    """What is looked up: things and times, of each of which so many figures are wanted; series of statistics.

    counted     things at times, and how many of each
    indicators  of statistics
    areas       between which they are
    """

    counted: Mapping[str, int]
    indicators: frozenset[str]
    areas: frozenset[str]


def find_touched(figures: Sequence[Figure]) -> Touched:
    """What the figures of one document touch.

    The things that they count, in their own times, the years before and what else is recent; exports and imports for
    turnover; what a share is of; the country of a region and the regions of a country, in the same time.
    """
    told = max((f.known for f in figures if f.known), default=date.today())
    return Touched(
        _find_counted(figures, _list_recent(told)),
        frozenset(indicator for f in figures for indicator in _find_indicators(f)),
        frozenset(area for f in figures for area in _find_areas(f)),
    )


def _list_recent(told: date) -> list[date]:
    """The ends of the months before a day: on these days the times end that a figure could be of."""
    days, day = [], told.replace(day=1)
    for _ in range(RECENT_MONTHS):
        day -= timedelta(days=1)
        days.append(day)
        day = day.replace(day=1)
    return days


def _find_counted(figures: Sequence[Figure], recent: Sequence[date]) -> dict[str, int]:
    """Things and times, and how many figures of each; most of what is held against a figure by name."""
    found: dict[str, int] = {}
    for figure in figures:
        named = list(_find_days(figure))
        for indicator, sides in _find_same(figure):
            found |= {key: MOST_RECENT for day in recent if (key := write_counted(indicator, sides, day)) not in found}
            found |= {write_counted(indicator, sides, day): MOST_TOLD for day in named}
        if figure.is_level and figure.indicator in ADDITIVE and figure.period:
            nested = (write_counted(figure.indicator, pair, figure.period.last) for pair in _find_nested(figure))
            found |= {key: MOST_NESTED for key in nested if key not in found}
    return found


def _find_days(figure: Figure) -> Iterator[date | None]:
    """The last days of the times that a figure is held against by name: its own, the year before, its year."""
    if figure.period is None:
        yield None
        return
    yield figure.period.last
    yield date(figure.period.last.year, 12, 31)
    for time in (figure.period, Period(figure.period.start)):
        try:
            yield get_year_before(time).last
        except ValueError:
            return


def _find_same(figure: Figure) -> Iterator[tuple[str, _Sides]]:
    """What tells of the same: the thing itself, exports and imports of a turnover, the whole of a share."""
    for indicator in _TRADE if figure.indicator in _TRADE else (figure.indicator,):
        yield indicator, (figure.ref, figure.counterpart)
    if whole := figure.part_of:
        yield whole.indicator or figure.indicator, (whole.ref_area, whole.counterpart_area)


def _find_indicators(figure: Figure) -> Iterable[str]:
    whole = {figure.part_of.indicator} if figure.part_of and figure.part_of.indicator else set()
    return {*(_TRADE if figure.indicator in _TRADE else (figure.indicator,)), *whole}


def _find_nested(figure: Figure) -> Iterator[_Sides]:
    """The countries that the sides lie in, and the regions that lie in them."""
    ref, counterpart = figure.ref, figure.counterpart
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
