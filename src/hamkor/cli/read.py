"""`hamkor read`: documents into the ledger, with a summary of what was found and what failed and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from hamkor.cli.book import ledger_option, open_book, parse_publication
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import allow_private, count_workers, input_format, option, paths, workers
from hamkor.cli.terminal import is_terminal, note
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger
    from hamkor.pipeline.keeping import Kept

_MOST_CHECKED = 100  # documents whose verdicts are told right after they were read
_MOST_TOLD = 5  # figures that are told to be amiss


@command(
    "read",
    examples=(
        "hamkor read report.txt page.html folder",
        "hamkor read --published 2025-12-28 --publisher Herald --ledger desk.db protocol.txt",
        "hamkor read --input-format jsonl - < news.jsonl",
        "hamkor read --workers 0 --ledger archive.db folder",
    ),
)
@paths
@input_format
@option("--published", metavar="DAY")
@option("--publisher", metavar="NAME")
@option("--again", is_flag=True)
@allow_private
@workers
@ledger_option
def read(*, paths: tuple[str, ...], ledger: str | None, again: bool, workers: int, **asked: Any) -> int:
    from hamkor.cli.progress import count_documents, show_progress
    from hamkor.cli.resolve import finish_left
    from hamkor.pipeline.intake import find_readings
    from hamkor.pipeline.keeping import keep_all
    from hamkor.read import Given

    published, publisher = asked.pop("published"), asked.pop("publisher")
    if published:
        published = parse_publication(published, "--published")
    book = open_book(ledger, create_new=True)
    readings = find_readings(paths, given=Given(published=published, publisher=publisher), **asked)
    kept = keep_all(readings, book, again=again, workers=count_workers(workers))
    kept = show_progress(kept, partial(count_documents, paths))
    changed: list[str] = []
    status = _tell_all(kept, book.place, changed)
    finish_left(book)
    _tell_amiss(book, changed)
    return status


def _tell_amiss(book: Ledger, changed: Sequence[str]) -> None:
    """Which figures of what was read do not fit; of many documents only of the first."""
    from hamkor.publish.judged import find_checked
    from hamkor.publish.verdicts import write_amiss

    with book.view() as view:
        lines = list(write_amiss(find_checked(view, changed[:_MOST_CHECKED]), _MOST_TOLD))
    if lines:
        note("\n".join([get_text("read.amiss"), *(f"  {line}" for line in lines)]))
    if len(changed) > _MOST_CHECKED:
        note(get_text("read.unchecked", number=len(changed) - _MOST_CHECKED))


def _tell_all(kept: Iterable[Kept], place: str, changed: list[str]) -> int:
    """Say what became of each document, in a pipe one object a line, and at the end of all of them.

    changed  takes the ids of those that say something new
    """
    from hamkor.cli.keep import Summary, write_kept_line
    from hamkor.pipeline.keeping import FAILED as LOST

    summary, in_pipe = Summary(), not is_terminal(sys.stdout)
    try:
        for one in kept:
            summary.count(one)
            if one.version is not None:
                changed.append(one.id)
            if one.error:
                tell(one.error)
            if in_pipe:
                print(json.dumps(write_kept_line(one), ensure_ascii=False), flush=True)
    except KeyboardInterrupt:
        note(get_text("read.interrupted"))
        raise
    finally:
        note("\n".join(summary.write(place)))
    return FAILED if summary.documents[LOST] else 0
