"""The plain form of official figures: one a line, as CSV with named columns or as JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.model.period import Period, parse_period

REQUIRED = ("source", "indicator", "ref_area", "time_period", "obs_value", "unit_measure")
OPTIONAL = ("counterpart_area", "obs_status", "released")
Row = Mapping[str, Any]


def read_csv(text: str, place: str) -> Iterator[Statistic]:
    """Rows under a line of names; the names are those of SDMX in small letters, in any order."""
    rows = csv.DictReader(io.StringIO(text))
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        expected = f"columns {', '.join(REQUIRED + OPTIONAL)}"
        raise ReadError(
            f"{place}, line 1", found=", ".join(names) or "no columns", expected=expected, do="name the columns"
        )
    rows.fieldnames = names
    for row in rows:
        yield _read_row(row, f"{place}, line {rows.line_num}")


def read_jsonl(text: str, place: str) -> Iterator[Statistic]:
    """One object a line, with the same names."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        where = f"{place}, line {number}"
        try:
            row = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        except json.JSONDecodeError as error:
            raise ReadError(where, found=f"no JSON ({error.msg})", expected="an object", do="mend the line") from error
        if not isinstance(row, dict):
            raise ReadError(where, found=repr(row), expected="an object", do="mend the line")
        yield _read_row(row, where)


def _read_row(row: Row, place: str) -> Statistic:
    named = {name: _get(row, name, place) for name in REQUIRED}
    return Statistic(
        source=str(named["source"]),
        indicator=str(named["indicator"]),
        ref_area=str(named["ref_area"]),
        counterpart_area=str(row.get("counterpart_area") or "") or None,
        time_period=_read_period(str(named["time_period"]), f"{place}, time_period"),
        obs_value=_read_number(named["obs_value"], f"{place}, obs_value"),
        unit_measure=str(named["unit_measure"]),
        obs_status=str(row.get("obs_status") or "A"),
        released=_read_day(row.get("released"), f"{place}, released"),
    )


def _get(row: Row, name: str, place: str) -> Any:
    value = row.get(name)
    if value is None or value == "":
        raise ReadError(f"{place}, {name}", found="nothing", expected="a value", do="fill it in, or leave the line out")
    return value


def _read_period(text: str, place: str) -> Period:
    try:
        return parse_period(text)
    except ValueError:
        raise ReadError(
            place, found=repr(text), expected="2025, 2025-09 or 2025-01/2025-09", do="write it so"
        ) from None


def _read_number(value: Any, place: str) -> Decimal:
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value).strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ReadError(place, found=repr(value), expected="a number such as 3412600000", do="write it so")
    return number


def _read_day(value: Any, place: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ReadError(place, found=repr(value), expected="a day such as 2025-11-14", do="write it so") from None
