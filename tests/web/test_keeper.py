"""What pages ask for is found beforehand, while there is nobody who waits."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from serving import EXAMPLES, call

from hamkor.ledger import Ledger, open_ledger
from hamkor.web import keeper

LAST_ROW = 2**31 - 1


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    call("read", "--ledger", tmp_path / "desk.db", "--input-format", "jsonl", EXAMPLES)
    with sqlite3.connect(tmp_path / "desk.db") as connection:
        connection.execute("DELETE FROM verdicts")  # what reading has judged already
    return open_ledger(tmp_path / "desk.db")


def count_unjudged(ledger: Ledger) -> int:
    with ledger.view() as view:
        return len(view.find_unjudged(before=LAST_ROW, most=1000))


def test_the_latest_documents_are_judged_and_promises_followed(ledger: Ledger) -> None:
    assert count_unjudged(ledger) > 0
    keeper.Keeper(ledger)._keep(busy=True)
    assert count_unjudged(ledger) == 0
    with ledger.view() as view:
        assert view.find_unfollowed("9999") == {}


def test_older_ones_are_left_while_readers_wait(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_DOCUMENTS", 0)
    one, before = keeper.Keeper(ledger), count_unjudged(ledger)
    one._keep(busy=True)
    assert count_unjudged(ledger) == before > 0
    one._keep()
    assert count_unjudged(ledger) == 0
