"""Which two levels a growth, a multiple or a difference may be between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from hamkor.model import Period
from hamkor.verify.figure import Figure
from hamkor.verify.known import Known
from hamkor.verify.nested import FLOWS
from hamkor.verify.recent import find_recent, get_year_before
from hamkor.verify.shelf import Times

_ZERO = Decimal(0)
_MONTHS_DIFFER = timedelta(days=3)  # by which as many months may differ
_BESIDE = 80  # characters from a level to the change that it belongs to
Pair = tuple[Figure, Figure]  # the level now, and the one before


def find_pairs(figure: Figure, known: Known) -> list[Pair]:
    """Levels of the most trusted teller that has both: of the figure's time and of a year before.

    Where nobody has both, the document's own level and an official one of its side. Two sides report one trade
    differently, so that both levels are of one side; in one document they are what it sets against each other.
    """
    if figure.period is None:
        return []
    yearly = None if figure.measure == "multiple" else (figure.period, find_year_before(figure.period))
    by_teller: defaultdict[str, list[Figure]] = defaultdict(list)
    for level in (levels := _find_levels(figure, known, yearly)):
        by_teller[level.teller].append(level)
    mixed = [f for f in levels if f.teller == figure.teller or f.official]
    return next((pairs for own in (*by_teller.values(), mixed) if (pairs := _pair_up(own, figure))), [])


def find_only_pair(figure: Figure, known: Known) -> Pair | None:
    """The only two levels of known times that the figure's document tells, the later one first."""
    levels = [f for f in _find_own_levels(figure, known) if f.period]
    if len(levels) != 2 or levels[0].unit != levels[1].unit:
        return None
    before, now = sorted(levels, key=lambda f: f.period.last if f.period else date.min)
    return now, before


def find_told_pair(figure: Figure, known: Known) -> Pair | None:
    """The only two levels of no time, where they stand right before the figure («с 38 до 95, то есть в 2,5 раза»).

    One of a time may stand before it, and the other right after («1 143; это на 9 % больше, чем год назад, 1 049»).
    The greater one is the later where the figure tells of growth.
    """
    levels = _find_own_levels(figure, known)
    if len(levels) != 2 or not (_are_before(figure, levels) or _are_around(figure, levels)):
        return None
    less, more = sorted(levels, key=lambda f: f.value)
    if less.unit != more.unit:
        return None
    return (more, less) if _grows(figure) else (less, more)


def _are_before(figure: Figure, levels: Iterable[Figure]) -> bool:
    return all(f.period is None and is_beside(f, figure) for f in levels)


def _are_around(figure: Figure, levels: Iterable[Figure]) -> bool:
    """Whether a level of a time stands right before a change and one that tells none right after."""
    first, second = sorted(levels, key=lambda f: f.start)
    return first.period is not None and second.period is None and is_beside(first, figure) and is_beside(figure, second)


def is_beside(level: Figure, figure: Figure) -> bool:
    """Whether a level stands right before a change."""
    return 0 < figure.start - level.end <= _BESIDE


def _grows(figure: Figure) -> bool:
    return figure.value >= (1 if figure.measure == "multiple" else 0)


def are_comparable(pair: Pair) -> bool:
    """Whether two levels are of two times, as long where they add up over time: no four months against a year."""
    one, other = (figure.period for figure in pair)
    if one is None or other is None or one == other:
        return False
    return pair[0].indicator not in FLOWS or _are_as_long(one, other)


def find_other_times(figure: Figure, known: Known) -> Iterator[Pair]:
    """Levels of other times, the latest first, each with that of a year before by the same teller."""
    levels = _find_levels(figure, known)
    for now in find_recent(levels, figure):
        before = find_year_before(now.period)
        yield from ((now, base) for base in levels if base.period == before and _are_of_one(now, base))


def find_other_bases(figure: Figure, known: Known) -> Iterator[Pair]:
    """The level of the figure's time with others by the same teller: those of the same months of other years.

    And with the one of the time as long right before: a quarter is compared with the last one, too.
    """
    levels = _find_levels(figure, known)
    for now in (f for f in levels if f.period == figure.period):
        found = find_recent(levels, figure)
        same = [f for f in found if _are_same_months(f.period, now.period)]
        last = [f for f in found if _is_right_before(f.period, now.period)]
        yield from ((now, base) for base in (*same, *last) if _are_of_one(now, base))


def find_year_before(period: Period | None) -> Period | None:
    """The same time a year before; None for a day that the year before does not have."""
    try:
        return get_year_before(period) if period else None
    except ValueError:
        return None


def _find_levels(figure: Figure, known: Known, times: Times | None = None) -> list[Figure]:
    """Levels of what has grown that anybody tells."""
    return _pick_fitting(figure, known.find_flow(figure, times=times))


def _find_own_levels(figure: Figure, known: Known) -> list[Figure]:
    """Levels of what has grown that its own document tells."""
    return _pick_fitting(figure, known.own.find_flow(figure))


def _pick_fitting(figure: Figure, levels: Iterable[Figure]) -> list[Figure]:
    """Those in the unit of a difference; none that may be nothing at all."""
    unit = None if figure.measure in ("change", "multiple") else figure.unit
    told = (f for f in levels if unit is None or f.unit == unit)
    return [f for f in told if f.bounds.low > _ZERO or not f.bounds.holds(_ZERO)]


def _pair_up(levels: Sequence[Figure], figure: Figure) -> list[Pair]:
    if len(levels) < 2:
        return []
    period, year_before = figure.period, find_year_before(figure.period)
    now, before = ([f for f in levels if f.period == time] for time in (period, year_before))
    yearly = [(n, b) for n in now for b in before if n.id != b.id and _is_one_sided(n, b, figure)]
    if yearly or figure.measure != "multiple":
        return yearly
    both = ((n, b) for n in levels for b in levels if n.id != b.id and _is_one_sided(n, b, figure))
    return [pair for pair in both if _spans(pair, period)]


def _is_one_sided(now: Figure, before: Figure, figure: Figure) -> bool:
    own = now.teller == before.teller == figure.teller
    return now.unit == before.unit and (own or now.ref == before.ref)


def _are_of_one(now: Figure, before: Figure) -> bool:
    return before.teller == now.teller and before.unit == now.unit


def _spans(pair: Pair, period: Period | None) -> bool:
    """Whether the two levels are those at the ends of a longer time («in six years»)."""
    now, before = (figure.period for figure in pair)
    if period is None or now is None or before is None or now.first <= before.first:
        return False
    return (before.first, now.last) == (period.first, period.last)


def _are_same_months(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and (one.start[4:], one.end[4:]) == (other.start[4:], other.end[4:])


def _is_right_before(one: Period | None, other: Period | None) -> bool:
    """Whether one time is as long as another, in months, and ends the day before it begins."""
    if one is None or other is None or one.last + timedelta(days=1) != other.first:
        return False
    return _are_as_long(one, other)


def _are_as_long(one: Period, other: Period) -> bool:
    return abs((one.last - one.first) - (other.last - other.first)) <= _MONTHS_DIFFER


def are_after(figure: Figure, pair: Pair) -> bool:
    """Whether both levels stand right after a change, the earlier first («вчетверо: в 2022 году 9, в 2024-м 36»)."""
    now, before = pair
    return is_beside(figure, before) and is_beside(before, now)
