"""The rows of a list in the order asked for, with what is counted and judged of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from hamkor.errors import UsageError
from hamkor.ledger import Filter, Order, StatementRow, View, list_orders
from hamkor.messages import find_code, find_codes, get_text
from hamkor.model.verdict import VERDICTS
from hamkor.publish.bearers import LISTED, find_bearers
from hamkor.publish.judged import Judged
from hamkor.publish.tellings import COUNTED, count_tellings
from hamkor.text.fold import fold
from hamkor.web.pages.asked import CODED
from hamkor.web.sorting import Key, Sorting, sort_rows

_AS_READ = Sorting()
_BEARERS = {rows: kind for kind, rows in LISTED.items()}
_BY_BEARER = ("name", "first_seen", "last_seen", "tellings", "sources")
_MOST = 500  # rows that can be sorted by what is found row by row
_IN_THEIR_ORDER = ("stage",)  # codes that follow one another in time; all others by their names


def list_sortable(kind: str) -> tuple[str, ...]:
    """The columns by which a list can be sorted."""
    if kind in _BEARERS:
        return _BY_BEARER
    found = (*list_orders(kind), *(("tellings", "sources") if kind in COUNTED else ()))
    return (*found, "verdict") if kind == "observation" else found


def find_rows(
    view: View, kind: str, asked: Filter, sorting: Sorting = _AS_READ, *, part: tuple[int, int | None] = (0, None)
) -> Iterator[Any]:
    """The rows asked for, in order; figures and events with how often they are told.

    part  how many to pass over, and how many to answer at most
    Raises UsageError where the order is by what is found row by row and there are too many rows for it.
    """
    start, most = part
    if sorting.column in ("tellings", "sources", "verdict") or (sorting.column and kind in _BEARERS):
        return islice(_sort_counted(view, kind, asked, sorting), start, None if most is None else start + most)
    rows = _find(view, kind, replace(asked, order=_read_order(sorting)), start=start, most=most)
    return rows if kind == "document" or kind in _BEARERS else count_tellings(view, rows)


def _find(view: View, kind: str, asked: Filter, *, start: int = 0, most: int | None = None) -> Iterator[Any]:
    if kind == "document":
        return view.find_documents(asked, start=start, most=most)
    if kind in _BEARERS:
        found = find_bearers(view, _BEARERS[kind], replace(asked, order=None))
        return islice(found, start, None if most is None else start + most)
    return view.find_statements(kind, asked, start=start, most=most)


def _read_order(sorting: Sorting) -> Order | None:
    if sorting.column is None:
        return None
    return Order(sorting.column, sorting.descending, _list_codes(sorting.column))


def _list_codes(column: str) -> tuple[str, ...]:
    """The codes of a column in the order in which a reader expects them; empty where it holds none."""
    group = CODED.get(column, column)
    codes = find_codes(group)
    return codes if column in _IN_THEIR_ORDER else tuple(sorted(codes, key=lambda code: find_code(group, code)))


def _sort_counted(view: View, kind: str, asked: Filter, sorting: Sorting) -> list[Any]:
    rows = list(_find(view, kind, asked, most=_MOST + 1))
    if len(rows) > _MOST:
        found, expected = get_text("page.list.too_many"), get_text("page.list.at_most", number=_MOST)
        raise UsageError("sort", found=found, expected=expected, do=get_text("page.list.narrow"))
    judged = Judged(view)
    if sorting.column == "verdict":
        judged.load(rows)
    keys: dict[str, Key] = {
        "tellings": lambda row: row.told.documents if row.told else None,
        "sources": lambda row: row.told.sources if row.told else None,
        "verdict": lambda row: VERDICTS.index(judged.get(row)),
        "name": lambda row: fold(row.name),
        "first_seen": lambda row: row.first,
        "last_seen": lambda row: row.last,
    }
    if kind in _BEARERS:
        return sort_rows(rows, sorting, keys)
    return sort_rows(count_tellings(view, rows), sorting, keys)


def judge_rows(view: View, rows: Iterable[StatementRow]) -> dict[str, str]:
    """The gravest verdict on each figure, by its id."""
    listed, judged = list(rows), Judged(view)
    judged.load(listed)
    return {row.id: judged.get(row) for row in listed}
