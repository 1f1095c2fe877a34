"""The words of a text by their places: what they mean, which are names, where a name begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hamkor.grammar import get_morphology, load_language
from hamkor.resolve.atlas import Met, find_at
from hamkor.resolve.meanings import Meaning, find_meaning, fold_letters
from hamkor.resolve.promise_names import TOWNS, choose_area
from hamkor.resolve.sorts import find_sort
from hamkor.resolve.tokens import Token, split_tokens
from hamkor.text.sounds import fold_word

_ENDS = frozenset(".!?:")
_OPENING = frozenset('«“„"')
_NAMED = frozenset({"word", "number"})
_LONGEST_NAME = 5  # words
_LONGEST_AREA = 3  # words
_LONGEST_MEANING = 3  # words looked up without their cases
_SHORTEST_BASE = 4  # letters of a word whose case is undone


class PromiseText:
    """A text as tokens; `folded` are their words as tables write them."""

    def __init__(self, text: str, language: str) -> None:
        spoken = load_language(language)
        self.language = spoken.code
        self.tokens: Sequence[Token] = list(split_tokens(spoken.reader.convert_plain(text)))
        self.folded = [fold_letters(t.text) if t.sort == "word" else t.text for t in self.tokens]

    def find_meaning(self, at: int) -> Meaning | None:
        """What the words from there on mean, as they stand or, where they are no name, with their cases undone."""
        meaning = find_meaning(self.folded, at, self.language)
        if meaning is None and not self.tokens[at].is_name:
            bases = [get_base(word, self.language) for word in self.folded[at : at + _LONGEST_MEANING]]
            meaning = find_meaning(bases, 0, self.language) if bases[0] != self.folded[at] else None
        return meaning

    def find_area(self, at: int) -> Met | None:
        """The area of most words that is named there."""
        words = [t.text for t in self.tokens[at : at + _LONGEST_AREA] if t.sort == "word"]
        return choose_area(find_at(tuple(words)))

    def find_quoted(self, at: int) -> int:
        """Where a name in quotation marks ends that begins there, 0 where none does: few words, with a capital."""
        within, end = self.tokens[at].within, at
        while within and end < len(self.tokens) and self.tokens[end].within == within:
            end += 1
        if not 0 < end - at <= _LONGEST_NAME or self.tokens[at - 1].text not in _OPENING or self._is_town(at, end):
            return 0
        words = self.tokens[at:end]
        return end if any(t.is_name for t in words) and all(t.sort in _NAMED for t in words) else 0

    def _is_town(self, at: int, end: int) -> bool:
        """Whether all that is quoted is the name of a town: a crossing «Kordai» stands at Kordai."""
        met = choose_area(find_at(tuple(t.text for t in self.tokens[at:end])))
        return met is not None and met.words == end - at and met.place.sort in TOWNS

    def is_among_regions(self, at: int) -> bool:
        """Whether a joint and a region stand there: of «Туркестанская и Хорезмская области» neither is a town."""
        after = self.tokens[at + 1 : at + 2]
        met = choose_area(find_at((after[0].text,))) if after and after[0].is_name else None
        return met is not None and met.adjective and met.place.sort not in TOWNS

    def tells_region(self, met: Met, at: int) -> bool:
        """Whether the name before `at` is of a region, though towns bear it: «Бухарской области», over a joint, too."""
        if at < len(self.tokens) and find_sort(fold_word(self.tokens[at].text)) == "region":
            return True
        other = self.find_area(at + 1) if self.tokens[at + 1 : at + 2] and self.tokens[at + 1].is_name else None
        joined = other is not None and other.adjective and met.adjective
        return joined and other is not None and self.tells_region(other, at + 1 + other.words)

    def is_unknown(self, at: int) -> bool:
        """Whether a name stands there that is neither an area nor a word with a meaning."""
        if not 0 <= at < len(self.tokens) or not self.tokens[at].is_name:
            return False
        if self.tokens[at].text[-1].isdigit():
            return True
        return not find_at((self.tokens[at].text,)) and not find_meaning(self.folded, at, self.language)

    def find_run(self, at: int) -> int:
        """Where a row of words with capitals ends."""
        while at < len(self.tokens) and self.tokens[at].is_name:
            at += 1
        return at

    def begins(self, at: int) -> bool:
        """Whether a sentence begins there, so that a capital tells no name; a dash after it tells one."""
        before = self.tokens[at - 1] if at else None
        after = self.tokens[at + 1].sort if at + 1 < len(self.tokens) else ""
        return after != "dash" and (before is None or before.text in _ENDS)


@lru_cache(maxsize=50_000)
def get_base(word: str, language: str) -> str:
    """A folded word without its case, as the language undoes cases.

    >>> get_base("щебня", "ru"), get_base("fermasi", "uz")
    ('щебень', 'fermasi')
    """
    if len(word) < _SHORTEST_BASE:
        return word
    return fold_letters(get_morphology(load_language(language)).get_nominative(word))
