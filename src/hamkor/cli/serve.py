"""`hamkor serve`: the workbench in a browser."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from hamkor.cli.book import ledger_option, open_book
from hamkor.cli.command import command
from hamkor.cli.options import Whole, option
from hamkor.cli.terminal import note
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger

HOST, PORT = "127.0.0.1", 8321


@command("serve", examples=("hamkor serve", "hamkor serve --ledger desk.db --port 8080"))
@option("--host", default=HOST, metavar="ADDRESS")
@option("--port", type=Whole(0), default=PORT, metavar="N")
@option("--by", metavar="NAME", help=get_text("option.reviewer"))
@ledger_option
def serve(*, ledger: str | None, host: str, port: int, by: str | None) -> None:
    serve_here(open_book(ledger, create_new=True), host=host, port=port, by=by)


def serve_here(book: Ledger, *, host: str = HOST, port: int = PORT, by: str | None = None) -> None:
    """Show a ledger until interrupted."""
    from hamkor.web.server import serve as run

    def tell(address: str) -> None:
        note(get_text("serve.ready", address=address, place=book.place))

    run(book, host=host, port=port, by=by or getpass.getuser(), tell=tell)
