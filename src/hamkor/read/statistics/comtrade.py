"""UN Comtrade, CSV or JSON: of the many rows of one cell the one that is the whole of it. Nothing is added up.

Source: uncomtrade/comtradeapicall, comtradeplus.un.org. Values are US dollars in full; the partner W00 is the world.
"""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.errors import ReadError
from hamkor.read.statistics.amounts import Unit
from hamkor.read.statistics.areas import WORLD, find_code
from hamkor.read.statistics.cells import Series, read_cell
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.records import Record, find_records, get_names
from hamkor.read.statistics.sheets import Sheet
from hamkor.read.statistics.times import parse_time
from hamkor.read.statistics.words import get_table, straighten

_SOURCE = "UN Comtrade"
_NEEDED = ("period", "flowcode", "primaryvalue")
# What the row of a whole cell has in each column that divides it; a column that is not there divides nothing.
_WHOLE = {
    "typecode": "c",
    "cmdcode": "total",
    "partner2code": "0",
    "customscode": "c00",
    "motcode": "0",
    "moscode": "0",
}
_DETAIL = "detail"
_ESTIMATED = {"false": "E", "0": "E"}  # what `isReported` says of figures that the UN estimated


def is_comtrade(sheet: Sheet) -> bool:
    """Whether it has the reporter and the value of Comtrade."""
    names = get_names(sheet, straighten)
    return "primaryvalue" in names and any(name.startswith("reporter") for name in names)


def read_comtrade(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """One figure a reporter, partner, flow and time."""
    names = get_names(sheet, straighten)
    if missing := [name for name in _NEEDED if name not in names]:
        expected = ", ".join(("reporterCode", "period", "flowCode", "partnerCode", "primaryValue"))
        found = f"no column {', '.join(missing)}"
        raise sheet.error(sheet.head[0][0], found=found, expected=expected, do="download it with all columns")
    for record in find_records(sheet, straighten):
        if isinstance(record, ReadError):
            yield record
        elif wrong := _find_shift(record):
            yield wrong
        else:
            yield _read(record, asked) if _is_whole(record) else None


def _find_shift(record: Record) -> ReadError | None:
    """Rows of files that passed through other programs may stand one column off."""
    code = record.get("typecode")
    if not code or code.upper() in ("C", "S"):
        return None
    return record.error("typecode", found=repr(code), expected="C or S", do="look whether the rows are shifted")


def _is_whole(record: Record) -> bool:
    return all(straighten(record.get(name) or whole) == whole for name, whole in _WHOLE.items())


def _read(record: Record, asked: Asked) -> Found:
    try:
        return _make(record, asked)
    except ReadError as error:
        return error


def _make(record: Record, asked: Asked) -> Found:
    flow = record.require("flowcode")
    indicator = get_table("flow").get(straighten(flow))
    if indicator is None:
        raise record.error("flowcode", found=repr(flow), expected="X, M or a part of these", do="name one of these")
    ref, partner = _find_area(record, "reporter"), _find_area(record, "partner")
    if indicator == _DETAIL or ref is None or partner is None or ref == WORLD:
        return None  # re-exports, which exports hold; groups, and areas that are no country's
    status = _ESTIMATED.get(record.get("isreported").lower(), "A")
    counterpart = None if partner == WORLD else partner
    series = Series(asked.source or _SOURCE, indicator, ref, counterpart, Unit("USD"), status)
    period = record.parse("period", parse_time, expected="2024, or 202509 for a month")
    cell = (record.number, record.columns["primaryvalue"], "primaryValue")
    return read_cell(record.sheet, cell, record.require("primaryvalue"), of=(series, period), asked=asked)


def _find_area(record: Record, side: str) -> str | None:
    """The area by its number, else by its letters; no partner at all is the world."""
    text = record.get(f"{side}code", f"{side}iso")
    if not text and side == "reporter":
        raise record.error("reportercode", found="nothing", expected="a code such as 398", do="fill it in")
    return find_code(text) if text else WORLD
