"""One statement: its fields, and its words within their paragraph."""

from __future__ import annotations

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.web.pages.cards import make_card
from hamkor.web.rendering import render


def show(request: Request, id: str) -> Response:
    """The statement with this id, or with the one id that begins so."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row = view.get_statement(id)
        passage = view.get_passage(row)
    return render(request, "statement.html", card=make_card(row), passage=passage)
