"""Writers that are killed, and writers that write at the same time: real processes, a real file."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_samples import get_sample

from hamkor.ledger import open_ledger

WRITES = Path(__file__).parent / "ledger_samples.py"
OFF_THEIR_TEXT = """SELECT count(*) FROM statements LEFT JOIN documents ON documents.row_id = document
    WHERE substr(text, start + 1, "end" - start) IS NOT exact"""
VERSIONS_WITHOUT_THEIR_STATEMENTS = """SELECT count(*) FROM documents WHERE 9 <> (
    SELECT count(*) FROM statements WHERE document = documents.row_id AND until_reading IS NULL OR
    document = documents.row_id AND NOT is_latest)"""
NOT_ONE_LATEST = "SELECT count(*) FROM (SELECT 1 FROM documents GROUP BY document_id HAVING sum(is_latest) <> 1)"
WITHOUT_SOURCE = "SELECT count(*) FROM documents WHERE row_id NOT IN (SELECT document FROM sources)"
NOT_INDEXED = "SELECT count(*) FROM documents WHERE is_latest AND row_id NOT IN (SELECT id FROM words_docsize)"


def _start(location: str | Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITES), str(location), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _check_whole(file: Path) -> int:
    """The number of documents of a ledger in which nothing is half done."""
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    for fault in (
        OFF_THEIR_TEXT, VERSIONS_WITHOUT_THEIR_STATEMENTS, NOT_ONE_LATEST, WITHOUT_SOURCE, NOT_INDEXED
    ):  # fmt: skip
        assert connection.execute(fault).fetchone() == (0,), fault
    (documents,) = connection.execute("SELECT count(DISTINCT document_id) FROM documents").fetchone()
    connection.close()
    return int(documents)


@pytest.mark.parametrize("wait", [0.0, 0.03, 0.11, 0.2])
def test_a_kill_leaves_the_ledger_whole(tmp_path: Path, wait: float) -> None:
    file = tmp_path / "desk.db"
    open_ledger(file)
    for round_ in range(2):
        writer = _start(file, f"round{round_}", 0)
        assert writer.stdout
        told = int(writer.stdout.readline())
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        told = max([told, *(int(line) for line in writer.communicate()[0].split())])
        with open_ledger(file).view() as view:
            kept = sum(1 for row in view.find_documents() if row.id.startswith(f"round{round_}-"))
        assert kept in {told, told + 1}  # what was answered is kept; the one under way is there or not
        _check_whole(file)
    with open_ledger(file).writer() as again:
        assert again.add(*get_sample("after")).kind == "new"


def test_a_kill_while_the_ledger_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for number, wait in enumerate((0.3, 0.45, 0.6, 0.75)):
        file = tmp_path / f"{number}.db"
        writer = _start(file, "a", 0)
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        open_ledger(file)
        _check_whole(file)


def test_writers_at_the_same_time_lose_nothing(location: str) -> None:
    started = [_start(location, name, 40) for name in ("one", "two", "one")]  # two of them write the same documents
    told = [process.communicate(timeout=120)[1] for process in started]
    assert [process.returncode for process in started] == [0] * 3, told
    with open_ledger(location).view() as view:
        ids = sorted(row.id for row in view.find_documents())
        assert ids == sorted(f"{name}-{number}" for name in ("one", "two") for number in range(40))
        assert view.count()["person"] == 160
        for id_ in ids:
            whats = [version.what for version in view.find_versions(id_)]
            assert whats == ["read", *["new_version"] * (len(whats) - 1)]
    if "://" not in location:
        assert _check_whole(Path(location)) == 80
