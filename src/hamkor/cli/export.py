"""`hamkor export statements`: all that stands in the ledger, one object a document, in order of publication."""

from __future__ import annotations

import click

from hamkor.cli.book import ledger_option, open_view, parse_day
from hamkor.cli.command import command
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, write_plain


@command(
    "export",
    examples=(
        "hamkor export statements > statements.jsonl",
        "hamkor export statements --as-of 2026-03-01",
        "hamkor export review > mine.jsonl",
    ),
)
@click.argument("what", type=OneOf(("statements", "review")), metavar="statements|review")
@option("--as-of", metavar="DAY")
@option("--format", choices=("json", "jsonl"), default="jsonl", metavar="json|jsonl")
@option("--output", metavar="FILE")
@ledger_option
def export(*, what: str, as_of: str | None, format: str, output: str | None, ledger: str | None) -> None:
    from hamkor.publish.exported import find_exported
    from hamkor.publish.gold import find_reviewed

    form = choose_form(format, output)
    day = parse_day(as_of, "--as-of")
    with open_view(ledger) as view:
        write_plain(find_reviewed(view) if what == "review" else find_exported(view, day), form)
