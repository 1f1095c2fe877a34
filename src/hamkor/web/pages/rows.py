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
from hamkor.publish.judged import Judged
from hamkor.publish.tellings import COUNTED, count_tellings
from hamkor.web.pages.asked import CODED
from hamkor.web.sorting import Key, Sorting, sort_rows

_AS_READ = Sorting()
_MOST = 500  # rows that can be sorted by what is found row by row
_IN_THEIR_ORDER = ("stage",)  # codes that follow one another in time; all others by their names


def list_sortable(kind: str) -> tuple[str, ...]:
    """The columns by which a list can be sorted."""
    found = (*list_orders(kind), *(("tellings", "sources") if kind in COUNTED else ()))
    return (*found, "verdict") if kind == "observation" else found


def find_rows(view: View, kind: str, asked: Filter, sorting: Sorting = _AS_READ) -> Iterator[Any]:
    """The rows asked for, in order; figures and events with how often they are told.

    Raises UsageError where the order is by what is found row by row and there are too many rows for it.
    """
    if sorting.column in ("tellings", "sources", "verdict"):
        return iter(_sort_counted(view, kind, asked, sorting))
    rows = _find(view, kind, replace(asked, order=_read_order(sorting)))
    return rows if kind == "document" else count_tellings(view, rows)


def _find(view: View, kind: str, asked: Filter) -> Iterator[Any]:
    return view.find_documents(asked) if kind == "document" else view.find_statements(kind, asked)


def _read_order(sorting: Sorting) -> Order | None:
    if sorting.column is None:
        return None
    return Order(sorting.column, sorting.descending, _list_codes(sorting.column))


def _list_codes(column: str) -> tuple[str, ...]:
    """The codes of a column in the order in which a reader expects them; empty where it holds none."""
    group = CODED.get(column, column)
    codes = find_codes(group)
    return codes if column in _IN_THEIR_ORDER else tuple(sorted(codes, key=lambda code: find_code(group, code)))


def _sort_counted(view: View, kind: str, asked: Filter, sorting: Sorting) -> list[StatementRow]:
    rows = list(islice(_find(view, kind, asked), _MOST + 1))
    if len(rows) > _MOST:
        found, expected = get_text("page.list.too_many"), get_text("page.list.at_most", number=_MOST)
        raise UsageError("sort", found=found, expected=expected, do=get_text("page.list.narrow"))
    judged = Judged(view)
    keys: dict[str, Key] = {
        "tellings": lambda row: row.told.documents if row.told else None,
        "sources": lambda row: row.told.sources if row.told else None,
        "verdict": lambda row: VERDICTS.index(judged.get(row)),
    }
    return sort_rows(count_tellings(view, rows), sorting, keys)


def judge_rows(view: View, rows: Iterable[StatementRow]) -> dict[str, str]:
    """The gravest verdict on each figure, by its id."""
    judged = Judged(view)
    return {row.id: judged.get(row) for row in rows}
