"""Things of a list that each begin with their money («соглашения на 50 млн по школе, на 40 млн — по дороге»)."""

from __future__ import annotations

import re

from hamkor.extract.commitments.sectors import Hit
from hamkor.extract.commitments.thing import Thing, join_things
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene
from hamkor.grammar.kinds import PART_CHARACTERS

_AMOUNT_FIRST = re.compile(rf"(?:\w{{1,3}} )?[{PART_CHARACTERS['money']}{PART_CHARACTERS['number']}]")


def has_own_amounts(text: str, items: list[Thing]) -> bool:
    """Whether two things or more after the first begin with their money, or with its number."""
    return sum(bool(_AMOUNT_FIRST.match(text, item.start, item.end)) for item in items[1:]) > 1


def group_by_amount(words: ClauseWords, scene: Scene, hits: list[Hit], items: list[Thing]) -> list[Thing]:
    """The things that begin with their money, each with what follows it; the first with what stands before them."""
    groups = items[:1]
    for item in items[1:]:
        own = _AMOUNT_FIRST.match(scene.text, item.start, item.end)
        groups[-1:] = [groups[-1], item] if own else [join_things(words, scene, hits, (groups[-1], item))]
    return groups
