"""Things: resolved while reading, finished after a stop, joined and parted by users, who may take it back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_samples import prepare

from hamkor.ledger import open_ledger


def write_news(number: int, text: str) -> dict[str, str]:
    return {"id": f"n{number}", "text": text, "published": f"2025-11-{number:02}", "publisher": f"Вестник {number}"}


@pytest.fixture
def news(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in which one promise is told twice and another once."""
    texts = (
        "Самарканд и Тараз договорились открыть прямой авиарейс. Рейс откроют в 2026 году.",
        "Тараз и Самарканд договорились открыть прямой авиарейс в 2026 году.",
        "Навои и Тараз договорились построить совместную теплицу к 2027 году.",
    )
    lines = "\n".join(json.dumps(write_news(n, text), ensure_ascii=False) for n, text in enumerate(texts, 1))
    monkeypatch.setenv("HAMKOR_LEDGER", str(tmp_path / "desk.db"))
    assert run("read", "--input-format", "jsonl", "-", given=lines).status == 0
    return tmp_path / "desk.db"


def find_threads(run: Any) -> dict[str, set[str]]:
    """The threads that each document's promises are of."""
    rows = [json.loads(line) for line in run("export", "statements").lines]
    found = (row for row in rows if "document" in row)
    return {row["document"]["id"]: {one["thread_id"] for one in row["commitments"]} for row in found}


def test_reading_resolves_and_the_export_tells_it(run: Any, news: Path) -> None:
    threads = find_threads(run)
    assert threads["n1"] & threads["n2"]
    assert not (threads["n1"] | threads["n2"]) & threads["n3"]
    assert None not in threads["n1"] | threads["n3"]


def test_same_tells_why_in_a_pipe_and_on_a_screen(run: Any, news: Path) -> None:
    (id_,) = find_threads(run)["n2"]
    thing = json.loads(run("same", id_[:8]).out)["thing"]
    assert thing["id"] == id_
    assert {node["document"] for node in thing["nodes"]} == {"n1", "n2"}
    assert all(pair["reasons"] for pair in thing["joined"])
    shown = run("same", id_, "--format", "table").out
    assert shown.startswith(f"{id_}  promise, tellings: ")
    assert "Judged the same" in shown
    assert "Вестник 2, 2025-11-02" in " ".join(shown.split())


def test_users_join_and_part_things_and_take_it_back(run: Any, news: Path) -> None:
    before = find_threads(run)
    (one,), (other,) = before["n2"], before["n3"]
    done = run("merge", one, other, "--by", "Мадина")
    assert done.status == 0
    assert len(set(json.loads(done.out)["things"].values())) == 1
    assert find_threads(run)["n2"] == find_threads(run)["n3"]
    assert "Мадина" in run("same", other, "--format", "table").out
    assert run("resolve", "--again").status == 0
    assert find_threads(run)["n2"] == find_threads(run)["n3"]
    assert run("merge", one, other, "--undo", "--by", "Олжас").status == 0
    assert find_threads(run) == before
    (row,) = json.loads(run("same", other).out)["thing"]["judged"]
    assert (row["by"], row["undone_by"], row["holds"]) == ("Мадина", "Олжас", False)


def test_a_statement_leaves_its_thing_when_a_user_says_so(run: Any, news: Path) -> None:
    before, rows = find_threads(run), map(json.loads, run("commitments", "--document", "n2").lines)
    (statement,) = [row["id"] for row in rows]
    assert run("split", statement).status == 0
    assert not find_threads(run)["n1"] & find_threads(run)["n2"]
    assert run("split", statement, "--undo").status == 0
    assert find_threads(run) == before


def test_what_cannot_be_decided_is_told(run: Any, news: Path) -> None:
    assert (done := run("merge", "a")).status == 2
    assert "ID ID" in done.err
    assert (done := run("split", "nowhere", "--lang", "ru")).status == 2
    assert "nowhere" in done.err


