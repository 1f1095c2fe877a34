"""`hamkor serve`: the workbench in a browser."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from hamkor.cli.book import ledger_option, open_book
from hamkor.cli.command import command
from hamkor.cli.options import Whole, option
from hamkor.cli.terminal import note
from hamkor.errors import UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger

HOST, PORT = "127.0.0.1", 8321
_CALLS = 600  # of the API in a minute
_EXAMPLES = (
    "hamkor serve",
    "hamkor serve --ledger desk.db --port 8080",
    "hamkor serve --users --ledger postgresql://desk@localhost/hamkor --public https://desk.example.org",
)
# What belongs to a server where people sign in, and to one where nobody does.
_OF_USERS, _OF_ONE = frozenset({"public", "calls"}), frozenset({"by"})


@command("serve", examples=_EXAMPLES)
@option("--host", default=HOST, metavar="ADDRESS")
@option("--port", type=Whole(0, 65535), default=PORT, metavar="N")
@option("--by", metavar="NAME", help=get_text("option.reviewer"))
@option("--users", is_flag=True)
@option("--public", metavar="ADDRESS")
@option("--calls", type=Whole(1), metavar="N")
@ledger_option
def serve(*, ledger: str | None, users: bool, host: str, port: int, **asked: Any) -> None:
    given = {name: value for name, value in asked.items() if value is not None}
    _check_given(given, users=users)
    book = open_book(ledger, create_new=True)
    if users:
        _serve_users(book, host=host, port=port, given=given)
    else:
        serve_here(book, host=host, port=port, by=given.get("by"))


def _check_given(given: Mapping[str, Any], *, users: bool) -> None:
    """Raises UsageError where something is given that this server does nothing with."""
    for name in given.keys() & (_OF_ONE if users else _OF_USERS):
        expected = get_text("serve.signed_in") if users else "--users"
        do = get_text("error.see_help", command="hamkor serve")
        raise UsageError("serve", found=f"--{name}", expected=expected, do=do)


def serve_here(book: Ledger, *, host: str = HOST, port: int = PORT, by: str | None = None) -> None:
    """Show a ledger to whoever works on this machine, until interrupted."""
    from hamkor.web.place import Place
    from hamkor.web.server import serve as run

    run(book, Place(host, port), by=by or getpass.getuser(), tell=partial(_tell, book))


def _serve_users(book: Ledger, *, host: str, port: int, given: Mapping[str, Any]) -> None:
    from hamkor.web.place import Place
    from hamkor.web.server import serve_users

    place = Place(host, port, given.get("public"))

    def tell(address: str) -> None:
        if not (place.is_local or place.is_secure):
            note(get_text("serve.readable"))
        _tell(book, address)

    serve_users(book, place, calls=given.get("calls", _CALLS), tell=tell)


def _tell(book: Ledger, address: str) -> None:
    note(get_text("serve.ready", address=address, place=book.place))
