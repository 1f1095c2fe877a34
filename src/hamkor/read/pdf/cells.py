"""Cells of tables that no rules part: where runs of words stand above each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.read.pdf.glyphs import LINE_END_HYPHEN, SAME_LINE, Run, part_run

FILLED = 0.8  # share of a row that is words, from which it is a line with wide gaps and no row of a table
WIDEST_SPACE = 2.5  # in sizes: a wider gap parts cells
ROW_PITCH = 1.35  # in sizes: lines of one cell lie nearer than this, rows farther
WRAPPED = 0.85  # of the usual distance of whole rows: a line that lacks cells and lies nearer goes on with its row
GLUED = 0.35  # in sizes: the narrowest gap between cells of a row
SAME_PLACE = 3.0  # points


def is_table(block: list[list[Run]]) -> bool:
    """Whether rows are parted at the same places; the wide gaps of justified lines lie anywhere."""
    if len(block) < 2:
        return False
    left, right = min(row[0].left for row in block), max(row[-1].right for row in block)
    wide = [row for row in block if len(row) > 1 and not _is_justified(row, left, right)]
    if len(wide) < 2 or sum(map(fill, wide)) / len(wide) > FILLED:
        return False
    columns = _columns([run for row in block for run in row])
    return all(len({_column_of(run, columns) for run in row}) > 1 for row in wide)


def _is_justified(row: list[Run], left: float, right: float) -> bool:
    """Whether a row fills its column from side to side with spaces of one width."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    spaces = [space for run in row for space in run.spaces] + gaps
    fills = row[0].left - left < 3 and right - row[-1].right < 3
    return fills and max(gaps) < WIDEST_SPACE * row[0].size and min(spaces) > 0.6 * max(spaces)


def read_cells(block: list[list[Run]]) -> Iterator[tuple[str, ...]]:
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
    """Lines that lie near each other are one row, where rows lie farther apart; so are lines that lack cells."""
    pitches = [above[0].base - below[0].base for above, below in pairwise(block)]
    near = ROW_PITCH * block[0][0].size
    if not pitches or sorted(pitches)[len(pitches) // 2] <= near:
        near = 0.0
    fullest = max(map(len, block))
    whole = sorted(pitch for pitch, row in zip(pitches, block[1:], strict=True) if len(row) == fullest)
    closer = WRAPPED * whole[len(whole) // 2] if whole else 0.0
    joined: list[list[list[Run]]] = []
    for row in block:
        pitch = joined[-1][-1][0].base - row[0].base if joined else 0.0
        if joined and (pitch <= near or (len(row) < fullest and pitch <= closer)):
            joined[-1].append(row)
        else:
            joined.append([row])
    return joined


def part_glued(block: list[list[Run]]) -> list[list[Run]]:
    """Rows whose runs are parted where, after a space, a word begins at the place of a column of the other rows."""
    fullest = max(map(len, block), default=0)
    columns = [run.left for row in block if len(row) == fullest for run in row]
    return [[part for run in row for part in _part_run(run, columns)] if len(row) < fullest else row for row in block]


def _part_run(run: Run, columns: list[float]) -> Iterator[Run]:
    """A run, or its parts; a column's place is one where at least two other rows begin a cell."""

    def begins_cell(number: int) -> bool:
        wide = run.spaces[number - 1] > GLUED * run.size
        return wide and sum(abs(run.starts[number] - column) < SAME_PLACE for column in columns) >= 2

    return part_run(run, begins_cell)


def fill(row: list[Run]) -> float:
    """The share of a row, from its first letter to its last, that is words."""
    return sum(run.width for run in row) / max(1.0, row[-1].right - row[0].left)


def find_lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs with one baseline from left to right, from the top."""
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.base):
        if line and line[0].base - run.base > SAME_LINE * run.size:
            yield sorted(line, key=lambda run: run.left)
            line = []
        line.append(run)
    if line:
        yield sorted(line, key=lambda run: run.left)


def join_runs(runs: list[Run]) -> str:
    """The words of a cell, lines from the top, broken words joined."""
    lines = [" ".join(run.text for run in row) for row in find_lines(runs)]
    text = ""
    for line in lines:
        text = text[:-1] + line if text.endswith(LINE_END_HYPHEN) else f"{text} {line}"
    return text.strip(f" {LINE_END_HYPHEN}")
