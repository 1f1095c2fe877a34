"""Tables out of bytes: CSV, JSON, JSON Lines and workbooks, all as sheets whose cells are texts with a place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from hamkor.errors import ReadError
from hamkor.read.encoding import decode
from hamkor.read.media import JSON, JSON_LINES, TEXT, XLSX, find_media_type

HEAD = 40  # rows by which the form of a sheet is told
MOST_BYTES = 64 * 2**20
_LONGEST_CELL = 100_000  # characters
_DELIMITERS = ",;\t|"
_JSON_CELL = (str, int, Decimal, bool)

Row = tuple[int, tuple[str, ...]]  # its number, from 1, and its cells


@dataclass(slots=True)
class Sheet:
    """One table.

    place   the file
    name    of the sheet in a workbook; None elsewhere
    rows    what its rows are called in errors: line | row | record
    head    its first rows
    rest    those after
    about   what the file says of the table beside it: name → value, as they stand there
    decimal_comma  whether a comma in a number is a decimal mark
    """

    place: str
    name: str | None
    rows: str
    head: list[Row]
    rest: Iterator[Row] = field(default_factory=lambda: iter(()))
    about: Mapping[str, str] = field(default_factory=dict)
    decimal_comma: bool = False

    def find_rows(self, after: int = 0) -> Iterator[Row]:
        """All rows after the one with this number; once."""
        return (row for row in chain(self.head, self.rest) if row[0] > after)

    def tell_place(self, number: int | None = None, column: int | None = None, name: str = "") -> str:
        """Where a cell stands, for errors: `trade.xlsx, sheet 12_2025, row 7, column D`."""
        parts = [self.place, f"sheet {self.name}" if self.name is not None else ""]
        parts.append(f"{self.rows} {number}" if number else "")
        letter = f"column {tell_column(column)}" if column is not None and self.name is not None else ""
        parts.append(f"{letter} ({name})" if letter and name else letter or name)
        return ", ".join(part for part in parts if part)

    def error(self, *cell: Any, found: str, expected: str, do: str) -> ReadError:
        """An error at a cell, given as `tell_place` takes it."""
        return ReadError(self.tell_place(*cell), found=found, expected=expected, do=do)


def tell_column(column: int) -> str:
    """The letters of a column that is counted from 0.

    >>> tell_column(0), tell_column(25), tell_column(26)
    ('A', 'Z', 'AA')
    """
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_sheets(content: bytes, place: str) -> list[Sheet]:
    """The tables of a file, by what its bytes hold. Raises ReadError where they hold none."""
    if len(content) > MOST_BYTES:
        found, expected = f"{len(content) / 2**20:.0f} MB", f"at most {MOST_BYTES / 2**20:.0f} MB"
        raise ReadError(place, found=found, expected=expected, do="ask for fewer rows, or split it")
    media_type = find_media_type(content, name=place)
    if media_type == XLSX:
        from hamkor.read.statistics.workbook import read_workbook

        return read_workbook(content, place)
    if media_type not in (TEXT, JSON, JSON_LINES):
        raise ReadError(place, found=media_type, expected="CSV, JSON, JSON Lines or XLSX", do="save the table as such")
    text = _decode(content, place)
    if media_type == JSON:
        return _read_json(text, place)
    return [_read_lines(text, place) if media_type == JSON_LINES else _read_csv(text, place)]


def _decode(content: bytes, place: str) -> str:
    decoded = decode(content)
    if decoded.notice or "\x00" in decoded.text:
        found = decoded.notice or "characters that are no text"
        raise ReadError(place, found=found, expected="a text in UTF-8", do="save the file as UTF-8")
    return decoded.text.lstrip("\ufeff")


def make_sheet(place: str, rows: Iterable[Row], *, called: str, name: str | None = None, **more: Any) -> Sheet:
    """A sheet of rows that are read when they are asked for, but for its head."""
    stream = iter(rows)
    return Sheet(place, name, called, list(islice(stream, HEAD)), stream, **more)


def _read_csv(text: str, place: str) -> Sheet:
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    return make_sheet(place, _find_csv_rows(text, delimiter, place), called="line", decimal_comma=delimiter == ";")


def _find_csv_rows(text: str, delimiter: str, place: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, tuple(cell.strip() for cell in cells)
    except csv.Error as error:
        where = f"{place}, line {reader.line_num}"
        raise ReadError(where, found=f"no CSV ({error})", expected="a row of cells", do="mend the line") from error


def _read_lines(text: str, place: str) -> Sheet:
    """JSON Lines: one object a line."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return _make_records(place, [(n, _parse(line, f"{place}, line {n}")) for n, line in lines], called="line")


def _read_json(text: str, place: str) -> list[Sheet]:
    """Records as they lie in a list, under `data`, or under `data` beside `metadata`."""
    value = _parse(text, place)
    found = [_read_part(part, place) for part in (value if _is_parted(value) else [value])]
    return found


def _is_parted(value: Any) -> bool:
    """Whether it is a list of tables, each with its own data and metadata."""
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) and "data" in v for v in value)


def _read_part(value: Any, place: str) -> Sheet:
    about = _read_about(value.get("metadata")) if isinstance(value, dict) else {}
    records = value.get("data", [value]) if isinstance(value, dict) else value
    if not isinstance(records, list):
        raise ReadError(place, found="no list of records", expected="a list of objects", do="look at the file")
    return _make_records(place, list(enumerate(records, 1)), called="record", about=about)


def _read_about(metadata: Any) -> dict[str, str]:
    """Names and values of metadata in the languages it gives (`name_en` beside `value_en`)."""
    about: dict[str, str] = {}
    for entry in metadata if isinstance(metadata, list) else ():
        for key, name in entry.items() if isinstance(entry, dict) else ():
            value = entry.get(key.replace("name", "value", 1))
            if key.startswith("name") and isinstance(name, str) and isinstance(value, _JSON_CELL):
                about[name] = str(value)
    return about


def _make_records(place: str, records: list[tuple[int, Any]], *, called: str, **more: Any) -> Sheet:
    """A sheet whose first row, of number 0, holds the names of all fields."""
    names: dict[str, None] = {}
    for number, record in records:
        if not isinstance(record, dict):
            where = f"{place}, {called} {number}"
            raise ReadError(where, found=repr(record)[:60], expected="an object", do="mend it")
        names |= dict.fromkeys(record)
    rows = [(number, tuple(_show(record.get(name)) for name in names)) for number, record in records]
    return make_sheet(place, [(0, tuple(names)), *rows], called=called, **more)


def _show(value: Any) -> str:
    return str(value).strip() if isinstance(value, _JSON_CELL) else ""


def _parse(text: str, place: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except RecursionError as error:
        raise ReadError(place, found="lists within lists without end", expected="a table", do="flatten it") from error
    except ValueError as error:
        told = getattr(error, "msg", str(error))
        raise ReadError(place, found=f"no JSON ({told})", expected="an object", do="mend the line") from error
