"""The card of one person or organisation: all names in all scripts, posts over time, why its mentions are one."""

from __future__ import annotations

from datetime import date

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.publish.cards import get_card, tell_post
from hamkor.web.rendering import render


def show(request: Request, kind: str, id: str) -> Response:
    """The card of this id, or of this name."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        card = get_card(view, kind, id, date.today())
        joined = view.get_thing(card.id).joined
    posts = [tell_post(post) for post in card.posts]
    return render(request, "who.html", card=card, posts=posts, joined=joined)
