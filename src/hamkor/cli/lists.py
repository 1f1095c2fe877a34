"""`hamkor figures`, `events`, `commitments` …: rows of the ledger, picked and written in any form."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from hamkor.cli.book import filter_options, ledger_option, make_filter, need_document, open_view
from hamkor.cli.command import Command, command
from hamkor.cli.options import limit, option
from hamkor.cli.output import Form, choose_form, output_options, write_lines, write_plain, write_rows
from hamkor.model.verdict import VERDICTS

if TYPE_CHECKING:
    from hamkor.ledger import Filter, View


def _make(name: str, kind: str, *examples: str) -> Command:
    """The command that lists one kind of rows."""

    @command(name, examples=examples)
    @filter_options(kind)
    @limit
    @output_options
    @ledger_option
    def show(*, ledger: str | None, limit: int | None, **asked: Any) -> None:
        from hamkor.publish.tellings import count_tellings

        form = choose_form(asked.pop("format"), asked.pop("output"), asked.pop("bom"))
        wanted = make_filter(asked)
        with open_view(ledger) as view:
            need_document(view, wanted)
            if kind == "document":
                write_rows(kind, islice(view.find_documents(wanted), limit), form)
            else:
                write_rows(kind, count_tellings(view, islice(view.find_statements(kind, wanted), limit)), form)

    return show


def _make_bearers(name: str, kind: str, *examples: str) -> Command:
    """The command that lists whoever bears a name, a row each; or each telling of them."""

    @command(name, examples=examples)
    @filter_options(kind)
    @option("--tellings", is_flag=True)
    @limit
    @output_options
    @ledger_option
    def show(*, ledger: str | None, limit: int | None, tellings: bool, **asked: Any) -> None:
        from hamkor.publish.bearers import find_bearers

        form = choose_form(asked.pop("format"), asked.pop("output"), asked.pop("bom"))
        wanted = make_filter(asked)
        with open_view(ledger) as view:
            need_document(view, wanted)
            rows = view.find_statements(kind, wanted) if tellings else find_bearers(view, kind, wanted)
            write_rows(kind if tellings else name, islice(rows, limit), form)

    return show


@command(
    "figures",
    examples=(
        "hamkor figures --between KZ UZ --indicator trade_turnover",
        "hamkor figures --since 2025 --verdict conflicts",
        "hamkor figures --since 2025-10 --format csv --bom --output figures.csv",
        "hamkor figures --during 2025 --format xlsx --output figures.xlsx",
        "hamkor figures --derived --between KZ UZ",
    ),
)
@filter_options("observation")
@option("--verdict", choices=VERDICTS, metavar="|".join(VERDICTS))
@option("--derived", is_flag=True)
@limit
@output_options
@ledger_option
def figures(*, ledger: str | None, limit: int | None, verdict: str | None, **asked: Any) -> None:
    from hamkor.publish.judged import Judged
    from hamkor.publish.tellings import count_tellings

    form = choose_form(asked.pop("format"), asked.pop("output"), asked.pop("bom"))
    derived, wanted = asked.pop("derived"), make_filter(asked)
    with open_view(ledger) as view:
        need_document(view, wanted)
        if derived:
            _write_derived(view, wanted, limit, form)
            return
        judged = Judged(view)
        found = judged.pick(view.find_statements("observation", wanted), verdict)
        write_rows("observation", count_tellings(view, islice(found, limit)), form, [judged.make_field()])


def _write_derived(view: View, wanted: Filter, limit: int | None, form: Form) -> None:
    from hamkor.publish.systems import find_derived_rows, tell_derived, write_derived

    found = islice(find_derived_rows(view, wanted), limit)
    if form.format == "table":
        write_lines(map(tell_derived, found), form.file)
    elif form.format in ("csv", "xlsx"):
        write_rows("derived", found, form)
    else:
        write_plain(map(write_derived, found), form)


events = _make("events", "event", "hamkor events --between KZ UZ --type meeting", "hamkor events --during 2026")
people = _make_bearers(
    "people",
    "person",
    "hamkor people --between KZ UZ",
    "hamkor people --since 2025 --format csv",
    "hamkor people --tellings --newest-first",
)
organisations = _make_bearers("organisations", "organisation", "hamkor organisations --since 2025-10-01")
quotations = _make("quotations", "quotation", "hamkor quotations --newest-first --limit 5")
documents = _make(
    "documents", "document", "hamkor documents --newest-first", "hamkor documents --between KZ UZ --sector transport"
)
