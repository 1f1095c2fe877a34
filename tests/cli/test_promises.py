"""`hamkor commitments` by where promises stand, and `hamkor thread`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

DOCUMENTS = (
    {
        "id": "one", "published": "2025-03-12", "publisher": "Пробный вестник", "title": "Автобус и торговый дом",
        "text": "Хокимият Навоийской области Узбекистана и акимат Кызылординской области Казахстана договорились до "
        "1 сентября 2025 года запустить автобус Навои – Кызылорда. Стороны также намерены открыть в Навои "
        "торговый дом до конца 2025 года.",
    },
    {
        "id": "two", "published": "2025-09-20", "publisher": "Sinov xabari", "title": "Navoiydan avtobus",
        "text": "Navoiy – Qizilo‘rda avtobusi 18-sentabrda qatnay boshladi. Bu haqda Navoiy viloyati va "
        "Qozog‘istonning Qizilo‘rda viloyati ma’lum qildi.",
    },
)  # fmt: skip


@pytest.fixture
def told(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with two documents on two promises."""
    file = tmp_path / "promises.db"
    monkeypatch.setenv("HAMKOR_LEDGER", str(file))
    lines = "\n".join(json.dumps(document, ensure_ascii=False) for document in DOCUMENTS)
    assert run("read", "--input-format", "jsonl", "-", given=lines).status == 0
    return file


def threads(run: Any, *asked: object) -> list[dict[str, Any]]:
    done = run("commitments", *asked, "--format", "jsonl")
    assert done.status == 0, done.err
    return [json.loads(line)["thread"] for line in done.lines]


def test_overdue_is_told_with_what_was_read_since(run: Any, told: Path) -> None:
    [house] = threads(run, "--overdue", "--as-of", "2026-03-01")
    assert (house["sector"], house["due"], house["overdue"]) == ("trade", "2025-12-31", True)
    assert house["documents_since"] == 0
    assert house["last_heard"] == "2025-03-12"
    assert threads(run, "--overdue", "--as-of", "2025-08-31") == []
    [bus] = threads(run, "--overdue", "--as-of", "2025-09-10")
    assert bus["sector"] == "transport"  # what was published later is not known yet


def test_silence_stage_and_sector(run: Any, told: Path) -> None:
    assert [t["sector"] for t in threads(run, "--silent", "6", "--as-of", "2026-03-01")] == ["trade"]
    [bus] = threads(run, "--stage", "completed", "--as-of", "2026-03-01")
    assert [telling["document"] for telling in bus["history"]] == ["one", "two"]
    assert threads(run, "--sector", "water", "--as-of", "2026-03-01") == []
    assert threads(run, "--responsible", "nobody", "--as-of", "2026-03-01") == []


def test_other_forms(run: Any, told: Path) -> None:
    asked = ("--overdue", "--as-of", "2026-03-01", "--format", "table")
    shown = run("--lang", "en", "commitments", *asked)
    assert shown.status == 0, shown.err
    assert "due passed" in shown.out
    rows = list(csv.DictReader(io.StringIO(run("commitments", "--as-of", "2026-03-01", "--format", "csv").out)))
    assert {(row["sector"], row["overdue"]) for row in rows} == {("trade", "1"), ("transport", "0")}


def test_the_story_of_one(run: Any, told: Path) -> None:
    [bus] = threads(run, "--stage", "completed", "--as-of", "2026-03-01")
    story = run("--lang", "en", "thread", bus["id"], "--as-of", "2026-03-01", "--format", "table")
    assert story.status == 0, story.err
    assert "2025-03-12" in story.out
    assert "Sinov xabari" in story.out
    by_statement = run("thread", bus["history"][0]["statement"], "--as-of", "2026-03-01", "--format", "json")
    assert json.loads(by_statement.out)[0]["thread"]["id"] == bus["id"]
    assert run("thread", "nothing-like-it").status == 2
