"""Suffixes of a case written after digits, signs and abbreviations, where no word takes them."""

from __future__ import annotations

import re

from hamkor.extract.numbers.numerals import list_suffixes
from hamkor.grammar import Language
from hamkor.grammar.alternatives import any_of


class Tails:
    """The suffixes that follow a figure over a hyphen or another joint: they tell its case, and are no part of it.

    Make one with `language.remember("tails", Tails)`. Source: `written.suffixes` and `tails.joints` of numerals.toml.
    """

    def __init__(self, language: Language) -> None:
        joints = any_of(map(re.escape, language.get("numerals", "tails.joints")))
        self._pattern = re.compile(rf"(?:{joints})(?:{list_suffixes(language, 'suffixes')})\b")

    def skip(self, folded: str, at: int, limit: int) -> int:
        """The place after the suffix at `at`, or `at` where there is none."""
        met = self._pattern.match(folded, at, limit)
        return met.end() if met else at
