"""Several processes read: the same comes out in the same order, and what kills one of them stops nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamkor.errors import HamkorError, ReadError
from hamkor.model import Document
from hamkor.pipeline.crew import take_together
from hamkor.pipeline.intake import take
from hamkor.read import Reading
from running import run_command

TEXT = "Экспорт области вырос на {n} %. Стороны договорились открыть {n} магазинов."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of which each third is empty: an error in its place."""
    place = tmp_path_factory.mktemp("archive")
    for number in range(12):
        (place / f"{number:02}.txt").write_text(TEXT.format(n=number + 11) if number % 3 else "", "utf-8")
    return place


def test_the_same_comes_out_with_any_number_of_processes(folder: Path) -> None:
    one, two = (run_command("extract", "--workers", number, folder) for number in (1, 2))
    assert (one.status, one.out, one.err) == (two.status, two.out, two.err)
    assert one.status == 1
    assert len(one.lines) == 12
    assert one.out.count('"error"') == 4


def test_the_ledger_is_the_same(folder: Path, tmp_path: Path) -> None:
    told = []
    for number in (1, 2):
        file = tmp_path / f"{number}" / "desk.db"
        run = run_command("read", "--workers", number, "--ledger", file, folder, folder / "01.txt")
        stated = run_command("export", "--ledger", file, "statements")
        told.append((run.out, stated.out))
    assert told[0] == told[1]
    kept = [json.loads(line).get("kept", "failed") for line in told[1][0].splitlines()]
    assert kept.count("failed") == 4
    assert kept.count("new") == 8
    assert kept[-1] == "unchanged"  # read ahead before the first of the two was kept


class Deadly(Document):
    """A document that ends whatever process takes it up."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def say(id: str, kind: type[Document] = Document) -> Reading:
    return Reading(id, kind(id, "Экспорт вырос на 20 %.", "0"))


def test_a_document_that_kills_its_reader_is_told_and_the_rest_goes_on() -> None:
    missing = Reading("gone", ReadError("gone", found="no file", expected="a file", do="look"))
    readings = [say("a"), say("b", Deadly), say("c"), missing, say("d", Deadly), say("e")]
    found = [(reading.id, take_it()) for reading, take_it in take_together(readings, 2, lambda _: False)]
    assert [id_ for id_, _ in found] == ["a", "b", "c", "gone", "d", "e"]
    errors = {id_: outcome for id_, outcome in found if isinstance(outcome, HamkorError)}
    assert set(errors) == {"b", "gone", "d"}
    assert errors["b"].place == "b"
    assert "process" in errors["b"].found
    wanted = take(say("a").outcome)  # type: ignore[arg-type]
    assert found[0][1] == wanted


def test_only_so_many_are_read_ahead() -> None:
    asked = []

    def ask() -> Iterator[Reading]:
        for number in range(200):
            asked.append(number)
            yield say(str(number))

    told = take_together(ask(), 2, lambda _: True)
    next(told)
    assert len(asked) < 20
    told.close()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_one_that_hands_out(stop: signal.Signals, tmp_path: Path) -> None:
    lines = (json.dumps({"id": str(n), "text": TEXT.format(n=n) * 60}) for n in range(400))
    (tmp_path / "archive.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "-m", "hamkor", "extract", "--workers", "2", str(tmp_path / "archive.jsonl")]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    assert run.stdout
    run.stdout.readline()
    os.killpg(run.pid, stop) if stop == signal.SIGINT else run.kill()
    run.stdout.close()
    assert run.wait(30) in (130, 141, -signal.SIGKILL)
    assert wait_for_end(run.pid), "a worker is left"


def wait_for_end(group: int) -> bool:
    """Whether all processes of a group end within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
