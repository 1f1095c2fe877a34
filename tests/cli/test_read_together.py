"""`hamkor read` killed at any moment, and two at once: real processes, a real folder, a real ledger."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_samples import check_whole

from running import run_command

DOCUMENTS = 60
STANDING = """SELECT document_id, kind, start, "end", exact
    FROM statements JOIN documents ON documents.row_id = document ORDER BY 1, 2, 3, 4, 5"""
THINGS = "SELECT member, thing FROM members JOIN nodes ON nodes.row_id = node ORDER BY 1"
TO_DO = "SELECT count(*) FROM documents WHERE resolved IS NULL UNION ALL SELECT count(*) FROM nodes WHERE todo > 0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("news")
    for number in range(DOCUMENTS):
        text = (
            f"Экспорт области вырос на {number % 90 + 5} %. Стороны договорились открыть {number + 2} магазина. "
            "Санжар Юлдашев, хоким Навоийской области, открыл завод."
        )
        (place / f"{number:03}.txt").write_text(text, "utf-8")
    return place


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """What stands in a ledger, and what it is resolved to, after one run that nothing disturbed."""
    file = tmp_path_factory.mktemp("ledger") / "desk.db"
    assert start(folder, file).wait(60) == 0
    return find_standing(file)


def start(folder: Path, ledger: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hamkor", "read", "--ledger", str(ledger), str(folder)]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, **pipes, env=os.environ)


def find_standing(file: Path) -> list[tuple[object, ...]]:
    assert check_whole(file) == DOCUMENTS  # so that none stands there twice, in another version
    connection = sqlite3.connect(file)
    found = [row for query in (STANDING, THINGS) for row in connection.execute(query)]
    assert connection.execute(TO_DO).fetchall() == [(0,), (0,)]
    connection.close()
    return found


def count_kept(file: Path) -> int:
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        [(number,)] = connection.execute("SELECT count(*) FROM documents")
    except sqlite3.OperationalError:  # not made yet
        return 0
    connection.close()
    return int(number)


def test_a_run_that_is_killed_is_resumed_and_doubles_nothing(
    folder: Path, whole: list[tuple[object, ...]], tmp_path: Path
) -> None:
    file, chance, killed = tmp_path / "desk.db", random.Random(2025), 0
    for _ in range(4):
        before, reading = count_kept(file), start(folder, file)
        while reading.poll() is None and count_kept(file) == before:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.15)
        reading.kill()
        killed += reading.wait() < 0
        assert before <= count_kept(file) <= DOCUMENTS
    assert killed
    assert start(folder, file).wait(60) == 0
    assert find_standing(file) == whole


def test_two_runs_at_once_into_a_ledger_that_is_not_there_yet(
    folder: Path, whole: list[tuple[object, ...]], tmp_path: Path
) -> None:
    file = tmp_path / "books" / "desk.db"
    both = [start(folder, file) for _ in range(2)]
    assert [reading.wait(60) for reading in both] == [0, 0]
    assert find_standing(file) == whole


def test_a_ledger_among_the_documents_is_passed_over(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "news"
    place.mkdir()
    (place / "one.txt").write_bytes((folder / "001.txt").read_bytes())
    (place / "desk.db-wal").write_bytes(b"what a writer has under way")
    for _ in range(2):
        assert run_command("read", "--ledger", place / "desk.db", place).status == 0
    assert check_whole(place / "desk.db") == 1
    (place / "kept.db-wal").write_text("ends like one, but no database is beside it", "utf-8")
    assert run_command("read", "--ledger", place / "desk.db", place).status == 0
    assert check_whole(place / "desk.db") == 2
