"""A number with what stands beside it: money, percent, a measure, a multiple, a count, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hamkor.extract.line import Line
from hamkor.extract.numbers.bounds import Printed, read_printed
from hamkor.extract.numbers.numerals import Number, Numerals
from hamkor.extract.numbers.qualifiers import Qualifiers
from hamkor.extract.numbers.tails import Tails
from hamkor.extract.numbers.units import Counted, Unit, Units
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.grammar.alternatives import any_of
from hamkor.model.value import value

_GROUP = 1000  # printed so, with all its digits, a number has no scale beside one that is short
_PERSON = "person"
_REST = 100
_DIGITS = re.compile(r" \d{1,2}(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LARGE = 1_000_000  # above this only nouns of the list are counted: «253,2 млн инвестиций» is money


@value(frozen=True, slots=True)
class Measured:
    """A quantity at `start:end` before its qualifier is known. `bare_end` is where its number alone ends."""

    kind: str
    unit: str | None
    printed: Printed
    start: int
    end: int
    bare_end: int = 0
    noun: str | None = None
    indicator: str | None = None


class Measures:
    """Measures numbers with the units and counted nouns of one language."""

    def __init__(self, language: Language, qualifiers: Qualifiers) -> None:
        self.numerals: Numerals = language.remember("numerals", Numerals)
        self.units: Units = language.remember("units", Units)
        self._qualifiers = qualifiers
        self._tails: Tails = language.remember("tails", Tails)
        joints = any_of(map(re.escape, language.get("numerals", "hundreds.joints")))
        self._joint = re.compile(rf" *(?:(?:{joints}) )?")
        self._owned = tuple(language.get("numerals", "written.owned"))
        self._per = _frequencies(language, "per")
        self._unread = _frequencies(language, "unread")
        often = language.get("units", "frequency")
        self._often: tuple[str, str] = (often["noun"], often["indicator"])
        multiple = language.get("units", "multiple")
        self._multiple_before, self._holds_before = frozenset(multiple["before"]), multiple["holds_before"]
        after = (Entry(p, True, f"{language.code}/units.toml: multiple.after") for p in multiple["after"])
        self._multiple_after = Lexicon(after, lists=language.lists, endings=language.endings)
        rejected = language.get("units", "no_figure")
        self._from_ends = tuple(language.get("qualifiers", "range.from_ends"))
        self._few = int(rejected["few"])
        entries = (Entry(p, True, f"{language.code}/units.toml: few_nouns") for p in rejected["few_nouns"])
        self._few_nouns = Lexicon(entries, lists=language.lists, endings=language.endings)

    def read_rest(self, line: Line, number: Number) -> Number:
        """The number with a rest below a hundred that a unit or a classifier closes («1 минг 80 гектар»)."""
        if not number.scaled or number.last != _GROUP or not _DIGITS.match(line.folded, number.end, line.end):
            return number
        rest = self.numerals.read(line.folded, number.end + 1, line.end)
        if rest is None or rest.scaled or not (rest.plain or rest.counts) or not 0 < rest.value < _REST:
            return number
        if not (rest.counts or self.units.find_unit(line.folded, rest.end, line.end)):
            return number
        return replace(number, value=number.value + rest.value, last=rest.last, end=rest.end, counts=rest.counts)

    def measure(self, line: Line, number: Number, *, start: int | None = None) -> Measured | None:
        """The number with its unit or noun; None where it turns out to be no figure (a year, one of two sides).

        `start` is where the range begins that this number ends.
        """
        sign = self.units.find_sign(line.folded, line.start, number.start)
        if sign and sign[0].kind == "money":
            return self._with_unit(line, number, sign[0], (sign[1], number.end))
        end = self._end_with_qualifier(line, number)
        found = self.units.find_glued(line.folded, number.end, line.end) or self.units.find_unit(
            line.folded, end, line.end
        )
        if found:
            return self._with_unit(line, number, found[0], (number.start if start is None else start, found[1]))
        counted = None if self._has_case(line, number) else self._find_counted(line, number, end)
        return self._count(line, number, counted) if counted else self._bare(line, number)

    def _end_with_qualifier(self, line: Line, number: Number) -> int:
        """Where a unit may begin: after the number, its full stop, and a qualifier («100 с лишним человек»)."""
        after = self._qualifiers.find_after(line.folded, number.end, line.end)
        if after:
            return after.end
        end = number.end + (number.short and line.char(number.end) == ".")
        return self._tails.skip(line.folded, end, line.end)

    def _has_case(self, line: Line, number: Number) -> bool:
        """Whether a suffix makes the number itself the noun («43-ін», «60 millionini»): it counts nothing after it."""
        if self._owned and line.folded.endswith(self._owned, number.start, number.end):
            return True
        if self._tails.skip(line.folded, number.end, line.end) == number.end:
            return False
        after = self._qualifiers.find_after(line.folded, number.end, line.end)
        return not (after or self._qualifiers.find_suffix(line.folded, number.start, number.end, line.end))

    # Units.

    def _with_unit(self, line: Line, number: Number, unit: Unit, ends: tuple[int, int]) -> Measured | None:
        if unit.kind == "times":
            return self._measure_times(line, number, unit, ends)
        if unit.minutes:
            number, unit, ends = self._add_minutes(line, number, unit, ends)
        if unit.kind == "measure" and may_be_year(number) and unit.small:
            return None
        value, last = number.value * unit.factor, number.last * unit.factor
        printed = read_printed(value, last=last, decimal_mark=number.decimal, percent=unit.kind == "percent")
        return Measured(unit.kind, unit.code, printed, *ends, number.end)

    def _add_minutes(
        self, line: Line, number: Number, unit: Unit, ends: tuple[int, int]
    ) -> tuple[Number, Unit, tuple[int, int]]:
        """«1 час 30 минут» is 90 minutes."""
        joint = self._joint.match(line.folded, ends[1], line.end)
        more = self.numerals.read(line.folded, joint.end() if joint else ends[1], line.end)
        found = self.units.find_unit(line.folded, more.end, line.end) if more else None
        apart = bool(self._from_ends) and line.folded.endswith(self._from_ends, line.start, ends[1])
        if apart or not (more and found and unit.minutes and found[0].minutes and found[0].minutes < unit.minutes):
            return number, unit, ends
        total = number.value * unit.minutes + more.value * found[0].minutes
        return Number(total, found[0].minutes, number.start, found[1], True), found[0], (ends[0], found[1])

    def _measure_times(self, line: Line, number: Number, unit: Unit, ends: tuple[int, int]) -> Measured | None:
        """«в 3,5 раза» is a multiple, «три раза в неделю» a frequency, «пять раз» alone no figure."""
        start, end = ends
        if line.match(self._unread, end):
            return None
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        per = line.match(self._per, end)
        if per:
            noun, indicator = self._often
            return Measured("count", "COUNT", printed, start, per.end, number.end, noun, indicator)
        if line.word_before(start) in self._multiple_before:
            start = line.words_before(start)[-1][0] if self._holds_before else start
            return Measured("times", unit.code, printed, start, end, number.end)
        sure = number.decimal or line.char(number.end) == "-" or not self._multiple_before
        sure = sure or bool(line.match(self._multiple_after, end) or self._qualifiers.find_before(line, start))
        return Measured("times", unit.code, printed, start, end, number.end) if sure else None

    def measure_fraction(self, line: Line, part: Decimal, start: int, end: int) -> Measured | None:
        """«четверть миллиона долларов», «половина процента»; None where no scale or unit follows the fraction."""
        scale = self.numerals.read_scale(line.folded, end, line.end)
        if scale:
            return self.measure(line, Number(part * scale[0], scale[0] / 10, start, scale[1], True, True))
        found = self.units.find_unit(line.folded, end, line.end)
        if found and found[0].kind in ("percent", "measure") and not found[0].small:
            return self.measure(line, Number(part, Decimal("0.1"), start, end, True))
        return None

    # Counts and bare numbers.

    def _find_counted(self, line: Line, number: Number, at: int) -> Counted | None:
        """The noun that is counted; another number is none («үштен беске дейін»)."""
        if number.decimal and not number.scaled:
            return None
        counted = self.units.find_counted(line.text, line.folded, at, line.end)
        word = line.folded[counted.start : counted.end].split()[0] if counted and not counted.known else ""
        if counted and number.counts == _PERSON != counted.unit:
            return None  # «2,5 минг нафар афғонистонлик ташриф буюради»: people, not visits
        return None if word and self.numerals.begins(word) else counted

    def _count(self, line: Line, number: Number, counted: Counted) -> Measured | None:
        noun = line.text[counted.start : counted.end]
        if number.value <= self._few and any(self._few_nouns.find(line.folded, counted.start, counted.end)):
            return None
        if not _is_counted(number, counted):
            bare = self._bare(line, number)
            return replace(bare, noun=noun) if bare else None
        often = counted.indicator == self._often[1]
        per = line.match(self._per, counted.end) if often else None
        end = number.end if number.short else per.end if per else counted.end
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        return Measured("count", counted.unit, printed, number.start, end, number.end, noun, counted.indicator)

    def _bare(self, line: Line, number: Number) -> Measured | None:
        per = line.match(self._per, number.end)
        if may_be_year(number) or (number.value <= 1 and not (per or number.scaled or number.decimal)):
            return None
        if number.value <= self._few and line.match(self._few_nouns, number.end):
            return None
        if not number.scaled and self._qualifiers.is_mark(line, number.end):
            return None
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        if number.counts:
            return Measured("count", number.counts, printed, number.start, number.end, number.end)
        if per:
            noun, indicator = self._often
            return Measured("count", "COUNT", printed, number.start, per.end, number.end, noun, indicator)
        return Measured("number", None, printed, number.start, number.end, number.end)


def _is_counted(number: Number, counted: Counted) -> bool:
    """Large, broken and possibly other numbers count only nouns of the list, and one only those with an indicator."""
    if number.value == 1:
        return counted.known and counted.indicator != "other"
    return counted.known or not (number.decimal or number.value >= _LARGE or may_be_year(number))


def may_be_year(number: Number) -> bool:
    return number.plain and _FIRST_YEAR <= number.value <= _LAST_YEAR


def scale_like(number: Number, other: Number) -> Number:
    """The `number` in the scale of the `other` one: the 5 of «от 5 до 7 млн», not the 1 840 of «с 1 840 до 3 тысяч»."""
    whole = number.value >= _GROUP > other.value / other.scale
    if number.scaled or not other.scaled or whole:
        return number
    return replace(number, value=number.value * other.scale, last=number.last * other.scale)


def _frequencies(language: Language, key: str) -> Lexicon:
    patterns = language.get("units", f"frequency.{key}")
    entries = (Entry(p, True, f"{language.code}/units.toml: frequency.{key}") for p in patterns)
    return Lexicon(entries, lists=language.lists, endings=language.endings)
