"""`hamkor users`: who may sign in to `hamkor serve --users`, and as what."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from hamkor.cli.book import ledger_option, open_book
from hamkor.cli.command import command
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, write_lines, write_plain
from hamkor.cli.terminal import get_width, is_terminal, note
from hamkor.errors import UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import UserRow
    from hamkor.users import Accounts

ROLES = ("reader", "reviewer", "admin")  # as in hamkor.users, which would load more than a help needs
# What each of them is told, beside --role.
_TOLD = {
    "add": ("NAME",),
    "list": (),
    "role": ("NAME", "ROLE"),
    "disable": ("NAME",),
    "enable": ("NAME",),
    "password": ("NAME",),
    "token": ("NAME", "TOKEN"),
    "revoke": ("NAME", "TOKEN"),
}
_WITH_ROLE = frozenset({"add", "token"})


@command(
    "users",
    examples=(
        "hamkor users add Umid --role admin",
        "hamkor users list",
        "hamkor users role Lola reader",
        "hamkor users password Lola < password.txt",
        "hamkor users token Lola spreadsheet --role reader",
        "hamkor users revoke Lola script",
        "hamkor users disable Lola",
    ),
)
@click.argument("what", metavar="|".join(_TOLD), type=OneOf(tuple(_TOLD)))
@click.argument("words", nargs=-1, metavar="[NAME [ROLE|TOKEN]]")
@option("--role", choices=ROLES, metavar="|".join(ROLES))
@ledger_option
def users(*, what: str, words: tuple[str, ...], role: str | None, ledger: str | None) -> None:
    from hamkor.users import Accounts

    _check_given(what, words, role)
    accounts = Accounts(open_book(ledger, create_new=what == "add"))
    _ACTS[what](accounts, *words, **({"role": role or ROLES[0]} if what in _WITH_ROLE else {}))


def _check_given(what: str, words: tuple[str, ...], role: str | None) -> None:
    """Raises UsageError where something lacks, or is given that this does nothing with."""
    told = _TOLD[what]
    if len(words) != len(told) or (role and what not in _WITH_ROLE):
        found = " ".join(words) + (" --role" if role else "") or get_text("error.nothing")
        do = get_text("error.see_help", command="hamkor users")
        raise UsageError(f"users {what}", found=found, expected=" ".join(told) or get_text("error.nothing"), do=do)


def _add(accounts: Accounts, name: str, *, role: str) -> None:
    accounts.add(name, role, _ask_password())
    note(get_text("users.added", name=name, role=role))


def _list(accounts: Accounts) -> None:
    form = choose_form(None, None)
    if form.format != "table":
        write_plain(map(_write_user, accounts.find_all()), form)
        return
    from hamkor.publish.screen import Paint
    from hamkor.publish.table import Field, write_table

    fields = (
        Field(get_text("users.name"), lambda user: user.name),
        Field(get_text("users.role"), lambda user: user.role),
        Field(get_text("users.since"), lambda user: user.created_at[:10]),
        Field(get_text("users.disabled"), lambda user: (user.disabled_at or "")[:10]),
    )
    write_lines(write_table(fields, accounts.find_all(), width=get_width(), paint=Paint(form.colours)))


def _write_user(user: UserRow) -> dict[str, object]:
    return {"name": user.name, "role": user.role, "since": user.created_at, "disabled": user.disabled_at}


def _set_role(accounts: Accounts, name: str, role: str) -> None:
    accounts.set_role(name, role)
    note(get_text("users.changed", name=name))


def _disable(accounts: Accounts, name: str) -> None:
    accounts.disable(name)
    note(get_text("users.changed", name=name))


def _enable(accounts: Accounts, name: str) -> None:
    accounts.enable(name)
    note(get_text("users.changed", name=name))


def _set_password(accounts: Accounts, name: str) -> None:
    accounts.get(name)
    accounts.set_password(name, _ask_password())
    note(get_text("users.changed", name=name))


def _add_token(accounts: Accounts, name: str, called: str, *, role: str) -> None:
    """The token alone goes to standard output, so that it can be kept without being seen."""
    secret = accounts.add_token(name, called, role)
    note(get_text("users.token"))
    click.echo(secret)


def _revoke_token(accounts: Accounts, name: str, called: str) -> None:
    accounts.revoke_token(name, called)
    note(get_text("users.changed", name=name))


def _ask_password() -> str:
    """From a terminal twice, without showing it; else the first line of standard input."""
    if not is_terminal(sys.stdin):
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(get_text("users.password"))
    if getpass.getpass(get_text("users.again")) != password:
        found, expected = get_text("users.differ"), get_text("users.alike")
        raise UsageError("users", found=found, expected=expected, do=get_text("users.retry"))
    return password


_ACTS: Mapping[str, Callable[..., None]] = {
    "add": _add,
    "list": _list,
    "role": _set_role,
    "disable": _disable,
    "enable": _enable,
    "password": _set_password,
    "token": _add_token,
    "revoke": _revoke_token,
}
