"""PDF → Document: columns in order, paragraphs whole, running heads and feet left out; a scan is said to be one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hamkor.model import Document
from hamkor.read.blocks import Piece
from hamkor.read.day_lines import is_day_line
from hamkor.read.docx import make_document
from hamkor.read.html.units import clean
from hamkor.read.media import PDF
from hamkor.read.paper.reader import Line, read_paper
from hamkor.read.pdf.glyphs import LINE_END_HYPHEN, Run, read_runs
from hamkor.read.pdf.layout import Item, Table, TextLine, order_page
from hamkor.read.pdf.rules import Grid, find_grids, read_rules
from hamkor.read.source import Job

MOST_PAGES = 500
FEWEST_LETTERS = 40  # on all pages: a PDF with fewer is a scan or a drawing
MARGIN = 0.09  # share of a page's height in which running heads and feet stand
_PAGE_NUMBER = re.compile(
    r"[\s\-–—/.|]*(?:\w{1,12}\.?\s+)?\d{1,4}(?:\s*(?:/|-|\w{2,6})\s*\d{1,4})?[\s\-–—/.|]*\Z", re.I
)
_CONTACT = re.compile(r"www\.|https?:|\S@\S|\+?\d[\d\s()\-]{8,}")
_SENTENCE_END = re.compile(r"[.!?:;…][»”\"')]*\Z")
_BULLET = re.compile(r"(?:[•▪●◦‣·*–—-]|\(?\d{1,2}[.)]|[^\W\d]\))\s+(?=\S)", re.I)


@dataclass(frozen=True, slots=True)
class PageRuns:
    """What stands on one page."""

    runs: list[Run]
    grids: list[Grid]
    height: float


def read_pdf(job: Job) -> list[Document]:
    """The one document of a PDF. Raises ReadError where it is broken, locked, or a scan without text."""
    pages, named = _read_pages(job)
    letters = sum(char.isalpha() for page in pages for run in page.runs for char in run.text)
    if letters < FEWEST_LETTERS:
        found = f"a scan: {len(pages)} page(s) with {letters} letters of text"
        raise job.error(found=found, expected="a PDF with a text layer", do="run text recognition (OCR) on it first")
    margins = _find_margins(pages)
    items = [
        item for page in pages for item in order_page([run for run in page.runs if id(run) not in margins], page.grids)
    ]
    lines = list(_read_lines(items))
    heads = list(dict.fromkeys(clean(run.text) for page in pages for run in page.runs if id(run) in margins))
    notice = f"only the first {MOST_PAGES} pages were read" if len(pages) == MOST_PAGES else None
    return [make_document(job, read_paper(lines, named=named, margin=heads), media_type=PDF, notice=notice)]


def _read_pages(job: Job) -> tuple[list[PageRuns], str | None]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(job.content)
        numbers = range(min(len(pdf), MOST_PAGES))
        return [_read_page(pdf[number]) for number in numbers], pdf.get_metadata_dict().get("Title")
    except pypdfium2.PdfiumError as problem:
        locked = "password" in str(problem).lower()
        found = "a PDF locked with a password" if locked else f"a broken PDF, or one cut short ({problem})"
        do = "save it without the password" if locked else "save or fetch it again"
        raise job.error(found=found, expected="a PDF that opens", do=do) from problem


def _read_page(page: Any) -> PageRuns:
    return PageRuns(read_runs(page), find_grids(read_rules(page)), page.get_height())


def _find_margins(pages: Sequence[PageRuns]) -> set[int]:
    """The runs (by identity) of running heads and feet: told on other pages too, page numbers, addresses."""
    told = Counter(_masked(run) for page in pages for run in _outer(page))
    body = _body_size(pages)
    return {
        id(run)
        for page in pages
        for run in _outer(page)
        if (len(pages) > 1 and told[_masked(run)] * 2 > len(pages))
        or _PAGE_NUMBER.match(run.text)
        or (run.size < body and (run.base < MARGIN * page.height or _CONTACT.search(run.text)))
        or (run.size <= body - 1 and run.base > max((1 - MARGIN) * page.height, _title_base(page, body)))
    }


def _title_base(page: PageRuns, body: float) -> float:
    """Where the largest letters of a page stand, if it has any larger than the body's; 0 where not."""
    largest = max(page.runs, key=lambda run: run.size)
    return largest.base if largest.size > body + 1 else 0.0


def _outer(page: PageRuns) -> list[Run]:
    low, high = MARGIN * page.height, (1 - MARGIN) * page.height
    return [run for run in page.runs if run.base < low or run.base > high]


