"""One event told many times: which tellings are of one meeting, signing, opening."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.model import NEGATIVE, UNSURE
from hamkor.resolve import event_findings as find
from hamkor.resolve.event_contradictions import find_contradiction
from hamkor.resolve.happenings import Happening, take_happening
from hamkor.resolve.judgement import Comparison, Judged, judge
from hamkor.resolve.kinds import Kind

EVENT = (
    Comparison(find.find_same_type, 0.2),
    Comparison(find.find_same_day, 0.3),
    Comparison(find.find_other_time, -0.2),
    Comparison(find.find_same_people, 0.4),
    Comparison(find.find_other_people, -0.4),
    Comparison(find.find_same_bodies, 0.3),
    Comparison(find.find_same_sides, 0.2),
    Comparison(find.find_other_sides, -0.5),
    Comparison(find.find_same_place, 0.28),
    Comparison(find.find_same_things, 0.35),
    Comparison(find.find_same_paper, 0.15),
    Comparison(find.find_same_ends, 0.25),
    Comparison(find.find_other_things, -0.35),
    Comparison(find.find_same_news, 0.1),
)


def compare_happenings(left: Happening, right: Happening) -> Judged:
    """Whether two tellings are of one event. NEGATIVE: they contradict one another."""
    left, right = sorted((left, right), key=repr)
    if contradiction := find_contradiction(left, right):
        return Judged(0.0, NEGATIVE, (contradiction,))
    judged = judge(EVENT, left, right)
    return Judged(0.0, UNSURE, judged.reasons) if judged.judgement == NEGATIVE else judged


def find_event_keys(event: Happening) -> frozenset[str]:
    """Its months with each country and each thing; its things and names with each country; those who took part."""
    return frozenset(_list_keys(event))


def _list_keys(event: Happening) -> Iterator[str]:
    nations = sorted(event.nations)
    things = (*event.ways, *event.things, *event.papers, *event.topics)
    if event.first is not None and event.last is not None:
        for month in range(event.first // _MONTH, min(event.last, event.first + _YEAR) // _MONTH + 1):
            yield from (f"{month} {nation}" for nation in nations)
            yield from (f"{month} {thing}" for thing in things)
    for nation in nations:
        yield from (f"{thing} {nation}" for thing in things)
    yield from (f"name {name[:5]}" for name in event.names)
    if len(event.ends) > 1:
        yield f"ends {'-'.join(sorted(end.partition(':')[0] for end in event.ends))}"


_MONTH, _YEAR = 30, 366  # days

KIND = Kind("event", Happening, take_happening, repr, find_event_keys, compare_happenings)
