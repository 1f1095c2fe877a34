"""XLSX → Document: every sheet a table, every row a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from hamkor.model import Document
from hamkor.read.archive import open_archive, read_member
from hamkor.read.blocks import Piece, join_lines
from hamkor.read.docx import make_document
from hamkor.read.html.units import clean
from hamkor.read.media import XLSX
from hamkor.read.paper.reader import Line, read_paper
from hamkor.read.source import Job

SHARED = "xl/sharedStrings.xml"
MOST_COLUMNS = 200
MOST_EMPTY = 50_000  # empty rows in succession after which the rest of a sheet is left out, and said so


def read_xlsx(job: Job) -> list[Document]:
    """The one document of a workbook: its visible sheets in order, rows with empty cells kept in their column.

    Figures stand as they are, percents and days as they are shown. Raises ReadError where the package is broken,
    too large, or holds nothing.
    """
    _check_strings(job, open_archive(job))
    lines: list[Line] = []
    notices: list[str] = []
    for number, (name, rows) in enumerate(_read_sheets(job)):
        taken = list(islice(rows, job.limits.max_rows + 1))
        if len(taken) > job.limits.max_rows:
            notices.append(f"sheet {name} was cut at {job.limits.max_rows} rows")
        if taken and taken[-1] is None:
            notices.append(f"sheet {name} was left after {MOST_EMPTY} empty rows")
        lines += [_line(number, cells) for cells in taken[: job.limits.max_rows] if cells]
    if not lines:
        raise job.error(found="no filled cells", expected="a table", do="look whether the sheets are hidden or empty")
    return [make_document(job, read_paper(lines), media_type=XLSX, notice="; ".join(notices) or None)]


def _check_strings(job: Job, archive: zipfile.ZipFile) -> None:
    """Rows are read one by one, but the words that they share all at once."""
    if SHARED in archive.namelist():
        job.bound_markup(read_member(job, archive, SHARED))


def _line(table: int, cells: tuple[str, ...]) -> Line:
    """A row; one with words in its first cell only stands above or below a table and is a paragraph."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and len(filled[0]) > 3 and not filled[0][0].isdigit():
        return Line(Piece("paragraph", filled[0]))
    return Line(Piece("row", table=table, cells=cells))


def _read_sheets(job: Job) -> Iterator[tuple[str, Iterator[tuple[str, ...] | None]]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(job.content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield sheet.title, _read_rows(sheet)
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError, zipfile.BadZipFile) as problem:
        raise job.error(
            found=f"a broken workbook ({problem})", expected="a whole XLSX", do="save or fetch it again"
        ) from problem


def _read_rows(sheet: Any) -> Iterator[tuple[str, ...] | None]:
    """The filled rows of a sheet; None at the end where empty ones went on too long to be followed."""
    sheet.reset_dimensions()
    empty = 0
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        cells = [_show(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        empty = 0 if cells else empty + 1
        if empty > MOST_EMPTY:
            yield None
            return
        if cells:
            yield tuple(cells)


def _show(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _show_number(value, cell.number_format or "")
    return clean(join_lines(str(value)))


def _show_number(value: float, form: str) -> str:
    """Percents as percents; else the shortest digits that are the number, without the noise of binary fractions."""
    if "%" in form:
        return f"{round(value * 100, 6):.6f}".rstrip("0").rstrip(".") + "%"
    shown = f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
    return shown if shown not in ("", "-0", "0") or not value else repr(value)
