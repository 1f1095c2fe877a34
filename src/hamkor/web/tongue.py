"""Each reader's language: the one chosen (kept in a cookie), else the first of the browser's that we speak."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from hamkor.messages import LANGUAGES, speak

COOKIE = "language"


class Tongue:
    """Speaks the reader's language while an answer is made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with speak(find_language(HTTPConnection(scope))):
            await self._app(scope, receive, send)


def find_language(asked: HTTPConnection) -> str:
    chosen = asked.cookies.get(COOKIE)
    return chosen if chosen in LANGUAGES else read_accepted(asked.headers.get("accept-language", ""))


def read_accepted(header: str) -> str:
    """The best of our languages that the header names, English where it names none. Source: RFC 9110, 12.5.4.

    >>> read_accepted("de, uz-Latn;q=0.8, ru;q=0.9"), read_accepted("")
    ('ru', 'en')
    """
    ranked = sorted(map(_read_one, header.split(",")), key=lambda pair: -pair[1])
    return next((tag for tag, weight in ranked if weight > 0 and tag in LANGUAGES), LANGUAGES[0])


def _read_one(part: str) -> tuple[str, float]:
    tag, _, weight = part.partition(";")
    try:
        return tag.strip().lower().split("-")[0], float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return tag.strip(), 0.0
