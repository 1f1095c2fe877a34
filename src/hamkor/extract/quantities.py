"""Finds quantities: numbers with their unit, qualifier and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hamkor.extract.bounds import Printed, get_bounds, read_printed
from hamkor.extract.numerals import Number, Numerals
from hamkor.extract.parts import Quantity
from hamkor.extract.periods import PeriodFinder
from hamkor.extract.phrases import NoFigures, Phrase, compile_phrases
from hamkor.extract.qualifiers import Hedge, Qualifiers
from hamkor.extract.units import Unit, Units
from hamkor.grammar import Entry, Language, Lexicon, Part
from hamkor.model import Span

_WORDS = re.compile(r"\w+")
_YEARS = range(1900, 2100)
_MILLION = 1_000_000


def find_quantities(language: Language, text: str, folded: str, span: Span) -> list[Part]:
    """The quantities of `span`, as parts: money, percent, count, measure, times, fraction, or a bare number.

    Ages, ordinals, dates, years, telephone and document numbers are none. A scaled number without a currency
    (`253,2 млн`) is a `number` whose unit is None: what it is measured in was said before.

    >>> from hamkor.grammar import load_language
    >>> text = "увеличился до $850 млн"
    >>> [part] = find_quantities(load_language("ru"), text, text, Span(0, len(text)))
    >>> part.kind, part.value.value, str(part.value.bounds)
    ('money', Decimal('850000000'), '845000000–855000000')
    """
    reader: QuantityReader = language.remember("quantities", QuantityReader)
    return list(reader.find(text, folded, span))


@dataclass(slots=True)
class _Line:
    """A sentence while it is read: its words so far, and how far it was read."""

    text: str
    folded: str
    span: Span
    closed: list[tuple[int, int]]
    words: list[re.Match[str]] = field(default_factory=list)
    reached: int = 0

    @property
    def last_word(self) -> re.Match[str] | None:
        return self.words[-1] if self.words else None

    def closed_until(self, at: int) -> int:
        """The end of the stretch without figures that `at` lies in; 0 where it lies in none."""
        return next((end for start, end in self.closed if start <= at < end), 0)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with its unit, before its qualifier is known."""

    kind: str
    unit: str | None
    printed: Printed
    start: int
    end: int
    number: Number | None = None
    noun: str | None = None
    indicator: str | None = None


