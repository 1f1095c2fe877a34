"""What two tellings of figures have in common, and what tells them apart. Each function finds something or nothing."""

from __future__ import annotations

from decimal import Decimal

from hamkor.codes.areas import may_be_same_area
from hamkor.model import Interval
from hamkor.model.period import parse_period
from hamkor.resolve.facts import OF_WAYS, Fact
from hamkor.resolve.judgement import Finding
from hamkor.resolve.sameness import is_same_name, is_same_town

_EXACT, _CLOSE = Decimal("0.01"), Decimal("0.05")  # width of an interval as a part of its number
NEWS_DAYS, _SEASON_DAYS = 10, 60
_ALIKE = (
    frozenset({"investment", "projects_value", "agreements_value", "loans", "tariff"}),
    frozenset({"jobs", "participants", "students"}),
    frozenset({"enterprises", "projects_count", "agreements_count"}),
)
_ANY = frozenset({"other", "production", "capacity"})  # what reading falls back on


def find_contradiction(left: Fact, right: Fact) -> str:
    """Why the two cannot be one figure; empty where they can."""
    if (left.measure, left.unit) != (right.measure, right.unit):
        return "another measure or unit"
    if not _overlap(left, right):
        return f"{get_interval(left)} does not meet {get_interval(right)}"
    if not _may_be_one(left.indicator, right.indicator):
        return f"{left.indicator} is not {right.indicator}"
    if left.subject and right.subject and left.subject != right.subject:
        return f"{left.subject} is not {right.subject}"
    if left.part_of and right.part_of and not _fit_all(left.part_of[1:], right.part_of[1:]):
        return "a share of another whole"
    return _find_other_time(left, right) or _find_other_side(left, right) or _find_other_way(left, right)


def _find_other_time(left: Fact, right: Fact) -> str:
    """Another time, of figures that are published anew for each."""
    if not (left.is_flow or right.is_flow) or not (left.period and right.period):
        return ""
    return "" if _is_same_time(left.period, right.period) else f"{left.period} is not {right.period}"


def is_open(left: Fact, right: Fact) -> bool:
    """Whether one tells no time, though only the time tells it from others, and they are not of the same news."""
    return (left.is_flow or right.is_flow) and not (left.period and right.period) and not _is_same_news(left, right)


def _is_same_time(left: str, right: str) -> bool:
    """The same time; of two within one month, the one within the other."""
    if left == right:
        return True
    one, other = parse_period(left), parse_period(right)
    short = max((one.last - one.first).days, (other.last - other.first).days) <= _SHORT
    return short and (one.covers(other) or other.covers(one))


_SHORT = 7  # days of what happened at one event


def _find_other_side(left: Fact, right: Fact) -> str:
    """Sides that cannot be the same: a city is not its region, unless the number is exactly the same.

    What belongs to a thing may be told of either of those who build it: only no country in common speaks against it.
    """
    told = f"{_tell_sides(left)} are not {_tell_sides(right)}"
    if not (left.is_flow or right.is_flow or left.indicator in OF_WAYS):
        nations = [{side[:2] for side in fact.sides if side} for fact in (left, right)]
        both = None not in (*left.sides, *right.sides)
        return told if both and not nations[0] & nations[1] else ""
    if not _fit_all(left.sides, right.sides):
        return told
    within = any(a and b and a != b for a, b in _pair_sides(left.sides, right.sides))
    return told if within and left.is_flow and not (_is_exact(left) and _is_exact(right)) else ""


def _find_other_way(left: Fact, right: Fact) -> str:
    """Figures of two ways: flights a week of two lines."""
    if len(left.ends) != _TWO or len(right.ends) != _TWO or not set(left.things) & set(right.things):
        return ""
    return "" if _share_ends(left.ends, right.ends) == _TWO else "between other ends"


def _overlap(left: Fact, right: Fact) -> bool:
    """Whether more than an end is common: two flights are not three because both may be two and a half."""
    common = get_interval(left) & get_interval(right)
    return common is not None and (common.low < common.high or left.low == left.high or right.low == right.high)


_TWO = 2


def find_same_indicator(left: Fact, right: Fact) -> Finding | None:
    """The same indicator; less where one is as wide as the other is narrow."""
    if left.indicator == right.indicator:
        return Finding(0.7 if left.indicator in _ANY else 1.0, left.indicator)
    return Finding(
        0.4 if {left.indicator, right.indicator} & _ANY else 0.6, f"{left.indicator} may be {right.indicator}"
    )


def find_same_value(left: Fact, right: Fact) -> Finding | None:
    """The same number, the more the more digits it has; else intervals that meet, the more the narrower both are."""
    told = f"{get_interval(left)} meets {get_interval(right)}"
    if (left.low, left.high) == (right.low, right.high):
        return Finding((0.4, 0.75, 1.0)[min(left.digits, right.digits, 3) - 1], told)
    width = max(_measure_width(left), _measure_width(right))
    return Finding(1.0 if width <= _EXACT else 0.6 if width <= _CLOSE else 0.4 if width <= 2 * _CLOSE else 0.15, told)


def find_same_time(left: Fact, right: Fact) -> Finding | None:
    """The same time told by both."""
    if left.period and right.period and _is_same_time(left.period, right.period):
        return Finding(1.0, f"both of {left.period}")
    return None


