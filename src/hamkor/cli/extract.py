"""`hamkor extract`: documents in, one JSON object a document out; nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import allow_private, count_workers, input_format, paths, workers
from hamkor.errors import HamkorError

if TYPE_CHECKING:
    from hamkor.read import Reading


@command(
    "extract",
    examples=(
        "hamkor extract report.txt page.html",
        "hamkor extract --input-format jsonl - < news.jsonl > statements.jsonl",
        "hamkor extract --workers 0 folder > statements.jsonl",
    ),
)
@paths
@input_format
@allow_private
@workers
def extract(*, paths: tuple[str, ...], workers: int, **asked: Any) -> int:
    from hamkor.pipeline.intake import find_readings

    failed = False
    for answer in answer_all(find_readings(paths, **asked), workers=count_workers(workers)):
        failed |= "error" in answer
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return FAILED if failed else 0


def answer_all(readings: Iterator[Reading], *, workers: int = 1) -> Iterator[dict[str, Any]]:
    """One object a document, in order; what could not be read says so in its place and on standard error."""
    from hamkor.pipeline.intake import take_all
    from hamkor.publish.statements import to_plain

    for reading, take in take_all(readings, workers=workers):
        found = take()
        if isinstance(found, HamkorError):
            sys.stdout.flush()
            tell(found)
            yield {"document": {"id": reading.id}, "error": str(found)}
        else:
            yield to_plain(found.prepared, found.statements)
