"""Splits a list that one verb governs into the things that differ: in sector, or with an action of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.extract.commitments.amounts import group_by_amount, has_own_amounts
from hamkor.extract.commitments.clauses import PARTING, Region
from hamkor.extract.commitments.goods import governs, join_goods, pop_goods, ships
from hamkor.extract.commitments.sectors import TELLING, Hit
from hamkor.extract.commitments.thing import Thing, join_things, make_thing
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene
from hamkor.grammar.kinds import PART_CHARACTERS

_AREAS = (PART_CHARACTERS["area"], PART_CHARACTERS["adjective"])
_AREA_AFTER = re.compile(rf"\s*(?:[{_AREAS[0]}{_AREAS[1]}]|\w+ [{_AREAS[0]}]\s*(?:[,.;]|$))")
_PARTED = re.compile(f"{PARTING} ?")
_LONG = 8  # characters of a joint that says "among them" rather than "and"


def split_things(words: ClauseWords, scene: Scene, region: Region, hits: list[Hit]) -> list[Thing]:
    """The things of a region, in order. `hits` are the sector words of the sentence."""
    if not region.listed:
        return [make_thing(words, scene, hits, start=region.start, end=region.end)]
    items = [make_thing(words, scene, hits, start=s, end=e) for s, e in _items(words, scene.text, region)]
    if has_own_amounts(scene.text, items):
        return group_by_amount(words, scene, hits, items)
    groups: list[Thing] = []
    for at, item in enumerate(items):
        if groups and _leads_on(words, groups[-1], items[at:]):
            groups.append(item)
        elif groups and item is items[-1] and ships(words, scene.text, region, item):
            goods = pop_goods(groups)
            groups.append(join_goods(words, scene, hits, [*goods, item]))
        elif groups and (governs(words, groups[-1], item) or not _stands_alone(words, groups[-1], item)):
            groups[-1] = join_things(words, scene, hits, (groups[-1], item))
        else:
            own = groups and _has_own_time(groups[-1], item)
            groups.append(replace(item, action=groups[-1].action) if own else item)  # one verb still governs both
    return _without_repeated(groups)


def _without_repeated(groups: list[Thing]) -> list[Thing]:
    """Leave out topics of a sector that the list has named before: things of one sector without actions are one."""
    kept: list[Thing] = []
    for group in groups:
        known = any(k.sector == group.sector and k.weight >= TELLING for k in kept)
        if not (known and group.is_topic):
            kept.append(group)
    return kept


def _leads_on(words: ClauseWords, group: Thing, items: list[Thing]) -> bool:
    """Whether the first item belongs to the action right after it, where verbs stand last: the group has its own.

    «… munosabatlarini yo'lga qo'yish, savdo va aylanmani oshirish»
    """
    ended = words.action_last and group.action == "noun" and not group.carries
    return ended and not items[0].action and any(item.action for item in items[1:2])


def _items(words: ClauseWords, text: str, region: Region) -> list[tuple[int, int]]:
    """Pieces between joints, each with some letters."""
    joints = words.joints.finditer(text, region.start, region.end)
    whole = [met.span() for met in words.compounds.finditer(text, region.start, region.end)]
    free = [m.span() for m in joints if not any(start < m.start() < end for start, end in whole)]
    cuts = [
        at
        for at in free
        if not (
            _only_says_where(words, text, *at)
            or words.setting.match(text, at[1])
            or _joins_areas(text, *at, region.end)
        )
    ]
    cuts = sorted([*cuts, *(m.span() for m in _PARTED.finditer(text, region.start, region.end))])
    starts = [region.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), region.end]
    pieces = [(s, e) for s, e in zip(starts, ends, strict=True) if text[s:e].strip(' ",.—')]
    return pieces or [(region.start, region.end)]


def _joins_areas(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a joint stands between two areas: «between Astana and Dushanbe» is no list of things.

    Nor is «Омской области и регионов Узбекистана»: one word and an area alone are no thing.
    """
    return text[:start].rstrip()[-1:] in _AREAS and bool(_AREA_AFTER.match(text, end, limit))


def _only_says_where(words: ClauseWords, text: str, start: int, end: int) -> bool:
    """Whether what a long joint adds is no thing, but where or with whom («, в том числе в новых отраслях»)."""
    return end - start > _LONG and bool(words.prepositions.match(text[end:].lstrip()))


def _stands_alone(words: ClauseWords, group: Thing, item: Thing) -> bool:
    """Whether an item is another thing than the group before it."""
    if item.action == "verb":
        return group.action == "verb" or bool(group.action and words.verb_marks)
    if words.action_last and item.action == group.action == "noun":
        return not item.bare
    if _has_own_time(group, item) or (group.dated and item.dated and item.leads):
        return True
    if item.weight < TELLING or (group.carries and not item.action and not words.action_last):
        return False
    if group.sector is None or group.weight < TELLING:
        return False
    return item.sector != group.sector or (item.action == "noun" and group.action == "noun")


def _has_own_time(group: Thing, item: Thing) -> bool:
    """Whether both are actions with times of their own («hold Days of A in May and Days of B in June»)."""
    return group.dated and item.dated and bool(group.action and item.action)
