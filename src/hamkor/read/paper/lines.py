"""A line of a paper, and what is known of lines by what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hamkor.read.blocks import Piece
from hamkor.read.words import fold, get_words

HEAD = 12  # pieces at the head of a paper in which title and day are looked for
FOOT = 6  # pieces at its foot
LONGEST_LINE = 200  # characters of a line at the head; a longer one is text
LONGEST_NAME = 120
_SENTENCE_END = re.compile(r"[.!?…][»”\"')]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece with how it looks: `weight` is larger the more it looks like a title (size, bold, style, centring)."""

    piece: Piece
    weight: float = 0.0

    @property
    def text(self) -> str:
        return self.piece.words


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return _SENTENCE_END.search(text) is not None


def is_paper_line(text: str) -> bool:
    """Whether a short line is neither title nor publisher: "Annex 1", "Press release", "For official use"."""
    return (
        len(text) < 60
        and fold(text).startswith(get_words("paper_lines"))
        and not re.search(r"\w{3,} .*\w{3,} .*\w{3,} .*\w{3,}", text)
    )


def names_body(name: str) -> bool:
    return any(word in fold(name) for word in get_words("publishers"))
