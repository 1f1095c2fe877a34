"""Growth, multiples and differences held against the levels they are between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain

from hamkor.model import Interval, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_best, get_middle, tell
from hamkor.verify.known import Known
from hamkor.verify.pairs import (
    Pair,
    are_after,
    are_comparable,
    find_only_pair,
    find_other_bases,
    find_other_times,
    find_pairs,
    find_told_pair,
    find_year_before,
    is_beside,
)
from hamkor.verify.voices import judge_two

_PERCENT = "PCT"
_HUNDRED = point(Decimal(100))
_Compute = Callable[[Interval, Interval], Interval]


def _growth(now: Interval, before: Interval) -> Interval:
    """(now − before) / before, with the base taken once: the bounds are exact."""
    return now / before * _HUNDRED - _HUNDRED


def _multiple(now: Interval, before: Interval) -> Interval:
    return now / before


def _difference(now: Interval, before: Interval) -> Interval:
    return now - before


_COMPUTED: dict[str, _Compute] = {"change": _growth, "change_abs": _difference, "multiple": _multiple}


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
    alike = [f for f in known.own.find(figure) if f.measure == "share"]
    if figure.status != "actual" or len(alike) != 2:
        return tell(figure, "change_abs", "unchecked", explain("no_level"))
    shares = sorted(alike, key=lambda f: f.value, reverse=figure.value >= 0)
    return _judge(figure, "change_abs", (shares[0], shares[1]), _difference)


def _check(figure: Figure, known: Known, check: str, compute: _Compute) -> Iterator[Verdict]:
    if figure.status != "actual":
        yield tell(figure, None, "unchecked", explain("ahead"))
        return
    # The levels of one teller settle it: one fitting pair of those most trusted is enough.
    best = get_best(_judge(figure, check, pair, compute) for pair in find_pairs(figure, known))
    if best:
        yield best if best.verdict == "fits" else _try_others(figure, known, check, compute) or best
        return
    told = (_try_day if figure.period else _try_only_pair)(figure, known, check, compute)
    told = told or _try_ends(figure, known, check, compute) or _try_later(figure, known, check, compute)
    yield told or tell(figure, check, "unchecked", _tell_missing(figure, known, compute))


def _judge(figure: Figure, check: str, pair: Pair, compute: _Compute) -> Verdict:
    now, before = pair
    formula = explain(check, now=get_amount(now), before=get_amount(before))
    return judge_two(figure, check, compute, pair, formula=formula)


def _try_only_pair(figure: Figure, known: Known, check: str, compute: _Compute) -> Verdict | None:
    """A change that tells no time is of the only two levels that its document tells.

    A percentage that does not fit them may be of other times, unless they are a year apart; so may any of times that
    are not held against each other.
    """
    pair = find_only_pair(figure, known) or find_told_pair(figure, known)
    if pair is None:
        return None
    told = _judge(figure, check, pair, compute)
    sure = figure.measure != "change" or (
        pair[0].period is not None and find_year_before(pair[0].period) == pair[1].period
    )
    return told if told.verdict == "fits" or (sure and _may_conflict(pair)) else None


def _try_day(figure: Figure, known: Known, check: str, compute: _Compute) -> Verdict | None:
    """A change up to a day fits the only two levels told, of that day and of the year before («год назад … 1 049»)."""
    pair = find_only_pair(figure, known)
    before = pair[1].period if pair else None
    if pair is None or figure.period is None or figure.period.first != figure.period.last or before is None:
        return None
    year = before.first.year == before.last.year == figure.period.first.year - 1
    told = _judge(figure, check, pair, compute) if year and pair[0].period == figure.period else None
    return told if told and told.verdict == "fits" else None


def _may_conflict(pair: Pair) -> bool:
    """Levels of which one tells no time are told right around the change."""
    return None in (pair[0].period, pair[1].period) or are_comparable(pair)


def _try_ends(figure: Figure, known: Known, check: str, compute: _Compute) -> Verdict | None:
    """A multiple or a difference told with a level of its own time: of the only two levels, told right beside it.

    The earlier one stands before it, or both after it. Told elsewhere it may be of other times, where it does not fit.
    """
    pair = find_only_pair(figure, known) if figure.measure != "change" else None
    if pair is None or figure.period not in (pair[0].period, pair[1].period):
        return None
    told = _judge(figure, check, pair, compute)
    beside = is_beside(pair[1], figure) or are_after(figure, pair)
    return told if told.verdict == "fits" or (beside and are_comparable(pair)) else None


def _try_later(figure: Figure, known: Known, check: str, compute: _Compute) -> Verdict | None:
    """A change told right after two levels a year apart, dated as the earlier («31 млн против 27 млн в 2023-м …»).

    One that does not fit them may be of the earlier year, unless another change told beside it is theirs.
    """
    pair = find_only_pair(figure, known)
    if pair is None or figure.period != pair[1].period or not is_beside(pair[1], figure):
        return None
    if find_year_before(pair[0].period) != pair[1].period:
        return None
    told = _judge(figure, check, pair, compute)
    return told if told.verdict == "fits" or _is_told_beside(figure, known, pair) else None


def _is_told_beside(figure: Figure, known: Known, pair: Pair) -> bool:
    """Whether another change of the same time, right beside, is that between the two levels."""
    changes = [f for f in known.own.find(figure) if f.measure in _COMPUTED and f.period == figure.period]
    near = (f for f in changes if is_beside(f, figure) or is_beside(figure, f))
    return any(f.bounds.meets(_COMPUTED[f.measure](pair[0].bounds, pair[1].bounds)) for f in near)


def _try_others(figure: Figure, known: Known, check: str, compute: _Compute) -> Verdict | None:
    """The change of another time, or from another base, that the printed one would be."""
    found = (("of_time", 0, pair) for pair in find_other_times(figure, known))
    bases = (("of_base", 1, pair) for pair in find_other_bases(figure, known))
    for name, which, pair in chain(found, bases):
        told, period = _judge(figure, check, pair, compute), pair[which].period
        if told.verdict == "fits" and period:
            reason = explain(name, period=period, told=told.reason)
            return tell(figure, check, "fits_other_period", reason, against=pair)
    return None


def _tell_missing(figure: Figure, known: Known, compute: _Compute) -> Reason:
    """Which level is not known, and what the base would be by the one that is."""
    now = next(iter(known.find_flow(figure, times=(figure.period,))), None) if figure.period else None
    if now is None:
        return explain("no_level")
    before = find_year_before(figure.period)
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
