"""The door: sign in, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from hamkor.web.access import SIGN_IN
from hamkor.web.door import LockedDoor
from hamkor.web.pages.choice import find_way_back
from hamkor.web.rendering import get_caller, render


def ask(request: Request) -> Response:
    back = find_way_back(request.query_params.get("back", ""))
    return RedirectResponse(back, 303) if get_caller(request) else _show(request, back=back)


def enter(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Let somebody in and lead them to where they wanted to go; a session from before ends."""
    door: LockedDoor = request.app.state.door
    secret = door.sign_in(name, password, get_address(request))
    if secret is None:
        return _show(request, status=403, back=find_way_back(back), name=name, wrong=True)
    answer = RedirectResponse(find_way_back(back), 303)
    door.let_out(answer, request)
    door.let_in(answer, secret)
    return answer


def leave(request: Request) -> Response:
    """End the session; what browsers have of the pages is thrown away."""
    door: LockedDoor = request.app.state.door
    answer = RedirectResponse(SIGN_IN, 303, {"Clear-Site-Data": '"cache"'})
    door.let_out(answer, request)
    return answer


def get_address(request: Request) -> str:
    """Where the request comes from, as far as that is known."""
    return request.client.host if request.client else ""


def _show(request: Request, *, status: int = 200, back: str, name: str = "", wrong: bool = False) -> Response:
    return render(request, "sign_in.html", status=status, back=back, name=name, wrong=wrong)
