"""`hamkor backup` and `purge`: a copy of the ledger, and the real removal of a document."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from hamkor.cli.book import ledger_option, open_book
from hamkor.cli.command import command
from hamkor.cli.options import option
from hamkor.cli.terminal import is_terminal, note
from hamkor.errors import UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger


@command("backup", examples=("hamkor backup copy.db",))
@click.argument("file")
@ledger_option
def backup(*, file: str, ledger: str | None) -> None:
    book = open_book(ledger)
    book.backup(file)
    note(get_text("backup.done", place=book.place, file=file))


@command("purge", examples=("hamkor purge navoi-1 --yes",))
@click.argument("id")
@option("--yes", is_flag=True)
@ledger_option
def purge(*, id: str, yes: bool, ledger: str | None) -> int:
    book = open_book(ledger)
    if not yes and not _agrees(id, book.place):
        note(get_text("purge.kept"))
        return 1
    purged = book.purge(id)
    _group_rest(book)
    note(get_text("purge.done", id=id, versions=purged.versions, statements=purged.statements))
    if not is_terminal(sys.stdout):
        answer = {"document": {"id": id}, "purged": {"versions": purged.versions, "statements": purged.statements}}
        print(json.dumps(answer, ensure_ascii=False))
    return 0


def _group_rest(book: Ledger) -> None:
    """Whatever the document had joined is put together anew."""
    from hamkor.pipeline.resolution import open_resolver

    with open_resolver(book) as resolver:
        resolver.settle()


def _agrees(id: str, place: str) -> bool:
    """Ask; where nobody can answer, say so."""
    if not is_terminal(sys.stdin):
        found, expected = get_text("error.nobody"), get_text("error.a_yes")
        raise UsageError("hamkor purge", found=found, expected=expected, do=get_text("error.say_yes"))
    click.echo(get_text("purge.ask", id=id, place=place) + " ", nl=False, err=True)
    return sys.stdin.readline().strip().lower() in get_text("purge.yes").split()
