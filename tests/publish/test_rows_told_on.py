"""Rows of road maps are told on by news in four languages, and not by news of something near."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from hamkor.ledger import open_ledger
from hamkor.pipeline.intake import find_readings
from hamkor.pipeline.keeping import keep_all
from hamkor.publish.threads import find_threads

TOLD = Path(__file__).parents[1] / "resolve" / "told" / "rows.tsv"
MAPS = {
    "ru": (
        "Дорожная карта сотрудничества Самаркандской области Узбекистана и Туркестанской области Казахстана",
        ("№", "Мероприятие", "Срок исполнения", "Ответственные"),
    ),
    "uz": (
        "O‘zbekistonning Farg‘ona viloyati va Qozog‘istonning Almati viloyati hamkorligi bo‘yicha “yo‘l xaritasi”",
        ("T/r", "Chora-tadbirlar", "Muddati", "Mas’ullar"),
    ),
    "kk": (
        "Өзбекстанның Андижан облысы мен Қазақстанның Жамбыл облысы ынтымақтастығының жол картасы",
        ("Р/с №", "Іс-шара", "Орындалу мерзімі", "Жауаптылар"),
    ),
}
UNREAD = {("r4", "n6"), ("r7", "n9")}  # what the news tell is not read
APART = {("r11", "n14")}  # a district told as an adjective
WRONG = {("r5", "m4")}  # a paper of other towns, told beside


def test_news_are_joined_to_the_rows_they_tell_of(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in TOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    maps = [write_map(tmp_path / f"{code}.xlsx", code, [r for r in rows if r[5:] and r[1] == code]) for code in MAPS]
    news = [row for row in rows if not row[5:]]
    file = tmp_path / "news.jsonl"
    lines = ({"id": row[0], "published": row[2], "text": row[4]} for row in news)
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    ledger = open_ledger(tmp_path / "desk.db")
    kept = list(keep_all(find_readings([*maps, str(file)], input_format="auto"), ledger))
    assert not [one.error for one in kept if one.error]
    numbers = {row[4]: row[0] for row in rows if row[5:]}
    found = set()
    with ledger.view() as view:
        for thread in find_threads(view, date(2027, 6, 1)):
            told = [row for _, row in thread.tellings] + [one.row for one in thread.completed]
            later = {row.document.id for row in told} & {row[0] for row in news}
            found |= {(of, by) for row in told if (of := numbers.get(row.evidence.exact)) for by in later}
    wanted = {(row[3], row[0]) for row in news if row[3]}
    assert wanted - found <= UNREAD | APART
    assert found - wanted <= WRONG


def write_map(file: Path, language: str, rows: list[list[str]]) -> str:
    title, head = MAPS[language]
    book = Workbook()
    sheet: Any = book.active
    for line in ([title], [], head, *((n, row[4], row[5], row[6]) for n, row in enumerate(rows, 1))):
        sheet.append(line)
    book.save(file)
    return str(file)
