"""What people decide of things: that two are one, that they are not, that something is another; and that taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from hamkor.ledger import Ledger, Resolver
from hamkor.pipeline.resolution import open_resolver
from hamkor.web.pages.reviewing import get_reviewer

_BACK = "/review"
_Text = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two things, the reason that the user gives, and where to go afterwards: a page of ours."""

    left: str
    right: str
    why: str | None
    back: str


def _read(left: _Text, right: _Text, why: _Text = "", back: _Text = _BACK) -> _Asked:
    return _Asked(left, right, why.strip() or None, get_own_page(back))


def get_own_page(back: str) -> str:
    """An address of this server; of any other the queue.

    >>> get_own_page("/who/person/a"), get_own_page("//elsewhere"), get_own_page("https://elsewhere")
    ('/who/person/a', '/review', '/review')
    """
    return back if back.startswith("/") and back[1:2] not in ("/", "\\") else _BACK


Asked = Annotated[_Asked, Depends(_read)]


def join(request: Request, asked: Asked) -> Response:
    """Say that two are one."""
    ids = [asked.left, asked.right]
    return _decide(request, asked.back, lambda resolver, by: resolver.merge(ids, by, asked.why))


def part(request: Request, asked: Asked) -> Response:
    """Say that two are not one."""
    ids = [asked.left, asked.right]
    return _decide(request, asked.back, lambda resolver, by: resolver.keep_apart(ids, by, asked.why))


def split(request: Request, asked: Asked) -> Response:
    """Take a spelling (right) off the thing (left) that it was put together with."""
    ids = [asked.left, asked.right]
    return _decide(request, asked.back, lambda resolver, by: resolver.split(ids, by, asked.why))


def undo(request: Request, decision: _Text, back: _Text = _BACK) -> Response:
    """Take a decision back."""
    return _decide(request, get_own_page(back), lambda resolver, by: resolver.undo(decision, by))


def _decide(request: Request, back: str, act: Callable[[Resolver, str], str]) -> Response:
    ledger: Ledger = request.app.state.ledger
    with open_resolver(ledger) as resolver:
        act(resolver, get_reviewer(request))
    return RedirectResponse(back, 303)
