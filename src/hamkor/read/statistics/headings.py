"""Headings that run over several rows, with cells that were merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hamkor.read.statistics.areas import WORLD, find_named
from hamkor.read.statistics.sheets import Row, Sheet

_LOOKED_AT = 3  # columns among which that of the names is sought


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above a table.

    title    the lines that are no headings of columns, joined
    columns  the headings of each column, from top to bottom, joined
    names    the column of the names of rows
    last     number of the last row of headings
    """

    title: str
    columns: tuple[str, ...]
    names: int
    last: int


def find_headings(sheet: Sheet, home: str) -> Headings | None:
    """The headings above the row of the total, which is named so or by the country itself; None where there is none."""
    for place, (_, cells) in enumerate(sheet.head):
        for column, cell in enumerate(cells[:_LOOKED_AT]):
            if cell and find_named(cell) in (WORLD, home) and len(list(filter(None, cells))) > 1:
                return _read(sheet.head[:place], column, len(cells))
    return None


def _read(above: Sequence[Row], names: int, width: int) -> Headings | None:
    titles = [cells for _, cells in above if len(set(filter(None, cells))) == 1]
    widest = max((len(cells) for _, cells in above), default=0)  # broken rows may be longer than that of the total
    rows = [_fill(cells, max(width, widest)) for _, cells in above if len(set(filter(None, cells))) > 1]
    if not rows:
        return None
    title = " ".join(next(filter(None, cells)) for cells in titles)
    return Headings(
        title, tuple(" ".join(filter(None, column)) for column in zip(*rows, strict=True)), names, above[-1][0]
    )


def _fill(cells: Sequence[str], width: int) -> list[str]:
    """Each empty cell has what stands left of it: a workbook keeps the text of merged cells in the first of them."""
    filled, last = [], ""
    for cell in [*cells, *[""] * width][:width]:
        last = cell or last
        filled.append(last)
    return filled
