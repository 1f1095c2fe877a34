"""Targets: told, never judged, with the yearly growth that they would take and the growth there was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hamkor.model import Interval, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_middle, tell
from hamkor.verify.known import Known

_ONE, _HUNDRED = point(Decimal(1)), point(Decimal(100))
_YEAR_DAYS = 360
_ENDS = Decimal("1e-12")  # roots have no end: their bounds are moved outward by so much


def check_target(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A target: not judged; told with the yearly growth that it would take and the growth there was."""
    if figure.measure == "level" and figure.status != "actual":
        yield tell(figure, None, "unchecked", _tell_growth(figure, known))


def _tell_growth(figure: Figure, known: Known) -> Reason:
    years = _find_years(figure, known)
    if not years or figure.period is None or figure.bounds.low <= 0:
        return explain("ahead")
    level = years[-1]
    left = figure.period.last.year - _get_year(level)
    if left < 1 or level.period is None:
        return explain("ahead")
    yearly = get_middle(_get_yearly(figure.bounds, level.bounds, left), "PCT")
    target, told = get_amount(figure), get_amount(level)
    alone = explain("target", target=target, by=figure.period, level=told, of=level.period, yearly=yearly)
    before = next((f for f in years if f.teller == level.teller and _get_year(f) < _get_year(level)), None)
    if before is None or before.period is None:
        return alone
    grown = _get_yearly(level.bounds, before.bounds, _get_year(level) - _get_year(before))
    return explain("target_since", told=alone, since=before.period, until=level.period, grown=get_middle(grown, "PCT"))


def _find_years(figure: Figure, known: Known) -> Sequence[Figure]:
    """Levels of whole years before, of the most trusted teller of the latest, in order of time."""
    levels = known.find_flow(figure)
    whole = [f for f in levels if f.unit == figure.unit and f.bounds.low > 0 and _is_whole_year(f)]
    return sorted(whole[::-1], key=_get_year)


def _is_whole_year(figure: Figure) -> bool:
    period = figure.period
    return period is not None and (period.last - period.first).days >= _YEAR_DAYS and period.start[:4] == period.end[:4]


def _get_year(figure: Figure) -> int:
    return figure.period.last.year if figure.period else 0


def _get_yearly(now: Interval, before: Interval, years: int) -> Interval:
    """The growth a year, in percent, that leads from one level to another in so many years."""
    ratio, root = now / before, 1 / Decimal(years)
    yearly = Interval(ratio.low**root * (1 - _ENDS), ratio.high**root * (1 + _ENDS))
    return (yearly - _ONE) * _HUNDRED
