"""The piece of a text that is shown around words."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.ledger.rows import Passage
from hamkor.model import Block, Span

AROUND = 80  # characters on each side of words that were searched for


def get_passage(text: str, blocks: Sequence[Block], span: Span) -> Passage:
    """The paragraph or the row of a table that holds `span`, else the lines that do."""
    whole = _find_block(blocks, span) or _get_lines(text, span)
    return _cut(text, whole, span)


def get_surroundings(text: str, span: Span) -> Passage:
    """The words with some whole words on each side, within their line."""
    line = _get_lines(text, span)
    start, end = max(line.start, span.start - AROUND), min(line.end, span.end + AROUND)
    if start > line.start:  # after the first space: a word is whole, or left out
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < line.end:
        end = max(text.rfind(" ", span.end, end), span.end)
    return _cut(text, Span(start, end), span)


def _find_block(blocks: Sequence[Block], span: Span) -> Span | None:
    holding = [block for block in blocks if block.span.covers(span)]
    if not holding:
        return None
    block = min(holding, key=lambda found: found.span.end - found.span.start)
    row = [other.span for other in blocks if block.table is not None and _in_same_row(block, other)]
    return Span(min(part.start for part in row), max(part.end for part in row)) if row else block.span


def _in_same_row(block: Block, other: Block) -> bool:
    return (block.table, block.row) == (other.table, other.row)


def _get_lines(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _cut(text: str, whole: Span, span: Span) -> Passage:
    return Passage(text[whole.start : span.start], span.within(text), text[span.end : whole.end])
