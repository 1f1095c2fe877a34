"""Which patterns may match here: one look-up a word, however many rulebooks, lexicons and patterns there are.

Every index of anchors enters one vocabulary, which remembers of each word the indices that have patterns for it; so a
sentence is looked through once, and each rulebook or lexicon is handed the words that concern it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

WORDS = re.compile(r"\w+|[\ue000-\ue0ff]")
_REMEMBERED = 200_000  # words kept at most; then memory starts anew
_SENTENCES = 1_024  # scenes whose words are kept: those of the document that is being read

# An anchor: what must stand in a match, and how it stands: `whole` word, its `beginning`, its `ending`.
Anchor = tuple[str, str]
Token = tuple[str, int]


@lru_cache(maxsize=_SENTENCES)
def tokens_of(folded: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of `folded[start:end]` with their places."""
    return tuple((met.group(), met.start()) for met in WORDS.finditer(folded, start, end))


class AnchorIndex:
    """Numbers of patterns by anchor. Patterns without any anchor are candidates everywhere."""

    def __init__(self, anchors: Iterable[frozenset[Anchor]]) -> None:
        self._by: dict[str, dict[str, list[int]]] = {"whole": {}, "beginning": {}, "ending": {}}
        self.everywhere: list[int] = []
        for number, choices in enumerate(anchors):
            if not choices:
                self.everywhere.append(number)
            for word, how in choices:
                self._by[how].setdefault(word, []).append(number)
        self._longest = max((len(word) for how in ("beginning", "ending") for word in self._by[how]), default=0)
        self._known: dict[str, tuple[int, ...]] = {}
        self._place = _VOCABULARY.enter(self)

    def get(self, word: str) -> tuple[int, ...]:
        """Numbers of the patterns that `word` (folded) may be the anchor of, in the order they were given."""
        known = self._known.get(word)
        return known if known is not None else self._learn(word)

    def find(self, text: str) -> list[int]:
        """Numbers of the patterns that may match in a scene's text, in the order they were given."""
        words = words_by_index(text).get(self._place, ())
        numbers = {number for word in words for number in self.get(word)}
        return sorted(numbers.union(self.everywhere)) if numbers or self.everywhere else []

    def find_tokens(self, folded: str, start: int, end: int) -> Iterable[Token]:
        """The words of `folded[start:end]` that are anchors here, with their places."""
        return tokens_by_index(folded, start, end).get(self._place, ())

    def _learn(self, word: str) -> tuple[int, ...]:
        numbers = list(self._by["whole"].get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            numbers.extend(self._by["beginning"].get(word[:length], ()))
            numbers.extend(self._by["ending"].get(word[-length:], ()))
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        found = self._known[word] = tuple(sorted(set(numbers)))
        return found


class _Vocabulary(dict[str, tuple[int, ...]]):
    """For each word met, the places of the indices that have patterns for it; asked of every index once."""

    def __init__(self) -> None:
        super().__init__()
        self._indices: list[AnchorIndex] = []

    def enter(self, index: AnchorIndex) -> int:
        """Take an index in; what was remembered before knows nothing of it."""
        self._indices.append(index)
        self.clear()
        tokens_by_index.cache_clear()
        words_by_index.cache_clear()
        return len(self._indices) - 1

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = places = tuple(place for place, index in enumerate(self._indices) if index.get(word))
        return places


_VOCABULARY = _Vocabulary()


@lru_cache(maxsize=_SENTENCES)
def words_by_index(text: str) -> Mapping[int, set[str]]:
    """The words and parts of a scene's text, by the places of the indices they concern."""
    found: dict[int, set[str]] = {}
    for word in WORDS.findall(text):
        for place in _VOCABULARY[word]:
            found.setdefault(place, set()).add(word)
    return found


@lru_cache(maxsize=_SENTENCES)
def tokens_by_index(folded: str, start: int, end: int) -> Mapping[int, list[Token]]:
    """The words of `folded[start:end]` with their places, by the places of the indices they concern."""
    found: dict[int, list[Token]] = {}
    for token in tokens_of(folded, start, end):
        for place in _VOCABULARY[token[0]]:
            found.setdefault(place, []).append(token)
    return found
