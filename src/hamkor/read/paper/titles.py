"""Which lines of a paper are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.read.day_lines import is_day_line
from hamkor.read.paper.lines import HEAD, LONGEST_LINE, Line, ends_sentence, is_paper_line, names_body
from hamkor.read.words import fold

MASTHEAD_WORDS = 3


def find_title(lines: Sequence[Line], named: str | None) -> tuple[int, int]:
    """From which line to which (exclusive) the title goes; an empty range at 0 where there is none."""
    head = [place for place in range(min(HEAD, len(lines))) if _may_be_title(lines[place])]
    if not head:
        return 0, 0
    repeated = [place for place in head if named and fold(lines[place].text) == fold(named)]
    heaviest = max(lines[place].weight for place in head)
    heavy = [place for place in head if lines[place].weight >= heaviest]
    if not repeated and is_masthead(lines, heavy[0]):
        below, named_there = find_title(lines[heavy[0] + 1 :], None)
        if named_there > below:
            return heavy[0] + 1 + below, heavy[0] + 1 + named_there
    first = repeated[0] if repeated else heavy[1] if _begins_with_letterhead(lines, heavy) else heavy[0]
    if heaviest <= 0 and not repeated and ends_sentence(lines[first].text):
        return 0, 0
    last = first + 1
    if last < len(lines) and _may_be_title(lines[last]) and _names_kind_only(lines[first], lines[last]):
        return first, last + 1
    while last in head and 0 < heaviest <= lines[last].weight and last < first + 4 and not repeated:
        last += 1
    return first, last


def is_masthead(lines: Sequence[Line], place: int) -> bool:
    """Whether the heaviest line is the name of a newspaper: a few words with the day of the issue below them."""
    line, below = lines[place], lines[place + 1 : place + 2]
    largest = 0 < line.weight >= max(line.weight for line in lines[:HEAD])
    return largest and line.text.count(" ") < MASTHEAD_WORDS and any(is_day_line(line.text) for line in below)


def _begins_with_letterhead(lines: Sequence[Line], heavy: Sequence[int]) -> bool:
    """Whether the first of the heaviest lines only names a body, in capitals, and the next is not its second half."""
    name = lines[heavy[0]].text
    if len(heavy) < 2 or not name.isupper() or not names_body(name):
        return False
    return heavy[1] > heavy[0] + 1 or (len(heavy) > 2 and _is_kind(lines[heavy[1]].text))


def _names_kind_only(line: Line, after: Line) -> bool:
    """Whether a line says only what kind of paper it is ("MINUTES") and the next, set apart too, says of what."""
    return _is_kind(line.text) and after.weight > 0 and not ends_sentence(after.text)


def _is_kind(text: str) -> bool:
    return re.sub(r"\s*(?:№|#)?\s*[\d/-]+\s*\Z", "", text).count(" ") < 2


def _may_be_title(line: Line) -> bool:
    text = line.text
    if line.piece.cells or line.piece.kind == "item" or not 5 <= len(text) <= LONGEST_LINE + 50:
        return False
    return not is_day_line(text) and not is_paper_line(text)
