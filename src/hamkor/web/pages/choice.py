"""The reader's choices that are kept in cookies: language and colours."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import RedirectResponse

from hamkor.messages import LANGUAGES
from hamkor.web.rendering import THEMES
from hamkor.web.tongue import COOKIE

_CHOICES = {COOKIE: LANGUAGES, "theme": THEMES}
_YEAR_S = 365 * 24 * 3600


def choose(request: Request) -> RedirectResponse:
    """Keep what was chosen and go back to the page where it was."""
    answer = RedirectResponse(find_way_back(request.query_params.get("back", "")), 303)
    for name, known in _CHOICES.items():
        if (value := request.query_params.get(name)) in known:
            answer.set_cookie(name, str(value), max_age=_YEAR_S, httponly=True, samesite="lax")
    return answer


def find_way_back(back: str) -> str:
    """An address within this server; the first page where it leads elsewhere.

    >>> find_way_back("/figures?since=2025"), find_way_back("//elsewhere.example/"), find_way_back("/\\\\elsewhere")
    ('/figures?since=2025', '/', '/')
    """
    return back if back.startswith("/") and back[1:2] not in ("/", "\\") and back.isprintable() else "/"
