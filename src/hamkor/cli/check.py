"""`hamkor check`: does each figure fit with the others and with official statistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hamkor.cli.book import filter_options, ledger_option, make_filter, need_document, open_view, parse_day
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import option
from hamkor.cli.output import Form, choose_form, write_lines, write_plain
from hamkor.cli.show import make_paint
from hamkor.cli.terminal import get_width, note
from hamkor.errors import HamkorError
from hamkor.messages import get_text
from hamkor.settings import get_settings

if TYPE_CHECKING:
    from hamkor.ledger import Filter, View
    from hamkor.pipeline import ReadDocument
    from hamkor.publish.checked import Checked


@command(
    "check",
    examples=(
        "hamkor check --between KZ UZ",
        "hamkor check --since 2025-10 --format jsonl",
        "hamkor check --draft report.txt",
        "hamkor check --systems --between KZ UZ",
    ),
)
@filter_options("observation")
@option("--draft", metavar="PATH|-")
@option("--systems", is_flag=True)
@option("--as-of", metavar="DAY")
@option("--format", choices=("table", "json", "jsonl"), metavar="table|json|jsonl")
@option("--output", metavar="FILE")
@ledger_option
def check(
    *, ledger: str | None, format: str | None, output: str | None, as_of: str | None, draft: str | None, **asked: Any
) -> int:
    from hamkor.publish.checked import check_ledger

    systems: bool = asked.pop("systems")
    form, wanted = choose_form(format, output), make_filter(asked)
    as_of = parse_day(as_of, "--as-of").isoformat() if as_of else None
    if draft is None:
        with open_view(ledger) as view:
            need_document(view, wanted)
            if systems:
                _write_systems(view, wanted, as_of, form)
                return 0
            _write(check_ledger(view, wanted, as_of=as_of), form)
        return 0
    return _check_draft(draft, ledger, form, as_of)


def _check_draft(draft: str, ledger: str | None, form: Form, as_of: str | None) -> int:
    """The verdicts on a text that is not kept; what it is held against is told beside."""
    from hamkor.publish.checked import check_draft

    failed: list[HamkorError] = []
    with _view_if_there(ledger) as known:
        read = list(_read(draft, failed))
        _tell_against(known, get_settings(ledger=ledger).ledger)
        _tell_copied(known, read)
        if any(one.prepared.published is None for one in read):
            note(get_text("draft.no_day", day=as_of or date.today().isoformat()))
        _write(check_draft(read, known, as_of=as_of), form)
    return FAILED if failed else 0


def _tell_against(known: View | None, place: str) -> None:
    if known is None:
        note(get_text("draft.alone", place=place))
        return
    counted = known.count()
    note(get_text("draft.against", place=place, documents=counted["document"], statistics=len(known.find_statistics())))


def _tell_copied(known: View | None, read: Iterable[ReadDocument]) -> None:
    """Which drafts print a kept document again."""
    from hamkor.pipeline.originals import find_copied

    for one in read:
        if known and (copied := find_copied(known, one.prepared)):
            note(get_text("draft.copy", draft=one.prepared.document.id, original=copied.original))


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


def _write_systems(view: View, wanted: Filter, as_of: str | None, form: Form) -> None:
    from hamkor.publish.systems import find_systems, tell_system, write_system

    found = find_systems(view, wanted, as_of=as_of)
    if form.format == "table":
        write_lines((line for one in found for line in tell_system(one)), form.file)
    else:
        write_plain(map(write_system, found), form)


def _write(checked: Iterable[Checked], form: Form) -> None:
    from hamkor.publish.verdicts import write_checked, write_verdict_table

    if form.format == "table":
        write_lines(write_verdict_table(checked, width=get_width(), paint=make_paint(form)), form.file)
    else:
        write_plain((write_checked(one) for one in checked), form)
