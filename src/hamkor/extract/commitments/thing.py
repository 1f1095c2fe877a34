"""One thing of a list that a verb governs: its words, its sector, whether it has an action of its own."""

from __future__ import annotations

import re

from hamkor.extract.commitments.sectors import Hit, get_sector
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene
from hamkor.grammar.kinds import PART_CHARACTERS
from hamkor.model.value import value

_AREAS = (PART_CHARACTERS["area"], PART_CHARACTERS["adjective"])
_PERIOD = PART_CHARACTERS["period"]
_WAY = re.compile(f"[{_AREAS[0]}] ?[—–-] ?[{_AREAS[0]}]")
_NUMBERED = re.compile(rf"[\d{PART_CHARACTERS['number']}{PART_CHARACTERS['count']}]{{1,2}}\) ?")  # of an item: «2) »
_TOPIC = 3  # words of what only names a field


@value(frozen=True, slots=True)
class Thing:
    """One thing, at `start:end` of the scene's text; `sector` is None where its own words tell none.

    dated  whether it has a time of its own
    leads  whether it names the two ends of a way («Astana — Osh in May»)
    bare   whether it is an action alone, where verbs stand last («… rivojlantirish va | kengaytirish masalalari»)
    """

    start: int
    end: int
    sector: str | None
    weight: int
    action: str  # verb | noun | "": whether it begins with an action
    carries: bool = False
    dated: bool = False
    leads: bool = False
    words: int = 1
    bare: bool = False

    @property
    def is_topic(self) -> bool:
        """Whether it only names a field, without an action and a time of its own («eksport», «customs»)."""
        return not self.dated and self.words <= _TOPIC and (not self.action or (self.words == 1 and self.carries))


def make_thing(words: ClauseWords, scene: Scene, hits: list[Hit], *, start: int, end: int) -> Thing:
    """The thing of `start:end` of the scene, without the marks around it and its number."""
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
        len(inside.split()),
        words.is_bare_action(inside),
    )


def join_things(words: ClauseWords, scene: Scene, hits: list[Hit], pair: tuple[Thing, Thing]) -> Thing:
    """Two neighbours of a list as one thing."""
    group, item = pair
    span = scene.to_text(group.start, item.end)
    carrier = group if group.carries else item if item.carries and not group.action else None
    sector, weight = (carrier.sector, carrier.weight) if carrier else get_sector(hits, span.start, span.end)
    dated, leads = group.dated or item.dated, group.leads or item.leads
    action = (item.action or group.action) if words.action_last else group.action
    return Thing(group.start, item.end, sector, weight, action, group.carries, dated, leads, group.words + item.words)
