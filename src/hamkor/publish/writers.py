"""Rows out as CSV and XLSX, row by row, so that memory stays bounded."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import IO, Any

from hamkor.errors import HamkorError
from hamkor.publish.columns import Cell, Column

BYTE_ORDER_MARK = "\ufeff"
_XLSX_ROWS = 1_048_576  # the most that a sheet can hold, header included
_XLSX_CELL = 32_767  # characters
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31  # characters of a sheet's name
_LONGEST_LINK = 2079  # characters that spreadsheets follow
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # what spreadsheets calculate where a cell begins with it
_NO_WORDS = ("=", "#")  # what openpyxl would write as a formula or an error, where a cell begins with it
_WIDEST = 60  # of a column, in characters


def write_csv(columns: Sequence[Column], rows: Iterable[Any], out: IO[str], *, bom: bool = False) -> None:
    """A header and a row each, as RFC 4180 has it: commas, quotation marks where needed, lines that end in CR LF.

    Words that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection); in JSON and
    XLSX they stand as they are.

    bom  begins with a byte order mark, by which spreadsheets know UTF-8
    """
    out.write(BYTE_ORDER_MARK if bom else "")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_guard(column.get(row)) for column in columns])


def _guard(value: Cell) -> str:
    text = write_cell(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def write_cell(value: Cell) -> str:
    """A cell as text; numbers without an exponent.

    >>> from decimal import Decimal
    >>> write_cell(Decimal("8.5E+8")), write_cell(None)
    ('850000000', '')
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def write_xlsx(columns: Sequence[Column], rows: Iterable[Any], out: IO[bytes], *, title: str) -> None:
    """One sheet with a frozen header; numbers are numbers, days are days, addresses are links.

    Raises HamkorError where there are more rows than a sheet can hold.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_TITLES.sub("-", title)[:_LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    _set_widths(sheet, columns)
    sheet.append([_make_head(sheet, column.name) for column in columns])
    for number, row in enumerate(rows, 2):
        if number > _XLSX_ROWS:
            found, expected = "more rows than a sheet holds", f"at most {_XLSX_ROWS - 1}"
            raise HamkorError("XLSX", found=found, expected=expected, do="write CSV, or ask for less")
        sheet.append([_make_cell(sheet, column.get(row), is_link=column.is_link) for column in columns])
    book.save(out)


def _set_widths(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.utils import get_column_letter

    wide = {"words": _WIDEST, "title": 40, "participants": 40, "url": 40}
    for number, column in enumerate(columns, 1):
        width = wide.get(column.name.lower(), max(12, len(column.name) + 2))
        sheet.column_dimensions[get_column_letter(number)].width = width


def _make_cell(sheet: Any, value: Cell, *, is_link: bool = False) -> Any:
    """What a sheet takes for a cell: most values as they are, which costs half as much as a cell with a form."""
    if not isinstance(value, str):
        return _make_day(sheet, value) if isinstance(value, date) else value
    text = _NOT_IN_XML.sub("\ufffd", value)
    text = text if len(text) <= _XLSX_CELL else text[: _XLSX_CELL - 1] + "…"
    if is_link and text == value and len(text) <= _LONGEST_LINK and value.startswith(("http://", "https://")):
        return _make_link(sheet, value)
    return _make_words(sheet, text) if text.startswith(_NO_WORDS) else text


def _make_day(sheet: Any, day: date) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, day)  # type: ignore[arg-type]
    cell.number_format = "yyyy-mm-dd"
    return cell


def _make_words(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _make_link(sheet: Any, address: str) -> Any:
    cell = _make_words(sheet, address)
    cell.hyperlink, cell.style = address, "Hyperlink"
    return cell


def _make_head(sheet: Any, name: str) -> Any:
    from openpyxl.styles import Font

    cell = _make_words(sheet, name)
    cell.font = Font(bold=True)
    return cell
