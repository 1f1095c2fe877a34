"""Rows under one row of names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hamkor.errors import ReadError
from hamkor.read.statistics.sheets import Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """One row, its cells by name; `columns` tells where each stands."""

    sheet: Sheet
    number: int
    values: Mapping[str, str]
    columns: Mapping[str, int]

    def get(self, *names: str) -> str:
        """The first cell of these names that holds something; empty where none does."""
        return next((self.values[name] for name in names if self.values.get(name)), "")

    def require(self, name: str) -> str:
        """A cell that must hold something. Raises ReadError where it does not."""
        value = self.get(name)
        if not value:
            raise self.error(name, found="nothing", expected="a value", do="fill it in, or leave the line out")
        return value

    def parse(self, name: str, parse: Callable[[str], T], *, expected: str) -> T:
        """What `parse` makes of a cell. Raises ReadError, which names the cell, where `parse` raises ValueError."""
        value = self.require(name)
        try:
            return parse(value)
        except ValueError:
            raise self.error(name, found=repr(value[:60]), expected=expected, do="write it so") from None

    def error(self, name: str, *, found: str, expected: str, do: str) -> ReadError:
        return self.sheet.error(self.number, self.columns.get(name), name, found=found, expected=expected, do=do)


def get_names(sheet: Sheet, simplify: Callable[[str], str]) -> list[str]:
    """The names in the first row of a sheet; none where it has no row."""
    return [simplify(cell) for cell in sheet.head[0][1]] if sheet.head else []


def find_records(sheet: Sheet, simplify: Callable[[str], str]) -> Iterator[Record | ReadError]:
    """The rows under the first; where one has cells beyond the names, that is told in its place."""
    names = get_names(sheet, simplify)
    columns = {name: number for number, name in reversed(list(enumerate(names))) if name}
    for number, cells in sheet.find_rows(after=sheet.head[0][0]):
        if any(cells[len(names) :]):
            found, expected = f"{len(cells)} cells", f"{len(names)}, as there are names"
            yield sheet.error(number, found=found, expected=expected, do="look whether the row is shifted")
        elif any(cells):
            values = {name: cells[column] for name, column in columns.items() if column < len(cells)}
            yield Record(sheet, number, values, columns)
