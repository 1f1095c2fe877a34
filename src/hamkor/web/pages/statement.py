"""One statement: its fields, its words within their paragraph, what it tells of, and the verdicts on a figure."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request, Response

from hamkor.ledger import Ledger, StatementRow, View
from hamkor.publish.explained import explain_figure, write_explained_lines
from hamkor.publish.screen import Paint
from hamkor.web.pages.cards import make_card
from hamkor.web.pages.verdicts import find_manner
from hamkor.web.rendering import render

_WIDE = 10_000  # columns: the browser breaks lines
_PAGES = {"person": "/who/person/", "organisation": "/who/organisation/", "commitment": "/thread/"}


def show(request: Request, id: str) -> Response:
    """The statement with this id, or with the one id that begins so."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row = view.get_statement(id)
        passage = view.get_passage(row)
        thing = view.find_things(row.document.id).get(row.id) if row.kind in _PAGES else None
        explained = list(_explain(view, row))
    link = _PAGES[row.kind] + thing if thing else None
    return render(request, "statement.html", card=make_card(row), passage=passage, thing=link, explained=explained)


def _explain(view: View, row: StatementRow) -> Iterator[list[str]]:
    """Each verdict on a figure, line by line."""
    if row.kind == "observation" and row.stands:
        for checked, numbers in explain_figure(view, row):
            yield list(
                write_explained_lines(checked, numbers, width=_WIDE, paint=Paint(False), manner=find_manner(checked))
            )
