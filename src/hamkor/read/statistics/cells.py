"""From one cell of a table to a figure, or to what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hamkor.codes import get_parent
from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.model.period import Period
from hamkor.read.statistics.amounts import Unit, is_missing, parse_number, write_scaled
from hamkor.read.statistics.areas import WORLD
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Series:
    """What a cell counts, but for its time."""

    source: str
    indicator: str
    ref_area: str
    counterpart_area: str | None
    unit: Unit
    obs_status: str = "A"


def read_cell(sheet: Sheet, cell: tuple[Any, ...], text: str, *, of: tuple[Series, Period], asked: Asked) -> Found:
    """The figure of a cell; None where it says that there is none.

    cell  its row, column and name, as `Sheet.tell_place` takes them
    """
    if is_missing(text):
        return None
    try:
        number = parse_number(text, comma=sheet.decimal_comma)
    except ValueError:
        return _no_number(sheet, cell, text)
    series, period = of
    return Statistic(
        source=series.source,
        indicator=series.indicator,
        ref_area=series.ref_area,
        counterpart_area=series.counterpart_area,
        time_period=period,
        obs_value=write_scaled(number, series.unit.scale),
        unit_measure=series.unit.code,
        obs_status=series.obs_status,
        released=asked.released,
        url=asked.url,
    )


def _no_number(sheet: Sheet, cell: tuple[Any, ...], text: str) -> ReadError:
    expected = "a number such as 2440310.7, or a dash where there is none"
    return sheet.error(*cell, found=repr(text[:60]), expected=expected, do="write it so")


def place_series(series: Series, area: str) -> Series:
    """A region of the reporting country is the reporter itself, another country the other side."""
    home = series.ref_area
    if area in (WORLD, home):
        return series
    if get_parent(area) == home:
        return replace(series, ref_area=area)
    return replace(series, counterpart_area=area)
