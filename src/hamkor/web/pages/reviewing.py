"""In whose name statements and judgements are made, and what they are about."""

from __future__ import annotations

from fastapi import Request

from hamkor.ledger import Review


def get_reviewer(request: Request) -> str:
    """The name of whoever asks."""
    name: str = request.state.who.name
    return name


def get_place(review: Review) -> str:
    """The statement that a review is about: as it stands since, else as it was."""
    return str(review.after_id or review.before_id)
