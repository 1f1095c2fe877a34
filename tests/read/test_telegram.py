"""Exports of Telegram channels: a document a post."""

from __future__ import annotations

import json
from pathlib import Path

from hamkor.errors import ReadError
from hamkor.read import read_path

from .conftest import get_document

POST = "Сырдарьинская и Туркестанская области построят рынок за 20 млн долларов, сообщил хокимият."
AFTER = "Работы начнутся в мае 2026 года и займут полтора года."

EXPORT = {
    "name": "Вестник Сырдарьи",
    "type": "public_channel",
    "id": 1002003004,
    "messages": [
        {"id": 1, "type": "service", "date": "2026-04-01T09:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2026-04-02T10:30:00", "photo": "1.jpg", "text": ""},
        {
            "id": 3,
            "type": "message",
            "date": "2026-04-03T11:00:00",
            "text": [
                {"type": "bold", "text": "Рынок на границе"},
                "\n\n" + POST + "\n",
                {"type": "plain", "text": AFTER},
            ],
        },
        {"id": 4, "type": "message", "date": "2026-04-04T08:00:00", "text": "Доброе утро!"},
    ],
}
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="history"><div class="message service" id="message-1"><div class="body details">3 April 2026</div></div>
<div class="message default clearfix" id="message3"><div class="body"><div class="pull_right date details"
 title="03.04.2026 11:00:00 UTC+05:00">11:00</div><div class="from_name">Вестник Сырдарьи </div>
<div class="text"><strong>Рынок на границе</strong><br><br>{POST}<br>{AFTER}</div></div></div>
<div class="message default clearfix joined" id="message4"><div class="body"><div class="pull_right date details"
 title="04.04.2026 08:00:00 UTC+05:00">08:00</div><div class="text">{AFTER} {POST}</div></div></div>
</div></body></html>"""


def test_posts_of_a_json_export_are_documents(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(EXPORT, ensure_ascii=False), "utf-8")
    [reading] = read_path(tmp_path / "result.json")
    document = get_document(reading)
    assert document.id == "telegram:1002003004/3"
    assert (document.title, document.text) == ("Рынок на границе", f"{POST}\n\n{AFTER}")
    assert (document.published, document.publisher) == ("2026-04-03T11:00:00", "Вестник Сырдарьи")
    assert reading.source is not None
    assert reading.source.digest == document.digest


def test_posts_of_an_exported_page_are_documents(tmp_path: Path) -> None:
    (tmp_path / "messages.html").write_text(PAGE, "utf-8")
    first, second = map(get_document, read_path(tmp_path / "messages.html"))
    assert (first.title, first.text) == ("Рынок на границе", f"{POST}\n\n{AFTER}")
    assert (first.published, first.publisher) == ("2026-04-03", "Вестник Сырдарьи")
    assert (second.title, second.text) == (None, f"{AFTER} {POST}")
    assert (second.published, second.publisher) == ("2026-04-04", "Вестник Сырдарьи")


def test_export_without_texts_says_so(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(EXPORT | {"messages": EXPORT["messages"][:2]}), "utf-8")  # type: ignore[index]
    [reading] = read_path(tmp_path / "result.json")
    assert isinstance(reading.outcome, ReadError)
    assert "no post" in reading.outcome.found
