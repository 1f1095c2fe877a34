"""`hamkor show`, `search` and `versions`: statements and documents one by one, their words marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hamkor.cli.book import ledger_option, open_view
from hamkor.cli.command import command
from hamkor.cli.options import limit, option
from hamkor.cli.output import Form, choose_form, write_lines, write_plain
from hamkor.cli.terminal import get_width
from hamkor.errors import LedgerError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Version, View
    from hamkor.publish.screen import Paint

TELLING = ("table", "json", "jsonl")


def told_options(function: Any) -> Any:
    function = option("--output", metavar="FILE")(function)
    return option("--format", choices=TELLING, metavar="|".join(TELLING))(function)


@command("show", examples=("hamkor show uwjl4qvd", "hamkor show navoi-1 --format json"))
@click.argument("id")
@told_options
@ledger_option
def show(*, id: str, format: str | None, output: str | None, ledger: str | None) -> None:
    form = choose_form(format, output)
    with open_view(ledger) as view:
        _write(form, *_find(view, id))


def _find(view: View, id: str) -> tuple[dict[str, Any], Any]:
    """What bears this id, as a plain object and as what makes its lines: a document first, else a statement."""
    from hamkor.publish.kept import write_kept, write_statement
    from hamkor.publish.reading import write_document_lines, write_statement_lines
    from hamkor.publish.reprints import find_printed, write_printed
    from hamkor.publish.tellings import count_tellings

    try:
        document = view.get_document(id)
    except LedgerError:
        row = next(count_tellings(view, [view.get_statement(id)]))
        passage = view.get_passage(row)
        around = {"before": passage.before, "words": passage.words, "after": passage.after}
        plain = write_statement(row) | {"stands": row.stands, "passage": around}
        return plain, lambda width, paint: write_statement_lines(row, passage, width=width, paint=paint)
    found, printed = view.get_statements(id), find_printed(view, id)
    plain = write_kept(document.row, found, text=document.text)
    plain["document"] |= write_printed(printed, id) | {"text": document.text}
    rows = list(view.find_statements(None, _of_document(id)))
    return plain, lambda width, paint: write_document_lines(document, rows, printed, width=width, paint=paint)


def _of_document(id: str) -> Any:
    from hamkor.ledger import Filter

    return Filter(document=id)


def _write(form: Form, plain: dict[str, Any], make_lines: Any) -> None:
    if form.format != "table":
        write_plain([plain], form)
        return
    write_lines(make_lines(get_width(), make_paint(form)), form.file)


def make_paint(form: Form) -> Paint:
    from hamkor.publish.screen import Paint

    return Paint(form.colours)


@command("search", examples=("hamkor search товарооборот", "hamkor search '\"дорожная карта\"' инвест*"))
@click.argument("words", nargs=-1, required=True, metavar=get_text("help.words"))
@limit
@told_options
@ledger_option
def search(*, words: tuple[str, ...], ledger: str | None, limit: int | None, **asked_form: Any) -> None:
    from hamkor.publish.kept import write_hit
    from hamkor.publish.reading import write_hit_lines

    form, asked = choose_form(**asked_form), " ".join(map(_quote, words))
    with open_view(ledger) as view:
        hits = view.search(asked, most=limit)
        if form.format != "table":
            write_plain(map(write_hit, hits), form)
            return
        width, paint = get_width(), make_paint(form)
        write_lines((line for hit in hits for line in write_hit_lines(hit, width=width, paint=paint)), form.file)


def _quote(word: str) -> str:
    """What the shell gave as one word and holds a space was one phrase."""
    return f'"{word}"' if " " in word.strip() and '"' not in word else word


@command("versions", examples=("hamkor versions navoi-1", "hamkor versions navoi-2 --against navoi-1"))
@click.argument("id")
@option("--against", metavar="ID")
@told_options
@ledger_option
def versions(*, id: str, against: str | None, format: str | None, output: str | None, ledger: str | None) -> None:
    from hamkor.publish.kept import write_version

    form = choose_form(format, output)
    with open_view(ledger) as view:
        view.get_document(id)  # where there is none, that is said
        found = view.find_versions(id) if against is None else iter([view.compare_documents(id, against)])
        if form.format != "table":
            write_plain(map(write_version, found), form)
            return
        write_lines(_write_versions(found, against, form), form.file)


def _write_versions(found: Iterator[Version], against: str | None, form: Form) -> Iterator[str]:
    from hamkor.publish.reading import write_version_lines

    width, paint = get_width(), make_paint(form)
    for version in found:
        yield from write_version_lines(version, against, width=width, paint=paint)
