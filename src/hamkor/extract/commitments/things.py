"""Splits a list that one verb governs into the things that differ: in sector, or with an action of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.extract.commitments.clauses import PARTING, Region
from hamkor.extract.commitments.sectors import TELLING, Hit, get_sector
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene
from hamkor.grammar.kinds import PART_CHARACTERS
from hamkor.model.value import value

_AREAS = (PART_CHARACTERS["area"], PART_CHARACTERS["adjective"])
_PERIOD = PART_CHARACTERS["period"]
_WAY = re.compile(f"[{_AREAS[0]}] ?[—–-] ?[{_AREAS[0]}]")
_NUMBERED = re.compile(rf"[\d{PART_CHARACTERS['number']}{PART_CHARACTERS['count']}]{{1,2}}\) ?")  # of an item: «2) »
_PARTED = re.compile(f"{PARTING} ?")
_LONG = 8  # characters of a joint that says "among them" rather than "and"


@value(frozen=True, slots=True)
class Thing:
    """One thing, at `start:end` of the scene's text; `sector` is None where its own words tell none.

    dated  whether it has a time of its own
    leads  whether it names the two ends of a way («Astana — Osh in May»)
    """

    start: int
    end: int
    sector: str | None
    weight: int
    action: str  # verb | noun | "": whether it begins with an action
    carries: bool = False
    dated: bool = False
    leads: bool = False


def split_things(words: ClauseWords, scene: Scene, region: Region, hits: list[Hit]) -> list[Thing]:
    """The things of a region, in order. `hits` are the sector words of the sentence."""
    if not region.listed:
        return [_thing(words, scene, hits, start=region.start, end=region.end)]
    items = [_thing(words, scene, hits, start=s, end=e) for s, e in _items(words, scene.text, region)]
    groups: list[Thing] = []
    for item in items:
        if groups and (_governs(words, groups[-1], item) or not _stands_alone(words, groups[-1], item)):
            groups[-1] = _join(words, scene, hits, (groups[-1], item))
        else:
            own = groups and _has_own_time(groups[-1], item)
            groups.append(replace(item, action=groups[-1].action) if own else item)  # one verb still governs both
    return groups


def _governs(words: ClauseWords, group: Thing, item: Thing) -> bool:
    """Whether the goods of a group hang on the carrier that ends the item after it, where verbs stand last."""
    return words.action_last and item.carries and not group.action


def _items(words: ClauseWords, text: str, region: Region) -> list[tuple[int, int]]:
    """Pieces between joints, each with some letters."""
    joints = words.joints.finditer(text, region.start, region.end)
    whole = [met.span() for met in words.compounds.finditer(text, region.start, region.end)]
    free = [m.span() for m in joints if not any(start < m.start() < end for start, end in whole)]
    cuts = [at for at in free if not (_only_says_where(words, text, *at) or _joins_areas(text, *at))]
    cuts = sorted([*cuts, *(m.span() for m in _PARTED.finditer(text, region.start, region.end))])
    starts = [region.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), region.end]
    pieces = [(s, e) for s, e in zip(starts, ends, strict=True) if text[s:e].strip(' ",.—')]
    return pieces or [(region.start, region.end)]


def _joins_areas(text: str, start: int, end: int) -> bool:
    """Whether a joint stands between two areas: «between Astana and Dushanbe» is no list of things."""
    return text[:start].rstrip()[-1:] in _AREAS and text[end:].lstrip()[:1] in _AREAS


def _only_says_where(words: ClauseWords, text: str, start: int, end: int) -> bool:
    """Whether what a long joint adds is no thing, but where or with whom («, в том числе в новых отраслях»)."""
    return end - start > _LONG and bool(words.prepositions.match(text[end:].lstrip()))


def _thing(words: ClauseWords, scene: Scene, hits: list[Hit], *, start: int, end: int) -> Thing:
    text = scene.text
    while start < end and text[start] in " ,—":
        start += 1
    numbered = _NUMBERED.match(text, start, end)
    start = numbered.end() if numbered else start
    while end > start and text[end - 1] in " ,—":
        end -= 1
    span = scene.to_text(start, end)
    sector, weight = get_sector(hits, span.start, span.end)
    inside = text[start:end]
    return Thing(
        start,
        end,
        sector,
        weight,
        words.opens_action(inside),
        words.carries(inside),
        _PERIOD in inside,
        bool(_WAY.search(inside)),
    )


def _stands_alone(words: ClauseWords, group: Thing, item: Thing) -> bool:
    """Whether an item is another thing than the group before it."""
    if item.action == "verb":
        return group.action == "verb" or bool(group.action and words.verb_marks)
    if words.action_last and item.action == group.action == "noun":
        return True
    if _has_own_time(group, item) or (group.dated and item.dated and item.leads):
        return True
    if item.weight < TELLING or (group.carries and not item.action):
        return False
    if group.sector is None or group.weight < TELLING:
        return False
    return item.sector != group.sector or (item.action == "noun" and group.action == "noun")


def _has_own_time(group: Thing, item: Thing) -> bool:
    """Whether both are actions with times of their own («hold Days of A in May and Days of B in June»)."""
    return group.dated and item.dated and bool(group.action and item.action)


def _join(words: ClauseWords, scene: Scene, hits: list[Hit], pair: tuple[Thing, Thing]) -> Thing:
    group, item = pair
    span = scene.to_text(group.start, item.end)
    carrier = group if group.carries else item if item.carries and not group.action else None
    sector, weight = (carrier.sector, carrier.weight) if carrier else get_sector(hits, span.start, span.end)
    dated, leads = group.dated or item.dated, group.leads or item.leads
    action = (item.action or group.action) if words.action_last else group.action
    return Thing(group.start, item.end, sector, weight, action, group.carries, dated, leads)
