"""`hamkor explain`: the verdicts on one figure, with all that they rest on."""

from __future__ import annotations

from typing import Any

import click

from hamkor.cli.book import ledger_option, open_view, parse_day
from hamkor.cli.command import command
from hamkor.cli.options import option
from hamkor.cli.output import Form, choose_form, write_lines, write_plain
from hamkor.cli.show import make_paint, told_options
from hamkor.cli.terminal import get_width
from hamkor.errors import LedgerError
from hamkor.messages import get_text


@command("explain", examples=("hamkor explain qp24acw7", "hamkor explain qp24acw7 --lang ru --format json"))
@click.argument("id")
@option("--as-of", metavar="DAY")
@told_options
@ledger_option
def explain(*, id: str, as_of: str | None, format: str | None, output: str | None, ledger: str | None) -> None:
    from hamkor.publish.explained import explain_figure

    form = choose_form(format, output)
    as_of = parse_day(as_of, "--as-of").isoformat() if as_of else None
    with open_view(ledger) as view:
        row = view.get_statement(id)
        if row.kind != "observation":
            found, expected = get_text(f"kind.{row.kind}"), get_text("explained.figure")
            raise LedgerError(id, found=found, expected=expected, do=get_text("explained.list"))
        _write(explain_figure(view, row, as_of=as_of), form)


def _write(found: list[Any], form: Form) -> None:
    from hamkor.publish.explained import write_explained, write_explained_lines

    if form.format != "table":
        write_plain((write_explained(*one) for one in found), form)
        return
    width, paint = get_width(), make_paint(form)
    lines: list[str] = []
    for one in found:
        lines += [*([""] if lines else []), *write_explained_lines(*one, width=width, paint=paint)]
    write_lines(lines, form.file)