def find_moved_time(left: Fact, right: Fact) -> Finding | None:
    """Another time, of a figure that is not published anew for each."""
    if left.period and right.period and not _is_same_time(left.period, right.period):
        return Finding(1.0, f"{left.period} is not {right.period}")
    return None


def find_same_sides(left: Fact, right: Fact) -> Finding | None:
    """The same sides; less where one tells less of them."""
    if left.sides == right.sides and left.sides[0]:
        return Finding(1.0 if left.sides[1] else 0.7, f"both of {_tell_sides(left)}")
    shared = [a for a, b in _pair_sides(left.sides, right.sides) if a and b and a[:2] == b[:2]]
    return Finding(0.25 * len(shared), "sides that fit") if shared else None


def find_other_sides(left: Fact, right: Fact) -> Finding | None:
    """A side that the other telling has another one for."""
    if _fit_all(left.sides, right.sides):
        return None
    return Finding(1.0, f"{_tell_sides(left)} are not {_tell_sides(right)}")


def find_same_subject(left: Fact, right: Fact) -> Finding | None:
    """The same goods."""
    return Finding(1.0, left.subject) if left.subject and left.subject == right.subject else None


def find_same_news(left: Fact, right: Fact) -> Finding | None:
    """Published within days of each other; less within a season."""
    if left.day is None or right.day is None:
        return None
    days = abs(left.day - right.day)
    return Finding(1.0 if days <= NEWS_DAYS else 0.3, f"{days} days apart") if days <= _SEASON_DAYS else None


def find_same_things(left: Fact, right: Fact) -> Finding | None:
    """What it is of: the things, names and towns of its sentence, or those that stand by."""
    own = set(left.things) & set(right.things)
    names = _share(left.names, right.names)
    near = (set(left.things) | set(left.around)) & (set(right.things) | set(right.around))
    strength = 0.45 * bool(own) + 0.55 * bool(names) + 0.4 * bool(near - own)
    told = ", ".join([*sorted(own), *([names] if names else []), *sorted(n.partition("|")[0] for n in near - own)])
    return Finding(min(1.0, strength), f"both of: {told}") if strength else None


def find_same_ends(left: Fact, right: Fact) -> Finding | None:
    """The same way: both of its ends."""
    shared = _share_ends(left.ends or left.near_ends, right.ends or right.near_ends)
    return Finding(1.0, "between the same ends") if shared >= _TWO else None


def find_same_town(left: Fact, right: Fact) -> Finding | None:
    """A town that both name in their sentence."""
    return Finding(1.0, "in the same town") if _share(left.towns, right.towns, towns=True) else None


def find_other_things(left: Fact, right: Fact) -> Finding | None:
    """Nothing of what stands in one sentence stands by the other: of another plant, another road."""
    if not left.things or not right.things or left.is_whole or right.is_whole:
        return None
    near = {*left.things, *left.around} & {*right.things, *right.around}
    return None if near or _share(left.names, right.names) else Finding(1.0, "nothing that stands by is the same")


def find_other_status(left: Fact, right: Fact) -> Finding | None:
    """One is reached, the other aimed at."""
    return Finding(1.0, "one is a target") if left.status != right.status else None


def get_interval(fact: Fact) -> Interval:
    """What the printed figure can mean."""
    return Interval(Decimal(fact.low), Decimal(fact.high))


def _is_exact(fact: Fact) -> bool:
    return _measure_width(fact) <= _EXACT


def _measure_width(fact: Fact) -> Decimal:
    interval = get_interval(fact)
    size = max(abs(interval.low), abs(interval.high))
    return interval.width / size if size else Decimal(1)


def _may_be_one(left: str, right: str) -> bool:
    """Whether two indicators may be readings of one figure."""
    if left == right or any(left in alike and right in alike for alike in _ALIKE):
        return True
    return (left in _ANY or right in _ANY) and not {left, right} & {"trade_turnover", "exports", "imports", "gdp"}


def _is_same_news(left: Fact, right: Fact) -> bool:
    return left.day is not None and right.day is not None and abs(left.day - right.day) <= NEWS_DAYS


def _pair_sides(left: tuple[str | None, ...], right: tuple[str | None, ...]) -> list[tuple[str | None, str | None]]:
    """Sides paired as they fit best: as they stand, or crosswise."""
    straight, crossed = list(zip(left, right, strict=True)), list(zip(left, reversed(right), strict=True))
    return max((straight, crossed), key=lambda pairs: sum(_rank(a, b) for a, b in pairs))


def _rank(left: str | None, right: str | None) -> int:
    if left is None or right is None:
        return 1
    return 3 if left == right else 2 if _fits(left, right) else 0


def _fit_all(left: tuple[str | None, ...], right: tuple[str | None, ...]) -> bool:
    return all(_fits(a, b) for a, b in _pair_sides(left, right))


def _fits(left: str | None, right: str | None) -> bool:
    """Whether one may be the other told more closely."""
    return left is None or right is None or may_be_same_area(left, right)


def _share_ends(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    return sum(any(is_same_town(a, b) for b in right) for a in left)


def _share(left: tuple[str, ...], right: tuple[str, ...], *, towns: bool = False) -> str:
    same = is_same_town if towns else is_same_name
    return next((a.partition("|")[0] for a in left for b in right if same(a, b)), "")


def _tell_sides(fact: Fact) -> str:
    return "–".join(side or "?" for side in fact.sides)
