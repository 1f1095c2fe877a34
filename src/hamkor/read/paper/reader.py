"""Title, day and publisher of papers — DOCX, PDF, XLSX — from what stands at their head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hamkor.read.blocks import Piece
from hamkor.read.day_lines import begins_with_day, find_publication_day, is_day_line
from hamkor.read.paper.feet import find_text
from hamkor.read.paper.lines import FOOT, LONGEST_LINE, LONGEST_NAME, Line
from hamkor.read.paper.publishers import find_publisher
from hamkor.read.paper.titles import find_title, is_masthead
from hamkor.read.words import fold, starts_with

__all__ = ["Line", "Paper", "read_paper"]

_COLUMNS = 3  # two may be a name and its value («Дата | 15.01.2026»)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says of itself, and the pieces that are its text."""

    title: str | None
    published: str | None
    publisher: str | None
    pieces: tuple[Piece, ...]


def read_paper(lines: Sequence[Line], *, named: str | None = None, margin: Sequence[str] = ()) -> Paper:
    """Title, day and publisher of a paper's lines; the text is what follows the title.

    named   the title in the file's own properties; believed only where the head of the paper repeats it
    margin  running heads and feet, which may name the publisher or the day
    """
    first, last = find_title(lines, named)
    title = " ".join(line.text for line in lines[first:last]) if last > first else None
    before, after = [line.text for line in lines[:first]], [line.text for line in lines[last:]]
    above, below = ([line.text for line in part if not _is_row(line)] for part in (lines[:first], lines[last:]))
    published = _find_day(above, below, margin)
    mastheads = (line.text for place, line in enumerate(lines[:first]) if is_masthead(lines, place))
    publisher = next(mastheads, None) or find_publisher(before, after, margin, title or "")
    pieces = [line.piece for line in find_text(lines[last:]) if not _stands_aside(line, publisher)]
    return Paper(title, published, publisher, tuple(pieces))


def _stands_aside(line: Line, publisher: str | None) -> bool:
    """Whether a line is no text: the letterhead once more, or the words below a picture."""
    if publisher is not None and fold(line.text) == fold(publisher):
        return True
    return not line.piece.cells and len(line.text) < LONGEST_NAME and starts_with(fold(line.text), "captions")


def _is_row(line: Line) -> bool:
    """Whether a line is a row of several cells: a day in it is a term, or a figure's, never the paper's."""
    return sum(map(bool, line.piece.cells)) >= _COLUMNS


def _find_day(before: Sequence[str], after: Sequence[str], margin: Sequence[str]) -> str | None:
    """The day of the paper: of a line that holds little else, near the title, at the foot, in the margin."""
    near = [*after[:FOOT], *reversed(before)]
    for text in [
        *(line for line in near if is_day_line(line)),
        *margin,
        *(line for line in after[-FOOT:] if is_day_line(line)),
    ]:
        day = find_publication_day(text) if len(text) <= LONGEST_LINE else None
        if day:
            return day
    begun = [*before, *(line for line in after[:2] if begins_with_day(line))]
    return next((day for line in begun if len(line) <= LONGEST_LINE and (day := find_publication_day(line))), None)
