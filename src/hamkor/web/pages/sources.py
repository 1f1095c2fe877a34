"""Who publishes: each outlet with how many of its documents were read, and when."""

from __future__ import annotations

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.web.rendering import render


def show(request: Request) -> Response:
    """Publishers, those with most documents first."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        return render(request, "sources.html", publishers=view.count_publishers())
