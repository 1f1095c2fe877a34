"""`hamkor check`: does each figure fit with the others and with official statistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hamkor.cli.book import filter_options, ledger_option, make_filter, open_view, parse_time
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import option
from hamkor.cli.output import Form, choose_form, write_lines, write_plain
from hamkor.errors import HamkorError
from hamkor.settings import get_settings

if TYPE_CHECKING:
    from hamkor.ledger import View
    from hamkor.pipeline import ReadDocument
    from hamkor.publish.checked import Checked


@command(
    "check",
    examples=(
        "hamkor check --between KZ UZ",
        "hamkor check --since 2025-10 --format jsonl",
        "hamkor check --draft report.txt",
    ),
)
@filter_options("observation")
@option("--draft", metavar="PATH|-")
@option("--as-of", metavar="DAY")
@option("--format", choices=("table", "json", "jsonl"), metavar="table|json|jsonl")
@option("--output", metavar="FILE")
@ledger_option
def check(
    *, ledger: str | None, format: str | None, output: str | None, as_of: str | None, draft: str | None, **asked: Any
) -> int:
    from hamkor.publish.checked import check_draft, check_ledger

    form, wanted = choose_form(format, output), make_filter(asked)
    if as_of:
        parse_time(as_of, "--as-of")
    if draft is None:
        with open_view(ledger) as view:
            _write(check_ledger(view, wanted, as_of=as_of), form)
        return 0
    failed: list[HamkorError] = []
    with _view_if_there(ledger) as known:
        _write(check_draft(_read(draft, failed), known, as_of=as_of), form)
    return FAILED if failed else 0


@contextmanager
def _view_if_there(ledger: str | None) -> Iterator[View | None]:
    """The ledger, if there is one: else a draft is held against itself alone. One that cannot be opened is an error."""
    place = get_settings(ledger=ledger).ledger
    if "://" not in place and not Path(place).exists():
        yield None
        return
    with open_view(ledger) as view:
        yield view


def _read(draft: str, failed: list[HamkorError]) -> Iterator[ReadDocument]:
    """The documents of a draft, read and not kept; what cannot be read is told."""
    from hamkor.pipeline.intake import find_readings, take_reading

    for reading in find_readings([draft], input_format="auto"):
        found = take_reading(reading)
        if isinstance(found, HamkorError):
            failed.append(found)
            tell(found)
        else:
            yield found


def _write(checked: Iterable[Checked], form: Form) -> None:
    from hamkor.publish.verdicts import write_checked, write_told

    if form.format == "table":
        write_lines((write_told(one) for one in checked), form.file)
    else:
        write_plain((write_checked(one) for one in checked), form)
