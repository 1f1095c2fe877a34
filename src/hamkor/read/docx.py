"""DOCX → Document, from the parts of the Office Open XML package (ECMA-376) themselves."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from hamkor.model import Document
from hamkor.read.archive import open_archive, read_xml
from hamkor.read.blocks import Piece, join_lines, lay_out
from hamkor.read.html.units import Element, clean
from hamkor.read.media import DOCX
from hamkor.read.paper.reader import Line, Paper, read_paper
from hamkor.read.source import Job

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Deleted and moved words, field codes, notes' numbers, a drawing told a second time for older programs.
SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", MC_FALLBACK})
LETTERS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}


@dataclass
class _Reading:
    """What is needed on the way through the body."""

    job: Job
    styles: dict[str, str]
    rows: int = 0
    tables: int = 0
    cut: bool = False


def read_docx(job: Job) -> list[Document]:
    """The one document of a DOCX: paragraphs, items and rows; no heads, feet, automatic numbers or deleted words.

    Raises ReadError where the package is broken, too large, or holds no words.
    """
    archive = open_archive(job)
    body = read_xml(job, archive, "word/document.xml").find(f"{W}body")
    reading = _Reading(job, _read_styles(job, archive))
    lines = list(_read_blocks(reading, body)) if body is not None else []
    if not lines:
        raise job.error(found="no words", expected="a document with text", do="look whether it holds pictures only")
    paper = read_paper(lines, named=_core_title(job, archive))
    return [
        make_document(
            job,
            paper,
            media_type=DOCX,
            notice=f"tables were cut at {job.limits.max_rows} rows" if reading.cut else None,
        )
    ]


def make_document(job: Job, paper: Paper, *, media_type: str, notice: str | None = None) -> Document:
    """A document of a paper's pieces."""
    text, blocks = lay_out(paper.pieces)
    if not text:
        text, blocks = lay_out([Piece("heading", paper.title or "")])
    return Document(
        id=job.id(),
        text=text,
        digest=job.source.digest,
        media_type=media_type,
        title=paper.title or job.given.title,
        published=paper.published or job.given.published,
        publisher=paper.publisher or job.given.publisher,
        url=job.given.url or job.source.address,
        own_text=True,
        notice=notice,
        blocks=blocks,
    )


def _read_styles(job: Job, archive: zipfile.ZipFile) -> dict[str, str]:
    """Style names, lower case, by their ids."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    found = {}
    for style in read_xml(job, archive, "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        found[style.get(f"{W}styleId") or ""] = (name.get(f"{W}val") or "").lower() if name is not None else ""
    return found


def _core_title(job: Job, archive: zipfile.ZipFile) -> str | None:
    if "docProps/core.xml" not in archive.namelist():
        return None
    title = read_xml(job, archive, "docProps/core.xml").find(DC_TITLE)
    return title.text if title is not None else None


def _read_blocks(reading: _Reading, parent: Element) -> Iterator[Line]:
    for child in parent.iterchildren():
        if child.tag == f"{W}p":
            yield from _read_paragraph(reading, child)
        elif child.tag == f"{W}tbl":
            yield from _read_table(reading, child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _read_blocks(reading, child)


def _read_paragraph(reading: _Reading, paragraph: Element) -> Iterator[Line]:
    boxes = list(_boxes(paragraph))
    text = clean("".join(_words(paragraph)))
    if text:
        style = _style(reading, paragraph)
        kind = (
            "heading"
            if style.startswith(("heading", "title"))
            else "item"
            if _is_item(paragraph, style)
            else "paragraph"
        )
        yield Line(Piece(kind, text), _weight(paragraph, style))
    for box in boxes:
        yield from _read_blocks(reading, box)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph, but not their second telling for older programs."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(ancestor.tag == MC_FALLBACK for ancestor in box.iterancestors()):
            yield box


def _words(element: Element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in SKIPPED or child.tag == f"{W}txbxContent":
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in LETTERS:
            yield LETTERS[child.tag]
        else:
            yield from _words(child)


def _style(reading: _Reading, paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    identifier = (style.get(f"{W}val") or "") if style is not None else ""
    return reading.styles.get(identifier, identifier).lower()


def _is_item(paragraph: Element, style: str) -> bool:
    return style.startswith("list") or paragraph.find(f"{W}pPr/{W}numPr") is not None


def _weight(paragraph: Element, style: str) -> float:
    """How much a paragraph looks like the title: by style, boldness of all its words, size, centring."""
    if style.startswith("title"):
        return 10.0
    weight = max(0.0, 6.0 - float(style[-1])) if style.startswith("heading") and style[-1].isdigit() else 0.0
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    if runs and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs):
        weight += 2.0
    sizes = [int(size.get(f"{W}val") or 0) for run in runs if (size := run.find(f"{W}rPr/{W}sz")) is not None]
    weight += max(0, min(sizes, default=0) - 26) / 4
    centring = paragraph.find(f"{W}pPr/{W}jc")
    return weight + (1.0 if centring is not None and centring.get(f"{W}val") == "center" else 0.0)


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "none")


def _read_table(reading: _Reading, table: Element) -> Iterator[Line]:
    """The rows of a table; a table of one cell, or one column, is a frame around paragraphs."""
    rows = [list(row.iterchildren(f"{W}tc")) for row in table.iter(f"{W}tr") if _owner(row) is table]
    if max(map(len, rows), default=0) < 2:
        for cell in (cell for row in rows for cell in row):
            yield from _read_blocks(reading, cell)
        return
    number, reading.tables, above = reading.tables, reading.tables + 1, True
    for row in rows:
        if reading.rows >= reading.job.limits.max_rows:
            reading.cut = True
            return
        reading.rows += 1
        above = above and len(row) == 1
        if above:  # a title across all columns
            yield from _read_blocks(reading, row[0])
            continue
        yield Line(Piece("row", table=number, cells=tuple(_read_cells(row))))


def _owner(row: Element) -> Element:
    return next(ancestor for ancestor in row.iterancestors() if ancestor.tag == f"{W}tbl")


def _read_cells(row: list[Element]) -> Iterator[str]:
    for cell in row:
        yield clean(join_lines("\n".join("".join(_words(paragraph)) for paragraph in cell.iter(f"{W}p"))))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        value = (span.get(f"{W}val") or "1") if span is not None else "1"
        yield from [""] * (min(int(value), 50) - 1 if value.isdigit() else 0)
