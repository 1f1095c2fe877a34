"""Tables sorted on the server by what the address asks: `?sort=figure&order=desc`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from hamkor.errors import UsageError
from hamkor.messages import get_text
from hamkor.publish.screen import capitalise
from hamkor.web.links import with_query

Key = Callable[[Any], Any]
_DOWN = "desc"
# Of these the greatest and latest is what a reader looks for first.
_TIMES = ("published", "time_period", "date", "last", "released", "heard")
_NUMBERS = ("figure", "growth", "tellings", "sources", "documents", "silent", "meetings", "promises")
_DOWN_FIRST = frozenset((*_TIMES, *_NUMBERS))


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, if any, and in which direction."""

    column: str | None = None
    descending: bool = False

    def write(self) -> dict[str, str]:
        """What stands of it in an address."""
        if self.column is None:
            return {}
        return {"sort": self.column, **({"order": _DOWN} if self.descending else {})}


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column.

    link       sorts by it, the other way round where it is sorted so already; None for a column that cannot be sorted
    direction  `ascending` or `descending` where the table is sorted by it
    """

    title: str
    link: str | None = None
    direction: str | None = None


AS_FOUND = Sorting()


def read_sorting(query: QueryParams, known: Collection[str], default: Sorting = AS_FOUND) -> Sorting:
    """What the address asks, else the default. Raises UsageError where no such column can be sorted by."""
    column = query.get("sort", "").strip()
    if not column:
        return default
    if column not in known:
        expected, do = ", ".join(known), get_text("error.name_one")
        raise UsageError("sort", found=repr(column), expected=expected, do=do)
    return Sorting(column, query.get("order") == _DOWN)


def make_headings(
    titles: Mapping[str, str], sorting: Sorting, known: Collection[str], *, path: str, asked: Mapping[str, str]
) -> list[Heading]:
    """A heading for each column.

    titles  name of the column → what stands above it
    known   those that can be sorted by
    asked   what else the address asks, which the links keep
    """

    def make(name: str, title: str) -> Heading:
        title = capitalise(title)
        if name not in known:
            return Heading(title)
        mine = sorting.column == name
        down = not sorting.descending if mine else name in _DOWN_FIRST
        direction = ("descending" if sorting.descending else "ascending") if mine else None
        return Heading(title, with_query(path, **{**asked, **Sorting(name, down).write()}), direction)

    return [make(name, title) for name, title in titles.items()]


def sort_rows(rows: Iterable[Any], sorting: Sorting, keys: Mapping[str, Key]) -> list[Any]:
    """The rows in order; those without a value last in either direction, equal ones as they came.

    >>> sort_rows(["b", "", "a"], Sorting("name", descending=True), {"name": str})
    ['b', 'a', '']
    """
    found = list(rows)
    if sorting.column is None:
        return found
    key = keys[sorting.column]
    known = [(value, row) for row in found if (value := key(row)) not in (None, "")]
    known.sort(key=lambda pair: pair[0], reverse=sorting.descending)
    return [row for _, row in known] + [row for row in found if key(row) in (None, "")]
