"""Documents that are being read: each batch one after the other, in the background, its outcome to be asked for."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from itertools import takewhile

from hamkor.errors import HamkorError
from hamkor.ledger import Ledger
from hamkor.pipeline.keeping import Kept, keep_all
from hamkor.pipeline.unforeseen import describe_unforeseen
from hamkor.read import Reading

_REMEMBERED = 50  # batches whose outcome can still be asked for; the documents themselves are in the ledger


@dataclass(slots=True)
class Job:
    """One batch.

    named    how many files, addresses and texts were given; one may hold many documents
    kept     by the document's id, in order; grows while it is read
    error    what ended it before its end
    stopped  whether somebody asked it to stop: what is being read is finished, the rest is left
    """

    id: str
    named: int
    kept: dict[str, Kept] = field(default_factory=dict)
    done: bool = False
    error: HamkorError | None = None
    stopped: bool = False

    def list_kept(self) -> list[Kept]:
        """What became of each document so far."""
        return list(self.kept.values())


class Jobs:
    """Reads batches in the order in which they were given; a batch that stops leaves the ledger whole."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._worker = ThreadPoolExecutor(1, "reading")
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def start(self, readings: Iterable[Reading], *, by: str, named: int = 1) -> Job:
        """Begin to read, in somebody's name; messages are told in their language."""
        job = Job(secrets.token_urlsafe(9), named)
        self._jobs[job.id] = job
        while len(self._jobs) > _REMEMBERED:
            self._jobs.popitem(last=False)
        self._submit(job, readings, by, again=False)
        return job

    def read_again(self, job: Job, readings: Iterable[Reading], *, by: str) -> None:
        """Read some of a batch's documents again, though they are known; their outcome takes the place of the first."""
        job.done, job.stopped = False, False
        self._submit(job, readings, by, again=True)

    def find(self, id: str) -> Job | None:
        return self._jobs.get(id)

    def stop(self) -> None:
        """Wait for the document that is being read; what waits is dropped."""
        for job in self._jobs.values():
            job.stopped = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _submit(self, job: Job, readings: Iterable[Reading], by: str, *, again: bool) -> None:
        going_on = takewhile(lambda _: not job.stopped, readings)
        outcome = keep_all(going_on, self._ledger, again=again, by=by)
        self._worker.submit(copy_context().run, self._read, job, outcome)

    def _read(self, job: Job, outcome: Iterable[Kept]) -> None:
        try:
            for kept in outcome:
                job.kept[kept.id] = kept
        except HamkorError as error:
            job.error = error
        except Exception as error:
            job.error = describe_unforeseen(self._ledger.place, error)
        finally:
            job.done = True
