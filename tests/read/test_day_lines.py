"""Lines that tell the day of publication, and lines that only name a day: terms, sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hamkor.read.day_lines import find_publication_day, is_day_line

from .conftest import get_document, read_one

File = Callable[[str, bytes], Path]

OF_PUBLICATION = [
    ("г. Навои, 3 марта 2026 года", "2026-03-03"),
    ("Протокол совещания от 3 марта 2026 года № 12", "2026-03-03"),
    ("Опубликовано в разделе «Экономика» 3 марта 2026 г.", "2026-03-03"),
    ("3-mart, 2026-yil. Navoiy shahri", "2026-03-03"),
    ("Навоий шаҳри, 2026 йил 3 март", "2026-03-03"),
    ("Ақтау қаласы, 2026 жылғы 3 наурыз", "2026-03-03"),
    ("Published on 3 March 2026.", "2026-03-03"),
    ("Own correspondent, Aktau, 3 March 2026", "2026-03-03"),
]
TERMS = [
    "Срок исполнения — 3 марта 2026 г.",
    "открыть рейс до 3 марта 2026 года;",
    "не позднее 3 марта 2026 года",
    "Muddat: 2026-yil 3-mart",
    "Reys 2026-yil 3-martgacha ochiladi",
    "Муддати: 2026 йил 3 март",
    "Рейс 2026 йил 3 мартга қадар очилади",
    "Орындау мерзімі: 2026 жылғы 3 наурыз",
    "Рейс 2026 жылғы 3 наурызға дейін ашылады",
    "Deadline: 3 March 2026",
    "open the line by 3 March 2026",
]
SENTENCES = [
    "Рейс откроют 3 марта 2026 года.",
    "Форум пройдёт 3 марта 2026 года в Навои",
    "Reys 2026-yil 3-martda ochiladi.",
    "Рейс 2026 йил 3 мартда очилади.",
    "Рейс 2026 жылғы 3 наурызда ашылады.",
    "The line opens on 3 March 2026.",
]


@pytest.mark.parametrize(("line", "day"), OF_PUBLICATION)
def test_line_of_publication(line: str, day: str) -> None:
    assert is_day_line(line)
    assert find_publication_day(line) == day


@pytest.mark.parametrize("line", TERMS)
def test_term_is_no_day_of_publication(line: str) -> None:
    assert not is_day_line(line)
    assert find_publication_day(line) is None


@pytest.mark.parametrize("line", SENTENCES)
def test_sentence_that_names_a_day_is_no_line_of_publication(line: str) -> None:
    assert not is_day_line(line)


@pytest.mark.parametrize("line", [*TERMS, *SENTENCES])
def test_item_with_a_day_is_told_and_does_not_date_its_page(file: File, line: str) -> None:
    more = "Делегации двух областей встретились и договорились работать вместе над дорогами, водой и торговлей. " * 4
    items = f"<ul><li>{line}</li><li>обменяться списками;</li></ul>"
    page = f"<html><body><h1>Встреча двух областей</h1><p>{more}</p>{items}<p>"
    document = get_document(read_one(file("page.html", f"{page}{more[:90]}.</p></body></html>".encode())))
    assert line in document.text
    assert document.published is None


@pytest.mark.parametrize("line", SENTENCES)
def test_short_first_sentence_dates_no_text(file: File, line: str) -> None:
    document = get_document(read_one(file("note.txt", f"{line}\n\nОстальное назовут позже.\n".encode())))
    assert document.published is None
