"""Ruled tables of a PDF page: the lines drawn on it, and the cells between them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hamkor.read.pdf.glyphs import Run, part_run

THIN = 2.0  # points: what is lower than this lies, what is narrower stands
SHORTEST_RULE = 15.0
SAME = 3.0  # points within which rules are one
TALLEST_ROW = 300.0
MOST_OBJECTS = 20_000  # drawings beyond this are a map or a picture, not a table


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: from left to right where it lies, from low to high where it stands."""

    left: float
    right: float
    low: float
    high: float

    @property
    def lies(self) -> bool:
        return self.high - self.low <= THIN and self.right - self.left >= SHORTEST_RULE

    @property
    def stands(self) -> bool:
        return self.right - self.left <= THIN and self.high - self.low >= THIN * 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: heights of its lying rules from the top, places of its standing ones from the left."""

    heights: tuple[float, ...]
    places: tuple[float, ...]

    def holds(self, run: Run) -> bool:
        return (
            self.places[0] - SAME <= run.left
            and run.right <= self.places[-1] + SAME
            and self.heights[-1] - SAME < run.base < self.heights[0] + SAME
        )


def read_rules(page: Any) -> list[Rule]:
    """The straight lines drawn on a page, edges of boxes too."""
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    for number, thing in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number > MOST_OBJECTS:
            return []
        rules += _edges(thing.raw)
    return rules


def _edges(path: Any) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    points = [
        _point(pdfium.FPDFPath_GetPathSegment(path, place), matrix)
        for place in range(min(pdfium.FPDFPath_CountSegments(path), 500))
    ]
    start = None
    for before, (kind, x, y, closes) in zip([None, *points], points, strict=False):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = (x, y)
        elif before is not None:
            yield _rule(before[1], before[2], x, y)
            if closes and start:
                yield _rule(x, y, *start)


def _point(segment: Any, matrix: Any) -> tuple[int, float, float, bool]:
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    across = matrix.a * x.value + matrix.c * y.value + matrix.e
    up = matrix.b * x.value + matrix.d * y.value + matrix.f
    return pdfium.FPDFPathSegment_GetType(segment), across, up, bool(pdfium.FPDFPathSegment_GetClose(segment))


def _rule(x: float, y: float, x2: float, y2: float) -> Rule:
    return Rule(min(x, x2), max(x, x2), min(y, y2), max(y, y2))


def find_grids(rules: list[Rule]) -> list[Grid]:
    """Tables with rules around their cells: at least two rows and two columns. May be empty."""
    lying = sorted((rule for rule in rules if rule.lies), key=lambda rule: -rule.low)
    standing = [rule for rule in rules if rule.stands]
    grids = []
    for group in _stacks(lying, standing):
        heights = _merge([rule.low for rule in group])
        places = _merge([rule.left for rule in standing if _touches(rule, heights, group)])
        if len(heights) >= 3 and len(places) >= 3:
            grids.append(Grid(tuple(reversed(heights)), tuple(places)))
    return grids


def _stacks(lying: list[Rule], standing: list[Rule]) -> Iterator[list[Rule]]:
    """Lying rules one under the other, joined by standing ones."""
    stack: list[Rule] = []
    for rule in lying:
        if stack and not _joined(stack, rule, standing):
            yield stack
            stack = []
        stack.append(rule)
    if stack:
        yield stack


def _joined(stack: list[Rule], rule: Rule, standing: list[Rule]) -> bool:
    last = stack[-1].low
    if last - rule.low <= SAME:
        return True
    middle = (last + rule.low) / 2
    left, right = min(one.left for one in stack) - SAME, max(one.right for one in stack) + SAME
    beside = sum(one.low <= middle <= one.high and left <= one.left <= right for one in standing)
    return beside >= 2 and last - rule.low <= TALLEST_ROW and rule.left < right and rule.right > left


def _touches(rule: Rule, heights: list[float], group: list[Rule]) -> bool:
    left, right = min(one.left for one in group) - SAME, max(one.right for one in group) + SAME
    return left <= rule.left <= right and rule.low < heights[-1] - SAME and rule.high > heights[0] + SAME


def _merge(values: list[float]) -> list[float]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > SAME:
            merged.append(value)
    return merged


def read_grid(grid: Grid, runs: list[Run]) -> list[tuple[list[Run], ...]]:
    """The runs of each cell, row by row; a run belongs to the cell that its beginning lies in.

    A run that goes on beyond a standing rule is parted there, where a word begins behind it.
    """
    table: list[tuple[list[Run], ...]] = []
    runs = [part for run in runs for part in _part_at(run, grid.places[1:-1])]
    for high, low in pairwise(grid.heights):
        row = [run for run in runs if low < run.base <= high]
        cells: list[list[Run]] = [[] for _ in grid.places[1:]]
        for run in row:
            column = sum(run.left + 1 >= place for place in grid.places[1:-1])
            cells[column].append(run)
        if row:
            table.append(tuple(cells))
    return table


def _part_at(run: Run, places: Sequence[float]) -> Iterator[Run]:
    """A run, or its parts, one beginning behind each standing rule that lies between two of its words."""

    def begins_cell(number: int) -> bool:
        start = run.starts[number]
        return any(start - run.spaces[number - 1] - 1 <= place <= start + 1 for place in places)

    return part_run(run, begins_cell)
