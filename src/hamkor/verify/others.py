"""The same figure told by others: in another document, or as reported in statistics."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.model import Verdict
from hamkor.verify.figure import Figure
from hamkor.verify.judging import compare, get_gravest
from hamkor.verify.known import Known
from hamkor.verify.nested import FLOWS

_SAME_NEWS_DAYS = 7  # figures without a time are of one thing only where they are told together
_MONTH_DAYS = 31


def check_same_figure(figure: Figure, known: Known) -> Iterator[Verdict]:
    """The same figure in another document: what both can mean has something in common, however rounded.

    What is reported in statistics is told by many, who contradict one another: one that fits is enough.
    """
    if figure.status != "actual" or figure.ref is None or not _is_only(figure, known):
        return
    others = [f for f in known.find_alike(figure) if _is_retold(figure, f)]
    told = [compare("same_figure", figure, f) for f in others if not f.is_row and _is_only(f, known)]
    reported = [compare("same_figure", figure, f) for f in others if f.is_row and f.ref == figure.ref]
    fitting = [verdict for verdict in reported if verdict.verdict == "fits"]
    if gravest := get_gravest([*told, *(fitting or reported)]):
        yield gravest


def _is_retold(figure: Figure, other: Figure) -> bool:
    if other.official or other.teller == figure.teller or other.status != "actual":
        return False
    if (other.measure, other.unit) != (figure.measure, figure.unit):
        return False
    if figure.part_of and other.part_of and figure.part_of != other.part_of:
        return False
    if _is_of_news(figure) and _is_of_news(other):
        return _is_told_together(figure, other)
    return figure.period is not None and figure.period == other.period


def _is_of_news(figure: Figure) -> bool:
    """A figure of no time, or of a day or two right before it was told: of the event that the text is about."""
    period, told = figure.period, figure.known
    if period is None:
        return figure.indicator not in FLOWS
    near = told is not None and 0 <= (told - period.last).days <= _MONTH_DAYS
    return near and (period.last - period.first).days < _SAME_NEWS_DAYS


def _is_told_together(figure: Figure, other: Figure) -> bool:
    if figure.known is None or other.known is None:
        return False
    return abs((figure.known - other.known).days) <= _SAME_NEWS_DAYS


def _is_only(figure: Figure, known: Known) -> bool:
    """Whether its document tells one such figure: of several nobody knows which is meant."""
    alike = [f for f in known.find_alike(figure) if f.teller == figure.teller]
    return not any((f.measure, f.unit, f.period) == (figure.measure, figure.unit, figure.period) for f in alike)
