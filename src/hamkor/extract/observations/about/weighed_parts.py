"""Which areas of a sentence count, and how much a city that is only the place of it."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.extract.observations.about.weights import APPOSED, BODY_WEIGHT, CITY_WEIGHT
from hamkor.extract.observations.draft import get_country
from hamkor.extract.observations.roles import PLACE, get_role_of_ending
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import AreaMention
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Part, Scene

_PLACE_WEIGHT = 0.5


def weigh_city(part: Part, read: ReadSentence, words: Words, *, lead: bool) -> float:
    """A city of the lead tells little of who acts, nothing where it is only the place."""
    scene = read.scene
    before = scene.text[: scene.at(part.span.start)].split()
    passing = (bool(before) and words.roles.get(before[-1]) == "to") or _is_placed(part, read, words)
    return (BODY_WEIGHT if passing else CITY_WEIGHT) if lead else (_PLACE_WEIGHT if passing else BODY_WEIGHT)


def _is_placed(part: Part, read: ReadSentence, words: Words) -> bool:
    """Whether an ending says that a town is only where it was; not whose a body is («Шымкенттегі клиника»)."""
    said = part.span.within(read.scene.folded)
    whose = bool(words.within_endings) and said.endswith(words.within_endings)
    return not whose and get_role_of_ending(words, read.scene.folded, part) in PLACE


def list_alone(scene: Scene, words: Words) -> Iterator[Part]:
    """Parts without a country that only says where the region before it lies («Согдийской области Таджикистана»).

    Where verbs stand last it does so in brackets list_alone («Farg'ona viloyati (O'zbekiston)»).
    """
    before: Part | None = None
    for part in scene.parts:
        apart = before and words.verb_last and "(" not in scene.folded[before.span.end : part.span.start]
        if apart or not (before and _locates(part, before)):
            yield part
        before = part


def _locates(part: Part, before: Part) -> bool:
    if not (isinstance(part.value, AreaMention) and isinstance(before.value, AreaMention)):
        return False
    near = part.span.start - before.span.end <= APPOSED
    return near and any("-" in code and (get_country(code),) == part.value.codes for code in before.value.codes)