def _masked(run: Run) -> tuple[str, int]:
    return re.sub(r"\d+", "0", run.text), round(run.base / 4)


def _body_size(pages: Sequence[PageRuns]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[run.size] += len(run.text)
    return sizes.most_common(1)[0][0]


def _read_lines(items: Sequence[Item]) -> Iterator[Line]:
    """Paragraphs and rows, each with the weight of its looks."""
    body = Counter[float]()
    for item in items:
        if isinstance(item, TextLine):
            body[item.size] += len(item.text)
    usual = body.most_common(1)[0][0] if body else 10.0
    whole = " ".join(item.text for item in items if isinstance(item, TextLine))
    tables = 0
    for part in _paragraphs(items):
        if isinstance(part, Table):
            yield from (Line(Piece("row", table=tables, cells=tuple(map(clean, row)))) for row in part.rows if any(row))
            tables += 1
        else:
            yield _make_paragraph(part, usual, whole)


def _make_paragraph(lines: list[TextLine], usual: float, whole: str) -> Line:
    text = clean(_join(lines, whole))
    bullet = _BULLET.match(text)
    weight = max(0.0, lines[0].size - usual) + (0.5 if all(line.bold for line in lines) else 0.0)
    kind = (
        "item"
        if bullet
        else "heading"
        if weight and not _SENTENCE_END.search(text) and len(text) < 200
        else "paragraph"
    )
    return Line(Piece(kind, text), weight)


def _paragraphs(items: Sequence[Item]) -> Iterator[list[TextLine] | Table]:
    pitch = _usual_pitch(items)
    lines: list[TextLine] = []
    for item in items:
        if lines and (isinstance(item, Table) or _begins(lines, item, pitch)):
            yield lines
            lines = []
        if isinstance(item, Table):
            yield item
        else:
            lines.append(item)
    if lines:
        yield lines


def _usual_pitch(items: Sequence[Item]) -> float:
    """The commonest distance of lines that follow each other, in sizes of their letters."""
    lines = [item for item in items if isinstance(item, TextLine)]
    pitches = [(above.base - below.base) / below.size for above, below in pairwise(lines) if above.size == below.size]
    usual = Counter(round(pitch, 1) for pitch in pitches if 0.8 < pitch < 2.6)
    return usual.most_common(1)[0][0] if usual else 1.2


def _begins(lines: list[TextLine], line: TextLine, pitch: float) -> bool:
    """Whether a line begins a paragraph: other letters, a wide gap, an indent, a bullet, a short line before it."""
    before = lines[-1]
    if abs(before.size - line.size) > 0.6 or (
        before.bold != line.bold
        and len(lines) == 1
        and _SENTENCE_END.search(before.text) is None
        and before.right < before.column[1] - 20
    ):
        return True
    if before.text.endswith(LINE_END_HYPHEN):
        return False
    if line.base > before.base or line.column != before.column:
        return _SENTENCE_END.search(before.text) is not None or (line.text[:1].isupper() and _is_short(before))
    if len(lines) == 1 and _is_short(before) and is_day_line(before.text):
        return True
    gap = (before.base - line.base) / line.size
    if gap > pitch * 1.22 + 0.05:
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    indented = line.left - before.left > 0.8 * line.size and line.left - line.column[0] > 0.8 * line.size
    return (
        (bool(_BULLET.match(line.text)) and (ended or _is_short(before)))
        or (ended and (_is_short(before) or indented))
        or (indented and _is_short(before))
    )


def _is_short(line: TextLine) -> bool:
    left, right = line.column
    return line.right < right - 0.12 * (right - left)


def _join(lines: Sequence[TextLine], whole: str) -> str:
    """Lines as one text; words broken at the end of a line are whole again."""
    text = lines[0].text
    for line in lines[1:]:
        if text.endswith((LINE_END_HYPHEN, "\u00ad")) or (text.endswith(("-", "\u2010")) and text[-2:-1].isalpha()):
            text = _mend(text[:-1], line.text, whole)
        else:
            text = f"{text} {line.text}"
    return text.replace(LINE_END_HYPHEN, "-")


def _mend(begun: str, ended: str, whole: str) -> str:
    """A word broken with a hyphen: its own stays before a capital or digit, or where the text has it elsewhere."""
    head = re.split(r"[\s(«“\"]", begun)[-1]
    tail = re.match(r"[\w\-]*", ended)
    word = tail.group() if tail else ""
    keeps = not word[:1].islower() or f"{head}-{word}" in whole
    return f"{begun}-{ended}" if keeps and f"{head}{word}" not in whole else f"{begun}{ended}"
