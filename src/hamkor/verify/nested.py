"""Parts of time and of space: nine months within their year, a region within its country."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.model import Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import MUTUAL, Figure
from hamkor.verify.judging import get_amount, get_gravest, get_scope, tell
from hamkor.verify.known import Known

# Indicators that add up over time.
FLOWS = frozenset(
    {"trade_turnover", "exports", "imports", "investment", "cargo", "passengers", "tourists", "production"}
)
# Indicators of which a country has at least what its region has.
ADDITIVE = FLOWS | {"enterprises", "students", "jobs", "population", "area_land", "projects_count", "loans"}
STOCKS = frozenset({"enterprises", "students", "population", "area_land"})  # told of a day, or of none


def check_cumulation(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Nine months are no more than their year: of two times that begin together the longer has at least as much."""
    if not (figure.is_level and figure.indicator in FLOWS and figure.period):
        return
    told = []
    for other in known.find_alike(figure):
        if other.is_level and other.period and other.unit == figure.unit and _is_comparable(figure, other):
            if _begins(figure.period, other.period):
                told.append(_compare("cumulation", figure, part=figure, whole=other))
            elif _begins(other.period, figure.period):
                told.append(_compare("cumulation", figure, part=other, whole=figure))
    if gravest := get_gravest(told):
        yield gravest


def _is_comparable(figure: Figure, other: Figure) -> bool:
    """Two sides report one trade differently: statistics are held against what their own side says."""
    return other.ref == figure.ref or not other.official


def _begins(part: Period, whole: Period) -> bool:
    return part.first == whole.first and part.last < whole.last and (part.last - part.first).days >= 27


def check_containment(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A region has no more than its country: of the same thing, in the same time."""
    if not (figure.is_level and figure.indicator in ADDITIVE and figure.ref):
        return
    told = []
    for other in known.find_same_thing(figure):
        if other.unit == figure.unit and _same_time(figure, other):
            if _holds(other, figure):
                told.append(_compare("containment", figure, part=figure, whole=other))
            elif _holds(figure, other) and not other.official:
                told.append(_compare("containment", figure, part=other, whole=figure))
    if gravest := get_gravest(told):
        yield gravest


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
    verdict = "conflicts" if part.bounds.low > whole.bounds.high else "fits"
    name = "exceeds" if verdict == "conflicts" else "within"
    other, told = whole if part is figure else part, (get_amount(part), get_amount(whole))
    reason = explain(name, part_of=get_scope(part), part=told[0], whole_of=get_scope(whole), whole=told[1])
    return tell(figure, check, verdict, reason, against=(other,))
