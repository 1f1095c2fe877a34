"""The ledger that a command works on, and what it asks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from hamkor.cli.options import option
from hamkor.errors import UsageError
from hamkor.messages import get_text
from hamkor.settings import get_settings

if TYPE_CHECKING:
    from hamkor.ledger import Filter, Ledger, View
    from hamkor.model import Period

F = TypeVar("F", bound=Callable[..., Any])
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
# What each kind can be asked for beside the pair of areas and the days of publication.
ASKED = {
    "observation": ("indicator", "status", "during"),
    "event": ("type", "status", "during"),
    "commitment": ("sector", "stage", "during"),
    "person": (),
    "organisation": (),
    "quotation": (),
    "document": ("indicator", "sector", "stage", "type"),
}


def ledger_option(function: F) -> F:
    return option("--ledger", metavar="FILE|URL")(function)


def open_book(location: str | None, *, create_new: bool = False) -> Ledger:
    """The ledger named, else that of HAMKOR_LEDGER, else the one in the user's data folder.

    Raises LedgerError where it is not there and `create_new` is False.
    """
    from hamkor.ledger import open_ledger

    return open_ledger(get_settings(ledger=location).ledger, create_new=create_new)


@contextmanager
def open_view(location: str | None) -> Iterator[View]:
    """Ask a ledger that is there."""
    with open_book(location).view() as view:
        yield view


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


def make_filter(asked: dict[str, Any]) -> Filter:
    """What the options ask. Raises UsageError where an area, a day or a period cannot be read."""
    from hamkor.ledger import Filter

    given = {name: value for name, value in asked.items() if value not in (None, ())}
    if "status" in given:
        given["stage"] = given.pop("status")
    if "between" in given:
        given["between"] = tuple(map(_parse_area, given["between"]))
    for name in ("since", "until"):
        if name in given:
            parse_time(given[name], f"--{name}")
    if "during" in given:
        given["during"] = parse_time(given["during"], "--during")
    return Filter(**given)


def _parse_area(text: str) -> str:
    code = text.upper()
    if not _AREA.fullmatch(code):
        expected, do = get_text("error.area"), get_text("error.write_so")
        raise UsageError("--between", found=repr(text), expected=expected, do=do)
    return code


def parse_time(text: str, place: str) -> Period:
    """A day, month, year or two of them. Raises UsageError, which names `place`, on anything else."""
    from hamkor.model.period import parse_period

    try:
        return parse_period(text)
    except ValueError:
        expected, do = get_text("error.period"), get_text("error.write_so")
        raise UsageError(place, found=repr(text), expected=expected, do=do) from None
