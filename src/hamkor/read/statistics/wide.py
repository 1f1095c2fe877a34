"""Wide tables, as the Statistics Agency of Uzbekistan publishes them: a row a country or a region, a column a time.

Source: api.siat.stat.uz (JSON with metadata, CSV, XLSX). Rows are countries by their UN M49 number, seen from
Uzbekistan, or Uzbekistan's regions by their SOATO number; never both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from hamkor.model.period import Period
from hamkor.read.statistics.amounts import find_unit
from hamkor.read.statistics.areas import find_code, find_named
from hamkor.read.statistics.cells import Series, place_series, read_cell
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.sheets import Row, Sheet
from hamkor.read.statistics.times import parse_time
from hamkor.read.statistics.words import find_word, get_table, straighten

_HOME = "UZ"
_SOURCE = "Statistics Agency of Uzbekistan"
TIME = re.compile(r"(?:19|20)\d\d(?:-?[QM]\d{1,2}|-\d\d)?")
_NAME = "klassifikator"
_CODE = "code"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the code, the names and the times of a table stand."""

    code: int | None
    names: tuple[int, ...]
    times: tuple[tuple[int, str], ...]


def is_wide(sheet: Sheet) -> bool:
    """Whether it has a row with the heading of a classifier, or a code, and times."""
    return _find_header(sheet) is not None


def _find_header(sheet: Sheet) -> tuple[int, _Columns] | None:
    """The number of the row of headings, and where its columns stand."""
    for number, cells in sheet.head:
        headings = [straighten(cell) for cell in cells]
        times = tuple((column, cell) for column, cell in enumerate(cells) if TIME.fullmatch(cell))
        names = tuple(column for column, heading in enumerate(headings) if heading.startswith(_NAME))
        code = headings.index(_CODE) if _CODE in headings else None
        if times and (names or code is not None):
            return number, _Columns(code, names, times)
    return None


def read_wide(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """Every cell below a time."""
    header = _find_header(sheet)
    if header is None:
        return
    told = _Told.of(sheet, header[0], asked)
    times = [(column, _parse_heading(sheet, header[0], (column, name))) for column, name in header[1].times]
    for row in sheet.find_rows(after=header[0]):
        yield from _read_row(sheet, row, header[1], (told, times))


def _parse_heading(sheet: Sheet, number: int, heading: tuple[int, str]) -> Period:
    try:
        return parse_time(heading[1])
    except ValueError:
        expected = "2025, 2025-Q3 or 2025-M09"
        raise sheet.error(number, *heading, found=repr(heading[1]), expected=expected, do="write it so") from None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a table says of all its figures, or the user of it."""

    series: Series
    asked: Asked

    @staticmethod
    def of(sheet: Sheet, header: int, asked: Asked) -> _Told:
        about = {straighten(name): value for name, value in ({**sheet.about, **_find_about(sheet, header)}).items()}
        unit = find_unit(asked.unit or _get_about(about, "unit"))
        if unit is None:
            found = _get_about(about, "unit") or "nothing"
            raise sheet.error(found=found, expected="a unit such as mln USD", do="say it with --unit")
        series = Series(
            source=asked.source or _SOURCE,
            indicator=asked.indicator or _get_indicator(sheet, about),
            ref_area=asked.ref_area or _HOME,
            counterpart_area=None,
            unit=unit,
        )
        return _Told(series, replace(asked, released=asked.released or _find_day(_get_about(about, "released"))))


def _find_about(sheet: Sheet, header: int) -> dict[str, str]:
    """Pairs of cells above the headings: a name and its value."""
    rows = [[cell for cell in cells if cell] for number, cells in sheet.head if number < header]
    return {cells[0].rstrip(": "): cells[1] for cells in rows if len(cells) == 2}


def _get_about(about: dict[str, str], what: str) -> str:
    names = (name for name, meant in get_table("about").items() if meant == what)
    return next((about[name] for name in names if about.get(name)), "")


def _find_day(text: str) -> date | None:
    """The day of a time stamp: `2025-11-20T08:15:00`, `20.11.2025`."""
    year_first, day_first = re.match(r"(\d{4})-(\d\d)-(\d\d)", text), re.match(r"(\d\d)\.(\d\d)\.(\d{4})", text)
    parts = year_first.groups() if year_first else day_first.groups()[::-1] if day_first else ()
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def _get_indicator(sheet: Sheet, about: dict[str, str]) -> str:
    """What metadata say is counted, else what the number of the table in the file's name does."""
    found = find_word("indicator", _get_about(about, "indicator"))
    numbers = re.findall(r"\d+", PurePath(sheet.place).stem)
    known = found or next((get_table("siat")[number] for number in numbers if number in get_table("siat")), None)
    if known is None:
        do = "say it with --indicator"
        raise sheet.error(found="nothing that tells what is counted", expected="an indicator such as exports", do=do)
    return known


def _read_row(
    sheet: Sheet, row: Row, columns: _Columns, told: tuple[_Told, list[tuple[int, Period]]]
) -> Iterator[Found]:
    number, cells = row
    area = _find_area(cells, columns)
    series = place_series(told[0].series, area) if area else None
    for column, period in told[1]:
        text = cells[column] if column < len(cells) else ""
        cell = (number, column, str(period))
        yield read_cell(sheet, cell, text, of=(series, period), asked=told[0].asked) if series else None


def _find_area(cells: tuple[str, ...], columns: _Columns) -> str | None:
    """By the code, else by a name; None for a group of countries."""
    code = cells[columns.code] if columns.code is not None and columns.code < len(cells) else ""
    names = [cells[column] for column in columns.names if column < len(cells)]
    named = next((found for name in names if (found := find_named(name))), None)
    return (find_code(code) if code else None) or named
