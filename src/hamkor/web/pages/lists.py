"""A list of one kind: what is asked for, a table a page, and the same as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import Filter, Ledger, View
from hamkor.publish.asking import ASKED
from hamkor.publish.listing import get_fields
from hamkor.web.pages.asked import find_choices, read_asked, read_filter
from hamkor.web.plan import ListPage
from hamkor.web.rendering import render

ROWS = 100  # on one page


def make_page(listed: ListPage) -> Callable[[Request], Response]:
    """The page of a list."""

    def show(request: Request) -> Response:
        asked = read_asked(listed.kind, request.query_params)
        number = _read_number(request.query_params.get("page"))
        ledger: Ledger = request.app.state.ledger
        with ledger.view() as view:
            found = find_rows(view, listed.kind, read_filter(asked))
            rows = list(islice(found, ROWS * (number - 1), ROWS * number + 1))
        return render(request, "list.html", asked=asked, number=number, **_describe(listed), **_tabulate(listed, rows))

    return show


def _describe(listed: ListPage) -> dict[str, Any]:
    return {"listed": listed, "asked_names": ASKED[listed.kind], "choices": find_choices(listed.kind)}


def _tabulate(listed: ListPage, rows: list[Any]) -> dict[str, Any]:
    """The cells of each row with their style; one row more than a page holds says that there is another page."""
    fields = get_fields(listed.kind)
    cells = [(row, [(field.style, field.get(row)) for field in fields]) for row in rows[:ROWS]]
    return {"fields": fields, "cells": cells, "more": len(rows) > ROWS}


def find_rows(view: View, kind: str, asked: Filter) -> Iterator[Any]:
    return view.find_documents(asked) if kind == "document" else view.find_statements(kind, asked)


def _read_number(text: str | None) -> int:
    return max(1, min(int(text), 10**6)) if text and text.isascii() and text.isdigit() else 1
