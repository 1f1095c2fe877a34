"""One published figure told many times, however rounded: which tellings of figures are of one fact."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.model import NEGATIVE, UNSURE
from hamkor.resolve import fact_findings as find
from hamkor.resolve.facts import Fact, list_buckets, take_fact
from hamkor.resolve.judgement import Comparison, Judged, judge
from hamkor.resolve.kinds import Kind

_SEASON = 20  # days
# Of what is published anew for each time, indicator, sides and time tell all.
WHOLE = (
    Comparison(find.find_same_indicator, 0.3),
    Comparison(find.find_same_time, 0.25),
    Comparison(find.find_same_sides, 0.25),
    Comparison(find.find_same_value, 0.25),
    Comparison(find.find_same_subject, 0.1),
    Comparison(find.find_same_news, 0.1),
    Comparison(find.find_same_things, 0.1),
    Comparison(find.find_other_status, -0.5),
)
# Of what belongs to a thing (a plant, a road, a flight), the thing does.
FIGURE = (
    Comparison(find.find_same_indicator, 0.3),
    Comparison(find.find_same_value, 0.35),
    Comparison(find.find_same_sides, 0.2),
    Comparison(find.find_other_sides, -0.1),
    Comparison(find.find_same_time, 0.15),
    Comparison(find.find_moved_time, -0.2),
    Comparison(find.find_same_subject, 0.1),
    Comparison(find.find_same_news, 0.15),
    Comparison(find.find_same_things, 0.35),
    Comparison(find.find_same_ends, 0.2),
    Comparison(find.find_same_town, 0.1),
    Comparison(find.find_other_things, -0.2),
    Comparison(find.find_other_status, -0.05),
)


def compare_facts(left: Fact, right: Fact) -> Judged:
    """Whether two tellings are of one published figure. NEGATIVE: they contradict one another.

    Whatever meets pairwise on a line has a point in common: so a group never holds two numbers that cannot be one.
    """
    left, right = sorted((left, right), key=repr)
    if contradiction := find.find_contradiction(left, right):
        return Judged(0.0, NEGATIVE, (contradiction,))
    if find.is_open(left, right):
        return Judged(0.0, UNSURE, ("no time is told, and other news",))
    judged = judge(WHOLE if left.is_flow and right.is_flow else FIGURE, left, right)
    return Judged(0.0, UNSURE, judged.reasons) if judged.judgement == NEGATIVE else judged


def find_fact_keys(fact: Fact) -> frozenset[str]:
    """What it counts with its time and sides; and the number's size with each country, thing and name."""
    return frozenset(_list_keys(fact))


def _list_keys(fact: Fact) -> Iterator[str]:
    what = f"{fact.measure} {fact.unit}"
    nations = sorted({side[:2] for side in fact.sides if side})
    if fact.is_flow:
        yield f"{what} {fact.indicator} {fact.period} {'-'.join(side or '' for side in fact.sides)}"
    for bucket in list_buckets(fact):
        yield from (f"{what} {bucket} {nation} {fact.period}" for nation in nations if fact.is_flow)
        yield from (f"{what} {bucket} {fact.indicator} {season}" for season in _list_seasons(fact))
        if not fact.is_whole:
            yield from (f"{what} {bucket} {nation}" for nation in nations)
            yield from (f"{what} {bucket} {thing}" for thing in fact.things)
            yield from (f"{what} {bucket} {name[:4]}" for name in fact.names)


def _list_seasons(fact: Fact) -> set[int]:
    """Two that are published within days of each other share one."""
    return set() if fact.day is None else {fact.day // _SEASON, (fact.day + find.NEWS_DAYS) // _SEASON}


KIND = Kind("figure", Fact, take_fact, repr, find_fact_keys, compare_facts)