def test_what_an_interrupted_run_left_is_finished_by_the_next(run: Any, news: Path) -> None:
    whole = find_threads(run)
    leave(news, "n2")
    assert find_threads(run) == whole  # what was resolved before still holds
    assert json.loads(run("resolve").out) == {"resolved": 1, "failed": 0}
    leave(news, "n1")
    assert run("read", "--input-format", "jsonl", "-", given=json.dumps(write_news(4, "Ничего нового."))).status == 0
    assert json.loads(run("resolve").out) == {"resolved": 0, "failed": 0}
    assert {id_: ids for id_, ids in find_threads(run).items() if id_ != "n4"} == whole


def leave(ledger: Path, document: str) -> None:
    """As a kill between adding and resolving leaves it: added with other particulars, and not resolved."""
    book = open_ledger(ledger)
    with book.view() as view:
        kept, found = view.get_document(document), view.get_statements(document)
    prepared = prepare(document, kept.text, published=kept.row.published or "", publisher="Другой вестник")
    own = replace(prepared, document=replace(prepared.document, digest=kept.row.digest))
    with book.writer() as writer:
        assert writer.add(own, found).kind == "reread"


def test_what_may_be_the_same_is_asked_once_of_each_thing(run: Any, news: Path) -> None:
    """However many tellings of two promises are alike, whether the two are one is one question."""
    more = [
        write_news(4, "Тараз и Самарканд обсудили открытие прямого рейса."),
        write_news(5, "Самарканд и Тараз намерены открыть прямой рейс."),
    ]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in more)
    assert run("read", "--input-format", "jsonl", "-", given=lines).status == 0
    with open_ledger(str(news)).view() as view:
        for id_ in set().union(*find_threads(run).values()):
            thing = view.get_thing(id_)
            others = {thing.others[p.left if p.left in thing.others else p.right].thing for p in thing.unsure}
            shown = run("same", id_, "--format", "table").out
            assert shown.count("hamkor merge") == len(others)


def test_one_id_is_not_enough_to_merge(run: Any, news: Path) -> None:
    done = run("merge", "n1")
    assert done.status == 2
    assert "n1" in done.err


REPORT = (
    "В Таразе открылся склад семян, который построили фермеры Жамбылской и Чуйской областей.\n\n"
    "Он вмещает четыреста тонн зерна и стоит у старого элеватора на восточной окраине города.\n\n"
    "Весной здесь начнут проверять всхожесть, а осенью хранить семена хлопка, ячменя и люцерны."
)


def test_who_printed_a_text_first_is_told(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAMKOR_LEDGER", str(tmp_path / "desk.db"))
    printed = [
        {"id": "late", "published": "2025-05-04", "publisher": "Эхо степи", "text": REPORT.rpartition("\n\n")[0]},
        {"id": "early", "published": "2025-05-03", "publisher": "Голос элеватора", "text": REPORT},
    ]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in printed)
    assert run("read", "--input-format", "jsonl", "-", given=lines).status == 0
    thing = json.loads(run("same", "late").out)["thing"]
    assert (thing["original"], thing["copies"]) == ("early", ["late"])
    shown = run("--lang", "en", "same", "early", "--format", "table").out
    assert "first: early (2025-05-03, Голос элеватора)" in shown
    assert json.loads(run("show", "late").out)["document"]["copy_of"] == "early"
    copied = run("--lang", "en", "show", "early", "--format", "table").out
    assert "late (2025-05-04, Эхо степи)" in copied


def test_one_decision_is_told_in_one_line(run: Any, news: Path) -> None:
    (thing,), (other,) = (find_threads(run)[id_] for id_ in ("n1", "n3"))
    assert run("merge", thing, other, "--by", "aziza").status == 0
    shown = run("--lang", "en", "same", thing, "--format", "table").out
    assert shown.count("aziza:") == 1
