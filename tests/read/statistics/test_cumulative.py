"""Kazakhstan's foreign trade by country and by region."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.errors import ReadError

from .tables import Cell, make_book, read, show

TITLE = "Внешняя торговля Республики Казахстан по странам за январь–сентябрь 2025 года"
GROUPS: list[Cell] = ["Страна", "Товарооборот", None, "Экспорт", None, "Импорт", None]
UNITS: list[Cell] = [
    None,
    "тыс. долларов США",
    "в % к январю-сентябрю 2024 г.",
    "тыс. долларов США",
    "в %",
    "тыс. долларов США",
    "в %",
]
ROWS: list[list[Cell]] = [
    ["Всего", 9000.5, 101, 6000.25, 102, 3000.25, 99],
    ["Страны СНГ", 5000, 100, 3000, 100, 2000, 100],
    ["УЗБЕКИCТАH", "3 402,5", 118.2, "2440,7", 121, "961,8", 111.5],  # look-alike letters
    ["КЫРГЫЗСТАН*", 800, 100, "-", 100, 300, 100],
    ["Европа", 1, 1, 1, 1, 1, 1],
    ["Китай", "нет", 1, 2, 1, 3, 1],
]
MERGED = ["A1:G1", "A3:A4", "B3:C3", "D3:E3", "F3:G3"]


def book(name: str = "2025", title: str = TITLE, rows: list[list[Cell]] | None = None) -> bytes:
    return make_book({name: [[title], [], GROUPS, UNITS, *(rows or ROWS)]}, MERGED)


def test_nine_months_by_country_from_merged_headings() -> None:
    table = read(book(), "trade.xlsx")
    assert [show(f) for f in table.figures] == [
        "trade_turnover KZ None 2025-01/2025-09 9000500 USD A",
        "exports KZ None 2025-01/2025-09 6000250 USD A",
        "imports KZ None 2025-01/2025-09 3000250 USD A",
        "trade_turnover KZ UZ 2025-01/2025-09 3402500 USD A",
        "exports KZ UZ 2025-01/2025-09 2440700 USD A",
        "imports KZ UZ 2025-01/2025-09 961800 USD A",
        "trade_turnover KZ KG 2025-01/2025-09 800000 USD A",
        "imports KZ KG 2025-01/2025-09 300000 USD A",
        "exports KZ CN 2025-01/2025-09 2000 USD A",
        "imports KZ CN 2025-01/2025-09 3000 USD A",
    ]
    assert [(w.place, w.found) for w in table.wrong] == [
        ("trade.xlsx, sheet 2025, row 10, column B (trade_turnover)", "'нет'")
    ]


def test_a_column_without_a_unit_is_told_and_not_missed_in_silence() -> None:
    headings: list[Cell] = ["Страна", "Товарооборот, тыс. долл. США", "%", "Экспорт", "%"]
    table = read(make_book({"2025": [[TITLE], [], headings, ["Всего", 9000, 101, 6000, 102]]}, []), "trade.xlsx")
    assert [show(f) for f in table.figures] == ["trade_turnover KZ None 2025-01/2025-09 9000000 USD A"]
    assert [(w.place, w.found) for w in table.wrong] == [("trade.xlsx, sheet 2025, row 3, column D", "'Экспорт'")]


@pytest.mark.parametrize(
    ("name", "title", "time", "status"),
    [
        ("12_2024", "Внешняя торговля по странам", "2024", "A"),
        ("08_2025", "Внешняя торговля по странам (предварительные данные)", "2025-01/2025-08", "P"),
        ("2024", "Сыртқы сауда", "2024", "A"),
        ("стр. 1", "Елдер бойынша сыртқы сауда, 2025 жылғы қаңтар-маусым", "2025-01/2025-06", "A"),
        ("2025", "Сентябрь 2025 года", "2025-09", "A"),
    ],
)
def test_the_time_stands_in_the_title_or_in_the_name_of_the_sheet(
    name: str, title: str, *, time: str, status: str
) -> None:
    table = read(book(name, title, ROWS[:1]), "trade.xlsx", released=date(2025, 11, 14))
    assert {(str(f.time_period), f.obs_status, f.released) for f in table.figures} == {
        (time, status, date(2025, 11, 14))
    }


def test_a_year_that_is_not_over_needs_its_months() -> None:
    content = book("2025", "Внешняя торговля по странам")
    with pytest.raises(ReadError, match=r"sheet 2025, row 4.*say them with --period"):
        read(content, "trade.xlsx", released=date(2025, 11, 14))
    from hamkor.model.period import parse_period

    table = read(content, "trade.xlsx", released=date(2025, 11, 14), period=parse_period("2025-01/2025-09"))
    assert {str(f.time_period) for f in table.figures} == {"2025-01/2025-09"}


def test_several_sheets_are_several_years() -> None:
    sheets = {
        str(year): [["Экспорт, тыс. долл. США"], ["Страна", "Экспорт"], ["Всего", year], ["Таджикистан", 5]]
        for year in (2023, 2024)
    }
    table = read(make_book({"Содержание": [["2023"]], **sheets}, hidden="2023"), "trade.xlsx")
    assert [show(f) for f in table.figures] == ["exports KZ None 2024 2024000 USD A", "exports KZ TJ 2024 5000 USD A"]


def test_regions_with_months_over_quantities_and_values_and_goods_below_each() -> None:
    months: list[Cell] = [None, None, "январь", None, None, "январь–февраль", None, None]
    units: list[Cell] = ["Код ТН ВЭД", "Наименование", *["тонн", "доп. единица измерения", "тыс. долларов США"] * 2]
    rows: list[list[Cell]] = [
        [None, "Республика Казахстан", 1, 2, 30.5, 4, 5, 60],
        [None, "г. Алматы", 1, 2, 3.5, 4, 5, 6.5],
        ["010121", "Лошади живые", 1, 2, 1.5, 1, 1, 2],
        [None, "область Жетісу", 1, 2, 2.5, 4, 5, 4.5],
        [None, "Тараз", 1, 2, 9, 4, 5, 9],  # a town is not its region
    ]
    content = make_book({"2025": [["Экспорт по регионам"], months, units, *rows]}, ["C2:E2", "F2:H2"])
    assert [show(f) for f in read(content, "446905.xlsx").figures] == [
        "exports KZ None 2025-01 30500 USD A",
        "exports KZ None 2025-01/2025-02 60000 USD A",
        "exports KZ-75 None 2025-01 3500 USD A",
        "exports KZ-75 None 2025-01/2025-02 6500 USD A",
        "exports KZ-33 None 2025-01 2500 USD A",
        "exports KZ-33 None 2025-01/2025-02 4500 USD A",
    ]


def test_a_table_without_money_is_refused() -> None:
    content = make_book({"2024": [["Экспорт"], ["Страна", "тонн"], ["Всего", 5], ["Китай", 2]]})
    with pytest.raises(ReadError, match="columns of exports, imports or turnover in money"):
        read(content, "trade.xlsx")
