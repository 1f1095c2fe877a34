"""What pages ask for is found beforehand: where promises stand, and verdicts, on the latest documents first."""

from __future__ import annotations

import logging
from itertools import islice
from threading import Event, Thread
from time import monotonic, process_time

from hamkor.errors import LedgerError
from hamkor.ledger import Filter, Ledger
from hamkor.publish.followed import follow_anew
from hamkor.publish.heard import load_read
from hamkor.publish.judged import find_gravest

_EVERY_S = 5.0
_PROMISES = 100  # that are followed in one view
_DOCUMENTS = 100  # the latest, whose verdicts are looked after each time
_AT_ONCE = 10  # documents that are judged in one view
_WORK_S = 1.0  # in each round, for documents that were never judged: readers come first
_BUSY_S = 1.0  # of processor time between two rounds: there are readers, and nothing more is judged
_LAST_ROW = 2**31 - 1  # no document has a later one
_LOG = logging.getLogger(__name__)


class Keeper:
    """Looks every few seconds whether the ledger has changed, whoever changed it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._end = ledger, Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._before = _LAST_ROW  # of the documents that were not judged, those from here on are left

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        before = process_time()
        while not self._end.wait(_EVERY_S):
            try:
                self._keep(busy=process_time() - before > _BUSY_S)
            except LedgerError as error:  # pages will tell
                _LOG.info("%s", error)
            before = process_time()

    def _keep(self, *, busy: bool = False) -> None:
        with self._ledger.view() as view:
            marks = {thing: mark for thing, mark in view.find_unfollowed("9999").items() if mark is not None}
            latest = [row.id for row in view.find_documents(Filter(newest_first=True), most=_DOCUMENTS)]
            load_read(view)  # which the first page of promises would have to wait for
        rest = iter(marks.items())
        while (part := dict(islice(rest, _PROMISES))) and not self._end.is_set():
            with self._ledger.view() as view:
                follow_anew(view, part)
        for start in range(0, len(latest), _AT_ONCE):
            if not self._end.is_set():
                self._look_after(tuple(latest[start : start + _AT_ONCE]))
        if not busy:
            self._judge_more()

    def _look_after(self, documents: tuple[str, ...]) -> None:
        """Judge them once for a state of the ledger."""
        with self._ledger.view() as view:
            view.remember_things(("judged", documents), lambda: len(find_gravest(view, documents)))

    def _judge_more(self) -> None:
        """Some of those that were never judged, each once while the server runs."""
        begun = monotonic()
        while monotonic() - begun < _WORK_S and not self._end.is_set():
            with self._ledger.view() as view:
                found = view.find_unjudged(before=self._before, most=_AT_ONCE)
                find_gravest(view, [id_ for _, id_ in found])
            if not found:
                return
            self._before = found[-1][0]
