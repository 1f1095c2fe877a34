"""The order in which a page is read: columns, bands between what crosses them, lines, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hamkor.read.pdf.cells import ROW_PITCH, fill, is_table, join_runs, part_glued, read_cells
from hamkor.read.pdf.glyphs import SAME_LINE, Run
from hamkor.read.pdf.rules import Grid, read_grid

FEWEST_LINES = 4  # lines on each side that make a gutter
PROSE = 0.5  # share of a column's width that a line of prose fills


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of prose, with the sides of its column."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    column: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, where a table stands."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    right: float
    base: float


Item = TextLine | Table
Thing = Run | Table


def order_page(runs: list[Run], grids: list[Grid]) -> list[Item]:
    """Lines and tables of a page in reading order."""
    things: list[Thing] = [run for run in runs if not any(grid.holds(run) for grid in grids)]
    for grid in grids:
        inside = [run for run in runs if grid.holds(run)]
        if inside:
            rows = tuple(tuple(map(join_runs, cells)) for cells in read_grid(grid, inside))
            things.append(Table(rows, grid.places[0], grid.places[-1], grid.heights[0]))
    return list(_order(things))


def _order(things: list[Thing]) -> Iterator[Item]:
    gutter = _find_gutter(things)
    if gutter is None:
        yield from _read_column(things)
        return
    band: list[Thing] = []
    for thing in sorted(things, key=lambda thing: -thing.base):
        if thing.left < gutter - 2 and thing.right > gutter + 2:
            yield from _order_band(band, gutter)
            yield from _read_column([thing])
            band = []
        else:
            band.append(thing)
    yield from _order_band(band, gutter)


def _order_band(band: list[Thing], gutter: float) -> Iterator[Item]:
    for side in (
        [thing for thing in band if thing.left < gutter - 2],
        [thing for thing in band if thing.left >= gutter - 2],
    ):
        if side:
            yield from _order(side)


def _find_gutter(things: list[Thing]) -> float | None:
    """Where the second column begins: a place at which many lines begin, with prose on both sides of it."""
    runs = [thing for thing in things if isinstance(thing, Run)]
    if len(runs) < 2 * FEWEST_LINES:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    width = right - left
    starts = Counter(round(run.left / 2) * 2 for run in runs if left + 0.2 * width < run.left < left + 0.8 * width)
    for start, count in starts.most_common(4):
        if count >= FEWEST_LINES and _is_gutter(runs, float(start) - 2, (left, right)):
            return float(start) - 2
    return None


def _is_gutter(runs: list[Run], place: float, sides: tuple[float, float]) -> bool:
    """Whether columns meet at a place: few runs cross it, and beside what begins there both sides are prose."""
    before = [run for run in runs if run.right <= place + 2]
    after = [run for run in runs if run.left >= place - 2]
    if len(runs) - len(before) - len(after) > (len(before) + len(after)) / 2:
        return False
    bases = [run.base for run in after if run.left <= place + 4]
    left, right = ([run for run in side if min(bases) - 2 <= run.base <= max(bases) + 2] for side in (before, after))
    return _is_prose(left, place - sides[0]) and _is_prose(right, sides[1] - place)


def _is_prose(runs: list[Run], width: float) -> bool:
    """Whether most lines of a side fill it with words."""
    rows = [row for row in _rows(list(runs)) if not isinstance(row, Table)]
    full = [
        row for row in rows if row[-1].right - row[0].left >= PROSE * width and fill(row) > PROSE and _words(row) >= 3
    ]
    return len(full) >= FEWEST_LINES - 1 and len(full) * 2 >= len(rows)


def _words(row: list[Run]) -> int:
    return sum(run.text.count(" ") + 1 for run in row)


def _rows(things: list[Thing]) -> Iterator[list[Run] | Table]:
    """Tables, and runs with one baseline from left to right, from the top."""
    row: list[Run] = []
    for thing in sorted(things, key=lambda thing: -thing.base):
        if row and (isinstance(thing, Table) or row[0].base - thing.base > SAME_LINE * thing.size):
            yield sorted(row, key=lambda run: run.left)
            row = []
        if isinstance(thing, Table):
            yield thing
        else:
            row.append(thing)
    if row:
        yield sorted(row, key=lambda run: run.left)


def _read_column(things: list[Thing]) -> Iterator[Item]:
    if not things:
        return
    sides = min(thing.left for thing in things), max(thing.right for thing in things)
    block: list[list[Run]] = []
    for row in _rows(things):
        if isinstance(row, Table) or not _continues(block, row):
            yield from _read_block(block, sides)
            block = []
        if isinstance(row, Table):
            yield row
        else:
            block.append(row)
    yield from _read_block(block, sides)


def _continues(block: list[list[Run]], row: list[Run]) -> bool:
    """Whether a row belongs to the table begun: rows of several runs, and a lone one between lines of a cell."""
    if not block:
        return True
    if len(block[0]) == 1 and len(row) > 1:
        return False
    several = len(row) > 1 or len(block[-1]) > 1
    near = block[-1][0].base - row[0].base < 3.5 * row[0].size
    return several and near and (len(row) > 1 or _is_part_of_row(block[-1], row))


def _is_part_of_row(before: list[Run], row: list[Run]) -> bool:
    near = before[0].base - row[0].base <= ROW_PITCH * row[0].size
    return near and any(run.left - 2 <= row[0].left and row[0].right <= run.right + 12 for run in before)


def _read_block(block: list[list[Run]], sides: tuple[float, float]) -> Iterator[Item]:
    if is_table(block):
        cells = tuple(read_cells(part_glued(block)))
        yield Table(cells, block[0][0].left, sides[1], block[0][0].base)
        return
    for row in block:
        yield _line(row, sides)


def _line(row: list[Run], sides: tuple[float, float]) -> TextLine:
    text = " ".join(run.text for run in row)
    size = max(run.size for run in row)
    return TextLine(text, row[0].left, row[-1].right, row[0].base, size, all(run.bold for run in row), sides)
