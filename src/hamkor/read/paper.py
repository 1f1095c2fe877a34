"""Title, day and publisher of papers — DOCX, PDF, XLSX — from what stands at their head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hamkor.read.blocks import Piece
from hamkor.read.contacts import is_blank, is_contact
from hamkor.read.dates import find_publication_day, is_day_line, without_days
from hamkor.read.words import fold, get_words, starts_with

HEAD = 12  # pieces at the head of a paper in which title and day are looked for
FOOT = 6  # pieces at its foot
LONGEST_LINE = 200  # characters of a line at the head; a longer one is text
LONGEST_NAME = 120
LONGEST_BYLINE = 40
MASTHEAD_WORDS = 3
_COLUMNS = 3  # two may be a name and its value («Дата | 15.01.2026»)
_SENTENCE_END = re.compile(r"[.!?…][»”\"')]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece with how it looks: `weight` is larger the more it looks like a title (size, bold, style, centring)."""

    piece: Piece
    weight: float = 0.0

    @property
    def text(self) -> str:
        return self.piece.words


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
    first, last = _find_title(lines, named)
    title = " ".join(line.text for line in lines[first:last]) if last > first else None
    before, after = [line.text for line in lines[:first]], [line.text for line in lines[last:]]
    above, below = ([line.text for line in part if not _is_row(line)] for part in (lines[:first], lines[last:]))
    published = _find_day(above, below, margin)
    mastheads = (line.text for place, line in enumerate(lines[:first]) if _is_masthead(lines, place))
    publisher = next(mastheads, None) or _find_publisher(before, after, margin, title or "")
    pieces = [line.piece for line in _before_contacts(lines[last:]) if not _is_letterhead(line.text, publisher)]
    return Paper(title, published, publisher, tuple(pieces))


def _before_contacts(lines: Sequence[Line]) -> Sequence[Line]:
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
    return short and not _SENTENCE_END.search(line.text) and _names_body(line.text)


def _is_contact(text: str) -> bool:
    if is_contact(text):
        return True
    return len(text) < LONGEST_NAME and not _SENTENCE_END.search(text) and _is_paper_line(text)


def _is_letterhead(text: str, publisher: str | None) -> bool:
    return publisher is not None and fold(text) == fold(publisher)


def _find_title(lines: Sequence[Line], named: str | None) -> tuple[int, int]:
    """From which line to which (exclusive) the title goes; an empty range at 0 where there is none."""
    head = [place for place in range(min(HEAD, len(lines))) if _may_be_title(lines[place])]
    if not head:
        return 0, 0
    repeated = [place for place in head if named and fold(lines[place].text) == fold(named)]
    heaviest = max(lines[place].weight for place in head)
    heavy = [place for place in head if lines[place].weight >= heaviest]
    if not repeated and _is_masthead(lines, heavy[0]):
        below, named_there = _find_title(lines[heavy[0] + 1 :], None)
        if named_there > below:
            return heavy[0] + 1 + below, heavy[0] + 1 + named_there
    first = repeated[0] if repeated else heavy[1] if _begins_with_letterhead(lines, heavy) else heavy[0]
    if heaviest <= 0 and not repeated and _SENTENCE_END.search(lines[first].text):
        return 0, 0
    last = first + 1
    if last < len(lines) and _may_be_title(lines[last]) and _names_kind_only(lines[first], lines[last]):
        return first, last + 1
    while last in head and 0 < heaviest <= lines[last].weight and last < first + 4 and not repeated:
        last += 1
    return first, last


def _is_masthead(lines: Sequence[Line], place: int) -> bool:
    """Whether the heaviest line is the name of a newspaper: a few words with the day of the issue below them."""
    line, below = lines[place], lines[place + 1 : place + 2]
    largest = 0 < line.weight >= max(line.weight for line in lines[:HEAD])
    return largest and line.text.count(" ") < MASTHEAD_WORDS and any(is_day_line(line.text) for line in below)


def _begins_with_letterhead(lines: Sequence[Line], heavy: Sequence[int]) -> bool:
    """Whether the first of the heaviest lines only names a body, in capitals, and the next is not its second half."""
    name = lines[heavy[0]].text
    if len(heavy) < 2 or not name.isupper() or not _names_body(name):
        return False
    return heavy[1] > heavy[0] + 1 or (len(heavy) > 2 and _is_kind(lines[heavy[1]].text))


def _names_kind_only(line: Line, after: Line) -> bool:
    """Whether a line says only what kind of paper it is ("MINUTES") and the next, set apart too, says of what."""
    return _is_kind(line.text) and after.weight > 0 and not _SENTENCE_END.search(after.text)


def _is_kind(text: str) -> bool:
    return re.sub(r"\s*(?:№|#)?\s*[\d/-]+\s*\Z", "", text).count(" ") < 2


def _may_be_title(line: Line) -> bool:
    text = line.text
    if line.piece.cells or line.piece.kind == "item" or not 5 <= len(text) <= LONGEST_LINE + 50:
        return False
    return not is_day_line(text) and not _is_paper_line(text)


def _is_paper_line(text: str) -> bool:
    """Whether a short line is neither title nor publisher: "Annex 1", "Press release", "For official use"."""
    return (
        len(text) < 60
        and fold(text).startswith(get_words("paper_lines"))
        and not re.search(r"\w{3,} .*\w{3,} .*\w{3,} .*\w{3,}", text)
    )


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
    return next(
        (day for line in [*before, *after[:2]] if len(line) <= LONGEST_LINE and (day := find_publication_day(line))),
        None,
    )


def _find_publisher(before: Sequence[str], after: Sequence[str], margin: Sequence[str], title: str) -> str | None:
    """Who publishes: the line above the title, else a line of the margin, else one at the foot that names a body."""
    above = [name for line in _without_approval(before) if (name := _as_name(without_days(line)))]
    around = [name for line in margin if (name := _as_name(without_days(line))) and fold(name) not in fold(title)]
    foot = [name for line in reversed(after[-FOOT:]) if (name := _as_name(line)) and _names_body(name)]
    under = [name for line in after[:2] if (name := _as_name(without_days(line))) and _names_body(name)]
    for names in (list(filter(_names_body, above)), list(filter(_names_body, around)), under, above, around, foot):
        if names:
            return names[0]
    return None


def _without_approval(before: Sequence[str]) -> Sequence[str]:
    """The lines above the title without the block that says who approved the paper: down to where that one signs."""
    first = next(
        (place for place, line in enumerate(before) if starts_with(fold(line).lstrip("( "), "approvals")), None
    )
    if first is None:
        return before
    signed = [place for place, line in enumerate(before) if place > first and is_contact(line)]
    return [*before[:first], *(before[signed[-1] + 1 :] if signed else ())]


def _as_name(line: str) -> str | None:
    """A line as a name: without what follows a mark, an address or a number; None where nothing of a name is left."""
    name = re.split(r"\s*[|•·]\s*|\s{3,}|\s*https?:|\s*www\.|\s+\S+@\S+|\s*,?\s*(?:№|\b\w{1,2}\b\.?)\s*\d", line)[
        0
    ].strip(" ,;:—–-")
    if not 3 <= len(name) <= LONGEST_NAME or _is_paper_line(name) or is_day_line(name) or _SENTENCE_END.search(name):
        return None
    return None if re.search(r"\d", name) or "@" in name or name.endswith(":") else name


def _names_body(name: str) -> bool:
    return any(word in fold(name) for word in get_words("publishers"))
