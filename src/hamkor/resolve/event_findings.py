"""What two tellings of events have in common, and what tells them apart. Each function finds something or nothing."""

from __future__ import annotations

from hamkor.codes.areas import is_capital
from hamkor.model import POSITIVE
from hamkor.resolve.event_contradictions import are_neighbours, are_others, count_apart, is_same_body
from hamkor.resolve.happenings import Happening
from hamkor.resolve.judgement import Finding
from hamkor.resolve.naming import compare_persons
from hamkor.resolve.sameness import count_shared, is_same_name, is_same_town

_NEWS_DAYS, _SEASON_DAYS = 10, 60
_ONE_TEXT = 0.8  # of what stands by two tellings: so much in common, on one day, stands in one text
_TWO = 2


def find_same_type(left: Happening, right: Happening) -> Finding | None:
    """The same type of event; less where a visit may be the meeting, a forum the session."""
    return Finding(1.0 if left.type == right.type else 0.5, f"{left.type}, {right.type}")


def find_same_day(left: Happening, right: Happening) -> Finding | None:
    """The same day told by both; less where one tells a month, or only the day of publication tells."""
    if left.first is None or right.first is None or count_apart(left, right):
        return None
    if left.is_day and right.is_day:
        return Finding(1.0, "on the same day")
    if _is_long(left) or _is_long(right):
        return Finding(0.25, "within a season or a year")
    if left.dated and right.dated:
        return Finding(0.6, "at the same time")
    return Finding(0.6 if left.is_day or right.is_day else 0.5, "at a time that fits")


def _is_long(event: Happening) -> bool:
    """Whether only a season or a year is told of it: much happens in that."""
    return event.dated and (event.last or 0) - (event.first or 0) > _SEASON_DAYS


def find_other_time(left: Happening, right: Happening) -> Finding | None:
    """Of news of different weeks, where one tells no day; where a name is the same it may be looked back at."""
    apart = count_apart(left, right)
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
    shared = count_shared(left.bodies, right.bodies, is_same_body)
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
    if left.nations & right.nations and (are_others(left, right) or are_neighbours(left, right)):
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
