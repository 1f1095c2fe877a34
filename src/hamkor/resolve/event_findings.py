"""What two tellings of events have in common, and what tells them apart. Each function finds something or nothing."""

from __future__ import annotations

from hamkor.codes.areas import is_capital
from hamkor.model import POSITIVE
from hamkor.resolve.happenings import TALKS, Happening
from hamkor.resolve.judgement import Finding
from hamkor.resolve.naming import compare_organisations, compare_persons
from hamkor.resolve.publishers import get_publisher
from hamkor.resolve.sameness import count_shared, is_same_name, is_same_town

_LOOSE = frozenset({"other"})
_NEWS_DAYS, _SEASON_DAYS = 10, 60
_MONTH_DAYS = 31
_ONE_TEXT = 0.8  # of what stands by two tellings: so much in common, on one day, stands in one text
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
    if not (left.dated and right.dated) or _count_apart(left, right) == 0:
        return ""
    if "planned" in (left.status, right.status) and left.type == right.type == "opening":
        return ""
    if _count_apart(left, right) == 1 and left.type in TALKS and not (left.is_day and right.is_day):
        return ""
    return f"{_count_apart(left, right)} days apart"


def _find_later_plan(left: Happening, right: Happening) -> str:
    """What is still planned on the day on which another is told as held, or later, is not that one; an opening may be
    told as to come by who has not heard of it yet, for a month."""
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


