"""Areas whose borders moved: figures of before and after are not of the same thing, and contradict nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hamkor.codes import AreaChange, find_change
from hamkor.model import Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.recent import get_year_before

# Checks that hold one time against another: whatever they say across a change of borders, it is not checked.
_OF_TWO_TIMES = frozenset({"growth", "multiple", "change_abs"})
# Checks of one time, which may be told in the borders of before or of after: no conflict can be made of it.
_OF_ONE_TIME = frozenset({"same_figure", "official", "cumulation"})
_GRAVE = ("conflicts", "fits_other_period")


def are_crossed(verdict: Verdict) -> bool:
    """Whether borders that moved may matter to a verdict at all."""
    return verdict.check in _OF_TWO_TIMES or (verdict.check in _OF_ONE_TIME and verdict.verdict in _GRAVE)


def heed_borders(figure: Figure, verdict: Verdict, against: Sequence[Figure]) -> Verdict:
    """The verdict itself, or `unchecked` with the reason where the borders of an area of it moved in between.

    against  the figures that it was held against
    """
    if not are_crossed(verdict):
        return verdict
    told = [figure, *against]
    days = [_get_first_base(figure)] if verdict.check in _OF_TWO_TIMES else [f.known for f in told]
    change = _find_change(told, days)
    if change is None:
        return verdict
    reason = explain("borders", told=verdict.reason, area=change.code, day=Period(change.day.isoformat()))
    return replace(verdict, verdict="unchecked", reason=reason)


def _find_change(figures: Sequence[Figure], days: Iterable[date | None]) -> AreaChange | None:
    """The change of an area of these figures within their times and the days given."""
    times = [f.period for f in figures if f.period]
    every = [*(day for day in days if day), *(time.first for time in times), *(time.last for time in times)]
    areas = dict.fromkeys(area for f in figures for area in (f.ref, f.counterpart) if area)
    found = (find_change(area, min(every), max(every)) for area in areas) if times else ()
    return next((change for change in found if change), None)


def _get_first_base(figure: Figure) -> date | None:
    """The first day of the time that a change is from, where it does not say itself: a year before its own."""
    try:
        return get_year_before(figure.period).first if figure.period else None
    except ValueError:
        return None
