"""Workbooks."""

from __future__ import annotations

import io
from datetime import date

import openpyxl

from hamkor.read import Limits, read_bytes


def make_book() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Торговля"
    sheet.append(["Торговля Жамбылской и Таласской областей"])
    sheet.append([])
    sheet.append(["Показатель", "2024", "2025", "Рост"])
    sheet.append(["Экспорт, млн долларов", 21.4, 25.9, 0.21])
    sheet["D4"].number_format = "0%"
    sheet.append(["Импорт, млн долларов", None, 13.1])
    sheet.append(["Подписано", date(2025, 12, 4)])
    hidden = book.create_sheet("Черновик")
    hidden.append(["не читать"])
    hidden.sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_rows_stand_as_a_reader_sees_them() -> None:
    [document] = read_bytes(make_book(), place="a.xlsx")
    assert document.title == "Торговля Жамбылской и Таласской областей"
    assert document.text.split("\n") == [
        "Показатель | 2024 | 2025 | Рост",
        "Экспорт, млн долларов | 21.4 | 25.9 | 21%",
        "Импорт, млн долларов | 13.1",
        "Подписано | 2025-12-04",
    ]


def test_empty_cell_keeps_the_column_of_the_next() -> None:
    [document] = read_bytes(make_book(), place="a.xlsx")
    [block] = [block for block in document.blocks if block.span.within(document.text) == "13.1"]
    assert (block.row, block.column) == (2, 2)


def test_rows_beyond_the_limit_are_cut_and_said() -> None:
    [document] = read_bytes(make_book(), place="a.xlsx", limits=Limits(max_rows=3))
    assert document.notice is not None
    assert "3 rows" in document.notice


def test_a_term_in_a_table_is_not_the_day_of_the_paper() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Дорожная карта сотрудничества двух областей"])
    sheet.append(["№", "Мероприятие", "Срок"])
    sheet.append([1, "Открыть автобусный маршрут", "до 1 июня 2026 года"])
    packed = io.BytesIO()
    book.save(packed)
    [document] = read_bytes(packed.getvalue(), place="map.xlsx")
    assert document.published is None
