"""`hamkor export statements`: all that stands in the ledger, one object a document, in order of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hamkor.cli.book import ledger_option, open_view
from hamkor.cli.command import command
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, write_plain

if TYPE_CHECKING:
    from hamkor.ledger import View


@command("export", examples=("hamkor export statements > statements.jsonl",))
@click.argument("what", type=OneOf(("statements",)), metavar="statements")
@option("--format", choices=("json", "jsonl"), default="jsonl", metavar="json|jsonl")
@option("--output", metavar="FILE")
@ledger_option
def export(*, what: str, format: str, output: str | None, ledger: str | None) -> None:
    form = choose_form(format, output)
    with open_view(ledger) as view:
        write_plain(find_exported(view), form)


def find_exported(view: View) -> Iterator[dict[str, Any]]:
    """Every document with its statements and what they were resolved to; what was not is null."""
    from hamkor.publish.kept import write_exported

    for row in view.find_documents():
        document = view.get_document(row.id)
        yield write_exported(document, view.get_statements(row.id))
