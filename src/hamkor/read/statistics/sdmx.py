"""SDMX-CSV 1.0 (SDMX 2.1) and 2.0 (SDMX 3.0): one observation a row, columns found by their names.

Source: sdmx-twg/sdmx-csv, tag v1.0 and master. Columns stand in any order after the first; a heading or a cell may be
`CODE: label`. Names that one concept goes by at different publishers stand in words.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hamkor.codes import get_codes
from hamkor.errors import ReadError
from hamkor.read.statistics.amounts import Unit, find_unit, is_missing
from hamkor.read.statistics.areas import WORLD, find_code
from hamkor.read.statistics.cells import Series, read_cell
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.records import Record, find_records, get_names
from hamkor.read.statistics.sheets import Sheet
from hamkor.read.statistics.times import parse_time
from hamkor.read.statistics.words import find_word, get_table, get_words, straighten

_KEYS = ("dataflow", "structure")
_DELETED, _MISSING = "D", "M"


def is_sdmx(sheet: Sheet) -> bool:
    """Whether its first heading is DATAFLOW (1.0) or STRUCTURE (2.0)."""
    names = get_names(sheet, simplify)
    return bool(names) and names[0] in _KEYS


def read_sdmx(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """Totals only: a row of a product, a sector … is detail, and left out."""
    names = get_names(sheet, simplify)
    missing = {"value", "time_period"} - set(names)
    if missing:
        found = ", ".join(cell for cell in sheet.head[0][1] if cell)
        raise sheet.error(sheet.head[0][0], found=found, expected="OBS_VALUE and TIME_PERIOD", do="name the columns")
    for record in find_records(sheet, simplify):
        yield record if isinstance(record, ReadError) else read_record(record, asked)


def simplify(heading: str) -> str:
    """Our name of a concept, else its own in small letters: `COUNTRY: Reporting country` is ref_area."""
    name = straighten(_get_code(heading)).partition("[")[0]
    return get_table("concept").get(name, name)


def _get_code(cell: str) -> str:
    return cell.partition(":")[0].strip() if ": " in cell else cell


def read_record(record: Record, asked: Asked) -> Found:
    """The figure of one row, or what is wrong with it; None where it is detail or says that there is none."""
    if _is_left_out(record):
        return None
    try:
        return _make(record, asked)
    except ReadError as error:
        return error


def _is_left_out(record: Record) -> bool:
    if _get_code(record.get("action")).upper() == _DELETED or _get_code(record.get("status")).upper() == _MISSING:
        return True
    detail = _get_code(record.get("detail"))
    return straighten(detail) not in get_words("undivided") or is_missing(record.get("value"))


def _make(record: Record, asked: Asked) -> Found:
    ref, counterpart = _find_area(record, "ref_area", asked.ref_area), _find_area(record, "counterpart_area", None)
    indicator = asked.indicator or _get_indicator(record)
    if not indicator or None in (ref, counterpart):
        return None  # a balance; a group of countries
    series = Series(
        source=asked.source or _get_source(record),
        indicator=indicator,
        ref_area=str(ref),
        counterpart_area=None if counterpart == WORLD else counterpart,
        unit=_get_unit(record, asked),
        obs_status=_get_status(record),
    )
    period = record.parse("time_period", parse_time, expected="a time such as 2025, 2025-09, 2025-Q3, 2025-01-01/P9M")
    column = record.columns["value"]
    cell = (record.number, column, record.sheet.head[0][1][column])
    return read_cell(record.sheet, cell, record.get("value"), of=(series, period), asked=asked)


def _find_area(record: Record, name: str, given: str | None) -> str | None:
    """The code of an area, WORLD where the column is missing or says so; None for a group."""
    text = given or _get_code(record.get(name))
    if not text and name == "ref_area":
        raise record.error(name, found="nothing", expected="the area of the reporter", do="say it with --area")
    return find_code(text) if text else WORLD


def _get_indicator(record: Record) -> str:
    code = _get_code(record.get("indicator"))
    known = get_table("sdmx").get(straighten(code))
    if known is None and code.lower() not in get_codes("indicators"):
        found, expected = repr(code) if code else "nothing", "a code of what is counted, such as TXG_FOB_USD or exports"
        raise record.error("indicator", found=found, expected=expected, do="say it with --indicator")
    return code.lower() if known is None else known


def _get_source(record: Record) -> str:
    """The agency and the name of its dataflow, without the version: `IMF:DOT`."""
    return record.get("structure_id", "dataflow", "structure", "dataset").partition("(")[0].strip() or "SDMX"


def _get_unit(record: Record, asked: Asked) -> Unit:
    if asked.unit and (said := find_unit(asked.unit)):
        return said if said.scale != 1 else Unit(said.code, _get_scale(record))
    code, indicator = _get_code(record.get("unit")), _get_code(record.get("indicator"))
    unit = find_unit(code) or find_unit(indicator.upper().rpartition("_")[2]) or find_unit(indicator)
    if unit is None:
        found = repr(code) if code else "nothing"
        raise record.error("unit", found=found, expected="a unit such as USD", do="say it with --unit")
    return Unit(unit.code, _get_scale(record))


def _get_scale(record: Record) -> Decimal:
    """Ten to the power of UNIT_MULT; one where it is not told, as SDMX has it."""
    text = record.get("mult")
    power = _get_code(text)
    if not text or straighten(power) in get_words("units_by_one"):
        return Decimal(1)
    if word := find_word("scale", text):
        return Decimal(word)
    if not (power.isascii() and power.isdigit() and int(power) <= 15):
        raise record.error("mult", found=repr(text), expected="0, 3, 6 or 9", do="write it so")
    return Decimal(10) ** int(power)


def _get_status(record: Record) -> str:
    code = _get_code(record.get("status")).upper()
    return code if code in get_codes("obs_status") else "A"
