"""Foreign trade of Kazakhstan by country or region, as its Bureau of National Statistics publishes it: cumulative.

A sheet a year (`2025`, `12_2025`); rows from the total on, groups of countries among countries, or blocks of regions;
columns of turnover, exports and imports in thousand dollars, each beside one of percents. Headings run over several
rows, are merged, and may tell months. What is told is from January on and is kept so; nothing is subtracted.
Source: stat.gov.kz, foreign trade.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hamkor.codes import is_currency
from hamkor.model.period import Period
from hamkor.read.statistics.amounts import find_unit
from hamkor.read.statistics.areas import find_named
from hamkor.read.statistics.cells import Series, place_series, read_cell
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.headings import Headings, find_headings
from hamkor.read.statistics.months import find_period
from hamkor.read.statistics.sheets import Row, Sheet
from hamkor.read.statistics.words import find_word

_HOME = "KZ"
_SOURCE = "Bureau of National Statistics of Kazakhstan"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of one indicator in money: its place, what it counts and when."""

    number: int
    series: Series
    period: Period


def is_cumulative(sheet: Sheet) -> bool:
    """Whether there is a row of the total below headings that name exports, imports or turnover."""
    headings = find_headings(sheet, _HOME)
    return headings is not None and find_word("indicator", f"{headings.title} {' '.join(headings.columns)}") is not None


def read_cumulative(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """The figures of every country or region, and of the total. Raises ReadError where a time or unit is not told."""
    home = asked.ref_area or _HOME
    headings = find_headings(sheet, home)
    if headings is None:
        return
    columns = list(_find_columns(sheet, headings, asked))
    if not columns:
        expected = "columns of exports, imports or turnover in money"
        raise sheet.error(
            found="none", expected=expected, do="say the unit with --unit, what is counted with --indicator"
        )
    yield from _tell_without_unit(sheet, headings, columns)
    printed = replace(sheet, decimal_comma=True)
    for row in sheet.find_rows(after=headings.last):
        yield from _read_row(printed, row, headings.names, (columns, asked))


def _find_columns(sheet: Sheet, headings: Headings, asked: Asked) -> Iterator[_Column]:
    for number, text in enumerate(headings.columns):
        indicator = find_word("indicator", text) or asked.indicator or find_word("indicator", headings.title)
        if number == headings.names or not text or not indicator or find_word("percent", text):
            continue
        unit = find_unit(asked.unit or text) or find_unit(headings.title)
        if unit and is_currency(unit.code):
            status = find_word("status", headings.title) or "A"
            home = asked.ref_area or _HOME
            series = Series(asked.source or _SOURCE, indicator, home, None, unit, status)
            yield _Column(number, series, _get_period(sheet, headings, text, asked))


def _tell_without_unit(sheet: Sheet, headings: Headings, columns: list[_Column]) -> Iterator[Found]:
    """Columns of what no column in money tells: they are told, lest they be missed in silence."""
    taken = {column.series.indicator for column in columns}
    for number, text in enumerate(headings.columns):
        indicator = None if find_word("percent", text) else find_word("indicator", text)
        if indicator and indicator not in taken and number != headings.names:
            expected, do = "a unit such as thousand USD", "write it there, or say it with --unit"
            yield sheet.error(headings.last, number, found=repr(text), expected=expected, do=do)


def _get_period(sheet: Sheet, headings: Headings, text: str, asked: Asked) -> Period:
    period = asked.period or find_period(text, headings.title, sheet.name or "", asked.released)
    if period is None:
        found = f"the headings {text!r}, nothing that tells its months"
        raise sheet.error(headings.last, found=found, expected="months of a year", do="say them with --period")
    return period


def _read_row(sheet: Sheet, row: Row, names: int, told: tuple[list[_Column], Asked]) -> Iterator[Found]:
    number, cells = row
    area = find_named(cells[names]) if names < len(cells) else None
    if area is None:
        yield None
        return
    for column in told[0]:
        text = cells[column.number] if column.number < len(cells) else ""
        series = place_series(column.series, area)
        cell = (number, column.number, series.indicator)
        yield read_cell(sheet, cell, text, of=(series, column.period), asked=told[1])
