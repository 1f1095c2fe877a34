"""`hamkor extract`: documents in, one JSON object a document out; nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import allow_private, input_format, paths
from hamkor.errors import HamkorError

if TYPE_CHECKING:
    from hamkor.read import Reading


@command(
    "extract",
    examples=(
        "hamkor extract report.txt page.html",
        "hamkor extract --input-format jsonl - < news.jsonl > statements.jsonl",
    ),
)
@paths
@input_format
@allow_private
def extract(paths: tuple[str, ...], input_format: str, allow_private: bool) -> int:
    from hamkor.pipeline.intake import find_readings

    failed = False
    for answer in answer_all(find_readings(paths, input_format=input_format, allow_private=allow_private)):
        failed |= "error" in answer
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return FAILED if failed else 0


def answer_all(readings: Iterator[Reading]) -> Iterator[dict[str, Any]]:
    """One object a document, in order; what could not be read says so in its place and on standard error."""
    from hamkor.pipeline.intake import take_reading
    from hamkor.publish.statements import to_plain

    for reading in readings:
        found = take_reading(reading)
        if isinstance(found, HamkorError):
            sys.stdout.flush()
            tell(found)
            yield {"document": {"id": reading.id}, "error": str(found)}
        else:
            yield to_plain(found.prepared, found.statements)
