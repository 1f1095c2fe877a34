"""Figures that tie two levels: growth, multiples, differences, shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal
from itertools import chain

from hamkor.model import Interval, Period
from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Scale, Sum
from hamkor.verify.figure import Figure, get_sides
from hamkor.verify.network import Network, Quantity, agree, get_voice
from hamkor.verify.recent import get_year_before

_HUNDRED = point(Decimal(100))
CHECKS = {"change": "growth", "multiple": "multiple", "change_abs": "change_abs", "share": "share"}


def add_relations(network: Network, figures: Iterable[Figure]) -> None:
    """Take in what ties levels; of what one voice tells in numbers that exclude each other, nothing."""
    told: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure in CHECKS and figure.status == "actual" and figure.ref is not None and figure.period:
            told[get_voice(figure), figure.what, figure.measure, figure.period, figure.part_of].append(figure)
    units = _Units(network, chain.from_iterable(told.values()))
    for alike in told.values():
        unit = units.find(alike[0])
        if unit is not None and agree(alike):
            for figure in alike:
                if equation := _tie(network, figure, unit):
                    network.claim(figure, equation)


class _Units:
    """The unit that a percentage is of: the only one in which its voice, else anybody, tells levels; "" for none."""

    def __init__(self, network: Network, figures: Iterable[Figure]) -> None:
        self._own: defaultdict[Hashable, set[str]] = defaultdict(set)
        self._any: defaultdict[Hashable, set[str]] = defaultdict(set)
        for quantity in (*network.quantities, *network.unsure):
            self._own[quantity.voice, quantity.what].add(quantity.unit)
            self._any[quantity.what].add(quantity.unit)
        for figure in figures:
            if figure.measure == "change_abs":
                self._own[get_voice(figure), figure.what].add(figure.unit)
                self._any[figure.what].add(figure.unit)

    def find(self, figure: Figure) -> str | None:
        if figure.measure == "change_abs":
            return figure.unit
        whats = [figure.what, *([_get_total(figure)] if figure.part_of else [])]
        for known in (set().union(*(self._own[get_voice(figure), w] for w in whats)), *(self._any[w] for w in whats)):
            if known:
                return next(iter(known)) if len(known) == 1 else None
        return ""


def _get_total(figure: Figure) -> Hashable:
    whole = figure.part_of
    assert whole is not None
    indicator = whole.indicator or figure.indicator
    return indicator, None, get_sides(indicator, whole.ref_area, whole.counterpart_area)


def _tie(network: Network, figure: Figure, unit: str) -> Equation | None:
    factor, ends = _get_factor(figure), list(_find_ends(figure, unit))
    if len(ends) != 2 or ends[0] == ends[1] or any(end in network.unsure for end in ends):
        return None
    check = CHECKS[figure.measure]
    if factor is None and figure.measure != "change_abs":
        return None
    result = network.take(ends[0], figure, reporter=figure.ref)
    base = network.take(ends[1], figure, reporter=figure.part_of.ref_area if figure.part_of else figure.ref)
    if factor is None:
        return Sum(figure.id, check, result, (base,), figure.bounds)
    return Scale(figure.id, check, result, base, factor)


def _get_factor(figure: Figure) -> Interval | None:
    """What the base is multiplied by; None where it may be zero or less."""
    bounds = figure.bounds
    if figure.measure == "change_abs":
        return None
    if figure.measure == "change":
        bounds = (bounds + _HUNDRED) / _HUNDRED
    elif figure.measure == "share":
        bounds = bounds / _HUNDRED
    return bounds if bounds.low > 0 else None


def _find_ends(figure: Figure, unit: str) -> Iterator[Quantity]:
    """The level that the figure is of, and the one that it is against."""
    period = figure.period
    assert period is not None
    if figure.measure == "share":
        if figure.part_of:
            yield Quantity(figure.what, period, unit, get_voice(figure))
            yield Quantity(_get_total(figure), period, unit, get_voice(figure))
        return
    for end in find_times(figure.measure, period):
        yield Quantity(figure.what, end, unit, get_voice(figure))


def find_times(measure: str, period: Period) -> tuple[Period, ...]:
    """The time of the level now and of the one before; a multiple over several years is between the last and the first.

    >>> [str(time) for time in find_times("multiple", Period("2016", "2022"))]
    ['2022', '2016']
    """
    if measure == "multiple" and period.start != period.end and len(period.start) == len(period.end) == 4:
        return Period(period.end), Period(period.start)
    try:
        return period, get_year_before(period)
    except ValueError:
        return ()
