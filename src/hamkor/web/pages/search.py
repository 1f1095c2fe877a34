"""Documents that hold certain words."""

from __future__ import annotations

from itertools import islice

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.web.rendering import render

_MOST = 50


def show(request: Request) -> Response:
    """What was found for the words after `?words=`, best first."""
    words = request.query_params.get("words", "").strip()
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        hits = list(islice(view.search(words), _MOST)) if words else []
    return render(request, "search.html", words=words, hits=hits, most=_MOST)
