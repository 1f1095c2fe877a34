"""What preparing must know of a language, made once from its folder."""

from __future__ import annotations

from dataclasses import dataclass

from hamkor.grammar import Language


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The word lists of `sentences.toml`, folded."""

    never_ends: frozenset[str]
    after_number: frozenset[str]
    may_end: frozenset[str]
    goes_on: frozenset[str]
    unfinished: frozenset[str]


def get_sentence_words(language: Language) -> SentenceWords:
    """Raises LanguageError where a list is missing."""
    words: SentenceWords = language.remember("sentence words", _make_sentence_words)
    return words


def _make_sentence_words(language: Language) -> SentenceWords:
    names = ("never_ends", "after_number", "may_end", "goes_on", "unfinished")
    return SentenceWords(*(frozenset(language.get("sentences", name)) for name in names))
