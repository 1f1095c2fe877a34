"""`hamkor person` and `hamkor organisation`: the card of one, by its id or by any of its names."""

from __future__ import annotations

import click

from hamkor.cli.book import ledger_option, open_view, parse_day
from hamkor.cli.command import Command, command
from hamkor.cli.options import option
from hamkor.cli.output import choose_form, write_lines, write_plain
from hamkor.cli.show import make_paint, told_options
from hamkor.cli.terminal import get_width


def _make(kind: str, *examples: str) -> Command:
    """The command that shows the card of one kind."""

    @command(kind, examples=examples)
    @click.argument("named", metavar="ID|NAME")
    @option("--as-of", metavar="DAY")
    @told_options
    @ledger_option
    def card(*, named: str, as_of: str | None, format: str | None, output: str | None, ledger: str | None) -> None:
        from hamkor.publish.cards import get_card, write_card, write_card_lines

        form = choose_form(format, output)
        with open_view(ledger) as view:
            found = get_card(view, kind, named, parse_day(as_of, "--as-of"))
        if form.format == "table":
            write_lines(write_card_lines(found, width=get_width(), paint=make_paint(form)), form.file)
        else:
            write_plain([write_card(found)], form)

    return card


person = _make(
    "person", "hamkor person 'Sanjar Yuldashev'", "hamkor person 'Ержан Алимкулов' --as-of 2026-01-15 --format json"
)
organisation = _make("organisation", "hamkor organisation 'Зарафшан Цемент'", "hamkor organisation 'Sir Logistik'")
