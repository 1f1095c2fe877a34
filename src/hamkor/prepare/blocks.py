"""The blocks of a text: headings, paragraphs, items, cells; given by the reader, else told by lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hamkor.model import Document, OffsetMap, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[^\W\d_][)]|[IVXLC]{1,6}[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•·▪●■◦‣*]\s*(?=\S)|[—–-]\s+(?=\S)")
_ENDS = re.compile(r"[.!?…;:][»”\")\]]*\s*$")
_HEADING_LENGTH = 120


class TextBlock(NamedTuple):
    """A block of the repaired text; `first` is where its words begin, after an item's mark."""

    span: Span
    kind: str
    row: tuple[int, int] | None = None
    column: int | None = None


def list_blocks(document: Document, text: str, offsets: OffsetMap) -> list[TextBlock]:
    """The reader's blocks in the repaired text; of a text without any, its lines."""
    if document.blocks:
        return [b for b in _given_blocks(document, offsets, text) if b.span.end > b.span.start]
    return list(_line_blocks(text))


def _given_blocks(document: Document, offsets: OffsetMap, text: str) -> Iterator[TextBlock]:
    for block in document.blocks:
        row = (block.table, block.row) if block.table is not None and block.row is not None else None
        yield TextBlock(_trim(text, offsets.to_clean(block.span)), block.kind, row, block.column)


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _line_blocks(text: str) -> Iterator[TextBlock]:
    """A bullet makes an item where the line before leads in (a colon) or is an item; else it opens direct speech."""
    spans = [_trim(text, Span(*m.span())) for m in _LINE.finditer(text)]
    leads_in = False
    for number, span in enumerate(spans):
        line = span.within(text)
        kind = "paragraph"
        if _NUMBERED.match(line) or (_BULLET.match(line) and (leads_in or line.endswith(";") or line[0] in "•·▪●■◦‣*")):
            kind = "item"
        elif len(line) <= _HEADING_LENGTH and number + 1 < len(spans) and not _ENDS.search(line):
            kind = "heading"
        leads_in = line.endswith(":") or kind == "item"
        yield TextBlock(span, kind)
