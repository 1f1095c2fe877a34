"""Which patterns may match here: one look-up a word, however many rulebooks, lexicons and patterns there are.

A text is looked through once, for all indices together: every index that texts are searched with enters one
vocabulary, which remembers of each word the indices that have patterns for it. Sentences are then handed the words that
concern an index by their places, each with what the index knows of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

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


class Words(NamedTuple):
    """The words and parts of a stretch of text in order, each with its place.

    hits  for each of those that look for words, by its number, the places of words it knows, and what it knows of them
    """

    tokens: Sequence[Token]
    hits: Mapping[int, list[tuple[int, Any]]]

    def before(self, at: int, most: int) -> Sequence[Token]:
        """The last words before a place of the text, at most so many; of a word that goes on there what is before.

        >>> Words([(0, "in"), (3, "may"), (7, "usd5")], {}).before(10, 2)
        [(3, 'may'), (7, 'usd')]
        """
        high = bisect_left(self.tokens, (at,))
        found = self.tokens[max(0, high - most) : high]
        if found and found[-1][0] + len(found[-1][1]) > at:
            start, word = found[-1]
            return [*found[:-1], (start, word[: at - start])]
        return found


class Interest(Generic[Known]):
    """Words that something is to be looked for at, wherever `tells` knows something of a word (folded).

    `anchors` say which words `tells` need be asked of; without them, it is asked of each. Each word is asked of once.
    """

    def __init__(self, tells: Callable[[str], Known | None], anchors: Anchors | None = None) -> None:
        self._tells = tells
        self._anchors = anchors
        self._number = -1

    def find(self, folded: str, start: int, end: int) -> Sequence[tuple[int, Known]]:
        """The places of words in `folded[start:end]` of which something is known, and what."""
        if self._number < 0:
            self._number = _VOCABULARY.enter(self._tells, self._anchors)
        return words_of(folded, start, end).hits.get(self._number, ())


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
    """For each word met, the numbers of those that know something of it, and what; all are asked in one go."""

    def __init__(self) -> None:
        super().__init__()
        self._by: Anchors = {"whole": {}, "beginning": {}, "ending": {}}
        self._lengths = _lengths(self._by)
        self._tells: list[Callable[[str], Any]] = []
        self._asked: list[int] = []  # numbers of those without anchors: they are asked of every word

    def enter(self, tells: Callable[[str], Any], anchors: Anchors | None) -> int:
        """Take in one that looks for words; what was remembered before knows nothing of it."""
        self.clear()
        _read_text.cache_clear()
        _read_stretch.cache_clear()
        number = len(self._tells)
        self._tells.append(tells)
        if anchors is None:
            self._asked.append(number)
        for how, words in (anchors or {}).items():
            for word in words:
                self._by[how].setdefault(word, []).append(number)
        self._lengths = _lengths(self._by)
        return number

    def __missing__(self, word: str) -> tuple[tuple[int, Any], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        numbers = _look_up(word, self._by, self._lengths).union(self._asked)
        told = ((number, self._tells[number](word)) for number in numbers)
        self[word] = found = tuple((number, known) for number, known in told if known)
        return found

    def read(self, tokens: Sequence[Token]) -> Words:
        """These words with all that is known of them."""
        hits: defaultdict[int, list[tuple[int, Any]]] = defaultdict(list)
        for at, word in tokens:
            for number, known in self[word]:
                hits[number].append((at, known))
        return Words(tokens, hits)


_VOCABULARY = _Vocabulary()


class _Text:
    """The words of a text, and those of the stretches of it that were asked for."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.tokens = [(met.start(), met[0]) for met in WORDS.finditer(folded)]
        self.stretches: dict[tuple[int, int], Words] = {}

    def read(self, start: int, end: int) -> Words:
        if cuts_word(self.folded, start) or cuts_word(self.folded, end):
            return _VOCABULARY.read([(met.start(), met[0]) for met in WORDS.finditer(self.folded, start, end)])
        low = bisect_left(self.tokens, (start,))
        return _VOCABULARY.read(self.tokens[low : bisect_left(self.tokens, (end,), low)])


def words_of(folded: str, start: int, end: int) -> Words:
    """The words of `folded[start:end]`; those of a text are read once, and those of a stretch of it, too."""
    if start == 0 and end == len(folded):
        return _read_stretch(folded)
    text = _read_text(folded)
    found = text.stretches.get((start, end))
    if found is None:
        found = text.stretches[start, end] = text.read(start, end)
    return found


@lru_cache(maxsize=_SCENES)
def _read_stretch(text: str) -> Words:
    return _VOCABULARY.read([(met.start(), met[0]) for met in WORDS.finditer(text)])


@lru_cache(maxsize=_TEXTS)
def _read_text(folded: str) -> _Text:
    return _Text(folded)


def cuts_word(folded: str, at: int) -> bool:
    """Whether this place lies within a word; then what stands at the edge is no whole word of the text."""
    return 0 < at < len(folded) and folded[at].isalnum() and folded[at - 1].isalnum()
