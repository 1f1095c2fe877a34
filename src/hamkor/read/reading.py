"""From what a user names — bytes, files, folders, addresses, standard input — to readings, one after the other."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read import media
from hamkor.read.articles import iterate_json_lines, read_json
from hamkor.read.folder import find_files
from hamkor.read.limits import DEFAULT_LIMITS, Limits
from hamkor.read.source import Given, Job, Reading, Source

Reader = Callable[[Job], "Iterable[Document] | Iterable[Reading]"]
INPUT_FORMATS = ("auto", *media.BY_INPUT_FORMAT)
STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)  # which schemes are read, `address` says


def _html(job: Job) -> list[Document] | Iterator[Reading]:
    from hamkor.read.html.reader import read_html

    return read_html(job)


def _plain(job: Job) -> list[Document]:
    from hamkor.read.plain import read_plain

    return read_plain(job)


def _pdf(job: Job) -> list[Document]:
    from hamkor.read.pdf.reader import read_pdf

    return read_pdf(job)


def _docx(job: Job) -> list[Document]:
    from hamkor.read.docx import read_docx

    return read_docx(job)


def _xlsx(job: Job) -> list[Document]:
    from hamkor.read.xlsx import read_xlsx

    return read_xlsx(job)


def _mail(job: Job) -> list[Document]:
    from hamkor.read.mail.reader import read_mail

    return read_mail(job)


def _feed(job: Job) -> Iterator[Reading]:
    """What the entries of a feed lead to."""
    from hamkor.read.feed import read_entries

    limits, most = replace(_step_in(job), hops=0), job.limits.max_entries
    entries = read_entries(job)
    for entry in entries[:most]:
        yield from read_address(entry.address, given=entry.given, limits=limits)
    if len(entries) > most:
        found, expected = f"{len(entries)} entries", f"at most {most} at once, which were read"
        yield Reading(job.id(), job.error(found=found, expected=expected, do="give the addresses of the rest"))


def _step_in(job: Job) -> Limits:
    """The limits of what a list or a feed names. Raises ReadError where too many stand one within another."""
    if job.limits.hops < 1:
        expected, do = "a page", "give its own address"
        raise job.error(found="a list of addresses or a feed within another", expected=expected, do=do)
    return replace(job.limits, hops=job.limits.hops - 1)


# Which reader reads what. A new format is one line here and one module; each imports its library when it is first used.
READERS: dict[str, Reader] = {
    media.TEXT: _plain,
    media.HTML: _html,
    media.JSON: read_json,
    media.PDF: _pdf,
    media.DOCX: _docx,
    media.XLSX: _xlsx,
    media.EML: _mail,
    media.FEED: _feed,
}
UNREAD = {
    "application/x-ole-storage": ("a file of old Office (DOC, XLS)", "save it as DOCX or XLSX"),
    "application/rtf": ("RTF", "save it as DOCX"),
    "application/zip": ("a ZIP archive", "unpack it and give the folder"),
    "application/gzip": ("a packed file", "unpack it"),
    "application/vnd.rar": ("a packed file", "unpack it"),
    "application/x-7z-compressed": ("a packed file", "unpack it"),
    media.SQLITE: ("a database", "name documents; a ledger is named with --ledger"),
    "image/png": ("a picture", "run text recognition on it"),
    "image/jpeg": ("a picture", "run text recognition on it"),
    "image/gif": ("a picture", "run text recognition on it"),
    "image/tiff": ("a picture", "run text recognition on it"),
}


def read_bytes(
    data: bytes,
    *,
    place: str,
    media_type: str | None = None,
    given: Given | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> list[Document]:
    """The documents in some bytes: one, or as many as JSON and JSON Lines hold.

    For bytes at hand; files and addresses are better read by `read_paths`, which goes on after an error.

    data        the bytes as they came
    place       their name: path, address, "-"; gives the id where nothing else does, and a hint of the format
    media_type  RFC 6838; found from the bytes and the name where it is None
    given       what is known beforehand
    limits      how much is taken in

    Raises ReadError for the first document that cannot be read.

    >>> [d.title for d in read_bytes(b'{"text": "Trade grew.", "title": "Trade"}', place="a.json")]
    ['Trade']
    """
    source = Source(place, data, media_type)
    documents = []
    for reading in iterate_source(source, given=given, limits=limits):
        if isinstance(reading.outcome, ReadError):
            raise reading.outcome
        documents.append(reading.outcome)
    return documents


def iterate_source(source: Source, *, given: Given | None = None, limits: Limits = DEFAULT_LIMITS) -> Iterator[Reading]:
    """The readings of one source: as many as it holds. Never raises ReadError; errors stand in their place."""
    job = Job(source, given or Given(), limits)
    try:
        _check_size(job)
        named = source.media_type or media.find_media_type(
            source.content, name=source.place, header=source.header("content-type")
        )
        job = replace(job, source=replace(source, media_type=named))
        if named == media.JSON_LINES:
            yield from _read_json_lines(job, enumerate(BytesIO(source.content), 1))
        elif named == media.ADDRESSES:
            yield from _read_address_list(job)
        else:
            yield from _read_with(job, get_reader(job, named))
    except ReadError as error:
        yield Reading(job.id(), error, source)
    except (MemoryError, RecursionError) as problem:
        found = f"more than can be taken apart ({type(problem).__name__})"
        yield Reading(job.id(), job.error(found=found, expected="a smaller document", do="split it"), source)
    except Exception as problem:  # a broken file finds what no library foresaw; it must not stop the rest
        found = f"what its reader does not know ({type(problem).__name__}: {problem})"
        yield Reading(job.id(), job.error(found=found, expected="a whole file", do="save or fetch it again"), source)


def get_reader(job: Job, media_type: str) -> Reader:
    """The reader of a media type. Raises ReadError where there is none, saying what to do instead."""
    reader = READERS.get(media_type)
    if reader is None:
        found, do = UNREAD.get(
            media_type, ("binary data of no known kind", "give text, HTML, JSON, PDF, DOCX, XLSX, EML, RSS or Atom")
        )
        raise job.error(found=found, expected="a document", do=do)
    return reader


def _check_size(job: Job) -> None:
    size = len(job.content)
    if not size:
        raise job.error(found="an empty file", expected="a document", do="look whether it was saved whole")
    if size > job.limits.max_bytes:
        limit = f"{job.limits.max_bytes / 2**20:g} MB"
        do = "split it, or raise the limit (HAMKOR_MAX_BYTES)"
        raise job.error(found=f"more than {limit}", expected=f"at most {limit} a document", do=do)


def _read_with(job: Job, reader: Reader) -> Iterator[Reading]:
    for outcome in reader(job):
        reading = outcome if isinstance(outcome, Reading) else Reading(outcome.id, outcome, job.source)
        yield _check_length(job, reading)


def _read_json_lines(job: Job, lines: Iterator[tuple[int, bytes]]) -> Iterator[Reading]:
    return (_check_length(job, reading) for reading in iterate_json_lines(job, lines))


def _check_length(job: Job, reading: Reading) -> Reading:
    """The reading, or the error that stands in its place where its text is too long to be taken apart."""
    text = "" if isinstance(reading.outcome, ReadError) else reading.outcome.text
    if len(text) <= job.limits.max_text:
        return reading
    return replace(reading, outcome=replace(job, source=reading.source or job.source).too_long(len(text)))


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
        yield from _read_json_lines(job, _read_lines(job, head, stream))
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


def read_address(url: str, *, given: Given | None = None, limits: Limits = DEFAULT_LIMITS) -> Iterator[Reading]:
    """The readings of what an http(s) address answers. Addresses of private networks are refused unless allowed.

    Only for an address that the user gave. Never raises ReadError.
    """
    from hamkor.read.address import fetch_source

    named = replace(given or Given(), url=(given.url if given else None) or url)
    try:
        source = fetch_source(url, limits)
    except ReadError as error:
        yield Reading(named.id or url, error)
        return
    yield from iterate_source(source, given=named, limits=limits)


def _read_address_list(job: Job) -> Iterator[Reading]:
    limits = _step_in(job)
    for line in job.content.decode("utf-8-sig", "replace").splitlines():
        if line.strip() and not line.startswith("#"):
            yield from read_address(line.strip(), given=replace(job.given, id=None, url=None), limits=limits)
