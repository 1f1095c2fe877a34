"""One by one: a statement in its paragraph, a document, a search, versions; copies and removals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli_samples import FIRST, get_first

from hamkor.ledger import open_ledger


def get_id(run: Any, name: str, words: str) -> str:
    rows = map(json.loads, run(name).lines)
    return str(next(row["id"] for row in rows if row["evidence"]["exact"] == words))


def test_a_statement_stands_in_its_paragraph_with_its_words_marked(run: Any, desk: Path) -> None:
    done = run("show", get_id(run, "figures", "$850 млн"), "--format", "table")
    paragraph = " ".join(done.out.split("\n\n")[0].split())
    assert paragraph == FIRST.split("\n")[0].replace("$850 млн", "⟦$850 млн⟧")
    assert "850 mln USD (845–855)" in done.out
    assert "Пробный вестник" in done.out
    assert "https://example.org/news?id=1&lang=ru" in done.out


def test_the_first_letters_of_an_id_are_enough(run: Any, desk: Path) -> None:
    id = get_id(run, "commitments", "Питомник обсудят")
    shown = json.loads(run("show", id[:7]).out)
    assert shown["id"] == id
    assert shown["passage"]["words"] == "Питомник обсудят"
    assert shown["passage"]["after"] == " позже."


def test_a_document_is_shown_with_all_its_words_marked(run: Any, desk: Path) -> None:
    done = run("show", "desk-1", "--format", "table")
    assert "⟦Ержан Тестбаев⟧ ⟦принял⟧ посла ⟦Бахрома Примерова⟧" in " ".join(done.out.split())
    answer = json.loads(run("show", "desk-1").out)
    assert answer["document"]["text"] == FIRST
    assert len(answer["observations"]) == 3


def test_an_id_that_stands_nowhere_is_told(run: Any, desk: Path) -> None:
    done = run("show", "nothing")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{desk}: found no ")


def test_documents_are_found_by_words_phrases_and_beginnings(run: Any, desk: Path) -> None:
    def ids(*words: str) -> list[str]:
        return [json.loads(hit)["document"]["id"] for hit in run("search", *words).lines]

    assert ids("ТОВАРООБОРОТ") == ["desk-1"]
    assert ids("пито*") == ["desk-2"]
    assert ids("марта 2026 года") == ["desk-1"]
    assert ids("года марта 2026") == []
    assert sorted(ids("2026")) == ["desk-1", "desk-2"]


def test_a_hit_shows_the_words_found(run: Any, desk: Path) -> None:
    done = run("search", "посла", "--format", "table")
    assert "принял ⟦посла⟧ Бахрома" in done.out
    place = json.loads(run("search", "посла").out)["place"]
    assert FIRST[place["start"] : place["end"]] == "посла"


def test_versions_tell_what_came_changed_and_went(run: Any, desk: Path) -> None:
    prepared, found = get_first()
    with open_ledger(desk).writer(program="probe 2") as writer:
        from dataclasses import replace

        writer.add(prepared, replace(found, people=found.people[:1]))
    first, second = map(json.loads, run("versions", "desk-1").lines)
    assert (first["what"], second["what"]) == ("read", "reread")
    assert [gone["name"] for gone in second["gone"]] == ["Бахром Примеров"]
    assert "- people: Бахром Примеров" in run("versions", "desk-1", "--format", "table").out
    assert run("versions", "nothing").status == 2


def test_export_gives_documents_in_order_with_places_for_what_is_resolved(run: Any, desk: Path) -> None:
    first, second = map(json.loads, run("export", "statements").lines)
    assert [first["document"]["id"], second["document"]["id"]] == ["desk-1", "desk-2"]
    assert first["document"]["copy_of"] is None
    assert first["people"][0]["entity_id"] is None
    assert first["observations"][0]["figure_id"] is None
    assert first["events"][0]["event_id"] is None
    assert first["commitments"][0]["thread_id"] is None


def test_a_copy_holds_the_same(run: Any, desk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", copy).status == 0
    assert run("figures", "--ledger", copy).out == run("figures").out
    assert run("backup", copy).status == 2


def test_a_document_is_purged_only_on_a_yes(run: Any, desk: Path) -> None:
    assert run("purge", "desk-1").status == 2
    assert len(run("documents").lines) == 2
    done = run("purge", "desk-1", "--yes")
    assert done.status == 0
    assert json.loads(done.out)["purged"] == {"versions": 1, "statements": 9}
    assert [json.loads(row)["id"] for row in run("documents").lines] == ["desk-2"]
    assert run("search", "товарооборот").out == ""
    assert b"850" not in desk.read_bytes()
