"""Tables of figures: what the head of a column, of a row or the line above tells once of all their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from hamkor.extract.numbers.headed import Lists
from hamkor.extract.observations.words import get_words
from hamkor.extract.parts import Quantity
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Language, Part
from hamkor.model import Period, Span
from hamkor.model.period import parse_period

_BARE = re.compile(r"\W{0,2}(\d[\d .,\u00a0]*\d|\d)\W{0,2}")
_UNIT = re.compile(r"[,(]\s*([^,()\d]{1,40})\)?\W*$")  # the last words of a head
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*(?:\w{1,4}\W{0,2})?")
_BEFORE = 4  # sentences above a table in which its time may stand
_NOT_ALONE = ("money", "measure", "count", "percent", "times")


@dataclass(frozen=True, slots=True)
class _Head:
    """What a head tells: where its unit stands, the name of the indicator, the time; None for what it does not."""

    unit: Span | None = None
    indicator: str | None = None
    period: Period | None = None

    def or_else(self, other: _Head) -> _Head:
        return _Head(self.unit or other.unit, self.indicator or other.indicator, self.period or other.period)


def lend_heads(language: Language, text: str, folded: str, sentences: Sequence[ReadSentence]) -> list[ReadSentence]:
    """The sentences, with cells that hold a bare number measured as their column, row or the line above says.

    Percentages are left alone: whether a column tells shares or growth, its head seldom says.
    """
    read, tables = list(sentences), _Tables(language, text, Lists(language, text, folded))
    for table, cells in _list_tables(sentences).items():
        first = cells[0][0]
        above = tables.read_above(sentences[max(0, first - _BEFORE) : first])
        heads = {s.sentence.column: tables.read_head(s) for _, s in cells if s.sentence.row == (table, 0)}
        rows = {s.sentence.row: tables.read_head(s) for _, s in cells if s.sentence.column == 0}
        for number, cell in cells:
            over, beside = heads.get(cell.sentence.column, _Head()), rows.get(cell.sentence.row, _Head())
            if cell.sentence.row == (table, 0) or not cell.sentence.column:
                unit = (over if cell.sentence.row == (table, 0) else beside).unit
                read[number] = tables.lists.without(cell, unit) if unit else cell  # “million dollars” is no figure
            else:
                read[number] = tables.measure(cell, over.or_else(beside).or_else(above))
    return read


def _list_tables(sentences: Sequence[ReadSentence]) -> Mapping[int, list[tuple[int, ReadSentence]]]:
    numbered = [(n, s) for n, s in enumerate(sentences) if s.sentence.row]
    return {table: list(cells) for table, cells in groupby(numbered, key=lambda c: c[1].sentence.row[0])}  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class _Tables:
    language: Language
    text: str
    lists: Lists

    def read_head(self, head: ReadSentence) -> _Head:
        said = head.sentence.span.within(self.text)
        words = (f.value for f in get_words(self.language).indicators.find_in(head.scene))
        named = next((word.name for word in words if word and not word.weak), None)
        times = [p.value.period for p in head.of("period") if p.value.period]
        year = _YEAR.fullmatch(said)
        period = parse_period(year[1]) if year else times[0] if times else None
        return _Head(self._find_unit(said, head.sentence.span.start), named, period)

    def read_above(self, lines: Sequence[ReadSentence]) -> _Head:
        """What the line right above tells; the time may stand a few lines before."""
        if not lines:
            return _Head()
        spans = [p.value.period for line in reversed(lines) for p in line.of("period") if p.value.form == "span"]
        return self.read_head(lines[-1]).or_else(_Head(period=spans[0] if spans else None))

    def _find_unit(self, said: str, start: int) -> Span | None:
        met = _UNIT.search(said)
        spans = self.lists.list_phrases(met, start) if met else iter(())
        return next((span for span in spans if self.lists.is_unit(span)), None)

    def measure(self, cell: ReadSentence, told: _Head) -> ReadSentence:
        """The cell with its number in the unit told; as it was where it holds more, or no unit is told."""
        span = cell.sentence.span
        met = _BARE.fullmatch(span.within(self.text))
        if met is None or told.unit is None or cell.of(*_NOT_ALONE):
            return cell
        made = self.lists.measure(f"{met[1]} {told.unit.within(self.text)}")
        if made is None:
            return cell
        quantity: Quantity = replace(made.value, quoted=None, qualified=None, period=told.period)
        indicator = told.indicator or quantity.indicator
        here = Span(span.start + met.start(1), span.start + met.end(1))
        return self.lists.without(cell, here, Part(made.kind, here, replace(quantity, indicator=indicator)))
