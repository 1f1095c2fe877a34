"""Bodies told again by a short name that their full one holds: «Минэнерго», «МИД», «Совет регионов»."""

from __future__ import annotations

import re

from hamkor.extract.parts import OrganisationMention
from hamkor.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  # letters of an acronym
_CLIP = 2  # the fewest letters that a clipped word keeps of each word («Мин|энерго»)
_JOINT = 1  # letters that join clipped words to what might follow («Минэнерг|о»)
_LINK = 3  # letters of a word in small ones that an acronym may leave out (“of”, “и”)
_BEGINNING = 2  # words by which alone a body is named again


def is_short_of(short: OrganisationMention, full: OrganisationMention) -> bool:
    """Whether a name is an acronym, a clipped word or the beginning of a longer name; not where they are of two areas.

    A body of another sort is another one, but for the beginning of the very name.
    """
    if short.area and full.area and short.area != full.area:
        return False
    words, told = _WORD.findall(short.name), _WORD.findall(full.name)
    if not words or len(words) >= len(told):
        return False
    if _begins(words, told):
        return short.area is None and full.area is not None
    if short.sort != full.sort:
        return False
    return _is_acronym(words[0], told) if words[0].isupper() else _is_clipped(fold(words[0]), told)


def _begins(words: list[str], told: list[str]) -> bool:
    """Whether a name of two words or more is how a longer one begins («Совет регионов | двух стран»)."""
    return len(words) >= _BEGINNING and [fold(w) for w in words] == [fold(w) for w in told[: len(words)]]


def _is_acronym(word: str, told: list[str]) -> bool:
    """Whether a word in capitals has the first letters of the words that a name begins with."""
    named = [w for w in told if w[0].isupper() or len(w) > _LINK]
    initials = (fold("".join(w[0] for w in words[: len(word)])) for words in (told, named))
    return len(word) >= _FEWEST and fold(word) in initials


def _is_clipped(word: str, told: list[str]) -> bool:
    """Whether a word is put together of the beginnings of two words or more that a name begins with."""
    return any(_eats(word[size:], told[1:]) for size in _sizes(word, fold(told[0])))


def _eats(rest: str, told: list[str]) -> bool:
    if not told:
        return False
    sizes = _sizes(rest, fold(told[0]))
    return any(len(rest) - size <= _JOINT for size in sizes) or any(_eats(rest[size:], told[1:]) for size in sizes)


def _sizes(word: str, full: str) -> list[int]:
    """How many letters of `word` may be the beginning of a full word."""
    longest = next((i for i, (a, b) in enumerate(zip(word, full, strict=False)) if a != b), min(len(word), len(full)))
    return list(range(_CLIP, longest + 1))
