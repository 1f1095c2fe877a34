"""Which patterns may match here: one look-up a word, however many rulebooks, lexicons and patterns there are.

A text is looked through once, for all indices together: every index that texts are searched with enters one
vocabulary, which remembers of each word the indices that have patterns for it. Sentences are then handed the words that
concern an index by their places, each with what the index knows of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

WORDS = re.compile(r"\w+|[\ue000-\ue0ff]")
_REMEMBERED = 200_000  # words kept at most; then memory starts anew
_TEXTS = 32  # texts whose words are kept: the document that is being read, and its title
_SCENES = 256  # scenes whose words are kept

# An anchor: what must stand in a match, and how it stands: `whole` word, its `beginning`, its `ending`.
Anchor = tuple[str, str]
Token = tuple[int, str]  # where a word stands, and the word
Asked = TypeVar("Asked", bound=Hashable)
Known = TypeVar("Known")  # what an index knows of a word
Anchors = dict[str, dict[str, list[int]]]  # how a word stands → the word → numbers of patterns
_Hits = list[tuple[int, Any]]  # places, and what is known of the words there


class Interest(Generic[Known]):
    """Words that something is to be looked for at, wherever `tells` knows something of a word (folded).

    `anchors` say which words `tells` need be asked of; without them, it is asked of each.
    """

    def __init__(self, tells: Callable[[str], Known], anchors: Anchors | None = None) -> None:
        self._tells = tells
        self._anchors = anchors
        self._place = -1

    def find(self, folded: str, start: int, end: int) -> list[tuple[int, Known]]:
        """The places of words in `folded[start:end]` of which something is known, and what."""
        if start == 0 and end == len(folded):
            return self._find_in(tokens_of(folded), 0)
        if cuts_word(folded, start) or cuts_word(folded, end):
            return self._find_in(tokens_of(folded[start:end]), start)
        if self._place < 0:
            self._place = _VOCABULARY.enter(self._tells, self._anchors)
        hits = _hits_of(folded)[self._place]
        low = bisect_left(hits, (start,))
        return hits[low : bisect_left(hits, (end,), low)]

    def _find_in(self, tokens: Iterable[Token], start: int) -> list[tuple[int, Known]]:
        return [(start + at, known) for at, word in tokens if (known := self._tells(word))]


class AnchorIndex:
    """Numbers of patterns by anchor. Patterns without any anchor are candidates everywhere."""

    def __init__(self, anchors: Iterable[frozenset[Anchor]]) -> None:
        self.by: Anchors = {"whole": {}, "beginning": {}, "ending": {}}
        self._everywhere: set[int] = set()
        for number, choices in enumerate(anchors):
            if not choices:
                self._everywhere.add(number)
            for word, how in choices:
                self.by[how].setdefault(word, []).append(number)
        self._lengths = _lengths(self.by)
        self._known = Remembered(self._learn)

    def _learn(self, word: str) -> tuple[int, ...]:
        return tuple(sorted(_look_up(word, self.by, self._lengths)))

    def get(self, word: str) -> tuple[int, ...]:
        """Numbers of the patterns that `word` (folded) may be the anchor of, in the order they were given."""
        return self._known[word]

    def find(self, words: Iterable[str]) -> list[int]:
        """Numbers of the patterns that these words (folded) and parts may be anchors of, in their order."""
        known = self._known
        numbers = [number for word in words for number in known[word]]
        return sorted(self._everywhere.union(numbers)) if numbers or self._everywhere else numbers


class Remembered(dict[Asked, Known]):
    """Of each word met what `tells` says of it; it is asked once."""

    def __init__(self, tells: Callable[[Asked], Known]) -> None:
        super().__init__()
        self._tells = tells

    def __missing__(self, word: Asked) -> Known:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = self._tells(word)
        return found


def _lengths(by: Anchors) -> tuple[list[int], list[int]]:
    """The lengths of the beginnings and of the endings."""
    return sorted({len(word) for word in by["beginning"]}), sorted({len(word) for word in by["ending"]})


def _look_up(word: str, by: Anchors, lengths: tuple[list[int], list[int]]) -> set[int]:
    numbers = set(by["whole"].get(word, ()))
    beginnings, endings = by["beginning"], by["ending"]
    for length in lengths[0]:
        numbers.update(beginnings.get(word[:length], ()))
    for length in lengths[1]:
        numbers.update(endings.get(word[-length:], ()))
    return numbers


class _Vocabulary(dict[str, tuple[tuple[int, Any], ...]]):
    """For each word met, the places of those that know something of it; all anchors are looked up in one go."""

    def __init__(self) -> None:
        super().__init__()
        self._by: Anchors = {"whole": {}, "beginning": {}, "ending": {}}
        self._lengths = _lengths(self._by)
        self._tells: list[Callable[[str], Any]] = []
        self._asked: list[int] = []  # places of those without anchors: they are asked of every word

    @property
    def size(self) -> int:
        return len(self._tells)

    def enter(self, tells: Callable[[str], Any], anchors: Anchors | None) -> int:
        """Take in one that looks for words; what was remembered before knows nothing of it."""
        self.clear()
        _hits_of.cache_clear()
        place = len(self._tells)
        self._tells.append(tells)
        if anchors is None:
            self._asked.append(place)
        for how, words in (anchors or {}).items():
            for word in words:
                self._by[how].setdefault(word, []).append(place)
        self._lengths = _lengths(self._by)
        return place

    def __missing__(self, word: str) -> tuple[tuple[int, Any], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        places = _look_up(word, self._by, self._lengths).union(self._asked)
        told = ((place, self._tells[place](word)) for place in places)
        self[word] = found = tuple((place, known) for place, known in told if known)
        return found


_VOCABULARY = _Vocabulary()


@lru_cache(maxsize=_SCENES)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and parts of a short text, with their places."""
    return tuple([(met.start(), met[0]) for met in WORDS.finditer(text)])


@lru_cache(maxsize=_TEXTS)
def _hits_of(folded: str) -> Sequence[_Hits]:
    """The places of the words of a text, and what is known of them, for each of those that look for words."""
    found: list[_Hits] = [[] for _ in range(_VOCABULARY.size)]
    for met in WORDS.finditer(folded):
        hits = _VOCABULARY[met[0]]
        if hits:
            at = met.start()
            for place, known in hits:
                found[place].append((at, known))
    return found


def cuts_word(folded: str, at: int) -> bool:
    """Whether this place lies within a word; then what stands at the edge is no whole word of the text."""
    return 0 < at < len(folded) and folded[at].isalnum() and folded[at - 1].isalnum()
