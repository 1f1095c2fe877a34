"""What is the text of a letter, and what only opens, signs and guards it."""

from __future__ import annotations

import re

from hamkor.read.blocks import Piece
from hamkor.read.words import fold, get_words, holds, starts_with

LONGEST_NOTICE = 400  # characters of a line that says why a letter came
OPENING = 4  # pieces at the beginning that may be greeting and cover note
_SIGNATURE = re.compile(r"(?:--|—|–|_{3,}|-{3,}|={3,}|\*{3,})\s*\Z")
_HEADER_LINE = re.compile(r"[>*\s]*([^\W\d]+)\s*:\**\s+(.+)")


def get_paragraphs(text: str) -> list[Piece]:
    """Paragraphs of a plain body, parted by blank lines; lines wrapped at a width are one."""
    pieces = []
    for block in re.split(r"\n[ \t>]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip(" \t>") for line in block.split("\n") if line.strip(" \t>")]
        wrapped = len(lines) > 1 and all(len(line) >= 55 for line in lines[:-1])
        joined = [" ".join(lines)] if wrapped else lines
        pieces += [Piece("paragraph", " ".join(line.split())) for line in joined]
    return pieces


def strip_letter(pieces: list[Piece]) -> list[Piece]:
    """Pieces without greeting, cover note, signature, confidentiality notice and the head of a forwarded message."""
    pieces = _after_forwarded(pieces)
    signature = next(
        (place for place, piece in enumerate(pieces) if place and _begins_signature(piece.text)), len(pieces)
    )
    pieces = [piece for piece in pieces[:signature] if not _is_notice(piece.text)]
    opening = [piece for piece in pieces[:OPENING] if not _opens_letter(piece.text)]
    return opening + pieces[OPENING:]


def _after_forwarded(pieces: list[Piece]) -> list[Piece]:
    """What follows the head lines of the last message forwarded; all, where none is."""
    for place in range(len(pieces) - 1, -1, -1):
        if len(pieces[place].text) < 120 and holds(fold(pieces[place].text), "forwarded"):
            rest = pieces[place + 1 :]
            while rest and (find_header(rest[0].text) or rest[0].text.startswith("<")):
                rest = rest[1:]
            return rest
    return pieces


def _begins_signature(text: str) -> bool:
    words = fold(text)
    if len(words) < LONGEST_NOTICE and starts_with(words, "mailing_foot"):
        return True
    return _SIGNATURE.match(text) is not None or (len(text) < 80 and starts_with(words, "farewells"))


def _is_notice(text: str) -> bool:
    words = fold(text)
    return len(text) < 1500 and (holds(words, "confidential") or holds(words, "mailing"))


def _opens_letter(text: str) -> bool:
    words = fold(text)
    if len(words) < 80 and (starts_with(words, "greetings") or (words.endswith("!") and holds(words, "greetings"))):
        return True
    return len(words) < 250 and (starts_with(words, "cover_notes") or holds(words, "cover_notes"))


def find_header(line: str) -> tuple[str, str] | None:
    """Name and value of a head line of a forwarded message: ("subject", "…")."""
    match = _HEADER_LINE.match(line)
    if match:
        for key in ("from", "date", "subject", "to"):
            if fold(match.group(1)) in get_words("forwarded_headers", key):
                return key, match.group(2).strip(" *")
    return None
