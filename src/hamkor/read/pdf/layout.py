"""The order in which a page is read: columns, bands between what crosses them, lines, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hamkor.read.pdf.glyphs import LINE_END_HYPHEN, SAME_LINE, Run
from hamkor.read.pdf.rules import Grid, read_grid

FEWEST_LINES = 4  # lines on each side that make a gutter
PROSE = 0.5  # share of a column's width that a line of prose fills
FILLED = 0.8  # share of a row that is words, from which it is a line with wide gaps and no row of a table
WIDEST_SPACE = 2.5  # in sizes: a wider gap parts cells
ROW_PITCH = 1.35  # in sizes: lines of one cell lie nearer than this, rows farther


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
        row for row in rows if row[-1].right - row[0].left >= PROSE * width and _fill(row) > PROSE and _words(row) >= 3
    ]
    return len(full) >= FEWEST_LINES - 1 and len(full) * 2 >= len(rows)


def _fill(row: list[Run]) -> float:
    """The share of a row, from its first letter to its last, that is words."""
    return sum(run.width for run in row) / max(1.0, row[-1].right - row[0].left)


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
    if _is_table(block):
        cells = tuple(_read_cells(block))
        yield Table(cells, block[0][0].left, sides[1], block[0][0].base)
        return
    for row in block:
        yield _line(row, sides)


def _is_table(block: list[list[Run]]) -> bool:
    """Whether rows are parted at the same places; the wide gaps of justified lines lie anywhere."""
    if len(block) < 2:
        return False
    left, right = min(row[0].left for row in block), max(row[-1].right for row in block)
    wide = [row for row in block if len(row) > 1 and not _is_justified(row, left, right)]
    if len(wide) < 2 or sum(map(_fill, wide)) / len(wide) > FILLED:
        return False
    columns = _columns([run for row in block for run in row])
    return all(len({_column_of(run, columns) for run in row}) > 1 for row in wide)


def _is_justified(row: list[Run], left: float, right: float) -> bool:
    """Whether a row fills its column from side to side with spaces of one width."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    spaces = [space for run in row for space in run.spaces] + gaps
    fills = row[0].left - left < 3 and right - row[-1].right < 3
    return fills and max(gaps) < WIDEST_SPACE * row[0].size and min(spaces) > 0.6 * max(spaces)


def _line(row: list[Run], sides: tuple[float, float]) -> TextLine:
    text = " ".join(run.text for run in row)
    size = max(run.size for run in row)
    return TextLine(text, row[0].left, row[-1].right, row[0].base, size, all(run.bold for run in row), sides)


def _read_cells(block: list[list[Run]]) -> Iterator[tuple[str, ...]]:
    """Rows of a table without rules: columns are where runs stand above each other, near lines are one row."""
    columns = _columns([run for row in block for run in row])
    for rows in _joined_rows(block):
        cells: list[list[Run]] = [[] for _ in columns]
        for run in (run for row in rows for run in row):
            cells[_column_of(run, columns)].append(run)
        yield tuple(map(join_runs, cells))


def _columns(runs: list[Run]) -> list[tuple[float, float]]:
    columns: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: run.left):
        if columns and run.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], run.right))
        else:
            columns.append((run.left, run.right))
    return columns


def _column_of(run: Run, columns: list[tuple[float, float]]) -> int:
    return max(place for place, (left, _) in enumerate(columns) if left <= run.left)


def _joined_rows(block: list[list[Run]]) -> list[list[list[Run]]]:
    """Lines that lie near each other are one row, where rows lie farther apart."""
    pitches = sorted(above[0].base - below[0].base for above, below in pairwise(block))
    near = ROW_PITCH * block[0][0].size
    if not pitches or pitches[len(pitches) // 2] <= near:
        near = 0.0
    joined: list[list[list[Run]]] = []
    for row in block:
        if joined and joined[-1][-1][0].base - row[0].base <= near:
            joined[-1].append(row)
        else:
            joined.append([row])
    return joined


def join_runs(runs: list[Run]) -> str:
    """The words of a cell, lines from the top, broken words joined."""
    lines = [" ".join(run.text for run in row) for row in _rows(list(runs)) if not isinstance(row, Table)]
    text = ""
    for line in lines:
        text = text[:-1] + line if text.endswith(LINE_END_HYPHEN) else f"{text} {line}"
    return text.strip(f" {LINE_END_HYPHEN}")
