"""Mirror figures: what two sides report of one trade never agrees; how far it usually is apart, their series tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamkor.model import Amount, Interval, Period, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, tell
from hamkor.verify.known import Known
from hamkor.verify.releases import find_released

MIRROR_GAP = Decimal("0.16")  # of the mean of the two sides; what is usual without a series to learn it from
_FEWEST = 3  # past times that both sides have, from which the usual gap is learnt
_ROOM = Decimal("1.5")  # how much wider than the widest of them a gap may be: few years show few of its causes
_NARROWEST = Decimal("0.05")  # sides that happened to agree for some years may still differ so much
_DAYS = 3  # by which times of one length may differ
MIRRORED = {
    "trade_turnover": "trade_turnover",
    "exports": "imports",
    "imports": "exports",
}  # what the other side calls it


@dataclass(frozen=True, slots=True)
class Band:
    """How far the two sides of a trade are usually apart, as a part of their mean.

    limit   beyond it a gap is flagged
    widest  the widest gap of past times; None where the series tell too few
    times   those times, in order
    """

    limit: Decimal = MIRROR_GAP
    widest: Decimal | None = None
    times: tuple[Period, ...] = ()


def check_mirror(figure: Figure, known: Known) -> Iterator[Verdict]:
    """What the other side reports of the same trade: the gap is shown; only one beyond the usual conflicts.

    What is usual is learnt from the official series of both sides, from times before the figure's own: half as much
    again as their widest gap, at least 5 %. Without three such times it is 16 % of the mean of the two. Where no series
    tells the other side's count, what another document tells of it counts.
    """
    if not figure.is_level or figure.period is None or figure.indicator not in MIRRORED:
        return
    found = list(known.find_mirrors(figure, MIRRORED[figure.indicator]))
    mirrors = sorted((f for f in reversed(found) if f.official), key=lambda f: f.known or date.min)
    other = find_released(mirrors, figure.known) or next(reversed(mirrors), None) or _pick_told(found, figure)
    if other is None:
        return
    gap, band = get_gap(figure, other), learn_band(figure, known)
    verdict = "fits" if gap.low <= band.limit else "conflicts"
    yield tell(figure, "mirror", verdict, _explain(figure, other, gap, band), against=(other,))


def _pick_told(found: Iterable[Figure], figure: Figure) -> Figure | None:
    """Of what documents tell of the other side's count the nearest in time; a turnover's two sides tell one figure."""
    day = (figure.known or date.max).toordinal()
    told = (f for f in found if not f.is_row and f.is_level and figure.indicator != "trade_turnover")
    return min(told, key=lambda f: abs((f.known or date.min).toordinal() - day), default=None)


def _explain(figure: Figure, other: Figure, gap: Interval, band: Band) -> Reason:
    middle = abs(figure.value - other.value) / get_mean(figure, other)
    parts = {
        "other": get_amount(other),
        "printed": get_amount(figure),
        "gap": Amount(middle * 100, gap * point(Decimal(100)), "PCT"),
    }
    told = explain("mirror", other_side=other.ref or "", side=figure.ref or "", **parts)
    if band.widest is None:
        return explain("mirror_usual", told=told, limit=band.limit * 100)
    ends = {"first": band.times[0], "last": band.times[-1]}
    return explain("mirror_learnt", told=told, widest=band.widest * 100, **ends, limit=band.limit * 100)


def get_gap(figure: Figure, other: Figure) -> Interval:
    """How far two figures may be apart, as a part of their mean: from the least that their bounds allow to the most."""
    upward, downward = figure.bounds.high - other.bounds.low, other.bounds.high - figure.bounds.low
    least = Decimal(0) if figure.bounds.meets(other.bounds) else -min(upward, downward)
    return Interval(least, max(upward, downward)) / point(get_mean(figure, other))


def get_mean(figure: Figure, other: Figure) -> Decimal:
    """The mean of the two, one where they have none to be measured by."""
    return abs(figure.value + other.value) / 2 or Decimal(1)


def learn_band(figure: Figure, known: Known) -> Band:
    """The usual gap of a pair: from times as long as the figure's, else from whole years."""
    indicator, sides = figure.indicator, (figure.ref, figure.counterpart)
    own = _find_series(known.find_releases(indicator, figure.subject, sides, of=figure), figure)
    theirs = _find_series(known.find_releases(MIRRORED[indicator], figure.subject, sides[::-1], of=figure), figure)
    both = sorted(own.keys() & theirs.keys(), key=lambda period: period.last)
    past = [period for period in both if figure.period and period.last < figure.period.first]
    for times in ([p for p in past if _is_as_long(p, figure.period)], [p for p in past if "-" not in str(p)]):
        if len(times) >= _FEWEST:
            widest = max(get_gap(own[period], theirs[period]).low for period in times)
            return Band(max(widest * _ROOM, _NARROWEST), widest, tuple(times))
    return Band()


def _find_series(releases: Iterable[Figure], figure: Figure) -> dict[Period, Figure]:
    """The official values by time, the latest release of each."""
    found: dict[Period, Figure] = {}
    for value in releases:
        if value.period and value.unit == figure.unit:
            kept = found.setdefault(value.period, value)
            if value.known and (kept.known is None or value.known > kept.known):
                found[value.period] = value
    return found


def _is_as_long(period: Period, other: Period | None) -> bool:
    return other is not None and abs(_get_days(period) - _get_days(other)) <= _DAYS


def _get_days(period: Period) -> int:
    return (period.last - period.first).days
