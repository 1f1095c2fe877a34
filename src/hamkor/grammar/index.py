"""Which patterns may match here: one look-up a word, however many rulebooks, lexicons and patterns there are.

A text is looked through once, for all indices together: every index that texts are searched with enters one
vocabulary, which remembers of each word the indices that have patterns for it. Sentences are then handed the words that
concern an index by their places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

WORDS = re.compile(r"\w+|[\ue000-\ue0ff]")
_REMEMBERED = 200_000  # words kept at most; then memory starts anew
_TEXTS = 32  # texts whose words are kept: the document that is being read, and its title
_SCENES = 256  # scenes whose words are kept

# An anchor: what must stand in a match, and how it stands: `whole` word, its `beginning`, its `ending`.
Anchor = tuple[str, str]
Token = tuple[int, str]  # where a word stands, and the word
_Anchors = dict[str, dict[str, list[int]]]
_Hits = tuple[list[int], list[str]]  # places, and the words there


class Interest:
    """Words that something is to be looked for at, wherever `tells` says so of a word (folded)."""

    def __init__(self, tells: Callable[[str], object]) -> None:
        self._tells = tells
        self._place = -1

    def find_tokens(self, folded: str, start: int, end: int) -> list[Token]:
        """The words of `folded[start:end]` that are told, with their places."""
        if start == 0 and end == len(folded):
            return [token for token in tokens_of(folded) if self._tells(token[1])]
        if self._place < 0:
            self._place = _VOCABULARY.enter(self._tells)
        return _hits_within(self._place, folded, start, end)


class AnchorIndex:
    """Numbers of patterns by anchor. Patterns without any anchor are candidates everywhere."""

    def __init__(self, anchors: Iterable[frozenset[Anchor]]) -> None:
        self._by: _Anchors = {"whole": {}, "beginning": {}, "ending": {}}
        self._everywhere: set[int] = set()
        for number, choices in enumerate(anchors):
            if not choices:
                self._everywhere.add(number)
            for word, how in choices:
                self._by[how].setdefault(word, []).append(number)
        self._known = _Known(self._by)
        self._place = -1

    def get(self, word: str) -> tuple[int, ...]:
        """Numbers of the patterns that `word` (folded) may be the anchor of, in the order they were given."""
        return self._known[word]

    def find(self, words: Iterable[str]) -> list[int]:
        """Numbers of the patterns that these words (folded) and parts may be anchors of, in their order."""
        known = self._known
        numbers = [number for word in words for number in known[word]]
        return sorted(self._everywhere.union(numbers)) if numbers or self._everywhere else numbers

    def find_between(self, folded: str, start: int, end: int, parts: Iterable[str]) -> list[int]:
        """Numbers of the patterns that the words of `folded[start:end]` and these parts may be anchors of.

        Trap: no word may be cut at `start` or `end`.
        """
        place = self._enter()
        starts, words = _hits_of(folded)[place]
        low = bisect_left(starts, start)
        numbers, known = self._everywhere.copy(), self._known
        for word in words[low : bisect_left(starts, end, low)]:
            numbers.update(known[word])
        for part in parts:
            numbers.update(known[part])
        return sorted(numbers)

    def find_tokens(self, folded: str, start: int, end: int) -> list[Token]:
        """The words of `folded[start:end]` that are anchors here, with their places."""
        if start == 0 and end == len(folded):
            known = self._known
            return [token for token in tokens_of(folded) if known[token[1]]]
        return _hits_within(self._enter(), folded, start, end)

    def _enter(self) -> int:
        if self._place < 0:
            self._place = _VOCABULARY.enter_anchors(self._by)
        return self._place


class _Known(dict[str, tuple[int, ...]]):
    """Of each word met, the numbers of the patterns it may be the anchor of."""

    def __init__(self, by: _Anchors) -> None:
        super().__init__()
        self._by, self._lengths = by, _lengths(by)

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = tuple(sorted(_look_up(word, self._by, self._lengths)))
        return found


def _lengths(by: _Anchors) -> tuple[list[int], list[int]]:
    """The lengths of the beginnings and of the endings."""
    return sorted({len(word) for word in by["beginning"]}), sorted({len(word) for word in by["ending"]})


def _look_up(word: str, by: _Anchors, lengths: tuple[list[int], list[int]]) -> set[int]:
    numbers = set(by["whole"].get(word, ()))
    beginnings, endings = by["beginning"], by["ending"]
    for length in lengths[0]:
        numbers.update(beginnings.get(word[:length], ()))
    for length in lengths[1]:
        numbers.update(endings.get(word[-length:], ()))
    return numbers


class _Vocabulary(dict[str, tuple[int, ...]]):
    """For each word met, the places of those that look for it; all indices of anchors are asked in one go."""

    def __init__(self) -> None:
        super().__init__()
        self._by: _Anchors = {"whole": {}, "beginning": {}, "ending": {}}
        self._lengths = _lengths(self._by)
        self._tests: list[tuple[int, Callable[[str], object]]] = []
        self.size = 0

    def enter(self, tells: Callable[[str], object]) -> int:
        """Take a test of words in; what was remembered before knows nothing of it."""
        place = self._open()
        self._tests.append((place, tells))
        return place

    def enter_anchors(self, by: _Anchors) -> int:
        place = self._open()
        for how, words in by.items():
            for word in words:
                self._by[how].setdefault(word, []).append(place)
        self._lengths = _lengths(self._by)
        return place

    def _open(self) -> int:
        self.clear()
        _hits_of.cache_clear()
        self.size += 1
        return self.size - 1

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        places = _look_up(word, self._by, self._lengths)
        places.update(place for place, tells in self._tests if tells(word))
        self[word] = found = tuple(places)
        return found


_VOCABULARY = _Vocabulary()


@lru_cache(maxsize=_SCENES)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and parts of a short text, with their places."""
    return tuple([(met.start(), met[0]) for met in WORDS.finditer(text)])


@lru_cache(maxsize=_TEXTS)
def _hits_of(folded: str) -> Sequence[_Hits]:
    """The words of a text and their places, for each of those that look for words."""
    found: list[_Hits] = [([], []) for _ in range(_VOCABULARY.size)]
    for met in WORDS.finditer(folded):
        places = _VOCABULARY[met[0]]
        if places:
            at, word = met.start(), met[0]
            for place in places:
                starts, words = found[place]
                starts.append(at)
                words.append(word)
    return found


def _hits_within(place: int, folded: str, start: int, end: int) -> list[Token]:
    if cuts_word(folded, start) or cuts_word(folded, end):
        cut = [(start + at, word) for at, word in tokens_of(folded[start:end])]
        return [token for token in cut if place in _VOCABULARY[token[1]]]
    starts, words = _hits_of(folded)[place]
    low = bisect_left(starts, start)
    high = bisect_left(starts, end, low)
    return list(zip(starts[low:high], words[low:high], strict=True))


def cuts_word(folded: str, at: int) -> bool:
    """Whether this place lies within a word; then what stands at the edge is no whole word of the text."""
    return folded[at : at + 1].isalnum() and at > 0 and folded[at - 1].isalnum()
