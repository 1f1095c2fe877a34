"""A document as it came, its statements marked in the text and listed beside it."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from hamkor.errors import UsageError
from hamkor.ledger import KINDS, Filter, Ledger, View
from hamkor.messages import get_text
from hamkor.pipeline.originals import find_copies
from hamkor.web.marks import cut_text, find_first
from hamkor.web.pages.cards import make_cards
from hamkor.web.pages.verdicts import Shown, find_verdicts
from hamkor.web.rendering import render

_UNCHECKED = "unchecked"


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
        values = _find_reviews(view, id_) | _find_copies(view, id_) | {"verdicts": _find_verdicts(view, id_)}
        by = [str(row.detail["by"]) for row in view.find_history(id_) if "by" in row.detail]
    pieces = cut_text(document.text, rows)
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in rows)]
    values |= {"pieces": pieces, "first": find_first(pieces), "kinds": kinds, "cards": make_cards(rows)}
    return render(request, "document.html", document=document.row, by=by[-1] if by else None, **values)


def _find_verdicts(view: View, id: str) -> dict[str, list[Shown]]:
    """What the checks say, by figure; that nothing could be checked is not said of each."""
    found: dict[str, list[Shown]] = {}
    for one in find_verdicts(view, [id]):
        if one.verdict != _UNCHECKED:
            found.setdefault(one.figure, []).append(one)
    return found


def _find_reviews(view: View, id: str) -> dict[str, Any]:
    """What people said of its statements, and what they rejected."""
    said = [review for review in view.find_reviews(id) if not review.undone_at]
    out = [(review, review.before_id) for review in said if review.action == "reject" and review.before_id]
    rejected = [(review, view.get_statement(gone).evidence.exact) for review, gone in out]
    return {"reviews": {r.after_id or r.before_id: r for r in reversed(said)}, "rejected": rejected}


def _find_copies(view: View, id: str) -> dict[str, Any]:
    """The documents of the same text, the original among them first."""
    found = find_copies(view, id)
    if found is None:
        return {"copies": [], "original": None}
    rows = [view.get_document(one).row for one in found.ids]
    return {"copies": sorted(rows, key=lambda row: row.id != found.original), "original": found.original}
