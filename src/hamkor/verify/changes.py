"""Growth, multiples and differences held against the levels they are between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from hamkor.model import Interval, Period, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_middle, judge, tell
from hamkor.verify.known import Known, find_recent, get_year_before

_PERCENT = "PCT"
_HUNDRED = point(Decimal(100))
_Compute = Callable[[Interval, Interval], Interval]
_Pair = tuple[Figure, Figure]  # the level now, and the one before


def _growth(now: Interval, before: Interval) -> Interval:
    """(now − before) / before, with the base taken once: the bounds are exact."""
    return now / before * _HUNDRED - _HUNDRED


def _multiple(now: Interval, before: Interval) -> Interval:
    return now / before


def _difference(now: Interval, before: Interval) -> Interval:
    return now - before


def check_growth(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Growth in percent: the level now against the level of the same time a year before, both as exact as printed."""
    if figure.measure == "change":
        yield from _check(figure, known, "growth", _growth)


def check_multiple(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Grew so many times: the later level divided by the earlier one."""
    if figure.measure == "multiple":
        yield from _check(figure, known, "multiple", _multiple)


def check_change_abs(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Grew by an amount: the level now less the level before; of a share, by percentage points."""
    if figure.measure == "change_abs" and figure.unit == _PERCENT:
        yield _check_points(figure, known)
    elif figure.measure == "change_abs":
        yield from _check(figure, known, "change_abs", _difference)


def _check_points(figure: Figure, known: Known) -> Verdict:
    """Percentage points: between the only two shares that the document tells of the same, whichever is older."""
    alike = [f for f in known.find_alike(figure) if (f.measure, f.teller) == ("share", figure.teller)]
    if figure.status != "actual" or len(alike) != 2:
        return tell(figure, "change_abs", "unchecked", explain("no_level"))
    shares = sorted(alike, key=lambda f: f.value, reverse=figure.value >= 0)
    return _judge(figure, "change_abs", (shares[0], shares[1]), _difference)


def _check(figure: Figure, known: Known, check: str, compute: _Compute) -> Iterator[Verdict]:
    if figure.status != "actual":
        yield tell(figure, None, "unchecked", explain("ahead"))
        return
    pairs = list(_find_pairs(figure, known))
    if not pairs and figure.period is None and (told := _try_only_pair(figure, known, check, compute=compute)):
        yield told
        return
    if not pairs:
        yield tell(figure, check, "unchecked", _tell_missing(figure, known, compute))
        return
    own = [_judge(figure, check, pair, compute) for pair in pairs]
    # The levels of one teller settle it: one fitting pair of those most trusted is enough.
    best = next((v for v in own if v.verdict == "fits"), own[0])
    yield best if best.verdict == "fits" else _try_other_periods(figure, known, check, compute=compute) or best


def _judge(figure: Figure, check: str, pair: _Pair, compute: _Compute) -> Verdict:
    now, before = pair
    formula = explain(check, now=get_amount(now), before=get_amount(before))
    return judge(figure, check, compute(now.bounds, before.bounds), formula=formula, against=pair)


def _find_pairs(figure: Figure, known: Known) -> Iterator[_Pair]:
    """Levels of the most trusted teller that has both: of the figure's time and a year before.

    Where nobody has both, the document's own level and an official one of its side.
    """
    levels = [f for f in _levels(figure, known) if not f.bounds.holds(Decimal(0))]
    sets = [[f for f in levels if f.teller == teller] for teller in dict.fromkeys(f.teller for f in levels)]
    sets.append([f for f in levels if f.teller == figure.teller or f.official])
    yield from next((pairs for own in sets if (pairs := list(_between(own, figure)))), ())


def _try_only_pair(figure: Figure, known: Known, check: str, *, compute: _Compute) -> Verdict | None:
    """A change that tells no time is of the only two levels that its document tells.

    A percentage that does not fit them may be of other times, unless they are a year apart.
    """
    levels = [f for f in _levels(figure, known) if f.teller == figure.teller and f.period]
    if len(levels) != 2 or levels[0].unit != levels[1].unit:
        return None
    before, now = sorted(levels, key=lambda f: f.period.last if f.period else date.min)
    if before.bounds.holds(Decimal(0)):
        return None
    told = _judge(figure, check, (now, before), compute)
    sure = figure.measure != "change" or (now.period and _try_year_before(now.period) == before.period)
    return told if sure or told.verdict == "fits" else None


def _levels(figure: Figure, known: Known) -> list[Figure]:
    levels = known.find_levels(figure.indicator, figure.subject, (figure.ref, figure.counterpart), of=figure)
    unit = None if figure.measure in ("change", "multiple") else figure.unit
    return [f for f in levels if unit is None or f.unit == unit]


def _between(levels: list[Figure], figure: Figure) -> Iterator[_Pair]:
    period = figure.period
    if period is None:
        return
    before = _try_year_before(period)
    yearly = [(n, b) for n in levels for b in levels if n.period == period and b.period == before and n.unit == b.unit]
    yield from yearly
    if not yearly and figure.measure == "multiple":
        yield from (
            (n, b)
            for n in levels
            for b in levels
            if n.unit == b.unit and n.period and b.period and period.covers(n.period) and period.covers(b.period)
            if n.period.first > b.period.first and (n.period.last, b.period.first) == (period.last, period.first)
        )


def _try_year_before(period: Period) -> Period | None:
    try:
        return get_year_before(period)
    except ValueError:
        return None


def _try_other_periods(figure: Figure, known: Known, check: str, *, compute: _Compute) -> Verdict | None:
    """The change of another period or base that the printed one would be."""
    levels = [f for f in _levels(figure, known) if not f.bounds.holds(Decimal(0))]
    for now in find_recent(levels, figure):
        if now.period is None:
            continue
        before = _try_year_before(now.period)
        for base in levels:
            if base.period == before and base.teller == now.teller and base.unit == now.unit:
                told = _judge(figure, check, (now, base), compute)
                if told.verdict == "fits":
                    reason = explain("of_time", period=now.period, told=told.reason)
                    return tell(figure, check, "fits_other_period", reason, against=(now, base))
    return _try_other_bases(figure, levels, check, compute=compute)


def _try_other_bases(figure: Figure, levels: list[Figure], check: str, *, compute: _Compute) -> Verdict | None:
    """The same time against the same months of another year than the one before."""
    for now in (f for f in levels if f.period == figure.period):
        for base in find_recent(levels, figure):
            if base.teller == now.teller and base.unit == now.unit and _are_same_months(base.period, now.period):
                told = _judge(figure, check, (now, base), compute)
                if told.verdict == "fits" and base.period:
                    reason = explain("of_base", period=base.period, told=told.reason)
                    return tell(figure, check, "fits_other_period", reason, against=(now, base))
    return None


def _are_same_months(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and (one.start[4:], one.end[4:]) == (other.start[4:], other.end[4:])


def _tell_missing(figure: Figure, known: Known, compute: _Compute) -> Reason:
    """Which level is not known, and what the base would be by the one that is."""
    now = next(iter(known.find_flow(figure, figure.period)), None) if figure.period else None
    if now is None:
        return explain("no_level")
    before = _try_year_before(figure.period) if figure.period else None
    if before is None:
        return explain("no_level")
    base = _derive_base(now.bounds, figure.bounds, compute)
    if base is None:
        return explain("no_base", period=before)
    return explain("no_base_but", period=before, base=get_middle(base, now.unit))


def _derive_base(now: Interval, change: Interval, compute: _Compute) -> Interval | None:
    """The level before, from the level now and the change: derived, never evidence."""
    if compute is _difference:
        return now - change
    factor = (change + _HUNDRED) / _HUNDRED if compute is _growth else change
    return None if factor.holds(Decimal(0)) else now / factor
