"""A document as it came, its statements marked in the text and listed beside it."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from hamkor.errors import UsageError
from hamkor.ledger import Filter, Ledger
from hamkor.messages import get_text
from hamkor.web.marks import cut_text
from hamkor.web.pages.cards import make_cards
from hamkor.web.pages.verdicts import Shown, find_verdicts
from hamkor.web.rendering import render


def show(request: Request) -> Response:
    """The document whose id stands after `?id=`; ids may be addresses, and those do not go into a path."""
    id_ = request.query_params.get("id", "")
    if not id_:
        expected, do = get_text("page.document.id"), get_text("page.document.choose")
        raise UsageError("id", found=get_text("error.nothing"), expected=expected, do=do)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        document = view.get_document(id_)
        rows = list(view.find_statements(None, Filter(document=id_)))
        verdicts: dict[str, list[Shown]] = {}
        for one in find_verdicts(view, [id_]):
            verdicts.setdefault(one.figure, []).append(one)
        said = [review for review in view.find_reviews(id_) if not review.undone_at]
        out = [(review, review.before_id) for review in said if review.action == "reject" and review.before_id]
        rejected = [(review, view.get_statement(id_).evidence.exact) for review, id_ in out]
        by = [str(row.detail["by"]) for row in view.find_history(id_) if "by" in row.detail]
    pieces = cut_text(document.text, rows)
    values: dict[str, Any] = {"pieces": pieces, "cards": make_cards(rows), "verdicts": verdicts}
    reviews = {review.after_id or review.before_id: review for review in reversed(said)}
    values |= {"reviews": reviews, "rejected": rejected, "by": by[-1] if by else None}
    return render(request, "document.html", document=document.row, **values)
