"""Who publishes: each outlet with how many of its documents were read, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from fastapi import Request, Response

from hamkor.ledger import Ledger, PublisherRow
from hamkor.messages import get_text
from hamkor.publish.columns import Column, find_date
from hamkor.publish.times import tell_day
from hamkor.web.cells import Cell
from hamkor.web.pages.files import send_file, write_columns
from hamkor.web.rendering import render
from hamkor.web.sorting import Key, make_headings, read_sorting, sort_rows

_KEYS: dict[str, Key] = {
    "publisher": lambda one: (one.name or "").casefold(),
    "documents": lambda one: one.documents,
    "first": lambda one: one.first,
    "last": lambda one: one.last,
}
_COLUMNS = (
    Column("publisher", lambda one: one.name),
    Column("documents", lambda one: one.documents),
    Column("first", lambda one: find_date(one.first)),
    Column("last", lambda one: find_date(one.last)),
)


def show(request: Request) -> Response:
    """Publishers, those with most documents first."""
    sorting = read_sorting(request.query_params, _KEYS)
    titles = {
        "publisher": get_text("column.publisher"),
        "documents": get_text("kind.document"),
        "first": get_text("page.sources.first"),
        "last": get_text("page.sources.last"),
    }
    return render(
        request,
        "sources.html",
        headings=make_headings(titles, sorting, _KEYS, path="/sources", asked={}),
        cells=[_make_cells(one) for one in _find(request)],
        kept=sorting.write(),
    )


def make_file(form: str) -> Callable[[Request], Response]:
    """The same as a file, in the same order."""

    def send(request: Request) -> Response:
        def write(form: str, file: IO[bytes]) -> None:
            write_columns(_COLUMNS, _find(request), form, file, title=get_text("page.menu.sources"))

        return send_file(request, f"sources.{form}", write)

    return send


def _find(request: Request) -> list[PublisherRow]:
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        return sort_rows(view.count_publishers(), read_sorting(request.query_params, _KEYS), _KEYS)


def _make_cells(one: PublisherRow) -> list[Cell]:
    days = [Cell(tell_day(day)) for day in (one.first, one.last)]
    return [Cell(one.name or "–"), Cell(str(one.documents), "number"), *days]
