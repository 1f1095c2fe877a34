"""In whose name statements and judgements are made."""

from __future__ import annotations

from fastapi import Request


def get_reviewer(request: Request) -> str:
    """The name of whoever asks."""
    name: str = request.state.who.name
    return name
