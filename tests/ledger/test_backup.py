"""A copy is whole, of one moment, and a ledger by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ledger_samples import get_sample

from hamkor.errors import LedgerError
from hamkor.ledger import Filter, Ledger, Source, View, open_ledger

WRITES = Path(__file__).parent / "ledger_samples.py"


def _tell(view: View) -> list[object]:
    return [
        *view.find_documents(),
        *view.find_statements(None, Filter(between=("KZ", "UZ"))),
        *view.find_history(),
        *view.find_versions("a"),
        *view.search("товарооборот"),
        view.get_source("a"),
        view.count(),
    ]


def test_a_copy_tells_the_same(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"), source=Source(b"bytes", headers={"A": "b"}))
        writer.add(*get_sample("a", amount=900))
        writer.add(*get_sample("b"))
    ledger.backup(tmp_path / "copy.db")
    assert [file.name for file in sorted(tmp_path.glob("*copy*"))] == ["copy.db"]
    with ledger.view() as here, open_ledger(tmp_path / "copy.db").view() as there:
        assert _tell(there) == _tell(here)
    with open_ledger(tmp_path / "copy.db").writer() as writer:
        assert writer.add(*get_sample("c")).kind == "new"


def test_a_copy_made_while_another_process_writes_is_whole(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    command = [sys.executable, str(WRITES), str(tmp_path / "desk.db"), "a", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        writer.stdout.readline()
        for number in range(4):
            ledger.backup(tmp_path / f"copy{number}.db")
        writer.kill()
    for number in range(4):
        with open_ledger(tmp_path / f"copy{number}.db").view() as view:
            counted = view.count()
        assert counted["document"] > 0
        assert counted["observation"] == 3 * counted["document"]


def test_a_file_that_is_there_is_never_written_over(desk: Ledger, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(LedgerError, match="another name"):
        desk.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"
    with pytest.raises(LedgerError):
        desk.backup(tmp_path / "nowhere" / "copy.db")
