"""Finds quantities: numbers with their unit, qualifier and bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from hamkor.extract.line import Line, Triggers
from hamkor.extract.numbers.bounds import Printed, get_bounds
from hamkor.extract.numbers.measures import Measured, Measures
from hamkor.extract.numbers.nofigures import NoFigures
from hamkor.extract.numbers.numerals import Number
from hamkor.extract.numbers.phrases import Phrase, compile_phrases, read_slash
from hamkor.extract.numbers.qualifiers import Hedge, Qualifiers
from hamkor.extract.numbers.ranges import Ranges
from hamkor.extract.numbers.shared_units import SharedUnits
from hamkor.extract.numbers.tails import Tails
from hamkor.extract.parts import Quantity
from hamkor.extract.times.periods import PeriodFinder
from hamkor.grammar import Language, Part
from hamkor.model import Interval, Span

_NEVER_BELOW = ("money", "count")  # kinds that a plain hyphen makes no negative number of
_SAME_AS = " ("  # «45 млн сомов (643 тыс. долларов)»: the second amount is the first one in other money


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


_CLOSED = frozenset('"»”)')  # after a name in marks a dash is no sign


class QuantityReader:
    """Everything that reading the quantities of one language takes, compiled once."""

    def __init__(self, language: Language) -> None:
        self._times: PeriodFinder = language.remember("periods", PeriodFinder)
        self._qualifiers = Qualifiers(language)
        self._measures = Measures(language, self._qualifiers)
        self._numerals = self._measures.numerals
        self._ranges = Ranges(language, self._measures)
        self._shared = SharedUnits(language, self._measures)
        self._tails: Tails = language.remember("tails", Tails)
        self._no_figures = NoFigures(language)
        self._phrases = compile_phrases(language)
        self._numbers = Triggers(self._numerals.begins, self._measures.units.find_letters)
        self._minus = frozenset(language.get("qualifiers", "sign.minus"))
        self._plus = frozenset(language.get("qualifiers", "sign.plus"))

    def find(self, text: str, folded: str, span: Span) -> Iterator[Part]:
        """The quantities of a sentence, in order."""
        numbers = self._numbers.find(folded, span.start, span.end)
        phrases = dict(self._phrases.find_beginnings(folded, span.start, span.end))
        if not numbers and not phrases:
            return
        line, last, reached = Line(text, folded, span.start, span.end), None, span.start
        times = [told.span for told in self._times.find(folded, span)]
        for start, begun in sorted({*numbers, *phrases.items()}):
            letters = self._measures.units.find_letters(begun)
            at, word = start + letters, begun[letters:]
            if at < reached:
                continue
            measured, reached = self._read(line, at, word, times, said=at in phrases)
            if measured:
                last = self._qualify(line, measured, last)
                yield last

    def _read(self, line: Line, at: int, word: str, times: list[Span], *, said: bool) -> tuple[Measured | None, int]:
        """What is measured at `at`, and how far it was read; `said`: a phrase may begin there."""
        closed = next((t.end for t in times if t.start <= at < t.end), 0)
        if closed:
            return None, closed
        phrase = self._phrases.match(line.folded, at, line.end, word) if said else None
        if phrase and not (not phrase.value.kind and self._is_range(line, at, phrase.end)):
            measured = self._measure_phrase(line, phrase.value, phrase.start, phrase.end)
            return measured, measured.end if measured else phrase.end
        return self._read_number(line, at, word) if self._numerals.begins(word) else (None, at)

    def _is_range(self, line: Line, at: int, end: int) -> bool:
        """Whether what looks like a mere word of a number opens a range that goes on past it (“five-six million”)."""
        number = self._numerals.read(line.folded, at, line.end)
        return number is not None and number.end < end <= self._ranges.measure(line, number)[1]

    def _measure_phrase(self, line: Line, phrase: Phrase, start: int, end: int) -> Measured | None:
        if not phrase.kind:
            return None
        if phrase.fraction is not None:
            part = Decimal(phrase.fraction.numerator) / Decimal(phrase.fraction.denominator)
            measured = self._measures.measure_fraction(line, part, start, end)
            if measured:
                return measured
        return Measured(phrase.kind, phrase.unit, phrase.printed, start, end, end, phrase.noun, phrase.indicator)

    def _read_number(self, line: Line, at: int, word: str) -> tuple[Measured | None, int]:
        hedged = word in self._numerals.scales and self._is_hedged(line, at, at + len(word))
        number = self._numerals.read(line.folded, at, line.end, hedged=hedged)
        if number is None:
            return None, at
        number = self._measures.read_rest(line, number)
        slash = read_slash(line, at)
        if slash:
            return self._measure_phrase(line, slash[0], at, slash[1]), slash[1]
        closed = self._find_closed(line, number)
        if closed:
            return None, closed
        measured, end = self._ranges.measure(line, number)
        if not end:
            measured, end = self._shared.measure(line, number) or self._measures.measure(line, number), number.end
        return (self._signed(line, measured), measured.end) if measured else (None, end)

    def _is_hedged(self, line: Line, start: int, end: int) -> bool:
        after = self._qualifiers.find_after(line.folded, end, line.end)
        return bool(after or self._qualifiers.find_before(line, start))

    def _find_closed(self, line: Line, number: Number) -> int:
        """How far to go on where the number is no figure; 0 where it may be one."""
        closed = self._no_figures.find_end(line, number.start) if line.char(number.start).isdecimal() else 0
        if self._no_figures.is_followed(line, number.end):
            return number.end
        if closed or self._measures.units.is_joined(line.folded, number.end, line.end):
            return closed
        if self._no_figures.holds(line, number):
            return number.end
        return 0

    def _signed(self, line: Line, measured: Measured) -> Measured:
        """With the sign before it: «минус 9,7 %», «(+38,9%)», but not a dash of the sentence."""
        at = measured.start
        said, mark = line.word_before(at), line.text[at - 1 : at] if at > line.start else ""
        if said in self._minus:
            return _negative(measured, line.words_before(at)[-1][0])
        if not mark or line.char(at - 2).isalnum() or line.char(at - 2) == ")":
            return measured
        if mark in self._minus and line.text[line.start : at - 1].rstrip()[-1:] in _CLOSED:
            return measured  # «перед пунктом „Кен-Булун“ –146 машин»: a dash of the sentence
        if mark in self._minus:
            return measured if _is_dash(line, measured) else _negative(measured, at - 1)
        return replace(measured, start=at - 1) if mark in self._plus else measured

    # Qualifiers.

    def _qualify(self, line: Line, measured: Measured, last: Part | None) -> Part:
        before = self._qualifiers.find_before(line, measured.start)
        after = self._after(line, measured)
        hedge = after or before
        if hedge and hedge.means == "open" and measured.printed.ends:  # it closes a range
            hedge = after = None
        means = hedge.means if hedge else _inherited(line, measured, last)
        spans = [(measured.start, measured.end), *((h.start, h.end) for h in (before, after) if h)]
        qualified = Span(min(s for s, _ in spans), max(e for _, e in spans)) if hedge else None
        last_word = measured.bare_end if after and after.end <= measured.end else measured.end
        end = self._tails.skip(line.folded, measured.end, line.end)
        quoted = Span(measured.start, last_word) if last_word < end else None
        return Part(measured.kind, Span(measured.start, end), _quantity(measured, means, qualified, quoted))

    def _after(self, line: Line, measured: Measured) -> Hedge | None:
        """The qualifier after the figure, or between its number and its unit («100 с лишним человек»)."""
        find, folded = self._qualifiers.find_after, line.folded
        after = find(folded, measured.end, line.end) or find(folded, measured.bare_end, line.end)
        end = measured.bare_end if measured.kind == "count" else measured.end
        return after or self._qualifiers.find_suffix(folded, measured.start, end, line.end)


def _inherited(line: Line, measured: Measured, last: Part | None) -> str:
    """An amount in brackets right after another one is the same amount in other money: as exact as that one."""
    if last and last.kind == measured.kind == "money" and line.folded[last.span.end : measured.start] == _SAME_AS:
        return str(last.value.means)
    return "exact"


def _quantity(measured: Measured, means: str, qualified: Span | None, quoted: Span | None) -> Quantity:
    row = "exact" if means == "open" else means
    given = measured.printed
    printed = Printed(_tidy(given.value), given.step, given.far, given.neighbours, given.ends)
    bounds = get_bounds(printed, row)
    return Quantity(
        value=printed.value,
        bounds=Interval(_tidy(bounds.low), _tidy(bounds.high)),
        printed=printed,
        unit=measured.unit,
        qualifier="about" if row == "nearly" else row,
        noun=measured.noun,
        indicator=measured.indicator,
        qualified=qualified,
        means=means,
        quoted=quoted,
    )


def _is_dash(line: Line, measured: Measured) -> bool:
    """Whether a hyphen between a word and money or a count is a dash of a row («жўнаб кетиш -27 сомоний»)."""
    at = measured.start
    bare = measured.kind in _NEVER_BELOW and line.char(at).isdecimal()
    return bare and line.char(at - 1) == "-" and line.char(at - 3).isalpha()


def _negative(measured: Measured, start: int) -> Measured:
    printed = measured.printed
    ends = (-printed.ends[1], -printed.ends[0]) if printed.ends else None
    return replace(measured, printed=replace(printed, value=-printed.value, ends=ends), start=start)


def _tidy(number: Decimal) -> Decimal:
    """Without zeros after the decimal mark, and never in powers of ten."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if number == whole else number.normalize()
