"""Two numbers that are one figure: «от 5 до 7 млн», «15–20 %», «два-три раза»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from hamkor.extract.line import Line
from hamkor.extract.numbers.bounds import read_printed
from hamkor.extract.numbers.measures import Measured, Measures, scale_like
from hamkor.extract.numbers.numerals import Number
from hamkor.extract.numbers.tails import Tails
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.grammar.alternatives import any_of

_SPACE = re.compile(" +")
_WIDEST = 2  # how many times the first end the second may be where a mere word joins them
_ENDS = frozenset((")", ",", ";"))  # after which a row of old and new levels goes on
_NEAR = 60  # characters from a range to the word that makes it a change


class Ranges:
    """Joins the ends of ranges in one language (words and marks: qualifiers.toml)."""

    def __init__(self, language: Language, measures: Measures) -> None:
        table = language.get("qualifiers", "range")
        self._measures = measures
        self._from, self._pair = frozenset(table["from"]), frozenset(table["pair"])
        self._tails: Tails = language.remember("tails", Tails)
        self._from_ends, self._to_ends = tuple(table["from_ends"]), tuple(table["to_ends"])
        self._moved_ends = tuple(table["moved_ends"])
        closing = (Entry(p, True, f"{language.code}/qualifiers.toml: range.closing") for p in table["closing"])
        self._closing = Lexicon(closing, lists=language.lists, endings=language.endings)
        moved = (Entry(p, True, f"{language.code}/qualifiers.toml: range.moved") for p in table["moved"])
        self._moved = Lexicon(moved, lists=language.lists, endings=language.endings)
        self._by_mark = re.compile(rf" ?(?:{any_of(map(re.escape, table['marks']))}) ?(?=\S)")
        self._between = re.compile(rf" (?:{any_of(map(re.escape, table['between']))}) (?=\S)")
        self._by_word = re.compile(rf" (?:{any_of(map(re.escape, table['to']))}) (?=\S)")

    def measure(self, line: Line, number: Number) -> tuple[Measured | None, int]:
        """The range that begins with `number`, and how far it was read; 0 where there is a number alone.

        None with its end is a range that is no figure («2–3 раза в год»).
        """
        sign = self._measures.units.find_sign(line.folded, line.start, number.start)
        start = sign[1] if sign else number.start
        if line.word_before(start) in self._pair:
            joint = self._find_joint(line, number)
            if line.word_before(start) not in self._from or (joint and self._is_change(line, number, start, joint)):
                return self._measure_pair(line, number, start, joint)
        if self._from_ends:
            found = self._measure_between(line, number, start)
            if found[1]:
                return found
        opened = line.word_before(start) in self._from
        for end in self._ends(line, number):
            second = self._find_second(line, number, end, opened=opened)
            if second and self._is_of_one(line, number, second, told=end > number.end):
                first = line.words_before(start)[-1][0] if opened else start
                return self._join(line, number, second, first), second.end
        return None, 0

    def _find_second(self, line: Line, number: Number, end: int, *, opened: bool) -> Number | None:
        """The larger number after what joins the ends; a mere word joins only ends that lie near («two to three»)."""
        joint = (self._by_word if opened else self._by_mark).match(line.folded, end, line.end)
        told = joint or (None if opened else self._between.match(line.folded, end, line.end))
        at = self._measures.units.skip_sign(line.folded, told.end(), line.end) if told else line.end
        second = self._measures.numerals.read(line.folded, at, line.end)
        larger = scale_like(second, number).value if second else Decimal(0)
        first = scale_like(number, second).value if second else number.value
        near = joint is not None or larger <= _WIDEST * first
        return second if number.value < larger and near else None

    def _is_of_one(self, line: Line, number: Number, second: Number, *, told: bool) -> bool:
        """Whether a first end with a unit of its own has that of the second («20 percent to $5 million» has not).

        told  the unit stands after the first end; a sign of money before it is of both, unless the other is no money
        """
        own, other = self._measures.measure(line, number), self._measures.measure(line, second)
        if not told:
            return not (own and other and own.kind == "money" and other.kind == "percent")
        return bool(own and other and (own.kind, own.unit) == (other.kind, other.unit))

    def _find_joint(self, line: Line, number: Number) -> re.Match[str] | None:
        """The word that joins a first end, with its unit or without, to what follows."""
        joints = (self._by_word.match(line.folded, end, line.end) for end in self._ends(line, number))
        return next((joint for joint in joints if joint), None)

    def _measure_pair(
        self, line: Line, number: Number, start: int, joint: re.Match[str] | None
    ) -> tuple[Measured | None, int]:
        """An old level before a new one."""
        if joint and joint.start() > number.end:  # with a unit of its own
            return self._measures.measure(line, number), joint.start()
        return self._measure_first(line, number, start, joint)

    def _is_change(self, line: Line, number: Number, start: int, joint: re.Match[str]) -> bool:
        """Whether what may open a range tells an old and a new level: it falls, or a word of change is near."""
        at = self._measures.units.skip_sign(line.folded, joint.end(), line.end)
        second = self._measures.numerals.read(line.folded, at, line.end)
        if second is None or number.value >= scale_like(second, number).value:
            return second is not None
        near = (max(line.start, start - _NEAR), min(line.end, second.end + _NEAR))
        return any(self._moved.find(line.folded, *near))

    def _measure_between(self, line: Line, number: Number, start: int) -> tuple[Measured | None, int]:
        """The same told by endings: a range, or the old level where the word after it tells of a change."""
        for end in self._ends(line, number):
            joint = self._by_ending(line, end)
            second = self._measures.numerals.read(line.folded, joint.end(), line.end) if joint else None
            closed = self._find_closing(line, second) if second else 0
            if second and closed and second.value:
                moved = line.match(self._moved, closed) or self._is_aside(line, closed)
                if moved or number.value >= scale_like(second, number).value:
                    own = self._measures.measure(line, number) if end > number.end else None
                    old = own or self._measure_first(line, number, start, joint)[0]
                    return (replace(old, end=end), end) if old else (None, 0)
                return self._join(line, number, second, start), second.end
        return None, 0

    def _is_aside(self, line: Line, closed: int) -> bool:
        """Whether two ends stand in brackets or in a list beside growth («42 %-ға (73 мыңнан 104 мыңға дейін), …»)."""
        return line.folded[closed : closed + 1] in _ENDS and any(self._moved.find(line.folded, line.start, line.end))

    def _by_ending(self, line: Line, end: int) -> re.Match[str] | None:
        """The space after a figure that ends, its suffix included, as what a range begins with does."""
        at = self._tails.skip(line.folded, end, line.end)
        opens = line.folded.endswith(self._from_ends, line.start, at)
        return _SPACE.match(line.folded, at, line.end) if opens else None

    def _find_closing(self, line: Line, second: Number) -> int:
        """Where the range ends that its second end closes, by a word after it or by its ending; 0 where none."""
        for end in self._ends(line, second):
            at = self._tails.skip(line.folded, end, line.end)
            if line.folded.endswith(self._moved_ends, line.start, at) and line.match(self._moved, at):
                return at
            if line.folded.endswith(self._to_ends, line.start, at):
                met = line.match(self._closing, at)
                if met or not self._closing.entries:
                    return met.end if met else at
        return 0

    def _measure_first(
        self, line: Line, number: Number, start: int, joint: re.Match[str] | None
    ) -> tuple[Measured | None, int]:
        """The old level of «с $26 до $60,2 миллиона», in the scale and unit of the new one."""
        at = self._measures.units.skip_sign(line.folded, joint.end(), line.end) if joint else line.end
        second = self._measures.numerals.read(line.folded, at, line.end)
        new = self._measures.measure(line, second) if second else None
        if new is None or second is None or (new.kind == "number" and not second.scaled):
            return None, 0
        old = scale_like(number, second)
        factor = abs(new.printed.value / second.value) if second.value else Decimal(1)
        percent = new.kind == "percent"
        printed = read_printed(old.value * factor, last=old.last * factor, decimal_mark=old.decimal, percent=percent)
        return replace(new, printed=printed, start=start, end=number.end, bare_end=number.end), number.end

    def _ends(self, line: Line, number: Number) -> Iterator[int]:
        """Where the first number of a range may end: with or without a unit of its own."""
        yield number.end
        unit = self._measures.units.find_unit(line.folded, number.end, line.end)
        if unit:
            yield unit[1]

    def _join(self, line: Line, number: Number, second: Number, start: int) -> Measured | None:
        low, high = scale_like(number, second).value, second.value
        measured = self._measures.measure(line, second, start=number.start)
        if measured is None or low >= high:
            return None
        factor = abs(measured.printed.value / high)
        ends = (low * factor, high * factor)
        printed = replace(measured.printed, value=(ends[0] + ends[1]) / 2, ends=ends)
        sign = self._measures.units.find_sign(line.folded, line.start, number.start)
        if sign:
            measured = replace(measured, kind=sign[0].kind, unit=sign[0].code)
        return replace(measured, printed=printed, start=min(start, measured.start))
