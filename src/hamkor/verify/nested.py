"""Parts of time and of space: nine months within their year, a region within its country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from hamkor.model import Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_gravest, get_scope, judge, tell
from hamkor.verify.known import Known
from hamkor.verify.sums import add_up
from hamkor.verify.voices import get_slack
from hamkor.verify.within import lies_within

_Pair = tuple[Figure, Figure]  # a part, and the whole that it lies within

# Indicators that add up over time.
FLOWS = frozenset(
    {"trade_turnover", "exports", "imports", "investment", "cargo", "passengers", "tourists", "production"}
)
# Indicators of which a country has at least what its region has.
# What there is at a day; texts tell it of a day, or of none.
STOCKS = frozenset({"enterprises", "students", "jobs", "population", "area_land", "loans"})
ADDITIVE = FLOWS | STOCKS | {"projects_count", "agreements_count"}


def check_cumulation(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Nine months are no more than their year, nor a quarter; halves and quarters that make a year add up to it."""
    if not (figure.is_level and figure.indicator in FLOWS and figure.period):
        return
    others = [f for f in known.find_nested(figure) if _is_of_flow(f, figure)]
    told = _judge_worst("cumulation", figure, [_pair_times(figure, other) for other in others])
    added = _add_times(figure, [f for f in others if f.teller == figure.teller])
    if gravest := get_gravest(verdict for verdict in (told, added) if verdict):
        yield gravest


def _is_of_flow(other: Figure, figure: Figure) -> bool:
    """A level of some time that counts the same, by the same side where it is official: two sides report otherwise."""
    same = other.is_level and other.period is not None and other.unit == figure.unit
    return same and (other.ref == figure.ref or not other.official)


def _pair_times(figure: Figure, other: Figure) -> _Pair:
    """Two of which one lies within the time of the other, the part first."""
    return (figure, other) if _lies_within(figure, other) else (other, figure)


def _lies_within(part: Figure, whole: Figure) -> bool:
    return part.period is not None and whole.period is not None and lies_within(part.period, whole.period)


def _add_times(figure: Figure, others: Sequence[Figure]) -> Verdict | None:
    """The parts of a time that follow one another without a gap from its first day to its last, added up."""
    if figure.period is None:
        return None
    parts = _find_chain(figure.period, [f for f in others if _lies_within(f, figure)])
    if not parts:
        return None
    formula = explain("sum", terms=tuple(map(get_amount, parts)))
    return judge(figure, "cumulation", add_up(parts), formula=formula, against=parts)


def _find_chain(period: Period, parts: Sequence[Figure]) -> list[Figure]:
    """Figures whose times make up the whole period, one after another, the longest first; none where a day is left."""
    chain, day = [], period.first
    while day <= period.last:
        following = [f for f in parts if f.period and f.period.first == day]
        if not following:
            return []
        chain.append(max(following, key=lambda f: f.period.last if f.period else day))
        day = chain[-1].period.last + timedelta(days=1)  # type: ignore[union-attr]
    return chain


def check_containment(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A region has no more than its country: of the same thing, in the same time."""
    if not (figure.is_level and figure.indicator in ADDITIVE and figure.ref):
        return
    if told := _judge_worst("containment", figure, list(_pair_areas(figure, known))):
        yield told


def _pair_areas(figure: Figure, known: Known) -> Iterator[_Pair]:
    """The figure with the countries and regions that hold it or that it holds, the part first."""
    for other, holds_it in known.find_around(figure, times=_list_times(figure)):
        if other.unit == figure.unit and _same_time(figure, other):
            if holds_it:
                yield figure, other
            elif not other.official:
                yield other, figure


def _list_times(figure: Figure) -> tuple[Period, None] | None:
    """The times in which a figure is held against others; a stock of no time is of any that its document names."""
    return None if figure.period is None else (figure.period, None)


def _same_time(figure: Figure, other: Figure) -> bool:
    if figure.period == other.period and figure.period is not None:
        return True
    return figure.indicator in STOCKS and figure.teller == other.teller and None in (figure.period, other.period)


def _judge_worst(check: str, figure: Figure, pairs: Sequence[_Pair]) -> Verdict | None:
    """The verdict on the first pair of which the part exceeds the whole, else on the first one."""
    worst = next((pair for pair in pairs if _exceeds(figure, *pair)), None)
    return _judge(check, figure, *(worst or pairs[0]), exceeds=worst is not None) if pairs else None


def _exceeds(figure: Figure, part: Figure, whole: Figure) -> bool:
    """Whether the part is more than the whole, by more than two tellers may differ."""
    if part.bounds.low <= whole.bounds.high:
        return False
    usual = get_slack(figure, whole if part is figure else part)
    return part.bounds.low * (1 - usual) > whole.bounds.high


def _judge(check: str, figure: Figure, part: Figure, whole: Figure, *, exceeds: bool) -> Verdict:
    other, told = whole if part is figure else part, (get_amount(part), get_amount(whole))
    more = part.bounds.low > whole.bounds.high
    name = "exceeds" if more else "within"
    reason = explain(name, part_of=get_scope(part), part=told[0], whole_of=get_scope(whole), whole=told[1])
    if more and not exceeds:
        reason = explain("usual_gap", told=reason, limit=get_slack(figure, other) * 100)
    return tell(figure, check, "conflicts" if exceeds else "fits", reason, against=(other,))
