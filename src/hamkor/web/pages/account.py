"""One's own account: the password, and tokens for programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form, Request, Response

from hamkor.errors import HamkorError
from hamkor.messages import get_text, tell_error
from hamkor.users import ROLES, Caller, allows
from hamkor.users.passwords import LEAST
from hamkor.web.access import ACCOUNT
from hamkor.web.door import LockedDoor
from hamkor.web.pages.sign_in import get_address
from hamkor.web.rendering import render

Text = Annotated[str, Form()]


def show(request: Request) -> Response:
    return _render(request)


def change_password(request: Request, old: Text = "", password: Text = "", again: Text = "") -> Response:
    """Another password, given twice; the sessions elsewhere end."""
    door, who = _get(request)
    if not door.check_password(who.name, old, get_address(request)):
        return _render(request, 403, wrong=get_text("page.account.wrong"))
    if password != again:
        return _render(request, 400, wrong=get_text("page.account.differ"))
    try:
        door.accounts.set_password(who.name, password, keep=who.digest)
    except HamkorError as error:
        return _render(request, 400, wrong=tell_error(error))
    return _render(request, done=get_text("page.account.changed"), must_change=False)


def add_token(request: Request, name: Text = "", role: Text = "") -> Response:
    """A token, shown this once."""
    door, who = _get(request)
    try:
        secret = door.accounts.add_token(who.name, name, role)
    except HamkorError as error:
        return _render(request, 400, wrong=tell_error(error))
    return _render(request, secret=secret)


def revoke_token(request: Request, name: Text = "") -> Response:
    door, who = _get(request)
    door.accounts.revoke_token(who.name, name)
    return _render(request, done=get_text("page.account.revoked", name=name))


def _get(request: Request) -> tuple[LockedDoor, Caller]:
    return request.app.state.door, request.state.who


def _render(request: Request, status: int = 200, **told: Any) -> Response:
    door, who = _get(request)
    roles = [role for role in ROLES if allows(who.role, role)]
    known: dict[str, Any] = {
        "wrong": None,
        "done": None,
        "secret": None,
        "must_change": who.must_change,
        "roles": roles,
    }
    known |= {"tokens": door.accounts.find_tokens(who.name), "least": LEAST, "path": ACCOUNT, "here": ACCOUNT}
    return render(request, "account.html", status=status, **(known | told))
