"""Workbooks as sheets: read row by row, so that neither a bomb nor a million empty rows takes the machine."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from hamkor.errors import ReadError
from hamkor.read.archive import open_archive
from hamkor.read.source import Job, Source
from hamkor.read.statistics.sheets import Row, Sheet, make_sheet
from hamkor.read.xlsx import MOST_EMPTY

_MOST_COLUMNS = 600  # forty years of months, with room
_WHOLE = 10**15  # below it a float that is whole is shown as such


def read_workbook(content: bytes, place: str) -> list[Sheet]:
    """The visible sheets in order. Raises ReadError where the book is broken, locked or would unfold without end."""
    import openpyxl

    open_archive(Job(Source(place, content)))
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [make_sheet(place, _find_rows(sheet, place), called="row", name=sheet.title) for sheet in shown]
    except ReadError:
        raise
    except Exception as problem:  # openpyxl lets through whatever its parsers raise on a broken book
        raise _broken(place, problem) from problem


def _broken(place: str, problem: Exception) -> ReadError:
    return ReadError(
        place, found=f"a broken workbook ({problem})", expected="a whole XLSX", do="save or fetch it again"
    )


def _find_rows(sheet: Any, place: str) -> Iterator[Row]:
    """The filled rows; none after more empty ones in succession than a table has."""
    sheet.reset_dimensions()
    empty = 0
    try:
        for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1):
            cells = _trim([_show(value) for value in row])
            empty = 0 if cells else empty + 1
            if empty > MOST_EMPTY:
                return
            if not empty:
                yield number, cells
    except Exception as problem:  # as above
        raise _broken(place, problem) from problem


def _trim(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _show(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    return str(value).strip()
