"""`hamkor commitments` by where promises stand, and `hamkor thread`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

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


def test_a_story_is_found_by_the_first_letters_of_its_id(run: Any, told: Path) -> None:
    [bus] = threads(run, "--stage", "completed", "--as-of", "2026-03-01")
    shown = run("thread", bus["id"][:8], "--as-of", "2026-03-01", "--format", "json")
    assert json.loads(shown.out)[0]["thread"]["id"] == bus["id"]
    for language, expected in (("ru", "код"), ("uz", "kodi"), ("kk", "коды")):
        done = run("--lang", language, "thread", "nothing-like-it")
        assert done.status == 2
        assert expected in done.err
        assert " id of " not in done.err


def test_what_is_done_is_silent_only_where_it_is_asked_for(run: Any, told: Path) -> None:
    asked = ("--silent", "2", "--as-of", "2026-03-01")
    assert [thread["sector"] for thread in threads(run, *asked)] == ["trade"]
    assert [thread["sector"] for thread in threads(run, *asked, "--stage", "completed")] == ["transport"]


ROAD_MAP = (
    ("Дорожная карта сотрудничества Хорезмской области Узбекистана и Мангистауской области Казахстана",),
    ("№", "Мероприятие", "Срок исполнения", "Ответственные"),
    ("1.1", "Открытие торгового дома в Ургенче", "май 2025 года", "ХТПП\nООО «Хива Карвон»"),
    ("1.2", "Открытие торгового дома в Актау", "май 2025 года", "стороны"),
)


def test_bodies_are_found_in_any_letters_and_rows_of_a_road_map_stay_apart(run: Any, told: Path) -> None:
    page = told.with_name("map.xlsx")
    book = Workbook()
    for line in ROAD_MAP:
        book.active.append(line)
    book.save(page)
    assert run("read", page, "--published", "2025-06-01").status == 0
    [row] = threads(run, "--responsible", "khiva karvon", "--as-of", "2026-03-01")
    assert row["responsible"] == ["ХТПП", "Хива Карвон"]
    assert (row["due"], row["overdue"]) == ("2025-05", True)  # a term is one, though the edition came out later
    rows = [t for t in threads(run, "--as-of", "2026-03-01") if t["history"][0]["document"].endswith("map.xlsx")]
    assert sorted(len(t["history"]) for t in rows) == [1, 1]


def test_what_stands_suspended_is_listed(run: Any, told: Path) -> None:
    later = {
        "id": "three", "published": "2025-10-05", "publisher": "Пробный вестник", "title": "Торговый дом в Навои",
        "text": "Строительство торгового дома в Навои, о котором договорились Навоийская область Узбекистана и "
        "Кызылординская область Казахстана, приостановлено.",
    }  # fmt: skip
    assert run("read", "--input-format", "jsonl", "-", given=json.dumps(later, ensure_ascii=False)).status == 0
    [house] = threads(run, "--stage", "suspended")
    assert [telling["document"] for telling in house["history"]] == ["one", "three"]


EDITION = (
    ROAD_MAP[0],
    ROAD_MAP[1],
    ("1.1", "Открытие торгового дома в Ургенче", "май 2026 года", "ХТПП\nООО «Хива Карвон»"),
    ("1.2", "Создание рыбного питомника в Хазараспе", "2027 год", "Министерство сельского хозяйства Узбекистана"),
)


def write_map(file: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    book = Workbook()
    for line in rows:
        book.active.append(line)
    book.save(file)
    return file


def test_a_new_edition_under_another_name_moves_terms_and_is_held_against_the_last(run: Any, told: Path) -> None:
    first, second = (
        write_map(told.with_name(name), rows) for name, rows in (("a.xlsx", ROAD_MAP), ("b.xlsx", EDITION))
    )
    assert run("read", first, "--published", "2025-04-01").status == 0
    assert run("read", second, "--published", "2026-02-01").status == 0
    [row] = threads(run, "--responsible", "khiva karvon", "--as-of", "2026-03-01")
    assert (row["due"], row["overdue"], row["last_heard"]) == ("2026-05", False, "2026-02-01")
    assert [term["due"] for term in row["terms"]] == ["2025-05", "2026-05"]
    [change] = [json.loads(line) for line in run("versions", str(second), "--against", str(first)).lines]
    assert "Создание рыбного питомника в Хазараспе" in [one["evidence"]["exact"] for one in change["added"]]
    assert "Открытие торгового дома в Актау" in [one["evidence"]["exact"] for one in change["gone"]]
    shown = run("--lang", "en", "versions", str(second), "--against", str(first), "--format", "table").out
    assert "~ promises: No. 1.1" in shown
    assert run("versions", str(second), "--against", "nothing").status == 2


def test_bodies_are_found_by_what_their_names_mean(run: Any, told: Path) -> None:
    assert run("read", write_map(told.with_name("b.xlsx"), EDITION), "--published", "2026-02-01").status == 0
    for asked in ("Минсельхоз", "Qishloq xo‘jaligi vazirligi", "Ministry of Agriculture of Uzbekistan"):
        [row] = threads(run, "--responsible", asked, "--as-of", "2026-03-01")
        assert row["responsible"] == ["Министерство сельского хозяйства Узбекистана"]
    assert threads(run, "--responsible", "Минсельхоз РК", "--as-of", "2026-03-01") == []
    assert threads(run, "--responsible", "ннн", "--as-of", "2026-03-01") == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_day_a_story_is_the_same_whatever_was_read_first(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turned: bool
) -> None:
    texts = (
        "Хокимият Навоийской области и акимат Кызылординской области договорились открыть автобус Навои – Кызылорда.",
        "Қызылорда облысы мен Навои облысы Қызылорда – Навои автобусын ашуға келісті.",
    )
    lines = [json.dumps({"id": f"n{n}", "published": "2025-03-12", "text": text}) for n, text in enumerate(texts)]
    monkeypatch.setenv("HAMKOR_LEDGER", str(tmp_path / "desk.db"))
    given = "\n".join(reversed(lines) if turned else lines)
    assert run("read", "--input-format", "jsonl", "-", given=given).status == 0
    [story] = threads(run, "--as-of", "2026-03-01")
    assert [telling["document"] for telling in story["history"]] == ["n0", "n1"]
    assert story["parties"][:2] == ["UZ-NW", "KZ-43"]
