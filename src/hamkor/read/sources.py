"""From the bytes of one source to the documents that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read import media
from hamkor.read.articles import iterate_json_lines
from hamkor.read.limits import DEFAULT_LIMITS, Limits
from hamkor.read.readers import Reader, get_reader
from hamkor.read.source import Given, Job, Reading, Source


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
            yield from read_json_lines(job, enumerate(BytesIO(source.content), 1))
        elif named == media.ADDRESSES:
            from hamkor.read.addresses import read_address_list

            yield from read_address_list(job)
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


def read_json_lines(job: Job, lines: Iterator[tuple[int, bytes]]) -> Iterator[Reading]:
    return (_check_length(job, reading) for reading in iterate_json_lines(job, lines))


def _check_length(job: Job, reading: Reading) -> Reading:
    """The reading, or the error that stands in its place where its text is too long to be taken apart."""
    text = "" if isinstance(reading.outcome, ReadError) else reading.outcome.text
    if len(text) <= job.limits.max_text:
        return reading
    return replace(reading, outcome=replace(job, source=reading.source or job.source).too_long(len(text)))
