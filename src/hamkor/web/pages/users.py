"""The users, for admins: add, change the role, disable, give another password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Form, Request, Response

from hamkor.errors import HamkorError
from hamkor.messages import get_text, tell_error
from hamkor.users import ROLES, Accounts
from hamkor.web.access import USERS
from hamkor.web.door import LockedDoor
from hamkor.web.rendering import render

Text = Annotated[str, Form()]


def show(request: Request) -> Response:
    return _render(request)


def add(request: Request, name: Text = "", role: Text = "") -> Response:
    """A new user, with a password that is shown this once and that they replace."""
    return _act(request, name, lambda accounts: accounts.invite(name, role))


def set_role(request: Request, name: Text = "", role: Text = "") -> Response:
    return _act(request, name, lambda accounts: accounts.set_role(name, role))


def disable(request: Request, name: Text = "") -> Response:
    return _act(request, name, lambda accounts: accounts.disable(name))


def enable(request: Request, name: Text = "") -> Response:
    return _act(request, name, lambda accounts: accounts.enable(name))


def reset_password(request: Request, name: Text = "") -> Response:
    """Another password, shown this once; who has it replaces it."""
    return _act(request, name, lambda accounts: accounts.reset_password(name))


def _act(request: Request, name: str, act: Callable[[Accounts], str | None]) -> Response:
    """Do it, and show all users with what came of it: the new password, where one was made."""
    door: LockedDoor = request.app.state.door
    try:
        secret = act(door.accounts)
    except HamkorError as error:
        return _render(request, 400, wrong=tell_error(error))
    done = None if secret else get_text("page.users.changed", name=name)
    return _render(request, secret=secret, name=name, done=done)


def _render(request: Request, status: int = 200, **told: Any) -> Response:
    door: LockedDoor = request.app.state.door
    known = {"wrong": None, "done": None, "secret": None, "name": None, "path": USERS, "here": USERS}
    users = door.accounts.find_all()
    return render(request, "users.html", status=status, users=users, roles=ROLES, **(known | told))
