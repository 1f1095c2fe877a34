"""The ledger that a command works on, and what it asks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from hamkor.cli.options import option
from hamkor.publish.asking import ASKED, make_filter, parse_day, parse_publication, parse_time
from hamkor.settings import get_settings

if TYPE_CHECKING:
    from hamkor.ledger import Filter, Ledger, View

__all__ = [
    "filter_options",
    "ledger_option",
    "make_filter",
    "need_document",
    "open_book",
    "open_view",
    "parse_day",
    "parse_publication",
    "parse_time",
]

F = TypeVar("F", bound=Callable[..., Any])


def ledger_option(function: F) -> F:
    return option("--ledger", metavar="FILE|URL")(function)


def open_book(location: str | None, *, create_new: bool = False) -> Ledger:
    """The ledger named, else that of HAMKOR_LEDGER, else the one in the user's data folder.

    Raises LedgerError where it is not there and `create_new` is False.
    """
    import logging

    from hamkor.ledger import open_ledger

    # Ctrl-C while a connection closes is told in a line of our own, not traced.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    return open_ledger(get_settings(ledger=location).ledger, create_new=create_new)


@contextmanager
def open_view(location: str | None) -> Iterator[View]:
    """Ask a ledger that is there."""
    with open_book(location).view() as view:
        yield view


def need_document(view: View, asked: Filter) -> None:
    """Raise where a document is asked for that is not kept: an empty list would be no answer."""
    if asked.document is not None:
        view.get_document(asked.document)


def filter_options(kind: str) -> Callable[[F], F]:
    """The options by which rows of a kind are picked."""
    makers = [_OPTIONS[name] for name in ("between", *ASKED[kind], "since", "until", "document", "newest_first")]

    def decorate(function: F) -> F:
        for make in reversed(makers):
            function = make(function)
        return function

    return decorate


_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "between": option("--between", nargs=2, metavar="AREA AREA"),
    "indicator": option("--indicator", codes="indicator"),
    "sector": option("--sector", codes="sector"),
    "stage": option("--stage", codes="stage"),
    "status": option("--status", codes="status"),
    "type": option("--type", codes="event"),
    "during": option("--during", metavar="PERIOD"),
    "since": option("--since", metavar="DAY"),
    "until": option("--until", metavar="DAY"),
    "document": option("--document", metavar="ID"),
    "newest_first": option("--newest-first", is_flag=True),
}
