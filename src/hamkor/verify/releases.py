"""A figure against the official series: what was released when the text was published, and what is released now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hamkor.model import Interval, Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import compare, get_amount, tell
from hamkor.verify.known import Known
from hamkor.verify.recent import find_recent
from hamkor.verify.shelf import Times

# What a later release may make of an earlier one. Seen: seven months of 2023 told as 2.49 and 2.4 bn by one office.
REVISION = Decimal("0.05")
REVISED = Interval(1 - REVISION, 1 / (1 - REVISION))


def check_official(figure: Figure, known: Known) -> Iterator[Verdict]:
    """The official series of the same side and time: by what had been released when the text was published.

    What was revised since is told beside. Where nothing had been released by then, the figure is held against what was
    released since, and that is told; a difference that a revision could make is no conflict then.
    """
    if not figure.is_level or figure.period is None:
        return
    releases = _by_source(_find_official(figure, known, (figure.period,)))
    told = [_check_source(figure, own, known) for own in releases.values()]
    if told:
        yield next((v for v in told if v.verdict == "fits"), told[0])


def _find_official(figure: Figure, known: Known, times: Times | None = None) -> Iterator[Figure]:
    """The official levels of what a figure counts, told by its side; of all times where none are named."""
    for other in known.find_official(figure, times=times):
        if other.is_level and other.unit == figure.unit and other.ref == figure.ref:
            yield other


def _by_source(figures: Iterator[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.teller, []).append(figure)
    return found


def _check_source(figure: Figure, own: Sequence[Figure], known: Known) -> Verdict:
    """What one source says by its releases of the figure's time, the latest first."""
    releases = sorted(reversed(own), key=_get_day)  # of one day the last that came counts, and stands first
    then = find_released(releases, figure.known)
    held = then or next((f for f in releases if f.bounds.meets(figure.bounds)), releases[-1])
    told = compare("official", figure, held)
    if told.verdict == "conflicts":
        source = [f for f in _find_official(figure, known) if f.teller == held.teller]
        told = _try_other_periods(figure, source, told) or told
    if then is None and told.verdict == "conflicts" and (figure.bounds * REVISED).meets(held.bounds):
        told = replace(told, verdict="unchecked")
    return _tell_vintage(told, held, releases[-1], then_known=then is not None)


def find_released(releases: Sequence[Figure], day: date | None) -> Figure | None:
    """The last of these releases, in order, that could be known on a day; None where there was none yet.

    A release whose day is not told could always be known; so could all, where the day is not told.
    """
    known = [f for f in releases if day is None or f.known is None or f.known <= day]
    return known[-1] if known else None


def _get_day(figure: Figure) -> date:
    return figure.known or date.min


def _tell_vintage(told: Verdict, held: Figure, now: Figure, *, then_known: bool) -> Verdict:
    """The verdict with what was known when."""
    if not then_known and held.known:
        told = replace(told, reason=explain("released_after", told=told.reason, day=Period(held.known.isoformat())))
    if now is held or now.value == held.value or not now.known:
        return told
    name = "revised" if then_known else "revised_later"
    reason = explain(name, told=told.reason, day=Period(now.known.isoformat()), now=get_amount(now))
    return replace(told, reason=reason, against=(*told.against, now.id))


def _try_other_periods(figure: Figure, source: Sequence[Figure], own: Verdict) -> Verdict | None:
    """Another time of the same series that the figure is of, as released when it was told."""
    known = [f for f in source if figure.known is None or f.known is None or f.known <= figure.known]
    for other in find_recent(known, figure):
        if other.period and other.bounds.meets(figure.bounds) and figure.bounds.width * 2 <= abs(figure.value):
            told = explain("told", teller=other.teller, other=get_amount(other), printed=get_amount(figure))
            reason = explain("of_time", period=other.period, told=told)
            reason = explain("not_own", told=reason, own=own.reason)
            return tell(figure, "official", "fits_other_period", reason, against=(other,))
    return None
