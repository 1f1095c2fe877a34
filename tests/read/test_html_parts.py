"""What of a page is its text: short texts between menu and foot, captions of tables, lists of names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hamkor.model import Document

from .conftest import get_document, read_one

File = Callable[[str, bytes], Path]
FOOT = "<footer><p>Издание зарегистрировано. Материалы можно перепечатывать со ссылкой на источник.</p></footer>"
MENU = "<div id=cookie><p>Мы используем файлы cookie, чтобы сайт работал лучше и помнил ваш выбор.</p></div>"
LONG = "По итогам пяти месяцев товарооборот двух областей составил $64,2 млн, на 11,5% больше, чем год назад."
SHORT = "Стороны подписали меморандум о здравоохранении."


def read(file: File, body: str) -> Document:
    head = '<meta charset=utf-8><title>Встреча</title><meta name="date" content="2026-06-04">'
    page = f"<html lang=ru><head>{head}</head><body>{body}</body></html>"
    return get_document(read_one(file("page.html", page.encode())))


def test_short_paragraphs_between_menu_and_foot_are_all_told(file: File) -> None:
    told = read(file, f"{MENU}<h1>Встреча двух областей</h1><p>{LONG}</p><p>{SHORT}</p>{MENU}{FOOT}").text
    assert told == f"{LONG}\n\n{SHORT}"


def test_items_beside_one_paragraph_are_told(file: File) -> None:
    items = "<ul><li>открыть рейс;</li><li>построить склад.</li></ul>"
    told = read(file, f"{MENU}<h1>Встреча двух областей</h1><p>{LONG} Решили:</p>{items}{MENU}{FOOT}").text
    assert told.endswith("Решили:\n\nоткрыть рейс;\n\nпостроить склад.")


def test_caption_stands_above_its_table(file: File) -> None:
    table = "<table><caption>Торговля, млн долларов</caption><tr><td>Экспорт<td>30,1<tr><td>Импорт<td>27,5</table>"
    told = read(file, f"<h1>Встреча двух областей</h1><p>{LONG}</p>{table}<p>{SHORT}</p>").text
    assert "Торговля, млн долларов\n\nЭкспорт | 30,1\nИмпорт | 27,5" in told


def test_cell_over_several_rows_keeps_the_columns_beside_it(file: File) -> None:
    heads = "<tr><th rowspan=2>Показатель<th colspan=2>Январь–май<tr><th>2025<th>2026"
    table = f"<table>{heads}<tr><td>Экспорт<td>30,1<td>40,2</table>"
    document = read(file, f"<h1>Встреча двух областей</h1><p>{LONG}</p>{table}<p>{SHORT}</p>")
    cells = {(b.row, b.column): b.span.within(document.text) for b in document.blocks if b.kind == "cell"}
    assert cells == {
        (0, 0): "Показатель",
        (0, 1): "Январь–май",
        (1, 1): "2025",
        (1, 2): "2026",
        (2, 0): "Экспорт",
        (2, 1): "30,1",
        (2, 2): "40,2",
    }


def test_names_stand_with_what_they_are(file: File) -> None:
    names = "<dl><dt>Ответственный:</dt><dd>управление транспорта</dd><dt>Срок</dt><dd>IV квартал</dd></dl>"
    told = read(file, f"<main><h1>Встреча двух областей</h1><p>{LONG}</p><p>{SHORT}</p>{names}</main>").text
    assert told.endswith("Ответственный: управление транспорта\n\nСрок: IV квартал")


def test_list_of_news_by_days_is_no_list_of_names(file: File) -> None:
    news = "".join(f"<dt>0{n}.06.2026</dt><dd><a href=/{n}>Другая новость номер {n} о соседях</a></dd>" for n in "123")
    told = read(file, f"<main><h1>Встреча двух областей</h1><p>{LONG}</p><p>{SHORT}</p></main><dl>{news}</dl>").text
    assert "Другая новость" not in told


def test_blank_lines_part_paragraphs_of_text_laid_out_by_itself(file: File) -> None:
    wrapped = LONG.replace(" товарооборот", "\nтоварооборот")
    document = read(file, f"<h1>Встреча двух областей</h1><pre>3 июня 2026 г.\n\n{wrapped}\n \n{SHORT}</pre>")
    assert document.text == f"{LONG}\n\n{SHORT}"
