"""From what a user names — files, folders, addresses, standard input — to readings, one after the other."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from hamkor.read import media
from hamkor.read.addresses import read_address
from hamkor.read.folder import find_files
from hamkor.read.limits import DEFAULT_LIMITS, Limits
from hamkor.read.source import Given, Job, Reading, Source
from hamkor.read.sources import iterate_source, read_json_lines

INPUT_FORMATS = ("auto", *media.BY_INPUT_FORMAT)
STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)  # which schemes are read, `address` says


def read_path(
    path: str | Path, *, input_format: str = "auto", given: Given | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Reading]:
    """The readings of one file, of all files of a folder (in the order of their names), or of "-", standard input.

    JSON Lines are read line by line and never held whole. A file of addresses, one a line, is followed.
    `input_format` is one of INPUT_FORMATS. Never raises ReadError: errors stand in their document's place.
    """
    forced = media.BY_INPUT_FORMAT.get(input_format)
    if str(path) == STANDARD_INPUT:
        yield from _read_stream(Job(Source("-", b"", forced), given or Given(), limits), sys.stdin.buffer)
        return
    if Path(path).is_dir():
        for file in find_files(Path(path)):
            yield from read_path(file, input_format=input_format, given=given, limits=limits)
        return
    job = Job(Source(str(path), b"", forced), given or Given(), limits)
    try:
        with Path(path).open("rb") as stream:
            yield from _read_stream(job, stream)
    except OSError as problem:
        yield Reading(
            job.place,
            job.error(found=problem.strerror or "no file", expected="a file that can be read", do="look at the path"),
        )


def _read_stream(job: Job, stream: IO[bytes]) -> Iterator[Reading]:
    """A stream's first piece tells JSON Lines, which go on line by line; all else is read whole, up to the limit."""
    first = stream.readline(job.limits.max_bytes + 1)
    head = first if len(first) > 2000 else first + stream.readline(2000)
    kind = job.source.media_type or _find_lines_type(head, job.place)
    if kind == media.JSON_LINES:
        yield from read_json_lines(job, _read_lines(job, head, stream))
        return
    content = head + stream.read(max(0, job.limits.max_bytes + 1 - len(head)))
    yield from iterate_source(replace(job.source, content=content), given=job.given, limits=job.limits)


def _find_lines_type(head: bytes, place: str) -> str | None:
    named = media.find_media_type(head, name=place)
    return named if named == media.JSON_LINES else None


def _read_lines(job: Job, head: bytes, stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of one beyond the limit only the beginning, which then is no JSON, and says so."""
    rest = head.splitlines(keepends=True)
    number = 0
    while True:
        line = rest.pop(0) if rest else stream.readline(job.limits.max_bytes + 1)
        if line and not line.endswith(b"\n"):
            line += stream.readline(max(0, job.limits.max_bytes + 1 - len(line)))
        if not line:
            return
        number += 1
        yield number, line
        if len(line) > job.limits.max_bytes:
            _skip_line(stream)


def _skip_line(stream: IO[bytes]) -> None:
    while (piece := stream.readline(2**20)) and not piece.endswith(b"\n"):
        pass


def read_paths(
    paths: Iterable[str | Path],
    *,
    input_format: str = "auto",
    given: Given | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Reading]:
    """The readings of files, folders, http(s) addresses and "-", lazily, in the order given. Never raises ReadError."""
    for path in paths:
        if _ADDRESS.match(str(path)):
            yield from read_address(str(path), given=given, limits=limits)
        else:
            yield from read_path(path, input_format=input_format, given=given, limits=limits)
