"""How values are written: amounts and periods for people, times and status for programs, cells for spreadsheets."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hamkor.messages import set_language
from hamkor.model import Evidence, Observation, Period
from hamkor.publish.amounts import write_figure, write_period
from hamkor.publish.columns import Column, find_date
from hamkor.publish.plain import write_json
from hamkor.publish.standards import write_sdmx_status, write_sdmx_time
from hamkor.publish.writers import write_csv, write_xlsx

COLUMNS = (Column("number", lambda row: row[0]), Column("words", lambda row: row[1]))


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def figure(value: str, low: str, high: str, unit: str, **fields: str) -> Observation:
    given = {"measure": "level", "qualifier": "exact", "status": "actual", **fields}
    return Observation(
        indicator="exports", subject=None, obs_value=Decimal(value), low=Decimal(low), high=Decimal(high),
        unit_measure=unit, time_period=None, ref_area=None, counterpart_area=None, part_of=None,
        evidence=Evidence("", 0, 1, "x"), **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (figure("84600000", "84550000", "84650000", "USD"), "84.6 mln USD (84.55–84.65)"),
        (figure("8.5E+8", "845000000", "855000000", "USD"), "850 mln USD (845–855)"),
        (figure("4255000000", "4254500000", "4255500000", "USD"), "4.255 bn USD (4.2545–4.2555)"),
        (figure("20", "18.3333333333", "22.5", "PCT", qualifier="about"), "≈ 20 % (18.33–22.5)"),
        (figure("-3", "-3.5", "-2.5", "PCT", measure="change"), "-3 % (-3.5–-2.5)"),
        (figure("3", "2.5", "3.5", "PCT", measure="change"), "+3 % (2.5–3.5)"),
        (figure("76", "76", "76", "COUNT"), "76"),
        (figure("4300", "4250", "4350", "t", qualifier="over"), "> 4,300 t (4,250–4,350)"),
        (figure("1.5", "1.45", "1.55", "TIMES", measure="multiple"), "1.5 times (1.45–1.55)"),
    ],
)
def test_figures_as_people_read_them(item: Observation, shown: str) -> None:
    assert write_figure(item) == shown


def test_numbers_are_written_as_the_language_writes_them() -> None:
    set_language("ru")
    assert write_figure(figure("84600000", "84550000", "84650000", "USD")) == "84,6 млн USD (84,55–84,65)"


@pytest.mark.parametrize(
    ("edges", "short", "sdmx"),
    [
        (("2025",), "2025", "2025"),
        (("2025-12-28",), "2025-12-28", "2025-12-28"),
        (("2025-01", "2025-09"), "2025-01/09", "2025-01-01/P9M"),
        (("2025-07", "2025-09"), "2025-07/09", "2025-Q3"),
        (("2025-07", "2025-12"), "2025-07/12", "2025-S2"),
        (("2025-01", "2025-12"), "2025-01/12", "2025"),
        (("2024", "2026"), "2024/2026", "2024-01-01/P3Y"),
        (("2024-11", "2025-02"), "2024-11/2025-02", "2024-11-01/P4M"),
        (("2025-12-27", "2025-12-29"), "2025-12-27/29", "2025-12-27/P3D"),
        (("2025-03-02", "2025-03-31"), "2025-03-02/31", "2025-03-02/P30D"),
        (("2025-01", "2025-03-15"), "2025-01/2025-03-15", "2025-01-01/P74D"),
    ],
)
def test_periods_for_people_and_for_programs(edges: tuple[str, ...], short: str, sdmx: str) -> None:
    assert write_period(Period(*edges)) == short
    assert write_sdmx_time(Period(*edges)) == sdmx


def test_a_figure_of_the_press_is_never_more_than_unvalidated() -> None:
    assert write_sdmx_status(figure("1", "1", "1", "t")) == "V"
    assert write_sdmx_status(figure("1", "1", "1", "t", qualifier="about")) == "U"
    assert write_sdmx_status(figure("1", "1", "1", "t", qualifier="about", status="forecast")) == "F"


def test_days_are_found_where_there_are_days() -> None:
    assert find_date("2025-12-28T10:00:00+05:00") == date(2025, 12, 28)
    assert find_date("2025-12") is None
    assert find_date(None) is None


@given(st.lists(st.tuples(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.text(max_size=30))))
def test_csv_gives_back_what_was_written_but_for_an_apostrophe_before_formulas(rows: list[tuple[Decimal, str]]) -> None:
    import csv

    out = io.StringIO(newline="")
    write_csv(COLUMNS, rows, out)
    out.seek(0)
    back = list(csv.DictReader(out))
    assert [Decimal(row["number"]) for row in back] == [number for number, _ in rows]
    assert [_lines(row["words"]) for row in back] == [_lines(_guard(words)) for _, words in rows]


def _guard(words: str) -> str:
    return "'" + words if words[:1] in tuple("=+-@\t\r＝＋－＠") else words


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(st.text(max_size=30), max_size=5))
def test_json_is_an_array_of_all_rows(rows: list[str]) -> None:
    out = io.StringIO()
    write_json(rows, out)
    assert json.loads(out.getvalue()) == rows


def test_a_spreadsheet_takes_any_words() -> None:
    out = io.BytesIO()
    rows = [(Decimal("1.5"), "=1+1"), (2, "a\x00b\x1b"), (None, "long " * 10_000), (date(2025, 1, 2), "")]
    write_xlsx(COLUMNS, rows, out, title="rows")
    sheet = load_workbook(io.BytesIO(out.getvalue())).active
    assert (sheet["A2"].value, sheet["B2"].value, sheet["B2"].data_type) == (1.5, "=1+1", "s")
    assert sheet["B3"].value == "a\ufffdb\ufffd"
    assert sheet["B4"].value.endswith("…")
    assert sheet["A5"].value.date() == date(2025, 1, 2)


_NUMBERS = st.decimals(-(10**9), 10**9, places=3)


@given(st.lists(st.tuples(_NUMBERS, st.text(max_size=30)), max_size=5), st.text(min_size=1, max_size=60))
def test_a_spreadsheet_gives_back_what_was_written(rows: list[tuple[Decimal, str]], title: str) -> None:
    out = io.BytesIO()
    write_xlsx(COLUMNS, rows, out, title="".join(filter(str.isprintable, title)) or "rows")
    sheet = load_workbook(io.BytesIO(out.getvalue())).active
    back = [(number.value, words.value or "") for number, words in sheet.iter_rows(min_row=2)]
    shown = [_lines("".join("\ufffd" if is_no_xml(c) else c for c in words)) for _, words in rows]
    assert [(float(number), words) for (number, _), words in zip(rows, shown, strict=True)] == [
        (number, _lines(words)) for number, words in back
    ]
    assert (sheet["A1"].font.b, sheet.freeze_panes) == (True, "A2")


def is_no_xml(letter: str) -> bool:
    return (letter < " " and letter not in "\t\n\r") or letter in "\ufffe\uffff"


def test_addresses_are_links_but_those_of_scripts() -> None:
    out = io.BytesIO()
    column = Column("url", lambda row: row, is_link=True)
    write_xlsx((column,), ['https://example.org/?a=1&b="2"', "javascript:alert(1)"], out, title="a/b:[c]")
    sheet = load_workbook(io.BytesIO(out.getvalue())).active
    assert sheet["A2"].hyperlink.target == sheet["A2"].value == 'https://example.org/?a=1&b="2"'
    assert sheet["A3"].hyperlink is None
    assert sheet.title == "a-b--c-"
