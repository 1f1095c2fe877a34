"""`hamkor resolve`: find out who is who and what is told twice, for all that is not yet resolved."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from hamkor.cli.book import ledger_option, open_book
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import option
from hamkor.cli.progress import show_progress
from hamkor.cli.terminal import is_terminal, note
from hamkor.messages import get_text
from hamkor.pipeline.unforeseen import describe_unforeseen

if TYPE_CHECKING:
    from hamkor.ledger import Ledger, Resolver

_MOST_IN_PASSING = 1000  # documents that a run which reads also finishes; more are left to `hamkor resolve`


@command("resolve", examples=("hamkor resolve", "hamkor resolve --again"))
@option("--again", is_flag=True, help=get_text("resolve.again"))
@ledger_option
def resolve(*, again: bool, ledger: str | None) -> int:
    from hamkor.pipeline.resolution import open_resolver

    book = open_book(ledger)
    with open_resolver(book) as resolver:
        if others := resolver.count_others():
            note(get_text("resolve.other_program", place=book.place, number=others))
        if again or others:
            resolver.forget()
        left = resolver.find_left()
        failed = sum(_tell(show_progress(_resolve(resolver, left), lambda: len(left))))
    note(get_text("resolve.done", place=book.place, number=len(left) - failed))
    if not is_terminal(sys.stdout):
        print(json.dumps({"resolved": len(left) - failed, "failed": failed}))
    return FAILED if failed else 0


def finish_left(book: Ledger) -> None:
    """Resolve what an earlier run left, unless that is very much; then say so."""
    from hamkor.pipeline.resolution import open_resolver

    with open_resolver(book) as resolver:
        left = resolver.find_left()
        if left and (resolver.count_others() or len(left) > _MOST_IN_PASSING):
            note(get_text("resolve.left", place=book.place, number=len(left)))
            return
        for _ in _tell(_resolve(resolver, left)):
            pass


class _Done(NamedTuple):
    id: str
    error: Exception | None


def _resolve(resolver: Resolver, left: list[str]) -> Iterator[_Done]:
    from hamkor.pipeline.resolution import resolve_left

    return (_Done(id_, error) for id_, error in resolve_left(resolver, left))


def _tell(done: Iterable[_Done]) -> Iterator[bool]:
    """Whether each document failed; those that did are told."""
    for id_, error in done:
        if error:
            tell(describe_unforeseen(id_, error))
        yield error is not None
