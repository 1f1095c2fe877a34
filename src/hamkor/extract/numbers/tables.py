"""Tables of figures: what the head of a column, of a row or the line above tells once of all their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from hamkor.extract.numbers.headed import Lists
from hamkor.extract.numbers.table_heads import Head, Heads, Row
from hamkor.extract.parts import Quantity
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Language, Part
from hamkor.model import PreparedText, Span

_BARE = re.compile(r"\W{0,2}(\d[\d .,\u00a0]*\d|\d)\W{0,2}")
_BEFORE = 4  # sentences above a table in which its time may stand
_NOT_ALONE = ("money", "measure", "count", "percent", "times")

Numbered = tuple[int, ReadSentence]  # a sentence with its place among all


def lend_heads(
    language: Language,
    prepared: PreparedText,
    folded: str,
    sentences: Sequence[ReadSentence],
    *,
    today: date | None = None,
) -> list[ReadSentence]:
    """The sentences, with cells that hold a bare number measured as their heads say, or the line above, or the title.

    What measures itself keeps its unit, and has the time of its column.
    """
    title = prepared.title or prepared.document.title
    read, lists = list(sentences), Lists(language, prepared.text, folded)
    heads = Heads(language, prepared.text, lists, today)
    titled = heads.read_title(title) if title and any(s.sentence.row for s in sentences) else Head()
    for cells in _list_tables(sentences):
        first = cells[0][0]
        above = _read_above(heads, sentences[max(0, first - _BEFORE) : first])
        if above.place and above.place.start >= read[first - 1].sentence.span.start:
            read[first - 1] = lists.without(read[first - 1], above.place)  # “, USD million” is no figure
        table = _lay_out(heads, cells, above.or_else(titled))
        for number, cell in cells:
            read[number] = table.read(cell)
    return read


def _list_tables(sentences: Sequence[ReadSentence]) -> list[list[Numbered]]:
    numbered = [(n, s) for n, s in enumerate(sentences) if s.sentence.row]
    return [list(cells) for _, cells in groupby(numbered, key=lambda c: c[1].sentence.row[0])]  # type: ignore[index]


def _lay_out(heads: Heads, cells: Sequence[Numbered], above: Head) -> _Table:
    rows: list[Row] = [
        {cell.sentence.column or 0: cell for _, cell in row}
        for _, row in groupby(cells, key=lambda numbered: numbered[1].sentence.row)
    ]
    heading = heads.count_head_rows(rows)
    columns = heads.read_columns(rows[:heading])
    beside = {cell.sentence.row: heads.read(cell) for row in rows[heading:] if (cell := row.get(0))}
    headed = {cell.sentence.row for row in rows[:heading] for cell in row.values()}
    corner = Head(unit=columns[0].unit, place=columns[0].place) if 0 in columns else Head()
    return _Table(heads, columns, beside, headed, corner.or_else(above))


def _read_above(heads: Heads, lines: Sequence[ReadSentence]) -> Head:
    """What the line right above tells; the time may stand a few lines before."""
    if not lines:
        return Head()
    spans = [p.value.period for line in reversed(lines) for p in line.of("period") if p.value.form == "span"]
    return heads.read(lines[-1]).or_else(Head(period=spans[0] if spans else None))


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as its heads tell it.

    columns  by column
    beside   heads of rows, by row
    headed   the rows that hold the heads of columns
    above    what the corner and the line above tell of all cells
    """

    heads: Heads
    columns: Mapping[int, Head]
    beside: Mapping[tuple[int, int] | None, Head]
    headed: set[tuple[int, int] | None]
    above: Head

    def read(self, cell: ReadSentence) -> ReadSentence:
        row, column = cell.sentence.row, cell.sentence.column or 0
        if row in self.headed or not column:
            unit = self.heads.read(cell).place
            return self.heads.lists.without(cell, unit) if unit else cell  # “million dollars” is no figure
        own = self.columns.get(column, Head()).or_else(self.beside.get(row, Head()))
        return self._date(cell, own) if cell.of(*_NOT_ALONE) else self._measure(cell, own.or_else(self.above))

    def _date(self, cell: ReadSentence, told: Head) -> ReadSentence:
        """The cell with its one figure («рост 52,3 %») in the time told; as it was where it tells a time itself."""
        parts = cell.of(*_NOT_ALONE)
        if told.period is None or len(parts) != 1 or cell.of("period"):
            return cell
        dated = replace(parts[0], value=replace(parts[0].value, period=told.period))
        return self.heads.lists.without(cell, parts[0].span, dated)

    def _measure(self, cell: ReadSentence, told: Head) -> ReadSentence:
        """The cell with its number in the unit told; as it was where it holds more, or no unit is told."""
        span, lists = cell.sentence.span, self.heads.lists
        met = _BARE.fullmatch(span.within(lists.text))
        made = lists.measure_in(met[1], told.unit) if met and told.unit else None
        if met is None or made is None:
            return cell
        quantity: Quantity = replace(made.value, quoted=None, qualified=None, period=told.period)
        indicator = told.indicator or quantity.indicator
        here = Span(span.start + met.start(1), span.start + met.end(1))
        return lists.without(cell, here, Part(made.kind, here, replace(quantity, indicator=indicator)))
