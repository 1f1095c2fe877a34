"""How far a number told elsewhere may be from the one that a document goes by: another side, another state."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hamkor.model import Interval, Reason, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import MUTUAL, Figure
from hamkor.verify.judging import judge, tell
from hamkor.verify.mirrors import MIRROR_GAP, MIRRORED
from hamkor.verify.releases import REVISION

NEWS_DAYS = 31  # what one side tells within a month is told of the same state of its statistics
OF_EITHER = MUTUAL & MIRRORED.keys()  # what both sides count, whichever is named first
_Compute = Callable[[Interval, Interval], Interval]


def judge_two(
    figure: Figure, check: str, compute: _Compute, pair: tuple[Figure, Figure], *, formula: Reason
) -> Verdict:
    """The verdict on what two figures give; no conflict where a revision or another side's count could explain it."""
    told = judge(figure, check, compute(pair[0].bounds, pair[1].bounds), formula=formula, against=pair)
    if told.verdict != "conflicts" or all(get_slack(figure, operand) == 0 for operand in pair):
        return told
    loose = compute(*(_loosen(figure, operand) for operand in pair))
    if not loose.meets(figure.bounds):
        return told
    return tell(figure, check, "unchecked", explain("other_state", told=told.reason), against=pair)


def _loosen(figure: Figure, operand: Figure) -> Interval:
    slack = get_slack(figure, operand)
    return operand.bounds * Interval(1 - slack, 1 / (1 - slack))


def get_slack(figure: Figure, operand: Figure) -> Decimal:
    """By what part of it a figure may differ from what the document that tells another one goes by."""
    if operand.teller == figure.teller:
        return Decimal(0)
    if operand.indicator in MIRRORED and _get_country(operand.ref) != _get_country(figure.ref):
        return MIRROR_GAP
    return _get_revision(figure, operand)


def get_slack_within(figure: Figure, other: Figure) -> Decimal:
    """As `get_slack`, of a country's figure and its region's: the same, whichever side of a turnover is named first.

    A region's turnover is counted by its own country. Whose count a printed one of two countries is, nobody knows.
    """
    if figure.indicator not in OF_EITHER or other.teller == figure.teller:
        return get_slack(figure, other)
    one_side = other.official and _find_counting(figure) == {_get_country(other.ref)}
    return _get_revision(figure, other) if one_side else MIRROR_GAP


def get_slack_over_time(figure: Figure, other: Figure) -> Decimal:
    """As `get_slack`, of the same in another time: of a turnover the same, whichever side is named first.

    Only a series tells for sure whose count it is; a region's is its own country's.
    """
    if figure.indicator not in OF_EITHER or other.teller == figure.teller:
        return get_slack(figure, other)
    counting = _find_counting(figure) or {_get_country(figure.ref)}
    others = other.official and counting != {_get_country(other.ref)}
    return MIRROR_GAP if others else _get_revision(figure, other)


def _find_counting(figure: Figure) -> set[str | None]:
    """The countries of the regions that a figure is of: they count it."""
    return {_get_country(side) for side in (figure.ref, figure.counterpart) if side and "-" in side}


def _get_revision(figure: Figure, operand: Figure) -> Decimal:
    return Decimal(0) if _is_of_one_state(figure, operand) else REVISION


def _is_of_one_state(figure: Figure, operand: Figure) -> bool:
    """Whether what was told was known already, or is told of the same news."""
    told, known = figure.known, operand.known
    if told is None or known is None:
        return True
    return known <= told if operand.official else abs((told - known).days) <= NEWS_DAYS


def _get_country(area: str | None) -> str | None:
    return area.partition("-")[0] if area else None
