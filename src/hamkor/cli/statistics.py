"""`hamkor statistics`: official figures into the ledger, and what stands there."""

from __future__ import annotations

from pathlib import Path

import click

from hamkor.cli.book import ledger_option, open_book, open_view
from hamkor.cli.command import command
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, write_plain
from hamkor.cli.terminal import note
from hamkor.messages import get_text


@command(
    "statistics",
    examples=("hamkor statistics import trade.csv", "hamkor statistics list"),
)
@click.argument("what", metavar="import|list", type=OneOf(("import", "list")))
@click.argument("files", nargs=-1, metavar="FILE…")
@option("--format", choices=("json", "jsonl"), default="jsonl", metavar="json|jsonl")
@ledger_option
def statistics(*, what: str, files: tuple[str, ...], format: str, ledger: str | None) -> None:
    if what == "import":
        _import(files, ledger)
        return
    from hamkor.publish.series import write_statistic

    with open_view(ledger) as view:
        write_plain((write_statistic(figure) for _, figure in view.find_statistics()), choose_form(format, None))


def _import(files: tuple[str, ...], ledger: str | None) -> None:
    from hamkor.read.statistics import read_statistics

    book = open_book(ledger, create_new=True)
    for file in files:
        figures = read_statistics(Path(file))
        with book.writer() as writer:
            new = writer.add_statistics(figures)
        note(get_text("statistics.done", place=book.place, file=file, number=len(figures), new=new))
