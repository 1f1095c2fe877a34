"""Parts of time and of space: nine months within their year, a region within its country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import chain

from hamkor.model import Period, Verdict
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_gravest, get_scope, judge, tell
from hamkor.verify.known import Around, Known
from hamkor.verify.shelf import Row
from hamkor.verify.sums import add_up
from hamkor.verify.voices import OF_EITHER, get_slack_over_time, get_slack_within

_MONTH, _YEAR = 31, 364  # days
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
    own = list(known.find_own_nested(figure))
    told = _judge_worst("cumulation", figure, chain(_list_own(own), known.find_nested(figure)), known)
    added = _add_times(figure, [f for f, outer in own if not outer and f.is_level and f.unit == figure.unit])
    if gravest := get_gravest(verdict for verdict in (told, added) if verdict):
        yield gravest


def _add_times(figure: Figure, within: Sequence[Figure]) -> Verdict | None:
    """The parts of a time that follow one another without a gap from its first day to its last, added up."""
    parts = _find_chain(figure.period, within) if figure.period and within else []
    if not parts:
        return None
    formula = explain("sum", terms=tuple(map(get_amount, parts)))
    return judge(figure, "cumulation", add_up(parts), formula=formula, against=parts)


def _find_chain(period: Period, parts: Sequence[Figure]) -> list[Figure]:
    """Figures whose times make up the whole period, one after another, the longest first; none where a day is left."""
    found, day = [], period.first
    while day <= period.last:
        following = [f for f in parts if f.period and f.period.first == day]
        if not following:
            return []
        found.append(max(following, key=lambda f: f.period.last if f.period else day))
        day = found[-1].period.last + timedelta(days=1)  # type: ignore[union-attr]
    return found


def check_containment(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A region has no more than its country: of the same thing, in the same time."""
    if not (figure.is_level and figure.indicator in ADDITIVE and figure.ref):
        return
    around = known.find_around(figure) if figure.period else ()
    if figure.indicator in STOCKS:
        around = chain(around, _list_own(_find_of_any_time(figure, known)))
    if told := _judge_worst("containment", figure, around, known):
        yield told


def _find_of_any_time(figure: Figure, known: Known) -> Iterator[tuple[Figure, bool]]:
    """A stock of no time is of any that its own document names, but what came in some months is none."""
    own = known.find_own_around(figure)
    return ((f, outer) for f, outer in own if None in (figure.period, f.period) and not (_came(figure) or _came(f)))


def _came(figure: Figure) -> bool:
    """Whether a stock is told of some months of a year: then what came in them («с начала года — 248 новых»)."""
    return figure.period is not None and _MONTH < (figure.period.last - figure.period.first).days < _YEAR


def _list_own(own: Iterable[tuple[Figure, bool]]) -> Iterator[Around]:
    return ((Row([other]), 1, outer) for other, outer in own)


def _judge_worst(check: str, figure: Figure, around: Iterable[Around], known: Known) -> Verdict | None:
    """The verdict on the first pair of which the part exceeds the whole, else on the first one."""
    first = None
    for shelf, most, outer in around:
        may_exceed = shelf.may_exceed(figure, outer=outer)
        if first and not may_exceed:
            continue
        row = shelf.find_row(figure.known, most)
        for other in known.find_others(row, figure):
            pair = (figure, other) if outer else (other, figure)
            if not _is_meant(check, other, figure, outer=outer) or pair[1].id in known.parts.get(pair[0].id, ()):
                continue
            if may_exceed and _exceeds(check, figure, pair):
                return _judge(check, figure, pair, exceeds=True)
            first = first or pair
            if not may_exceed:
                break
    return _judge(check, figure, first, exceeds=False) if first else None


def _is_meant(check: str, other: Figure, figure: Figure, *, outer: bool) -> bool:
    """A level in the same unit. Of what is official only that of the same side's count, or of a whole area."""
    if not other.is_level or other.unit != figure.unit:
        return False
    counted = other.ref == figure.ref or figure.indicator in OF_EITHER
    return not other.official or (counted if check == "cumulation" else outer)


def _exceeds(check: str, figure: Figure, pair: _Pair) -> bool:
    """Whether the part is more than the whole by more than two tellers may differ."""
    part, whole = pair
    if part.bounds.low <= whole.bounds.high:
        return False
    return part.bounds.low * (1 - _get_usual(check, figure, pair)) > whole.bounds.high


def _get_usual(check: str, figure: Figure, pair: _Pair) -> Decimal:
    """By what part of it two tellers may differ, of the same area or of one that lies within the other."""
    other = pair[1] if pair[0] is figure else pair[0]
    return get_slack_over_time(figure, other) if check == "cumulation" else get_slack_within(figure, other)


def _judge(check: str, figure: Figure, pair: _Pair, *, exceeds: bool) -> Verdict:
    part, whole = pair
    other, told = whole if part is figure else part, (get_amount(part), get_amount(whole))
    more = part.bounds.low > whole.bounds.high
    name = "exceeds" if more else "within"
    reason = explain(name, part_of=get_scope(part), part=told[0], whole_of=get_scope(whole), whole=told[1])
    if more and not exceeds:
        reason = explain("usual_gap", told=reason, limit=_get_usual(check, figure, pair) * 100)
    return tell(figure, check, "conflicts" if exceeds else "fits", reason, against=(other,))
