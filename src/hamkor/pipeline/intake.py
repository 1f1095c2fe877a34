"""From what a command names to documents: the limits in force and what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from hamkor.errors import HamkorError
from hamkor.model import Document
from hamkor.pipeline.reading import ReadDocument, read_document
from hamkor.pipeline.unforeseen import describe_unforeseen
from hamkor.read import Given, Limits, Reading, read_paths
from hamkor.settings import get_settings

Found = ReadDocument | HamkorError  # a document with what it states, or the error that stands in its place
Take = Callable[[], Found]


def find_readings(
    paths: Sequence[str], *, input_format: str, allow_private: bool = False, given: Given | None = None
) -> Iterator[Reading]:
    """The readings of all that is named, in order and one at a time; errors stand in their document's place."""
    return read_paths(paths, input_format=input_format, given=given, limits=get_limits(allow_private=allow_private))


def get_limits(*, allow_private: bool = False) -> Limits:
    """How far reading may reach, as the environment and the command say."""
    set_ = get_settings(ledger="-")
    limits = Limits(max_bytes=set_.max_bytes, seconds=set_.timeout_s, redirects=set_.max_redirects)
    return replace(limits, allow_private=allow_private or set_.allow_private)


def get_public_limits() -> Limits:
    """Those in force, but never addresses within the own network: a page could be made to ask for them."""
    return replace(get_limits(), allow_private=False)


def take_all(
    readings: Iterable[Reading], *, workers: int = 1, leave: Callable[[Document], bool] = lambda _: False
) -> Iterator[tuple[Reading, Take]]:
    """Each reading, in its turn, with what gives its outcome.

    workers  processes that read; one is this process
    leave    which documents need not be read, though their outcome can be had
    """
    if workers > 1:
        from hamkor.pipeline.crew import take_together

        yield from take_together(readings, workers, leave)
        return
    for reading in readings:
        yield reading, partial(take_reading, reading)


def take_reading(reading: Reading) -> Found:
    """What a reading brought, with what it states; else the error that stands in its place."""
    return reading.outcome if isinstance(reading.outcome, HamkorError) else take(reading.outcome)


def take(document: Document) -> Found:
    """A document with what it states, or the error that stands in its place."""
    try:
        return read_document(document)
    except HamkorError as error:
        return error
    except Exception as error:  # whatever one document brings, the run goes on
        return describe_unforeseen(document.id, error)
