"""A list of one kind: what is asked for, a table a page, and the same as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import Ledger, View
from hamkor.messages import get_text
from hamkor.publish.asking import ASKED
from hamkor.publish.bearers import LISTED
from hamkor.publish.table import Field
from hamkor.web.cells import Cell, list_fields, make_cells, tell_verdict
from hamkor.web.pages.asked import find_choices, find_shown, read_asked, read_filter, read_number
from hamkor.web.pages.rows import find_rows, judge_rows, list_sortable
from hamkor.web.plan import ListPage
from hamkor.web.rendering import render
from hamkor.web.sorting import Sorting, make_headings, read_sorting

ROWS = 100  # on one page
_VERDICT = "verdict"


def make_page(listed: ListPage) -> Callable[[Request], Response]:
    """The page of a list."""

    def show(request: Request) -> Response:
        asked = read_asked(listed.kind, request.query_params)
        kind = find_shown(listed.kind, asked)
        sorting = read_sorting(request.query_params, list_sortable(kind))
        number = read_number(request.query_params.get("page"))
        fields = list_fields(kind, _list_more(kind))
        ledger: Ledger = request.app.state.ledger
        with ledger.view() as view:
            part = (ROWS * (number - 1), ROWS + 1)
            rows = list(find_rows(view, kind, read_filter(asked), sorting, part=part))
            cells = list(_make_cells(view, kind, fields, rows[:ROWS]))
        told: dict[str, Any] = {"asked": asked, "number": number, "cells": cells, "more": len(rows) > ROWS}
        return render(request, "list.html", **told, **_describe(listed, fields, asked, sorting))

    return show


def _list_more(kind: str) -> list[Field]:
    """A verdict, which is found for the rows of one page only, has no text of its own."""
    return [Field(get_text("column.verdict"), lambda _: "", name=_VERDICT)] if kind == "observation" else []


def _make_cells(view: View, kind: str, fields: list[Field], rows: list[Any]) -> Iterator[list[Cell]]:
    verdicts = judge_rows(view, rows) if kind == "observation" else {}
    for row in rows:
        cells = make_cells(kind, fields, row)
        yield [
            tell_verdict(verdicts[row.id]) if field.name == _VERDICT else cell
            for field, cell in zip(fields, cells, strict=True)
        ]


def _describe(listed: ListPage, fields: list[Field], asked: dict[str, str], sorting: Sorting) -> dict[str, Any]:
    path, kind = f"/{listed.name}", find_shown(listed.kind, asked)
    titles = {field.name: field.title for field in fields}
    return {
        "listed": listed,
        "asked_names": ASKED[listed.kind],
        "choices": find_choices(listed.kind),
        "may_tell": listed.kind in LISTED,
        "headings": make_headings(titles, sorting, list_sortable(kind), path=path, asked=asked),
        "kept": {**asked, **sorting.write()},
    }
