"""The glyphs of a PDF page, gathered into runs of words that stand on one line without a gap."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

GAP = 1.15  # in sizes of the letters: a wider gap parts columns and cells
JUMP = 0.6  # the gap that parts glyphs which do not follow each other in the file
WORD_GAP = 0.18  # the gap that is a space where the file has none
SAME_LINE = 0.3  # in sizes: how far baselines of one line may lie apart
LINE_END_HYPHEN = "\x02"  # pdfium's mark for a hyphen at the end of a line
BOLD = 600  # font weight


@dataclass(frozen=True, slots=True)
class Glyph:
    char: str
    left: float
    right: float
    base: float
    size: float
    order: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line without a gap. Coordinates in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    spaces: tuple[float, ...] = ()  # widths of the spaces between its words
    starts: tuple[float, ...] = ()  # where its words begin

    @property
    def width(self) -> float:
        return self.right - self.left


def read_runs(page: Any) -> list[Run]:
    """The runs of a page, lines from the top, runs of a line from the left. Empty where nothing is written."""
    glyphs = list(_read_glyphs(page))
    return [run for line in _lines(glyphs) for run in _runs(line)]


def _read_glyphs(page: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    left, bottom, right, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = pdfium.FS_MATRIX()
    for order in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, order)
        if pdfium.FPDFText_IsGenerated(text, order) == 1 or code in (0, 10, 13, 0xFFFE, 0xFFFF):
            continue
        pdfium.FPDFText_GetCharBox(text, order, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text, order, x, y)
        size = pdfium.FPDFText_GetFontSize(text, order)
        if pdfium.FPDFText_GetMatrix(text, order, matrix):  # browsers write 16 and draw 12
            size *= math.hypot(matrix.c, matrix.d)
        size = size if size > 2.0 else max(top.value - bottom.value, 6.0)
        bold = pdfium.FPDFText_GetFontWeight(text, order) >= BOLD
        yield Glyph(chr(code), min(x.value, left.value), right.value, y.value, size + (0.001 if bold else 0.0), order)


def _lines(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs with one baseline, from left to right; lines from top to bottom."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if line and line[-1].base - glyph.base > SAME_LINE * min(glyph.size, line[-1].size):
            yield sorted(line, key=lambda glyph: (glyph.left, glyph.order))
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda glyph: (glyph.left, glyph.order))


def _runs(line: list[Glyph]) -> Iterator[Run]:
    run: list[Glyph] = []
    for glyph in line:
        if glyph.char.isspace():
            continue
        if run and _parts(run[-1], glyph):
            yield _make_run(run)
            run = []
        run.append(glyph)
    if run:
        yield _make_run(run)


def _parts(before: Glyph, glyph: Glyph) -> bool:
    gap = (glyph.left - before.right) / max(glyph.size, before.size)
    follows = 0 < glyph.order - before.order <= 4
    return gap > (GAP if follows else JUMP)


def _make_run(glyphs: list[Glyph]) -> Run:
    parts = [glyphs[0].char]
    spaces, starts = [], [glyphs[0].left]
    for before, glyph in pairwise(glyphs):
        apart = (glyph.left - before.right) > WORD_GAP * glyph.size
        spaced = glyph.order - before.order > 1 and (glyph.left - before.right) > 0.08 * glyph.size
        parts.append(" " + glyph.char if apart or spaced else glyph.char)
        if apart or spaced:
            spaces.append(glyph.left - before.right)
            starts.append(glyph.left)
    sizes = sorted(glyph.size for glyph in glyphs)
    size = sizes[len(sizes) // 2]
    bold = round(size * 1000) % 10 == 1
    left, right = glyphs[0].left, glyphs[-1].right
    return Run("".join(parts), left, right, glyphs[0].base, round(size, 1), bold, tuple(spaces), tuple(starts))


def part_run(run: Run, parts: Callable[[int], bool]) -> Iterator[Run]:
    """A run, or its parts: `parts` tells of each word but the first, by its number, whether a part begins with it."""
    words, first, left = run.text.split(" "), 0, run.left
    numbers = range(1, len(words)) if len(words) == len(run.starts) else ()
    for number in filter(parts, numbers):
        right = run.starts[number] - run.spaces[number - 1]
        yield replace(run, text=" ".join(words[first:number]), left=left, right=right, spaces=(), starts=())
        first, left = number, run.starts[number]
    yield replace(run, text=" ".join(words[first:]), left=left)
