"""The same figure told by others: another document, official statistics, the statistics of the other side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hamkor.model import Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_gravest, tell
from hamkor.verify.known import Known, find_recent
from hamkor.verify.nested import FLOWS

MIRROR_GAP = Decimal("0.16")  # of the mean of the two sides; what is usual without a series to learn it from
_SAME_NEWS_DAYS = 7  # figures without a time are of one thing only where they are told together
_MONTH_DAYS = 31
_MIRRORED = {
    "trade_turnover": "trade_turnover",
    "exports": "imports",
    "imports": "exports",
}  # what the other side calls it


def check_same_figure(figure: Figure, known: Known) -> Iterator[Verdict]:
    """The same figure in another document: what both can mean has something in common, however rounded."""
    if figure.status != "actual" or figure.ref is None:
        return
    others = [
        f for f in known.find_alike(figure) if _is_retold(figure, f) and _is_only(f, known) and _is_only(figure, known)
    ]
    told = [_compare("same_figure", figure, other) for other in others]
    if gravest := get_gravest(told):
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


def check_official(figure: Figure, known: Known) -> Iterator[Verdict]:
    """The official series of the same side and time; where several releases are kept, the latest."""
    if not figure.is_level or figure.period is None:
        return
    official = [f for f in known.find_alike(figure) if f.official and f.ref == figure.ref and f.unit == figure.unit]
    own = [f for f in official if f.period == figure.period]
    if not own:
        return
    told = _compare("official", figure, own[0])
    yield told if told.verdict == "fits" else _try_other_periods(figure, official) or told


def _try_other_periods(figure: Figure, official: list[Figure]) -> Verdict | None:
    for other in find_recent(official, figure):
        if other.period and other.bounds.meets(figure.bounds) and figure.bounds.width * 2 <= abs(figure.value):
            told = explain("told", teller=other.teller, other=get_amount(other), printed=get_amount(figure))
            reason = explain("of_time", period=other.period, told=told)
            return tell(figure, "official", "fits_other_period", reason, against=(other,))
    return None


def check_mirror(figure: Figure, known: Known) -> Iterator[Verdict]:
    """What the other side reports of the same trade: the two never agree; only a gap beyond the usual conflicts."""
    if not figure.is_level or figure.period is None or figure.indicator not in _MIRRORED:
        return
    for other in known.find_mirrors(figure, _MIRRORED[figure.indicator]):
        gap = _gap(figure, other)
        verdict = "fits" if gap <= MIRROR_GAP else "conflicts"
        amounts = {"other": get_amount(other), "printed": get_amount(figure)}
        reason = explain("mirror", other_side=other.ref or "", side=figure.ref or "", **amounts, gap=gap * 100)
        yield tell(figure, "mirror", verdict, reason, against=(other,))
        return


def _gap(figure: Figure, other: Figure) -> Decimal:
    """The least gap that the two intervals allow, as a part of their mean."""
    if figure.bounds.meets(other.bounds):
        return Decimal(0)
    apart = max(figure.bounds.low - other.bounds.high, other.bounds.low - figure.bounds.high)
    return apart / ((figure.value + other.value) / 2)


def _compare(check: str, figure: Figure, other: Figure) -> Verdict:
    verdict = "fits" if figure.bounds.meets(other.bounds) else "conflicts"
    reason = explain("told", teller=other.teller, other=get_amount(other), printed=get_amount(figure))
    return tell(figure, check, verdict, reason, against=(other,))
