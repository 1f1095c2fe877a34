"""Batches: one that is stopped keeps what was read and reads no further."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from hamkor.ledger import open_ledger
from hamkor.read import Reading, read_bytes
from hamkor.web.jobs import Job, Jobs


def read_slowly(begun: Event, go_on: Event) -> Iterator[Reading]:
    """Three documents; before the second it waits."""
    for number in range(3):
        if number == 1:
            begun.set()
            assert go_on.wait(60)
        [document] = read_bytes(b"Trade of Taraz grew by 5 per cent.", place=f"{number}.txt")
        yield Reading(document.id, document)


def wait(job: Job) -> None:
    until = time.monotonic() + 60
    while not job.done and time.monotonic() < until:
        time.sleep(0.01)


def test_a_stopped_batch_keeps_what_was_read_and_reads_no_further(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    jobs, begun, go_on = Jobs(ledger), Event(), Event()
    job = jobs.start(read_slowly(begun, go_on), by="Мадина", named=3)
    assert begun.wait(60)
    assert (job.done, list(job.kept)) == (False, ["0.txt"])
    job.stopped = True
    go_on.set()
    wait(job)
    assert list(job.kept) == ["0.txt"]
    with ledger.view() as view:
        assert view.count()["document"] == 1
    jobs.stop()


def test_what_is_read_again_takes_the_place_of_what_it_was(tmp_path: Path) -> None:
    jobs = Jobs(open_ledger(tmp_path / "desk.db"))
    [document] = read_bytes(b"Trade of Taraz grew by 5 per cent this year.", place="a.txt")
    job = jobs.start([Reading("a.txt", document)], by="Мадина")
    wait(job)
    jobs.read_again(job, [Reading("a.txt", document)], by="Мадина")
    wait(job)
    assert [kept.kind for kept in job.list_kept()] == ["unchanged"]
    jobs.stop()


def test_a_document_that_cannot_be_kept_does_not_stop_the_others(tmp_path: Path) -> None:
    jobs = Jobs(open_ledger(tmp_path / "desk.db"))
    lines = b'{"id": "bad", "text": "Trade\\u0000 grew."}\n{"id": "good", "text": "Trade of Taraz grew."}'
    readings = [Reading(document.id, document) for document in read_bytes(lines, place="a.jsonl")]
    job = jobs.start(readings, by="Мадина")
    wait(job)
    assert [(kept.id, kept.kind) for kept in job.list_kept()] == [("bad", "failed"), ("good", "new")]
    assert job.error is None
    jobs.stop()