def _count_apart(left: Happening, right: Happening) -> int:
    """Days between the two; 0 where they may be of one day or nothing is known."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return 0
    return max(0, left.first - right.last, right.first - left.last)


def _find_other_place(left: Happening, right: Happening) -> str:
    if not left.place or not right.place or _fits(left.place, right.place):
        return ""
    return f"in {left.place}, not in {right.place}"


def _fits(left: str, right: str) -> bool:
    return left == right or (left[:2] == right[:2] and (len(left) == _TWO or len(right) == _TWO))


def _find_other_partner(left: Happening, right: Happening) -> str:
    """Other bodies: two memoranda of one day with other partners."""
    if not (left.bodies and right.bodies and left.type == right.type == "signing"):
        return ""
    shared = count_shared(left.bodies, right.bodies, _is_same_body)
    if shared or count_shared(left.bodies, (*right.names, *right.around), _is_body_named):
        return ""
    return f"{', '.join(left.bodies)} are not {', '.join(right.bodies)}"


def _find_other_signatory(left: Happening, right: Happening) -> str:
    """Each was signed with somebody who has no part in the other."""
    if not left.type == right.type == "signing" or not _are_others(left, right):
        return ""
    return f"between {', '.join(left.areas)}, not between {', '.join(right.areas)}"


def _are_neighbours(left: Happening, right: Happening) -> bool:
    """Whether they are of two regions of one country, neither of which has a part in the other."""
    ours, theirs = (
        [a for a in one.areas if not any(_fits(a, b) for b in two.areas)] for one, two in _turns(left, right)
    )
    return any(a[:2] == b[:2] for a in ours for b in theirs)


def _turns(left: Happening, right: Happening) -> tuple[tuple[Happening, Happening], ...]:
    return (left, right), (right, left)


def _are_others(left: Happening, right: Happening) -> bool:
    """Whether each has a side that fits none of the other's."""
    both = min(len(left.areas), len(right.areas)) >= _TWO
    return both and all(
        any(not any(_fits(area, known) for known in other.areas) for area in one.areas)
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


def find_same_type(left: Happening, right: Happening) -> Finding | None:
    """The same type of event; less where a visit may be the meeting, a forum the session."""
    return Finding(1.0 if left.type == right.type else 0.5, f"{left.type}, {right.type}")


def find_same_day(left: Happening, right: Happening) -> Finding | None:
    """The same day told by both; less where one tells a month, or only the day of publication tells."""
    if left.first is None or right.first is None or _count_apart(left, right):
        return None
    if left.is_day and right.is_day:
        return Finding(1.0, "on the same day")
    if _list_long(left, right):
        return Finding(0.25, "within a season or a year")
    if left.dated and right.dated:
        return Finding(0.6, "at the same time")
    return Finding(0.6 if left.is_day or right.is_day else 0.5, "at a time that fits")


def _list_long(*happenings: Happening) -> list[Happening]:
    """Those of which only a season or a year is told: much happens in it."""
    return [one for one in happenings if one.dated and (one.last or 0) - (one.first or 0) > _SEASON_DAYS]


def find_other_time(left: Happening, right: Happening) -> Finding | None:
    """Of news of different weeks, where one tells no day; where a name is the same it may be looked back at."""
    apart = _count_apart(left, right)
    if left.type == right.type == "opening" and "planned" in (left.status, right.status):
        return None
    if find_same_bodies(left, right) or _share_name(left, right):
        return None
    return Finding(1.0, f"{apart} days apart") if apart > _NEWS_DAYS else None


def find_same_people(left: Happening, right: Happening) -> Finding | None:
    """People who took part in both."""
    shared = count_shared(left.people, right.people, _is_same_person)
    return Finding(1.0 if shared > 1 else 0.7, f"people in both: {shared}") if shared else None


def find_other_people(left: Happening, right: Happening) -> Finding | None:
    """Nobody of those whom one names took part in the other."""
    if not (left.people and right.people) or count_shared(left.people, right.people, _is_same_person):
        return None
    return Finding(1.0, f"{', '.join(left.people)} are not {', '.join(right.people)}")


def find_same_bodies(left: Happening, right: Happening) -> Finding | None:
    """Organisations that took part in both."""
    shared = count_shared(left.bodies, right.bodies, _is_same_body)
    return Finding(1.0, f"bodies in both: {shared}") if shared else None


def find_same_sides(left: Happening, right: Happening) -> Finding | None:
    """The same sides; less where one tells a country and the other its region."""
    if left.areas and left.areas == right.areas:
        return Finding(1.0, f"both of {', '.join(left.areas)}")
    nations = left.nations & right.nations
    if not nations:
        return None
    return Finding(0.7 if len(nations) > 1 else 0.3, f"both of {', '.join(sorted(nations))}")


def find_other_sides(left: Happening, right: Happening) -> Finding | None:
    """No country in common; less where each has a side that fits none of the other's."""
    if left.nations & right.nations and (_are_others(left, right) or _are_neighbours(left, right)):
        return Finding(0.4, f"{', '.join(left.areas)} beside {', '.join(right.areas)}")
    if not left.nations or not right.nations or left.nations & right.nations:
        return None
    return Finding(1.0, "of other countries")


def find_same_place(left: Happening, right: Happening) -> Finding | None:
    """The same town or region; less of a capital, where much happens, if no partner is known to take part in both."""
    partners = len(left.nations & right.nations) > 1
    told = 1.0 if partners or not is_capital(left.place or right.place) else 0.8
    if count_shared(left.towns, right.towns, is_same_town):
        return Finding(told, "the same town")
    return Finding(0.7 * told, left.place) if left.place and left.place == right.place else None


def find_same_things(left: Happening, right: Happening) -> Finding | None:
    """What happened: the thing opened, what it is of, the names that stand in it; less what stands by."""
    own = {*left.ways, *left.things, *left.topics} & {*right.ways, *right.things, *right.topics}
    name = _share_name(left, right)
    near = set[str]() if _is_one_text(left, right) else (set(left.around) & set(right.around)) - own
    by_name = sum("|" in one for one in near)
    strength = 0.5 * bool(own) + 0.5 * bool(name) + min(0.5, 0.25 * by_name + 0.1 * (len(near) - by_name))
    told = [*sorted(own), *([name] if name else []), *sorted(one.partition("|")[0] for one in near)]
    return Finding(min(1.3, strength), f"both of: {', '.join(told)}") if told else None


def _is_one_text(left: Happening, right: Happening) -> bool:
    """Whether the same stands by both: then it tells no more than that one text tells of both."""
    shared, all_ = set(left.around) & set(right.around), set(left.around) | set(right.around)
    return left.day == right.day and len(shared) > _ONE_TEXT * len(all_)


def find_same_paper(left: Happening, right: Happening) -> Finding | None:
    """The same kind of paper: a memorandum, a road map."""
    papers = set(left.papers) & set(right.papers)
    return Finding(1.0, f"both: {', '.join(sorted(papers))}") if papers else None


def find_same_ends(left: Happening, right: Happening) -> Finding | None:
    """The same way: both of its ends."""
    if not (left.ways or right.ways) or count_shared(left.ends, right.ends, is_same_town) < _TWO:
        return None
    return Finding(1.0, "between the same ends")


def find_other_things(left: Happening, right: Happening) -> Finding | None:
    """Of other things, and nothing that stands by is the same."""
    own, other = ({*one.ways, *one.things, *one.topics} for one in (left, right))
    if left.type == right.type == "opening" and bool(own) != bool(other) and not _share_name(left, right):
        return Finding(0.4, "what is opened is told by one")
    if "meeting" in (left.type, right.type) or "visit" in (left.type, right.type):
        return None  # many things are spoken of at one meeting
    if not own or not other or own & other:
        return None
    if own & set(right.around) or other & set(left.around):
        return Finding(0.6, f"{', '.join(sorted(own))} beside {', '.join(sorted(other))}")
    return Finding(1.0, f"{', '.join(sorted(own))} is not {', '.join(sorted(other))}")


def find_same_news(left: Happening, right: Happening) -> Finding | None:
    """Published within days of each other; less within a season."""
    if left.day is None or right.day is None or abs(left.day - right.day) > _SEASON_DAYS:
        return None
    days = abs(left.day - right.day)
    return Finding(1.0 if days <= _NEWS_DAYS else 0.3, f"published {days} days apart")


def _share_name(left: Happening, right: Happening) -> str:
    return next((a.partition("|")[0] for a in left.names for b in right.names if is_same_name(a, b)), "")


def _is_same_person(left: str, right: str) -> bool:
    judged = compare_persons(left, right)
    alone = min(len(left.split()), len(right.split())) == 1
    return judged.judgement == POSITIVE or (alone and judged.score >= _SURNAME)


_SURNAME = 0.5  # a surname alone: those who meet on one day are few


def _is_same_body(left: str, right: str) -> bool:
    return compare_organisations(left, right).judgement == POSITIVE


def _is_body_named(body: str, name: str) -> bool:
    sounds = name.partition("|")[0]
    return len(sounds) > _SHORTEST and sounds in get_publisher(body).replace(" ", "")


_SHORTEST = 3  # sounds of a name
