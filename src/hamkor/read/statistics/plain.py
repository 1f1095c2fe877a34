"""The plain form of official figures: one a row, under the names of SDMX in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hamkor.codes import find_area, get_codes, is_currency
from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.read.statistics.amounts import parse_number
from hamkor.read.statistics.areas import WORLD, find_code
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.records import Record, find_records, get_names
from hamkor.read.statistics.sheets import Sheet
from hamkor.read.statistics.times import parse_time

REQUIRED = ("source", "indicator", "ref_area", "time_period", "obs_value", "unit_measure")
OPTIONAL = ("counterpart_area", "obs_status", "released", "measure", "qualifier", "low", "high", "url")
_MEASURES = ("level", "change")
_QUALIFIERS = ("exact", "about", "over", "under")
_A_NUMBER = "a number such as 3412600000"
_A_DAY = "a day such as 2025-11-14"
_A_TIME = "2025, 2025-09 or 2025-01/2025-09"
_STATUS = re.compile("[A-Z]")
_UCUM = re.compile(r"(?=.*[^A-Z])[A-Za-z0-9%./*{}\[\]'_-]{1,16}")
T = TypeVar("T")


def is_plain(sheet: Sheet) -> bool:
    """Whether it has the names of the plain form, or enough of them to tell which are missing."""
    return len({"source", "indicator", "ref_area", "obs_value"} & set(_get_names(sheet))) > 1


def read_plain(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """Rows under a row of names, in any order."""
    names = _get_names(sheet)
    given = {name for name in ("source", "indicator", "ref_area") if getattr(asked, name)}
    if not set(REQUIRED) <= set(names) | given:
        found, expected = ", ".join(names), f"columns {', '.join(REQUIRED + OPTIONAL)}"
        raise sheet.error(sheet.head[0][0] or 1, found=found, expected=expected, do="name the columns")
    for record in find_records(sheet, _simplify):
        yield record if isinstance(record, ReadError) else _read(record, asked)


def _get_names(sheet: Sheet) -> list[str]:
    return get_names(sheet, _simplify)


def _simplify(name: str) -> str:
    return name.strip().lower()


def _read(record: Record, asked: Asked) -> Found:
    try:
        return _make(record, asked)
    except ReadError as error:
        return error


def _make(record: Record, asked: Asked) -> Statistic:
    comma = record.sheet.decimal_comma

    def number(text: str) -> Decimal:
        return parse_number(text, comma=comma)

    return Statistic(
        source=asked.source or record.require("source"),
        indicator=asked.indicator or record.parse("indicator", _parse_indicator, expected="a code such as exports"),
        ref_area=asked.ref_area or record.parse("ref_area", _parse_area, expected="a code such as KZ or KZ-75"),
        counterpart_area=_find_counterpart(record),
        time_period=record.parse("time_period", parse_time, expected=_A_TIME),
        obs_value=record.parse("obs_value", number, expected=_A_NUMBER),
        unit_measure=record.parse("unit_measure", _parse_unit, expected="a code such as USD or COUNT"),
        obs_status=_get_status(record),
        released=asked.released or _find(record, "released", date.fromisoformat, _A_DAY),
        measure=_get_one(record, "measure", _MEASURES, "level"),
        qualifier=_get_one(record, "qualifier", _QUALIFIERS, "exact"),
        low=_find(record, "low", number, _A_NUMBER),
        high=_find(record, "high", number, _A_NUMBER),
        url=asked.url or record.get("url") or None,
    )


def _find(record: Record, name: str, parse: Callable[[str], T], expected: str) -> T | None:
    return record.parse(name, parse, expected=expected) if record.get(name) else None


def _get_one(record: Record, name: str, known: Sequence[str], default: str) -> str:
    value = record.get(name) or default
    if value not in known:
        raise record.error(name, found=repr(value), expected=", ".join(known), do="name one of these")
    return value


def _get_status(record: Record) -> str:
    """The status where our lists know it; a figure of another one (a break in the series, say) is a normal value."""
    code = record.get("obs_status") or "A"
    if not _STATUS.fullmatch(code):
        raise record.error("obs_status", found=repr(code), expected="A, P, E, V", do="name one of these")
    return code if code in get_codes("obs_status") else "A"


def _find_counterpart(record: Record) -> str | None:
    """The other side; None for the whole world."""
    expected = "a code such as UZ, or nothing for the world"
    found = _find(record, "counterpart_area", lambda text: find_code(text) or _parse_area(text), expected)
    return None if found == WORLD else found


def _parse_area(text: str) -> str:
    code = find_code(text) or (text if find_area(text) else WORLD)
    if code == WORLD:
        raise ValueError(text)
    return code


def _parse_indicator(text: str) -> str:
    if text not in get_codes("indicators"):
        raise ValueError(text)
    return text


def _parse_unit(text: str) -> str:
    """A currency, a unit of our list, or any other code of UCUM, which are seldom capitals alone (`GWh`, `10*3/uL`)."""
    if not (is_currency(text) or text in get_codes("units") or _UCUM.fullmatch(text)):
        raise ValueError(text)
    return text
