"""Wide tables of Uzbekistan: JSON, CSV and XLSX."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hamkor.errors import ReadError

from .tables import make_book, read, show

ABOUT = [
    {
        "name_uz": "Ko'rsatkich nomi",
        "value_uz": "Eksport",
        "name_en": "Name of indicator",
        "value_en": "Exports by country",
    },
    {"name_en": "Unit of measurement", "value_en": "thousand US dollars"},
    {"name_en": "Last modified date", "value_en": "20.11.2025"},
]
ROWS = [
    {"Code": "", "Klassifikator": "Jami", "Klassifikator_en": "Total", "2024": 9300.5, "2025-M01": 700},
    {
        "Code": "",
        "Klassifikator": "MDH davlatlari",
        "Klassifikator_en": "CIS countries",
        "2024": 5000.5,
        "2025-M01": 400,
    },
    {"Code": "398", "Klassifikator": "Qozog'iston", "Klassifikator_en": "Kazakhstan", "2024": 1301.2, "2025-M01": "-"},
    {"Code": "762", "Klassifikator": "Tojikiston", "Klassifikator_en": "Tajikistan", "2024": 410.25, "2025-M01": ""},
]


def write(about: object = ABOUT, rows: object = ROWS) -> str:
    return json.dumps([{"metadata": about, "data": rows}])


def test_json_tells_its_unit_indicator_and_day() -> None:
    table = read(write(), "export.json")
    assert [show(f) for f in table.figures] == [
        "exports UZ None 2024 9300500 USD A",
        "exports UZ None 2025-01 700000 USD A",
        "exports UZ KZ 2024 1301200 USD A",
        "exports UZ TJ 2024 410250 USD A",
    ]
    assert {f.released for f in table.figures} == {date(2025, 11, 20)}
    assert table.left_out == 4


def test_the_number_of_the_table_tells_the_indicator_where_metadata_do_not() -> None:
    assert {f.indicator for f in read(write(ABOUT[1:]), "sdmx_data_2414.json").figures} == {"imports"}
    with pytest.raises(ReadError, match="say it with --indicator"):
        read(write(ABOUT[1:]), "table.json")


def test_a_csv_of_regions_knows_no_unit_and_every_row_is_a_reporter() -> None:
    head = "Code,Klassifikator,Klassifikator_ru,2023,2024-Q1"
    text = f"{head}\n1700,O'zbekiston,Узбекистан,15.5,4\n1726,Toshkent sh.,г. Ташкент,3,1.25\n"
    with pytest.raises(ReadError, match="say it with --unit"):
        read(text, indicator="imports")
    table = read(text, indicator="imports", unit="mln USD")
    assert [show(f) for f in table.figures] == [
        "imports UZ None 2023 15500000 USD A",
        "imports UZ None 2024-01/2024-03 4000000 USD A",
        "imports UZ-TK None 2023 3000000 USD A",
        "imports UZ-TK None 2024-01/2024-03 1250000 USD A",
    ]


def test_a_workbook_with_its_metadata_above_and_a_note_sheet() -> None:
    rows = [
        ["Unit of measurement", "mln. US dollars"],
        [],
        ["Code", "Klassifikator", 2023, 2024],
        ["417", "Qirg'iziston", 210.5, "…"],
    ]
    table = read(make_book({"Izoh": [["Manba: …"]], "Data": rows}), "sdmx_data_2402.xlsx")
    assert [show(f) for f in table.figures] == ["exports UZ KG 2023 210500000 USD A"]


def test_names_are_read_where_no_code_is() -> None:
    rows = [
        {"Klassifikator": "Qozog'iston", "2024": 1},
        {"Klassifikator": "x", "Klassifikator_ru": "Киргизия", "2024": 2},
    ]
    assert [f.counterpart_area for f in read(write(rows=rows)).figures] == ["KZ", "KG"]


def test_a_wrong_cell_is_told_by_its_record_and_time() -> None:
    rows = [*ROWS, {"Code": "795", "Klassifikator": "Turkmaniston", "2024": "about 5", "2025-M01": 9}]
    table = read(write(rows=rows), "export.json")
    assert [(w.place, w.found) for w in table.wrong] == [("export.json, record 5, 2024", "'about 5'")]
    with pytest.raises(ReadError, match=r"export\.json, 2024-M13"):
        read(write(rows=[{"Code": "398", "2024-M13": 1}]), "export.json")
