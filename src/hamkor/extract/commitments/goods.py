"""Goods of a list hang on the verb that carries them, where verbs stand last («paxta va dori import qilish»)."""

from __future__ import annotations

from dataclasses import replace

from hamkor.extract.commitments.clauses import Region
from hamkor.extract.commitments.sectors import TELLING, Hit
from hamkor.extract.commitments.thing import Thing, join_things
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene

_TRADE = "trade"


def ships(words: ClauseWords, text: str, region: Region, item: Thing) -> bool:
    """Whether the last item ends with a verb that carries goods («… import qilish»): all of the list hang on it."""
    trigger = region.trigger
    governs = trigger.where == "before" and trigger.start >= item.end
    said = text[item.start : trigger.end if governs else item.end].split()
    verb = len(text[item.start : item.end].split()) + governs
    return words.action_last and words.ships(said[:verb])


def pop_goods(groups: list[Thing]) -> list[Thing]:
    """The groups at the end that have no action of their own, taken away."""
    kept = len(groups)
    while kept and not groups[kept - 1].action:
        kept -= 1
    goods, groups[kept:] = groups[kept:], []
    return goods


def join_goods(words: ClauseWords, scene: Scene, hits: list[Hit], things: list[Thing]) -> Thing:
    """One thing of goods and what carries them: trade, unless all are of one sector."""
    joined = things[0]
    for thing in things[1:]:
        joined = join_things(words, scene, hits, (joined, thing))
    told = {thing.sector if thing.weight >= TELLING else None for thing in things}
    span = scene.to_text(joined.start, joined.end)
    traded = any(hit.sector == _TRADE and span.start <= hit.at < span.end for hit in hits)
    return replace(joined, sector=_TRADE, weight=TELLING) if traded and len(told) > 1 else joined


def governs(words: ClauseWords, group: Thing, item: Thing) -> bool:
    """Whether the goods of a group hang on the carrier that ends the item after it, where verbs stand last.

    A carrier that is all of its item is a topic as the others are («madaniyat, eksport va import»).
    """
    return words.action_last and item.carries and item.words > 1 and not group.action
