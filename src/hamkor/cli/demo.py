"""`hamkor demo`: the example documents as statements, on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import hamkor
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import option
from hamkor.cli.output import choose_form, write_lines, write_plain
from hamkor.cli.terminal import get_width
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger, View
    from hamkor.publish.screen import Paint

EXAMPLES = Path(hamkor.__file__).parent / "examples" / "documents.jsonl"
FORMATS = ("table", "json", "jsonl")


@command("demo", examples=("hamkor demo", "hamkor demo --format jsonl --output demo.jsonl"))
@option("--format", choices=FORMATS, default="table", metavar="|".join(FORMATS))
@option("--output", metavar="FILE")
@option("--serve", is_flag=True)
def demo(*, format: str, output: str | None, serve: bool) -> int:
    from hamkor.cli.show import make_paint
    from hamkor.publish.exported import find_exported

    form = choose_form(format, output)
    with TemporaryDirectory(prefix="hamkor-") as folder, _read_examples(folder) as (book, view, failed):
        if serve:
            from hamkor.cli.serve import serve_here

            serve_here(book)
            return 0
        if form.format == "table":
            write_lines(_write_screen(view, get_width(), make_paint(form)), form.file)
        else:
            write_plain(find_exported(view, _find_last_day(view)), form)
    return FAILED if failed else 0


@contextmanager
def _read_examples(folder: str) -> Iterator[tuple[Ledger, View, int]]:
    """The examples in a ledger of their own, and how many could not be read."""
    from hamkor.cli.book import open_book
    from hamkor.pipeline.intake import find_readings
    from hamkor.pipeline.keeping import keep_all

    book, failed = open_book(str(Path(folder) / "demo.db"), create_new=True), 0
    for kept in keep_all(find_readings([str(EXAMPLES)], input_format="jsonl"), book):
        if kept.error:
            failed += 1
            tell(kept.error)
    with book.view() as view:
        yield book, view, failed


def _find_last_day(view: View) -> date:
    """The day that counts as today: the last one on which an example was published."""
    return date.fromisoformat(max((row.published or "")[:10] for row in view.find_documents()))


def _write_screen(view: View, width: int, paint: Paint) -> Iterator[str]:
    from hamkor.publish.overview import write_overview

    yield get_text("demo.heading", number=view.count()["document"])
    yield from write_overview(view, width=width, paint=paint)
    yield ""
    yield get_text("demo.next")
