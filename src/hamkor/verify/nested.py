"""Parts of time and of space: nine months within their year, a region within its country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from hamkor.model import Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import MUTUAL, Figure
from hamkor.verify.judging import get_amount, get_gravest, get_scope, judge, tell
from hamkor.verify.known import Known
from hamkor.verify.shelf import Times
from hamkor.verify.sums import add_up
from hamkor.verify.voices import get_slack

# Indicators that add up over time.
FLOWS = frozenset(
    {"trade_turnover", "exports", "imports", "investment", "cargo", "passengers", "tourists", "production"}
)
# Indicators of which a country has at least what its region has.
# What there is at a day; texts tell it of a day, or of none.
STOCKS = frozenset({"enterprises", "students", "jobs", "population", "area_land", "loans"})
ADDITIVE = FLOWS | STOCKS | {"projects_count", "agreements_count"}
_MONTH_DAYS = 27  # from its first day to its last, at the least


def check_cumulation(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Nine months are no more than their year, nor a quarter; halves and quarters that make a year add up to it."""
    if not (figure.is_level and figure.indicator in FLOWS and figure.period):
        return
    others = [f for f in known.find_alike(figure) if _is_of_flow(f, figure)]
    told = [verdict for other in others if (verdict := _compare_times(figure, other))]
    own = [f for f in others if f.teller == figure.teller]
    if added := _add_times(figure, own):
        told.append(added)
    if gravest := get_gravest(told):
        yield gravest


def _is_of_flow(other: Figure, figure: Figure) -> bool:
    """A level of some time that counts the same, by the same side where it is official: two sides report otherwise."""
    same = other.is_level and other.period is not None and other.unit == figure.unit
    return same and (other.ref == figure.ref or not other.official)


def _compare_times(figure: Figure, other: Figure) -> Verdict | None:
    if _lies_within(figure, other):
        return _compare("cumulation", figure, part=figure, whole=other)
    return _compare("cumulation", figure, part=other, whole=figure) if _lies_within(other, figure) else None


def _lies_within(part: Figure, whole: Figure) -> bool:
    """Whether the time of one is a part, a month long at least, of the other's."""
    if not (part.period and whole.period) or part.period == whole.period:
        return False
    return whole.period.covers(part.period) and (part.period.last - part.period.first).days >= _MONTH_DAYS


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
    told = []
    for other in known.find_same_thing(figure, times=_list_times(figure)):
        if other.unit == figure.unit and _same_time(figure, other):
            if _holds(other, figure):
                told.append(_compare("containment", figure, part=figure, whole=other))
            elif _holds(figure, other) and not other.official:
                told.append(_compare("containment", figure, part=other, whole=figure))
    if gravest := get_gravest(told):
        yield gravest


def _list_times(figure: Figure) -> Times | None:
    """The times in which a figure is held against others; a stock of no time is of any that its document names."""
    return None if figure.period is None else (figure.period, None)


def _same_time(figure: Figure, other: Figure) -> bool:
    if figure.period == other.period and figure.period is not None:
        return True
    return figure.indicator in STOCKS and figure.teller == other.teller and None in (figure.period, other.period)


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether each side of the whole holds one side of the part, and it is not the same."""
    pairs = [((whole.ref, part.ref), (whole.counterpart, part.counterpart))]
    if whole.indicator in MUTUAL:
        pairs.append(((whole.ref, part.counterpart), (whole.counterpart, part.ref)))
    return any(all(_is_within(p, w) for w, p in pair) and any(w != p for w, p in pair) for pair in pairs)


def _is_within(part: str | None, whole: str | None) -> bool:
    return part == whole or bool(part and whole and part.startswith(f"{whole}-"))


def _compare(check: str, figure: Figure, *, part: Figure, whole: Figure) -> Verdict:
    other, told = whole if part is figure else part, (get_amount(part), get_amount(whole))
    more, usual = part.bounds.low > whole.bounds.high, get_slack(figure, other)
    name = "exceeds" if more else "within"
    reason = explain(name, part_of=get_scope(part), part=told[0], whole_of=get_scope(whole), whole=told[1])
    if more and part.bounds.low * (1 - usual) <= whole.bounds.high:
        reason, more = explain("usual_gap", told=reason, limit=usual * 100), False
    return tell(figure, check, "conflicts" if more else "fits", reason, against=(other,))
