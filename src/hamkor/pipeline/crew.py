"""Documents read by several processes at once, told in the order in which they came."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from hamkor.errors import HamkorError
from hamkor.messages import get_language, get_text, set_language
from hamkor.model import Document
from hamkor.pipeline.intake import Found, Take, take
from hamkor.read import Reading

_AHEAD = 8  # documents that lie ready for each worker: none waits for the slowest, and few are held at once


def take_together(
    readings: Iterable[Reading], workers: int, leave: Callable[[Document], bool]
) -> Iterator[tuple[Reading, Take]]:
    """Each reading, in its turn, with what gives the outcome; up to eight a worker are read ahead.

    workers  processes, each of which loads the languages that it meets
    leave    which documents need not be read: their outcome is worked out when it is asked for
    """
    with _Crew(workers) as crew:
        ahead: deque[tuple[Reading, Take]] = deque()
        for reading in readings:
            ahead.append((reading, _hand_out(crew, reading, leave)))
            if len(ahead) > workers * _AHEAD:
                yield ahead.popleft()
        yield from ahead


def _hand_out(crew: _Crew, reading: Reading, leave: Callable[[Document], bool]) -> Take:
    outcome = reading.outcome
    if isinstance(outcome, HamkorError):
        return lambda: outcome
    return partial(take, outcome) if leave(outcome) else crew.hand_out(outcome)


class _Crew:
    """Worker processes; those that die are replaced, and the document that they died of is told as an error."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool = _open_pool(workers)

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def hand_out(self, document: Document) -> Take:
        """Have a document read; what is given waits for it."""
        try:
            future = self._pool.submit(take, document)
        except BrokenProcessPool:
            self._pool = _open_pool(self._workers)
            future = self._pool.submit(take, document)
        return partial(_await, future, document)


def _await(future: Future[Found], document: Document) -> Found:
    try:
        return future.result()
    except BrokenProcessPool:  # by this document or by another one that was being read
        return _take_alone(document)


def _take_alone(document: Document) -> Found:
    """What a document states, read by a process of its own; the error that stands in its place where that dies."""
    with _open_pool(1) as pool:
        try:
            return pool.submit(take, document).result()
        except BrokenProcessPool:
            found, do = get_text("error.killed"), get_text("error.report_it")
            return HamkorError(document.id, found=found, expected=get_text("error.statements"), do=do)


def _open_pool(workers: int) -> ProcessPoolExecutor:
    """Processes that share nothing with this one: neither its connections nor its threads."""
    return ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_begin, initargs=(get_language(), gc.get_threshold())
    )


def _begin(language: str, collected: tuple[int, int, int]) -> None:
    """What a worker does first: an interruption is for the one who hands out, and without that one it leaves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    set_language(language)
    gc.set_threshold(*collected)


def _leave_with_parent() -> None:
    parent = parent_process()
    assert parent
    wait([parent.sentinel])
    os._exit(1)
