"""Why two tellings of events cannot be of one: each function tells why, or nothing."""

from __future__ import annotations

from hamkor.codes.areas import may_be_same_area
from hamkor.model import POSITIVE
from hamkor.resolve.happenings import TALKS, Happening
from hamkor.resolve.naming import compare_organisations
from hamkor.resolve.publishers import get_publisher
from hamkor.resolve.sameness import count_shared, is_same_town

_LOOSE = frozenset({"other"})
_MONTH_DAYS = 31
_ANY_PAPER = frozenset({"document"})
_ANY_WAY = "route"
_TWO = 2


def find_contradiction(left: Happening, right: Happening) -> str:
    """Why the two cannot be one event; empty where they can."""
    if not _may_be_one(left, right):
        return f"a {left.type} is no {right.type}"
    return (
        _find_other_day(left, right)
        or _find_later_plan(left, right)
        or _find_other_place(left, right)
        or _find_other_partner(left, right)
        or _find_other_signatory(left, right)
        or _find_other_thing(left, right)
    )


def _may_be_one(left: Happening, right: Happening) -> bool:
    if left.type == right.type or {left.type, right.type} <= TALKS:
        return True
    return bool({left.type, right.type} & _LOOSE) and not {left.type, right.type} & {"appointment", "call", "signing"}


def _find_other_day(left: Happening, right: Happening) -> str:
    """Other days, both told. What is planned may be put off: an opening stays the same one."""
    if not (left.dated and right.dated) or count_apart(left, right) == 0:
        return ""
    if "planned" in (left.status, right.status) and left.type == right.type == "opening":
        return ""
    if count_apart(left, right) == 1 and left.type in TALKS and not (left.is_day and right.is_day):
        return ""
    return f"{count_apart(left, right)} days apart"


def _find_later_plan(left: Happening, right: Happening) -> str:
    """What is still planned on the day on which another is told as held, or later, is not that one.

    An opening may be told as to come by who has not heard of it yet, for a month.
    """
    for plan, held in ((left, right), (right, left)):
        if (plan.status, held.status) != ("planned", "held"):
            continue
        if _is_long_past(plan, held) if plan.type == "opening" else _is_told_later(plan, held):
            return "still planned when the other was held"
    return ""


def _is_long_past(plan: Happening, held: Happening) -> bool:
    if plan.day is None or held.last is None or not held.dated:
        return False
    return plan.day - held.last > _MONTH_DAYS


def _is_told_later(plan: Happening, held: Happening) -> bool:
    """Whether a plan is told on the day of what was held, or later; where both tell their days, these decide."""
    if plan.day is None or held.day is None or (plan.dated and held.dated):
        return False
    return plan.day >= (held.last if held.dated and held.last is not None else held.day)


def count_apart(left: Happening, right: Happening) -> int:
    """Days between the two; 0 where they may be of one day or nothing is known."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return 0
    return max(0, left.first - right.last, right.first - left.last)


def _find_other_place(left: Happening, right: Happening) -> str:
    if not left.place or not right.place or may_be_same_area(left.place, right.place):
        return ""
    return f"in {left.place}, not in {right.place}"


def _find_other_partner(left: Happening, right: Happening) -> str:
    """Other bodies: two memoranda of one day with other partners."""
    if not (left.bodies and right.bodies and left.type == right.type == "signing"):
        return ""
    shared = count_shared(left.bodies, right.bodies, is_same_body)
    if shared or count_shared(left.bodies, (*right.names, *right.around), _is_body_named):
        return ""
    return f"{', '.join(left.bodies)} are not {', '.join(right.bodies)}"


def _find_other_signatory(left: Happening, right: Happening) -> str:
    """Each was signed with somebody who has no part in the other."""
    if not left.type == right.type == "signing" or not are_others(left, right):
        return ""
    return f"between {', '.join(left.areas)}, not between {', '.join(right.areas)}"


def are_neighbours(left: Happening, right: Happening) -> bool:
    """Whether they are of two regions of one country, neither of which has a part in the other."""
    ours, theirs = (
        [a for a in one.areas if not any(may_be_same_area(a, b) for b in two.areas)] for one, two in _turns(left, right)
    )
    return any(a[:2] == b[:2] for a in ours for b in theirs)


def _turns(left: Happening, right: Happening) -> tuple[tuple[Happening, Happening], ...]:
    return (left, right), (right, left)


def are_others(left: Happening, right: Happening) -> bool:
    """Whether each has a side that fits none of the other's."""
    both = min(len(left.areas), len(right.areas)) >= _TWO
    return both and all(
        any(not any(may_be_same_area(area, known) for known in other.areas) for area in one.areas)
        for one, other in _turns(left, right)
    )


def _find_other_thing(left: Happening, right: Happening) -> str:
    """Another paper, another way or other ends of it, another one of several."""
    if left.counted and right.counted and not set(left.counted) & set(right.counted):
        return f"{', '.join(left.counted)} is not {', '.join(right.counted)}"
    papers = [set(one.papers) - _ANY_PAPER for one in (left, right)]
    if left.type == right.type == "signing" and all(papers) and not papers[0] & papers[1]:
        return f"{', '.join(sorted(papers[0]))} is not {', '.join(sorted(papers[1]))}"
    return _find_other_way(left, right) if left.ways and right.ways else ""


def _find_other_way(left: Happening, right: Happening) -> str:
    if not set(left.ways) & set(right.ways):
        return "" if _ANY_WAY in {*left.ways, *right.ways} else f"{', '.join(left.ways)} is not {', '.join(right.ways)}"
    both = len(left.ends) == len(right.ends) == _TWO
    return "between other ends" if both and count_shared(left.ends, right.ends, is_same_town) < _TWO else ""


def is_same_body(left: str, right: str) -> bool:
    return compare_organisations(left, right).judgement == POSITIVE


def _is_body_named(body: str, name: str) -> bool:
    sounds = name.partition("|")[0]
    return len(sounds) > _SHORTEST and sounds in get_publisher(body).replace(" ", "")


_SHORTEST = 3  # sounds of a name
