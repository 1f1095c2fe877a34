"""What times are made of: years, months, ordinals, weekdays, dates in digits; only patterns of periods see these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hamkor.extract.line import Triggers
from hamkor.extract.numbers.numerals import Numerals
from hamkor.grammar import Entry, Language, Lexicon, Part
from hamkor.grammar.alternatives import any_of
from hamkor.model import Span

_LARGEST_SMALL = 31
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Year:
    """A year named (`number`) or told by its distance from the year of publication (`offset`)."""

    number: int = 0
    offset: int | None = None

    def get(self, published: date | None) -> int | None:
        """Its number; None where it is told by distance from a day that is not known."""
        if self.offset is None:
            return self.number
        return published.year + self.offset if published else None


class Clock:
    """Finds the pieces of times in one language. Make one with `language.remember("clock", Clock)`."""

    def __init__(self, language: Language) -> None:
        self._numerals: Numerals = language.remember("numerals", Numerals)
        lists = {**language.lists, **language.get("periods", "lists")}
        self._pieces = Lexicon(_entries(language), lists=lists, endings=language.endings)
        self._orders = Lexicon(_named(language, "order", int), lists=language.lists, endings=language.endings)
        year = language.get("periods", "year")
        words = (Entry(p, True, f"{language.code}/periods.toml: year") for p in year["words"])
        self._year_words = Lexicon(words, lists=language.lists, endings=language.endings)
        apart = "|".join((r"(?<![^\W\d]-)", *(rf"(?<=\b{re.escape(word)}-)" for word in year["joined"])))
        self._year = re.compile(rf"(?<!\w)(?:{apart})(?:19|20)\d\d(?![\d%])")  # «Expo-2017» names no year
        self._tail = re.compile(rf"-(?:{any_of(year['tails'])})\b|(?:{any_of(year['glued'])})\b\.?")
        self._decade = re.compile(rf"-(?:{any_of(year['decades'])})\b")
        self._dates = [_compile_date(order, language.get("periods", "dates.marks")) for order in _orders(language)]
        days = language.get("periods", "days.tails")
        self._day_tail = re.compile(rf"-(?:{any_of(days)})\b")
        self._small = re.compile(rf"(\d{{1,2}})(?:{any_of(language.get('periods', 'days.glued'))})?")
        self._triggers = Triggers(self._begins)
        self._next = re.compile(r" ?(?:- )?(\w+)")

    def tells(self, word: str) -> bool:
        """Whether a time may be told with this word (folded); small numbers and ordinals alone tell none."""
        return (len(word) == _YEAR_DIGITS and word[0].isdecimal()) or self._pieces.begins(word)

    def _begins(self, word: str) -> bool:
        if word[0].isdecimal():
            return True
        return self._pieces.begins(word) or self._orders.begins(word) or word in self._numerals.cardinals

    def find(self, folded: str, span: Span) -> Iterator[Part]:
        """The pieces in `span`, in order, not overlapping."""
        reached = span.start
        for at, word in self._triggers.find(folded, span.start, span.end):
            if at < reached:
                continue
            piece = self._read(folded, word, at, span)
            if piece:
                yield piece
                reached = piece.span.end

    def _read(self, folded: str, text: str, at: int, span: Span) -> Part | None:
        met = self._pieces.match(folded, at, span.end, text) or self._orders.match(folded, at, span.end, text)
        if met:
            kind, value = met.value
            return Part(kind, Span(at, met.end), value)
        if text[0].isdecimal():
            long = self._read_date(folded, at, span) or self._read_year(folded, at, span)
            return long or self._read_small(folded, text, at)
        return self._read_words(folded, at, span) if text in self._numerals.cardinals else None

    def _read_date(self, folded: str, at: int, span: Span) -> Part | None:
        for pattern in self._dates:
            met = pattern.match(folded, at, span.end)
            day = _date(met) if met else None
            if met and day:
                return Part("date", Span(at, met.end()), day)
        return None

    def _read_year(self, folded: str, at: int, span: Span) -> Part | None:
        met = self._year.match(folded, at, span.end)
        if not met or self._decade.match(folded, met.end(), span.end):
            return None
        tail = self._tail.match(folded, met.end(), span.end)
        end = tail.end() if tail else met.end()
        if folded[end : end + 1].isalpha():
            return None
        word = self._next.match(folded, end, span.end)
        said = self._year_words.match(folded, word.start(1), span.end, word[1]) if word else None
        kind = "year" if said or tail else "bareyear"
        return Part(kind, Span(at, _without_space(folded, said.end if said else end)), Year(int(met.group())))

    def _read_small(self, folded: str, text: str, at: int) -> Part | None:
        end = at + len(text)
        after = folded[end : end + 2]
        met = self._small.fullmatch(text)
        if not met or not 1 <= int(met[1]) <= _LARGEST_SMALL:
            return None
        if len(after) == 2 and after[0] in ",." and after[1].isdecimal():
            return None
        tail = self._day_tail.match(folded, end)
        return Part("small", Span(at, tail.end() if tail else end), int(met[1]))

    def _read_words(self, folded: str, at: int, span: Span) -> Part | None:
        number = self._numerals.read(folded, at, span.end)
        if number is None or number.scaled or not 1 <= number.value <= _LARGEST_SMALL:
            return None
        return Part("small", Span(number.start, number.end), int(number.value)) if not number.decimal else None


def _without_space(folded: str, end: int) -> int:
    return end - 1 if folded[end - 1].isspace() else end


def _entries(language: Language) -> Iterator[Entry]:
    place = f"{language.code}/periods.toml"
    for row in language.get_records("periods", "relative_year", "offset", "patterns"):
        yield from (Entry(p, ("year", Year(offset=row["offset"])), place) for p in row["patterns"])
    for kind, read in (("month", int), ("season", str), ("weekday", int)):
        yield from _named(language, kind, read)


def _named(language: Language, kind: str, read: Callable[[str], Any]) -> Iterator[Entry]:
    """The pieces of one kind, from the table that is named by its plural."""
    for name, patterns in language.get("periods", f"{kind}s").items():
        value = read(name)
        yield from (Entry(p, (kind, value), f"{language.code}/periods.toml: {kind}s") for p in patterns)


def _orders(language: Language) -> list[str]:
    orders: list[str] = language.get("periods", "dates.orders")
    return orders


def _compile_date(order: str, marks: list[str]) -> re.Pattern[str]:
    """`dmy` or `ymd` with one of the marks, the same one twice."""
    fields = {"d": r"(?P<d>\d{1,2})", "m": r"(?P<m>\d{1,2})", "y": r"(?P<y>(?:19|20)\d\d)"}
    first, second, third = (fields[letter] for letter in order)
    mark = "".join(map(re.escape, marks))
    return re.compile(rf"(?<!\w){first}(?P<mark>[{mark}]){second}(?P=mark){third}(?!\w)")


def _date(met: re.Match[str]) -> date | None:
    try:
        return date(int(met["y"]), int(met["m"]), int(met["d"]))
    except ValueError:
        return None
