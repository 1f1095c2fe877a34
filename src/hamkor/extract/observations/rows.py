"""Rows of tables: cells that stand in one row are read as one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import build_scene
from hamkor.model import Span


def read_rows(reading: Reading) -> Iterator[ReadSentence]:
    """The sentences of a reading, in order, the cells of each row of a table joined to one."""
    for (row, _), group in groupby(enumerate(reading.sentences), key=_row):
        cells = [read for _, read in group]
        yield cells[0] if row is None or len(cells) == 1 else _join(reading, cells)


def _row(numbered: tuple[int, ReadSentence]) -> tuple[tuple[int, int] | None, int]:
    number, read = numbered
    return read.sentence.row, -1 if read.sentence.row else number


def _join(reading: Reading, cells: list[ReadSentence]) -> ReadSentence:
    span = Span(cells[0].sentence.span.start, cells[-1].sentence.span.end)
    parts = tuple(part for cell in cells for part in cell.parts)
    scene = build_scene(reading.folded, span, parts, text=reading.prepared.text)
    return ReadSentence(replace(cells[0].sentence, span=span), parts, scene)
