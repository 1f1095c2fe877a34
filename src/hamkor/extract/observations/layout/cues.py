"""Words of a sentence that tell something of the figures near them, and the sorts of what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hamkor.extract.observations.words import IndicatorWord, Words
from hamkor.model.value import value
from hamkor.text.fold import fold

STATUSES = frozenset(("actual", "target", "forecast"))


@value(frozen=True, slots=True)
class Cue:
    """A word that tells something of the figures near it, at `start:end` of the scene's text."""

    start: int
    end: int
    sorts: frozenset[str] = frozenset()
    indicator: IndicatorWord | None = None


@lru_cache(maxsize=4096)
def get_sorts(value: str) -> frozenset[str]:
    """The sorts that the value of an entry names."""
    return frozenset(value.split())


def list_sorts(words: Words, said: str) -> frozenset[str]:
    return frozenset(sort for found in words.cues.find(said) for sort in get_sorts(found.value))


def get_counted_sorts(words: Words, noun: str | None) -> frozenset[str]:
    """What the language says of a noun that is counted (`counted` of observations.toml), by its last words."""
    said = fold(noun or "")
    found = [get_sorts(f.value) for f in words.uncounted.find(said) if f.end == len(said)]
    return frozenset().union(*found)


def last(cues: Iterable[Cue]) -> Cue | None:
    return max(cues, key=lambda c: c.start, default=None)
