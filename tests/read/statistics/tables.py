"""Tables of our own making in the forms in which offices publish them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl

from hamkor.model import Statistic
from hamkor.read.statistics import Asked, Table, read_table

Cell = str | float | int | None


def read(content: str | bytes, name: str = "table.csv", **asked: object) -> Table:
    return read_table(content.encode() if isinstance(content, str) else content, name, Asked(**asked))  # type: ignore[arg-type]


def show(figure: Statistic) -> str:
    """A figure in one line."""
    f = figure
    sides = f"{f.ref_area} {f.counterpart_area}"
    return f"{f.indicator} {sides} {f.time_period} {f.obs_value:f} {f.unit_measure} {f.obs_status}"


def make_book(sheets: dict[str, Sequence[Sequence[Cell]]], merged: Sequence[str] = (), hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
