"""Undoing cases where a phrase takes its case at the end of its last word, by suffixes that are data of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hamkor.text.fold import fold

_LAST_WORD = re.compile(r"[^\W_]+(?:['ʻʼ‘’`´-][^\W_]+)*['ʻʼ‘’`´]?\Z")
_SHORTEST = 2  # letters that a word keeps
_AFTER_HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending that tells a case, and the letters of which one must stand before it (any where it names none)."""

    ending: str
    after: tuple[str, ...]

    def take_off(self, word: str) -> int | None:
        """How many letters of a folded word are left without this ending; None where it does not bear it."""
        left = len(word) - len(self.ending)
        if left < _SHORTEST or not word.endswith(self.ending):
            return None
        return left if not self.after or word[:left].endswith(self.after) else None


@dataclass(frozen=True, slots=True, eq=False)
class Suffixes:
    """The case endings of a language whose nouns are joined by suffixes.

    suffixes  the longest first
    keeps     words (folded) that only look as if they bore one, by their beginnings or whole («Ақорда»)
    common    words that are no names, and the endings of such words
    """

    suffixes: tuple[Suffix, ...]
    keeps: tuple[str, ...]
    common: frozenset[str]
    common_ends: tuple[str, ...]

    def get_nominative(self, phrase: str) -> str:
        """The phrase without the case of its last word; what belongs to the name (a possessive) stays.

        A suffix after a hyphen («ҰКП-ның») goes with its hyphen. Trap: a name in quotation marks that ends the phrase
        stays as it is.

        >>> Suffixes((Suffix("нің", ("і",)),), (), frozenset(), ()).get_nominative("Сауда министрлігінің")
        'Сауда министрлігі'
        """
        last = _LAST_WORD.search(phrase)
        if last is None:
            return phrase
        return phrase[: last.start()] + last.group()[: self._count_stem(fold(last.group()))]

    def is_common_word(self, word: str) -> bool:
        """Whether the language's lists tell that `word` is no name."""
        folded = fold(word)
        return folded in self.common or folded.endswith(self.common_ends)

    def _count_stem(self, folded: str) -> int:
        """How many letters of a word its nominative has."""
        stem, hyphen, tail = folded.rpartition(_AFTER_HYPHEN)
        if hyphen and any(tail == suffix.ending for suffix in self.suffixes):
            return len(stem)
        if tail.endswith(self.keeps):
            return len(folded)
        return next((left for s in self.suffixes if (left := s.take_off(folded)) is not None), len(folded))


def make_suffixes(
    rows: Iterable[Mapping[str, list[str]]], *, keeps: Iterable[str], common: Iterable[str], common_ends: Iterable[str]
) -> Suffixes:
    """Suffixes from the tables of a language: each row has `endings` and the letters `after` which they stand."""
    suffixes = [Suffix(fold(ending), tuple(fold(a) for a in row["after"])) for row in rows for ending in row["endings"]]
    suffixes.sort(key=lambda suffix: -len(suffix.ending))
    words = frozenset(fold(word) for word in common)
    return Suffixes(tuple(suffixes), tuple(map(fold, keeps)), words, tuple(map(fold, common_ends)))
