"""`hamkor check`: does each figure of the ledger fit with the others and with official statistics."""

from __future__ import annotations

from typing import Any

from hamkor.cli.book import filter_options, ledger_option, make_filter, open_view
from hamkor.cli.command import command
from hamkor.cli.options import option
from hamkor.cli.output import choose_form, write_lines, write_plain


@command("check", examples=("hamkor check --between KZ UZ", "hamkor check --since 2025-10 --format jsonl"))
@filter_options("observation")
@option("--as-of", metavar="DAY")
@option("--format", choices=("table", "json", "jsonl"), metavar="table|json|jsonl")
@option("--output", metavar="FILE")
@ledger_option
def check(*, ledger: str | None, format: str | None, output: str | None, as_of: str | None, **asked: Any) -> None:
    from hamkor.publish.checked import check_ledger, write_checked, write_told

    form = choose_form(format, output)
    wanted = make_filter(asked)
    with open_view(ledger) as view:
        checked = check_ledger(view, wanted, as_of=as_of)
        if form.format == "table":
            write_lines((write_told(one) for one in checked), form.file)
        else:
            write_plain((write_checked(one) for one in checked), form)
