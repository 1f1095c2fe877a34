"""What was purged is gone, from the file too."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import get_sample, prepare, say

from hamkor.errors import LedgerError
from hamkor.ledger import Ledger, Purged, Source, open_ledger
from hamkor.ledger.purge import get_purged_id
from hamkor.model import Organisation, Statements

SECRET = "Тайнописьев"
ID = f"https://example.org/{SECRET}"


def _fill(ledger: Ledger, *, around: int) -> None:
    """The secret document in three readings, in the midst of others, so that pages split around it."""
    with ledger.writer() as writer:
        for number in range(around):
            writer.add(*get_sample(f"before{number}"))
        for text in (f"Сообщил {SECRET}-старший. " * 40, f"Сообщил {SECRET}-младший. " * 40):
            prepared = prepare(ID, text, title=f"Слова {SECRET}")
            found = Statements(organisations=(Organisation(f"Дом {SECRET}", say(text, SECRET)),))
            writer.add(prepared, found, source=Source(text.encode(), address=ID, headers={"X-Who": SECRET}))
            writer.add(replace(prepared, publisher=f"Вестник {SECRET}"), Statements())
        for number in range(around):
            writer.add(*get_sample(f"after{number}"))


def _find_traces(folder: Path) -> list[str]:
    """The files of the folder that hold the secret word or a piece of it, as text or compressed."""
    forms = {
        "text": SECRET.encode(),
        "folded": SECRET.lower().encode(),
        "ending of a term": SECRET.lower().encode()[4:],
        "source": zlib.compress(f"Сообщил {SECRET}-старший. ".encode() * 40)[:40],
    }
    kept = ((file, file.read_bytes()) for file in sorted(folder.iterdir()))
    return [f"{file.name}: {form}" for file, content in kept for form, bytes_ in forms.items() if bytes_ in content]


def test_a_purge_leaves_no_trace_in_the_file_and_one_line(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    _fill(ledger, around=60)
    assert {trace.partition(": ")[2] for trace in _find_traces(tmp_path)} >= {"text", "ending of a term", "source"}
    assert ledger.purge(ID) == Purged(versions=2, statements=2)
    assert _find_traces(tmp_path) == []
    with ledger.view() as view:
        assert view.count()["document"] == 120
        assert not list(view.search(f"{SECRET}*"))
        assert not list(view.find_history(ID))
        lines = [line for line in view.find_history() if line.what == "purged"]
        assert [(line.document_id, line.version, line.detail) for line in lines] == [(get_purged_id(ID), None, {})]
        assert len(list(view.search("товарооборот"))) == 120
    connection = sqlite3.connect(tmp_path / "desk.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_purged_document_is_gone_everywhere(ledger: Ledger) -> None:
    _fill(ledger, around=1)
    with ledger.view() as view:
        row = next(row for version in view.find_versions(ID) for row in version.added)
    assert ledger.purge(ID) == Purged(versions=2, statements=2)
    with ledger.view() as view:
        assert [document.id for document in view.find_documents()] == ["before0", "after0"]
        assert not list(view.find_versions(ID))
        assert not list(view.search(SECRET))
        for ask, id_ in ((view.get_document, ID), (view.get_source, ID), (view.get_statement, row.id)):
            with pytest.raises(LedgerError):
                ask(id_)


def test_purging_again_finishes_and_an_unknown_id_says_so(desk: Ledger) -> None:
    _fill(desk, around=1)
    desk.purge(ID)
    assert desk.purge(ID) == Purged(0, 0)
    with pytest.raises(LedgerError, match="no document 'elsewhere'"):
        desk.purge("elsewhere")


def test_a_reader_that_stays_is_told_of_and_the_purge_can_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    _fill(ledger, around=5)
    monkeypatch.setattr("hamkor.ledger.purge.LOCK_WAIT_S", 0.2)
    with ledger.view() as view:
        rows = view.find_statements()
        next(rows)
        with pytest.raises(LedgerError, match="purge the same id again"):
            ledger.purge(ID)
    assert ledger.purge(ID) == Purged(0, 0)
    assert _find_traces(tmp_path) == []


def test_what_was_purged_can_be_read_anew(desk: Ledger) -> None:
    with desk.writer() as writer:
        writer.add(*get_sample("a"))
        desk.purge("a")
        added = writer.add(*get_sample("a"))
    assert (added.kind, added.version) == ("new", 1)
