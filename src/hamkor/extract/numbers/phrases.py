"""Quantities that are said without a number: «четверть», «вдвое», «раз в неделю»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hamkor.extract.line import Line
from hamkor.extract.numbers.bounds import Printed, read_fraction, read_multiple, read_printed
from hamkor.grammar import Entry, Language, Lexicon

_SLASH = re.compile(r"(?<![\w/.,-])(\d)/(\d{1,2})(?![\w/-])")
_LARGEST = 10  # denominator of a simple fraction


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase is worth.

    kind      as of a part; "" where the phrase only stops its words from being read as a number
    fraction  set where a scale or a unit may follow («четверть миллиона», «половина процента»)
    """

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


def read_slash(line: Line, at: int) -> tuple[Phrase, int] | None:
    """A fraction in digits («1/3»), and where it ends; None for what is no simple one («24/7», «5/10/2025»)."""
    met = _SLASH.match(line.folded, at, line.end)
    if not met or not 0 < int(met[1]) < int(met[2]) <= _LARGEST:
        return None
    fraction = Fraction(int(met[1]), int(met[2]))
    return Phrase("fraction", "PCT", read_fraction(fraction), fraction=fraction), met.end()


def _phrases(language: Language) -> Iterator[tuple[str, Phrase]]:
    yield from _fractions(language)
    for row in language.get_records("numerals", "multiple", "value", "patterns"):
        yield from ((p, Phrase("times", "TIMES", read_multiple(Fraction(row["value"])))) for p in row["patterns"])
    often = language.get("units", "frequency")
    for value, patterns in often["words"].items():
        printed = read_printed(Decimal(value), last=Decimal(1))
        yield from ((p, Phrase("count", "COUNT", printed, often["noun"], often["indicator"])) for p in patterns)
    yield from ((p, _NOTHING) for p in language.get("units", "no_figure.phrases"))


def _fractions(language: Language) -> Iterator[tuple[str, Phrase]]:
    for row in language.get_records("numerals", "fraction", "value", "patterns"):
        fraction = Fraction(row["value"])
        phrase = Phrase("fraction", "PCT", read_fraction(fraction), fraction=fraction)
        yield from ((p, phrase) for p in row["patterns"])
    for row in language.get_records("numerals", "share", "value", "patterns"):
        phrase = Phrase("fraction", "PCT", read_fraction(Fraction(row["value"])))
        yield from ((p, phrase) for p in row["patterns"])
