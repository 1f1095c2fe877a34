"""Heads of columns and rows of tables: the unit, the indicator and the time that they tell once of all their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hamkor.extract.numbers.headed import Lists
from hamkor.extract.observations.words import get_words
from hamkor.extract.reading import ReadSentence
from hamkor.extract.times.periods import find_periods
from hamkor.grammar import Language
from hamkor.model import Period, Span
from hamkor.model.period import parse_period
from hamkor.text.fold import fold

_UNIT = re.compile(r"[,(]\s*([^,()\d]{1,40})\)?\W*$")  # the last words of a head
_ONLY = re.compile(r"\s*([^,():\d]{1,30}?)\s*$")  # a head that may be nothing but a unit
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*(?:\w{1,4}\W{0,2})?")

Row = Mapping[int, ReadSentence]  # its filled cells by column


@dataclass(frozen=True, slots=True)
class Head:
    """What a head tells: its unit, the name of the indicator, the time; None for what it does not.

    place  where the unit stands in the text; None where it stands in the title
    """

    unit: str | None = None
    indicator: str | None = None
    period: Period | None = None
    place: Span | None = None

    def or_else(self, other: Head) -> Head:
        unit = self if self.unit else other
        indicator, period = self.indicator or other.indicator, self.period or other.period
        return Head(unit.unit, indicator, period, unit.place)


@dataclass(frozen=True, slots=True)
class Heads:
    """Reads the heads of one document's tables; `today` is what their relative times count from."""

    language: Language
    text: str
    lists: Lists
    today: date | None

    def read(self, head: ReadSentence) -> Head:
        said = head.sentence.span.within(self.text)
        words = (f.value for f in get_words(self.language).indicators.find_in(head.scene))
        named = next((word.name for word in words if word and not word.weak), None)
        times = [p.value.period for p in head.of("period") if p.value.period]
        year = _YEAR.fullmatch(said)
        period = parse_period(year[1]) if year else times[0] if times else None
        unit = self._find_unit(said)
        place = Span(head.sentence.span.start + unit.start, head.sentence.span.start + unit.end) if unit else None
        return Head(unit.within(said) if unit else None, named, period, place)

    def read_title(self, title: str) -> Head:
        """What the title of a document tells of its tables: the unit and the indicator."""
        unit, words = self._find_unit(title), get_words(self.language).indicators.find(fold(title))
        named = next((word.value.name for word in words if word.value and not word.value.weak), None)
        return Head(unit.within(title) if unit else None, named)

    def _find_unit(self, said: str) -> Span | None:
        met, only = _UNIT.search(said), _ONLY.match(said)
        spans = [span for found in (met, only) if found for span in self.lists.list_phrases(found, 0)]
        return next((span for span in spans if self._is_unit(span.within(said), alone=met is None)), None)

    def _is_unit(self, unit: str, *, alone: bool) -> bool:
        return self.lists.is_unit(unit, alone=alone) or self.lists.is_percent(unit)

    def count_head_rows(self, rows: Sequence[Row]) -> int:
        """How many rows at the top head a table: the first, and those below that only go on with it."""
        return next((n for n, row in enumerate(rows) if n and not self._goes_on(row)), len(rows)) if rows else 0

    def _goes_on(self, row: Row) -> bool:
        """Whether a row heads columns, too: it names nothing of its own, and holds times or words, no figures."""
        return 0 not in row and all(self._tells_no_figure(cell) for cell in row.values())

    def _tells_no_figure(self, cell: ReadSentence) -> bool:
        said = cell.sentence.span.within(self.text)
        timed = bool(_YEAR.fullmatch(said) or cell.of("period"))
        return timed or not any(char.isdigit() for char in said)

    def read_columns(self, rows: Sequence[Row]) -> Mapping[int, Head]:
        """The head of each column, from all the rows that head the table; a cell above heads what is right of it."""
        columns = sorted({column for row in rows for column in row})
        return {column: self._read_column(rows, column) for column in columns}

    def _read_column(self, rows: Sequence[Row], column: int) -> Head:
        above = [cell for row in rows[:-1] if (cell := _find_over(row, column))]
        cells = [*above, *([rows[-1][column]] if column in rows[-1] else [])]
        head = Head()
        for cell in reversed(cells):
            head = head.or_else(self.read(cell))
        return replace(head, period=self._join_times(cells) or head.period) if len(cells) > 1 else head

    def _join_times(self, cells: Sequence[ReadSentence]) -> Period | None:
        """The time that heads above each other tell together («Январь–май» above «2026»)."""
        said = [cell.sentence.span.within(self.text).strip() for cell in cells]
        for words in (" ".join(said), " ".join(reversed(said))):
            folded = fold(words)
            times = find_periods(self.language, folded, Span(0, len(folded)), self.today)
            time: Period | None = times[0].value.period if len(times) == 1 else None
            if time and any(char.isdigit() for char in times[0].span.within(words)):
                return time
        return None


def _find_over(row: Row, column: int) -> ReadSentence | None:
    """The cell at a column, or the nearest to the left of it: one that spans several stands in its first."""
    left = [at for at in row if 0 < at <= column] if column else [at for at in row if at == 0]
    return row[max(left)] if left else None
