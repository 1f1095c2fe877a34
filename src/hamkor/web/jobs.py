"""Documents that are being read: each batch one after the other, in the background, its outcome to be asked for."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field

from hamkor.errors import HamkorError
from hamkor.ledger import Ledger
from hamkor.pipeline.keeping import Kept, keep_all
from hamkor.pipeline.unforeseen import describe_unforeseen
from hamkor.read import Reading

_REMEMBERED = 50  # batches whose outcome can still be asked for; the documents themselves are in the ledger


@dataclass(slots=True)
class Job:
    """One batch. `kept` grows while it is read; `error` is what stopped it before its end."""

    id: str
    kept: list[Kept] = field(default_factory=list)
    done: bool = False
    error: HamkorError | None = None


class Jobs:
    """Reads batches in the order in which they were given; a batch that stops leaves the ledger whole."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._worker = ThreadPoolExecutor(1, "reading")
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def start(self, readings: Iterable[Reading], *, by: str, again: bool = False) -> Job:
        """Begin to read, in somebody's name; messages are told in their language."""
        job = Job(secrets.token_urlsafe(9))
        self._jobs[job.id] = job
        while len(self._jobs) > _REMEMBERED:
            self._jobs.popitem(last=False)
        outcome = keep_all(readings, self._ledger, again=again, by=by)
        self._worker.submit(copy_context().run, self._read, job, outcome)
        return job

    def find(self, id: str) -> Job | None:
        return self._jobs.get(id)

    def stop(self) -> None:
        """Wait for the batch that is being read; those that wait are dropped."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _read(self, job: Job, outcome: Iterable[Kept]) -> None:
        try:
            for kept in outcome:
                job.kept.append(kept)
        except HamkorError as error:
            job.error = error
        except Exception as error:
            job.error = describe_unforeseen(self._ledger.place, error)
        finally:
            job.done = True