class QuantityReader:
    """Everything that reading the quantities of one language takes, compiled once."""

    def __init__(self, language: Language) -> None:
        self.numerals: Numerals = language.remember("numerals", Numerals)
        self.times: PeriodFinder = language.remember("periods", PeriodFinder)
        self.units = Units(language)
        self.qualifiers = Qualifiers(language)
        self.no_figures = NoFigures(language)
        self.phrases = compile_phrases(language)
        self._per = _plain_lexicon(language, "per")
        self._unread = _plain_lexicon(language, "unread")
        often = language.get("units", "frequency")
        self._often: tuple[str, str] = (often["noun"], often["indicator"])
        self._multiple_before = frozenset(language.get("units", "multiple.before"))
        self._minus = frozenset(language.get("qualifiers", "sign.minus"))
        self._plus = frozenset(language.get("qualifiers", "sign.plus"))
        table = language.get("qualifiers", "range")
        self._from, self._to = frozenset(table["from"]), frozenset(table["to"])
        marks = "".join(map(re.escape, table["marks"]))
        self._joint = re.compile(rf"(?: ?[{marks}] ?)(?=(\w+))")
        self._to_word = re.compile(rf" (?:{'|'.join(map(re.escape, table['to']))}) (?=(\w+))")

    def find(self, text: str, folded: str, span: Span) -> Iterator[Part]:
        line = _Line(text, folded, span, self._find_closed(folded, span))
        for word in _WORDS.finditer(folded, span.start, span.end):
            if word.start() >= line.reached:
                part = self._read(line, word)
                if part:
                    yield part
            line.words.append(word)

    def _find_closed(self, folded: str, span: Span) -> list[tuple[int, int]]:
        """Where no digit is a figure: times, telephone numbers, addresses …"""
        times = [(told.span.start, told.span.end) for told in self.times.find(folded, span)]
        return times + self.no_figures.find_strings(folded, span.start, span.end)

    def _read(self, line: _Line, word: re.Match[str]) -> Part | None:
        closed = line.closed and line.closed_until(word.start())
        if closed:
            line.reached = closed
            return None
        phrase = self.phrases.match(line.folded, word.start(), line.span.end, word.group())
        if phrase:
            line.reached = phrase.end
            measured = self._measure_phrase(line, phrase.value, phrase.start, phrase.end)
        elif self.numerals.begins(word.group()):
            measured = self._measure_number(line, word.start())
        else:
            return None
        if measured is None:
            return None
        line.reached = measured.end
        return self._qualify(line, measured)

    # Phrases: fractions, multiples in a word, "once a week".

    def _measure_phrase(self, line: _Line, phrase: Phrase, start: int, end: int) -> _Measured | None:
        if not phrase.kind:
            return None
        if phrase.fraction is not None:
            scaled = self._scale_fraction(line, phrase, start, end)
            if scaled:
                return scaled
        return _Measured(phrase.kind, phrase.unit, phrase.printed, start, end, None, phrase.noun, phrase.indicator)

    def _scale_fraction(self, line: _Line, phrase: Phrase, start: int, end: int) -> _Measured | None:
        """«четверть миллиона долларов», «половина процента»."""
        scale = self.numerals.read_scale(line.folded, end, line.span.end)
        value = phrase.printed.value / 100
        if scale:
            number = Number(value * scale[0], scale[0] / 10, start, scale[1], True, True)
            return self._measure(line, number)
        found = self.units.find_unit(line.folded, end, line.span.end)
        if found and found[0].kind in ("percent", "measure"):
            return self._measure(line, Number(value, Decimal("0.1"), start, end, True))
        return None

    # Numbers.

    def _measure_number(self, line: _Line, at: int) -> _Measured | None:
        folded, limit = line.folded, line.span.end
        hedged = self.qualifiers.find_before(folded, line.words, at) is not None
        number = self.numerals.read(folded, at, limit, hedged=hedged)
        if number is None:
            return None
        line.reached = number.end
        if self._is_no_figure(line, number):
            return None
        measured = self._measure_range(line, number) or self._measure(line, number)
        return measured and self._signed(line, measured)

    def _is_no_figure(self, line: _Line, number: Number) -> bool:
        folded, at, end = line.folded, number.start, number.end
        before, after = folded[at - 1 : at] if at > line.span.start else " ", folded[end : end + 2]
        if before in "/+" or (before == "-" and at - 2 >= line.span.start and folded[at - 2].isalpha()):
            return before != "+" or folded[at - 2 : at - 1].isalnum()
        if self._is_list_number(line, number) or self.no_figures.is_named_before(folded, line.last_word, at):
            return True
        if _is_tailed(after) and not self.units.find_glued(folded, end, line.span.end):
            return True
        return self.no_figures.is_named_after(folded, end, line.span.end)

    def _is_list_number(self, line: _Line, number: Number) -> bool:
        """«1.», «2)», «1.2.» where a line begins."""
        before = line.folded[line.span.start : number.start].rpartition("\n")[2].strip(" (")
        after = line.folded[number.end : number.end + 2]
        return not before and not number.scaled and (after[:1] == ")" or after in (".", ". ", ".\n"))

    def _measure(self, line: _Line, number: Number) -> _Measured | None:
        """The number with the unit or noun beside it; None where it turns out to be a year, say."""
        sign = self.units.find_sign(line.folded, line.span.start, number.start)
        if sign and sign[0].kind == "money":
            return self._with_unit(line, number, sign[0], (sign[1], number.end))
        if number.end < line.span.end:
            glued = self.units.find_glued(line.folded, number.end, line.span.end)
            after = self.qualifiers.find_after(line.folded, number.end, line.span.end)
            found = glued or self.units.find_unit(line.folded, after.end if after else number.end, line.span.end)
            if found:
                return self._with_unit(line, number, found[0], (number.start, found[1]))
        return self._count(line, number) or self._bare(line, number)

    def _with_unit(self, line: _Line, number: Number, unit: Unit, ends: tuple[int, int]) -> _Measured | None:
        if unit.kind == "times":
            return self._measure_times(line, number, unit, ends)
        if unit.code == "a" and number.plain and number.value in _YEARS:
            return None
        if unit.minutes:
            number, unit, ends = self._add_minutes(line, number, unit, ends)
        value, last = number.value * unit.factor, number.last * unit.factor
        percent = unit.kind == "percent"
        printed = read_printed(value, last=last, decimal_mark=number.decimal, percent=percent)
        return _Measured(unit.kind, unit.code, printed, *ends, number)

    def _add_minutes(
        self, line: _Line, number: Number, unit: Unit, ends: tuple[int, int]
    ) -> tuple[Number, Unit, tuple[int, int]]:
        """«1 час 30 минут» is 90 minutes."""
        word = _WORDS.match(line.folded, _skip(line.folded, ends[1]), line.span.end)
        more = self.numerals.read(line.folded, word.start(), line.span.end) if word else None
        found = self.units.find_unit(line.folded, more.end, line.span.end) if more else None
        if not (more and found and unit.minutes and found[0].minutes and found[0].minutes < unit.minutes):
            return number, unit, ends
        total = number.value * unit.minutes + more.value * found[0].minutes
        return Number(total, found[0].minutes, number.start, found[1], True), found[0], (ends[0], found[1])

    def _measure_times(self, line: _Line, number: Number, unit: Unit, ends: tuple[int, int]) -> _Measured | None:
        """«в 3,5 раза» is a multiple, «три раза в неделю» a frequency, «пять раз» alone no figure."""
        start, end = ends
        if self._phrase_at(self._unread, line, end):
            return None
        per = self._phrase_at(self._per, line, end)
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        if per:
            noun, indicator = self._often
            return _Measured("count", "COUNT", printed, start, per, number, noun, indicator)
        before = line.last_word
        glued = line.folded[number.end : number.end + 1] == "-"
        if glued or not self._multiple_before:
            return _Measured("times", unit.code, printed, start, end, number)
        if before and before.group() in self._multiple_before and start >= before.end():
            return _Measured("times", unit.code, printed, before.start(), end, number)
        return None

    def _phrase_at(self, lexicon: Lexicon, line: _Line, at: int) -> int:
        word = _WORDS.match(line.folded, _skip(line.folded, at), line.span.end)
        met = lexicon.match(line.folded, word.start(), line.span.end, word.group()) if word else None
        return met.end if met else 0

    def _count(self, line: _Line, number: Number) -> _Measured | None:
        if number.decimal and not number.scaled:
            return None
        after = self.qualifiers.find_after(line.folded, number.end, line.span.end)
        counted = self.units.find_counted(line.text, line.folded, after.end if after else number.end, line.span.end)
        if counted is None:
            return None
        rough = number.decimal or number.value >= _MILLION or number.value == 1 or _may_be_year(number)
        if rough and not (counted.known and (number.value != 1 or counted.indicator != "other")):
            return None
        noun = line.text[counted.start : counted.end]
        per = self._phrase_at(self._per, line, counted.end) if counted.indicator == self._often[1] else 0
        end = number.end if number.short else per or counted.end
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        return _Measured("count", counted.unit, printed, number.start, end, number, noun, counted.indicator)

    def _bare(self, line: _Line, number: Number) -> _Measured | None:
        if _may_be_year(number) or (number.value == 1 and not number.scaled):
            return None
        if not number.scaled and line.folded[number.end : number.end + 1].isalpha():
            return None
        printed = read_printed(number.value, last=number.last, decimal_mark=number.decimal)
        return _Measured("number", None, printed, number.start, number.end, number)

    # Ranges: «от 5 до 7 млн», «15–20 %», «два-три раза».

    def _measure_range(self, line: _Line, number: Number) -> _Measured | None:
        folded, limit = line.folded, line.span.end
        opened = line.last_word is not None and line.last_word.group() in self._from
        for end in self._ends(line, number):
            joint = (self._to_word if opened else self._joint).match(folded, end, limit)
            second = self.numerals.read(folded, joint.end(), limit) if joint and self.numerals.begins(joint[1]) else None
            if joint and second:
                return self._join(line, number, second, opened=opened)
        return None

    def _ends(self, line: _Line, number: Number) -> list[int]:
        """Where the first number of a range may end: with or without a unit of its own."""
        unit = self.units.find_unit(line.folded, number.end, line.span.end)
        return [number.end, unit[1]] if unit else [number.end]

    def _join(self, line: _Line, number: Number, second: Number, *, opened: bool) -> _Measured | None:
        low = number.value * second.scale if not number.scaled else number.value
        measured = self._measure(line, second)
        if measured is None or low >= second.value:
            return None
        factor = abs(measured.printed.value / second.value)
        ends = (low * factor, second.value * factor)
        printed = replace(measured.printed, value=sum(ends, Decimal(0)) / 2, ends=ends)
        sign = self.units.find_sign(line.folded, line.span.start, number.start)
        kind, unit = (sign[0].kind, sign[0].code) if sign else (measured.kind, measured.unit)
        start = min(number.start, measured.start, sign[1] if sign else number.start)
        if opened:
            start = line.words[-1].start()
        return replace(measured, kind=kind, unit=unit, printed=printed, start=start)

    # Signs and qualifiers.

    def _signed(self, line: _Line, measured: _Measured) -> _Measured:
        """With the sign before it: «минус 9,7 %», «(+38,9%)», but not a dash of the sentence."""
        at, text = measured.start, line.text
        mark, before = text[at - 1 : at], text[at - 2 : at - 1] if at > line.span.start + 1 else " "
        tight = at > line.span.start and not before.isalnum() and before != ")"
        word = line.last_word
        said = word.group() if word and not line.folded[word.end() : at].strip() else ""
        if (tight and mark in self._minus) or said in self._minus:
            start = word.start() if word and said in self._minus else at - 1
            printed = measured.printed
            ends = (-printed.ends[1], -printed.ends[0]) if printed.ends else None
            return replace(measured, printed=replace(printed, value=-printed.value, ends=ends), start=start)
        if tight and mark in self._plus:
            return replace(measured, start=at - 1)
        return measured

    def _qualify(self, line: _Line, measured: _Measured) -> Part:
        after = self._after(line, measured)
        before = self.qualifiers.find_before(line.folded, line.words, measured.start)
        hedge = after or before
        means = hedge.means if hedge else "exact"
        row = "exact" if means == "open" else means
        start = min(measured.start, before.start) if before else measured.start
        end = max(measured.end, after.end) if after else measured.end
        printed = replace(measured.printed, value=_tidy(measured.printed.value))
        bounds = get_bounds(printed, row)
        value = Quantity(
            value=printed.value,
            bounds=replace(bounds, low=_tidy(bounds.low), high=_tidy(bounds.high)),
            printed=printed,
            unit=measured.unit,
            qualifier="about" if row == "nearly" else row,
            noun=measured.noun,
            indicator=measured.indicator,
            qualified=Span(start, end) if hedge else None,
            means=means,
        )
        return Part(measured.kind, Span(measured.start, measured.end), value)

    def _after(self, line: _Line, measured: _Measured) -> Hedge | None:
        """The qualifier after the figure, or between its number and its unit («100 с лишним человек»)."""
        for end in filter(None, (measured.end, measured.number.end if measured.number else 0)):
            after = self.qualifiers.find_after(line.folded, end, line.span.end)
            if after:
                return after
        return None


def _may_be_year(number: Number) -> bool:
    return number.plain and number.value in _YEARS


def _is_tailed(after: str) -> bool:
    """«13-е», «60-летний», «5G»: letters that make of a number something else."""
    return len(after) == 2 and after[0] == "-" and after[1].isalpha()


def _tidy(number: Decimal) -> Decimal:
    """Without zeros after the decimal mark, and never in powers of ten."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if number == whole else number.normalize()


def _skip(folded: str, at: int) -> int:
    while folded[at : at + 1] == " ":
        at += 1
    return at


def _plain_lexicon(language: Language, key: str) -> Lexicon:
    patterns = language.get("units", f"frequency.{key}")
    entries = (Entry(p, True, f"{language.code}/units.toml: frequency.{key}") for p in patterns)
    return Lexicon(entries, lists=language.lists, endings=language.endings)
