"""The same figure told by others: in another document, or as reported in statistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from hamkor.model import Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import compare, get_gravest
from hamkor.verify.known import MET, Known
from hamkor.verify.mirrors import get_gap
from hamkor.verify.nested import FLOWS
from hamkor.verify.voices import get_slack

_SAME_NEWS_DAYS = 7  # figures without a time are of one thing only where they are told together
_MONTH_DAYS = 31
_HEDGED = Decimal("0.05")


def check_same_figure(figure: Figure, known: Known) -> Iterator[Verdict]:
    """The same figure in another document: what both can mean has something in common, however rounded.

    A copy of the document is no other one. What is reported in statistics is told by many, who contradict one another:
    one that fits is enough.
    """
    if figure.status != "actual" or figure.ref is None or not _is_only(figure, known):
        return
    of_news = _is_of_news(figure)
    alike = known.find_alike(figure, times=None if of_news else (figure.period,))
    told = _find_gravest(
        figure,
        (f for f in alike if not f.is_row and _is_others(figure, f, known, of_news=of_news) and _is_only(f, known)),
        may_conflict=of_news or known.may_differ(figure),
    )
    rows = (f for f in alike if f.is_row and f.ref == figure.ref and _is_others(figure, f, known, of_news=of_news))
    reported = [compare("same_figure", figure, f) for f in rows]
    fitting = [verdict for verdict in reported if verdict.verdict == "fits"]
    told += [v for f in _find_met(figure, known) if (v := compare("same_figure", figure, f)).verdict == "fits"]
    if gravest := get_gravest([*told, *(fitting or reported)]):
        yield gravest


def _is_others(figure: Figure, other: Figure, known: Known, *, of_news: bool) -> bool:
    return _is_retold(figure, other, of_news=of_news) and not known.is_one_teller(figure, other)


def _find_met(figure: Figure, known: Known) -> Iterator[Figure]:
    """Participants of one forum told as of its other side. They confirm only: others may be meant («guests»)."""
    if figure.indicator == MET:
        met = (f for f in known.find_met(figure) if not known.is_one_teller(figure, f) and f.what != figure.what)
        of_news = _is_of_news(figure)
        yield from (f for f in met if _is_retold(figure, f, of_news=of_news) and _is_only(f, known))


def _find_gravest(figure: Figure, others: Iterable[Figure], *, may_conflict: bool) -> list[Verdict]:
    """The verdict on the first that conflicts, else on the first that fits; only this one is made.

    may_conflict  whether any of them may: else the first that fits is enough
    """
    fitting = None
    for other in others:
        fits = _fits(figure, other)
        if fits is False:
            return [compare("same_figure", figure, other)]
        fitting = fitting or (other if fits else None)
        if fitting and not may_conflict:
            break
    return [_tell_fitting(figure, fitting)] if fitting else []


def _fits(figure: Figure, other: Figure) -> bool | None:
    """As near as two tellings of one thing may be; None where nobody knows how near, as of two growths."""
    if figure.bounds.meets(other.bounds):
        return True
    usual = _get_usual(figure, other)
    if not usual:
        return False
    return get_gap(figure, other).low <= usual if figure.measure == "level" else None


def _get_usual(figure: Figure, other: Figure) -> Decimal:
    """By what part of it two tellings may differ; what is hedged («nearly 31») by as much as what is about a number."""
    hedged = any(f.value in (f.bounds.low, f.bounds.high) for f in (figure, other) if f.bounds.width)
    return max(get_slack(figure, other), _HEDGED) if hedged else get_slack(figure, other)


def _tell_fitting(figure: Figure, other: Figure) -> Verdict:
    told = compare("same_figure", figure, other)
    if told.verdict == "fits":
        return told
    usual = _get_usual(figure, other) * 100
    return replace(told, verdict="fits", reason=explain("usual_gap", told=told.reason, limit=usual))


def _is_retold(figure: Figure, other: Figure, *, of_news: bool) -> bool:
    """Whether another figure tells the same; `of_news` is what `_is_of_news` says of the first."""
    if other.measure != figure.measure or other.unit != figure.unit or other.official or other.status != "actual":
        return False
    if figure.part_of and other.part_of and figure.part_of != other.part_of:
        return False
    if of_news and _is_of_news(other):
        return _is_told_within(figure, other, _SAME_NEWS_DAYS)
    return figure.period is not None and figure.period == other.period


def _is_of_news(figure: Figure) -> bool:
    """A figure of no time, or of a day or two right before it was told: of the event that the text is about."""
    period, told = figure.period, figure.known
    if period is None:
        return figure.indicator not in FLOWS
    near = told is not None and 0 <= (told - period.last).days <= _MONTH_DAYS
    return near and (period.last - period.first).days < _SAME_NEWS_DAYS


def _is_told_within(figure: Figure, other: Figure, days: int) -> bool:
    if figure.known is None or other.known is None:
        return False
    return abs((figure.known - other.known).days) <= days


def _is_only(figure: Figure, known: Known) -> bool:
    """Whether its document tells one such figure: of several, but its parts, nobody knows which is meant."""
    if known.own.is_told_once(figure):
        return True
    parts = {part.id for part in known.find_parts(figure)}
    alike = (f for f in known.own.find(figure) if f.id not in parts)
    return not any((f.measure, f.unit, f.period) == (figure.measure, figure.unit, figure.period) for f in alike)
