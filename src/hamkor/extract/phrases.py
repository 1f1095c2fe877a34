"""Quantities that are said without a number («четверть», «вдвое», «раз в неделю»), and words that make a number no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hamkor.extract.bounds import Printed, read_fraction, read_multiple, read_printed
from hamkor.grammar import Entry, Language, Lexicon

# Telephone numbers, dates and versions, times, addresses of pages, degrees: marks, not words, tell them.
_STRINGS = re.compile(
    r"\+\d[\d ()-]{7,}\d|(?<!\w)\d{1,4}(?:-\d{2,4}){2,}(?!\w)|(?<!\w)\d+(?:[./:]\d+){2,}|\d{1,2}:\d{2}|\d+[/+×x]\d+"
    r"|\d+°\d+|https?://\S+|\S+@\S+|\w+\+\d+"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase is worth; `kind` is "" where it only stops its words from being read as a number."""

    kind: str
    unit: str
    printed: Printed
    noun: str | None = None
    indicator: str | None = None
    fraction: Fraction | None = None


_NOTHING = Phrase("", "", Printed(Decimal(0), Decimal(1), Decimal(1)))


def compile_phrases(language: Language) -> Lexicon:
    """All phrases of a language, from numerals.toml and units.toml."""
    entries = (Entry(pattern, phrase, f"{language.code}: {pattern}") for pattern, phrase in _phrases(language))
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _phrases(language: Language) -> Iterator[tuple[str, Phrase]]:
    for kind in ("fraction", "share"):
        for row in language.get("numerals", kind):
            fraction = Fraction(row["value"])
            phrase = Phrase("fraction", "PCT", read_fraction(fraction), fraction=fraction if kind == "fraction" else None)
            yield from ((p, phrase) for p in row["patterns"])
    for row in language.get("numerals", "multiple"):
        yield from ((p, Phrase("times", "TIMES", read_multiple(Fraction(row["value"])))) for p in row["patterns"])
    often = language.get("units", "frequency")
    for value, patterns in often["words"].items():
        printed = read_printed(Decimal(value), last=Decimal(1))
        yield from ((p, Phrase("count", "COUNT", printed, often["noun"], often["indicator"])) for p in patterns)
    yield from ((p, _NOTHING) for p in language.get("units", "no_figure.phrases"))


class NoFigures:
    """Tells numbers that are no figures by the words and marks around them."""

    def __init__(self, language: Language) -> None:
        self._before = _lexicon(language, "before")
        self._after = _lexicon(language, "after")

    def find_strings(self, folded: str, start: int, end: int) -> list[tuple[int, int]]:
        """Stretches in which no digit is a figure: telephone numbers, times, addresses …"""
        return [met.span() for met in _STRINGS.finditer(folded, start, end)]

    def is_named_before(self, folded: str, word: re.Match[str] | None, at: int) -> bool:
        """Whether the word (or sign) right before `at` makes the number there a name or a reference."""
        if folded[max(0, at - 2) : at].strip().endswith(("№", "#")):
            return True
        if word is None or folded[word.end() : at].strip(' ."-('):
            return False
        return bool(self._before.match(folded, word.start(), at, word.group()))

    def is_named_after(self, folded: str, at: int, limit: int) -> bool:
        word = re.compile(r" ?(\w+)").match(folded, at, limit)
        return bool(word and self._after.match(folded, word.start(1), limit, word[1]))


def _lexicon(language: Language, side: str) -> Lexicon:
    patterns = language.get("units", f"no_figure.{side}")
    entries = (Entry(p, True, f"{language.code}/units.toml: no_figure.{side}") for p in patterns)
    return Lexicon(entries, lists=language.lists, endings=language.endings)
