"""Where the text of a paper ends: what follows it says who signs, how to reach them, and what the sender is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.read.blocks import Piece
from hamkor.read.contacts import is_blank, is_contact
from hamkor.read.paper.lines import LONGEST_NAME, Line, ends_sentence, is_paper_line, names_body
from hamkor.read.words import fold, get_words, starts_with

LONGEST_BYLINE = 40


def find_text(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without what the sender says of itself, telephones, addresses, and where and by whom a paper is signed."""
    lines = lines[: _find_boilerplate(lines)]
    signed = {line.piece.table for line in lines if line.piece.cells and is_blank(line.text)}
    end = len(lines)
    while end > 1 and _is_left_over(lines[end - 1].piece, signed):
        end -= 1
    if end < len(lines) and end > 1 and _signs(lines[end - 1]):
        end -= 1
    return lines[: end - 1 if end > 1 and _is_byline(lines[end - 1].piece) else end]


def _is_left_over(piece: Piece, signed: set[int | None]) -> bool:
    """Whether a last piece only says how to reach someone, or belongs to a table with blanks to sign on."""
    return piece.table in signed if piece.cells else _is_contact(piece.words)


def _is_byline(piece: Piece) -> bool:
    """Whether a last piece is nothing but the name of a person."""
    names = piece.kind == "paragraph" and not piece.cells and len(piece.text) < LONGEST_BYLINE
    words = re.findall(r"[^\s,]+", piece.text) if names else []
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and not word.endswith((":", "!")) for word in words)


def _find_boilerplate(lines: Sequence[Line]) -> int:
    """Where in the second half of a release its sender is introduced («About the Company»); the end where it is not."""
    heads = (
        place
        for place in range(len(lines) // 2 + 1, len(lines))
        if lines[place].weight > 0 and len(lines[place].text) < LONGEST_NAME and _is_boilerplate(lines[place].text)
    )
    return next(heads, len(lines))


def _is_boilerplate(text: str) -> bool:
    return starts_with(fold(text), "boilerplate") or fold(text).strip(" :.").endswith(get_words("boilerplate_ends"))


def _signs(line: Line) -> bool:
    """Whether a line above contacts names the body that signs."""
    short = line.piece.kind == "paragraph" and len(line.text) < LONGEST_NAME
    return short and not ends_sentence(line.text) and names_body(line.text)


def _is_contact(text: str) -> bool:
    if is_contact(text):
        return True
    return len(text) < LONGEST_NAME and not ends_sentence(text) and is_paper_line(text)
