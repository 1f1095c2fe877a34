"""Files that are broken, hostile or not what they seem: an error with its place, and soon."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.errors import ReadError
from hamkor.read.statistics import FORMS, Table

from .tables import make_book, read
from .test_sdmx import FIRST

PLAIN = "source,indicator,ref_area,time_period,obs_value,unit_measure\n"
KAZAKH = make_book({"2024": [["Экспорт"], ["Страна", "тыс. долларов США"], ["Всего", 5], ["Китай", 2]]})


def repack(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook with one of its parts replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for member in book.namelist():
            out.writestr(member, part if member == name else book.read(member))
    return packed.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def get_sheet(content: bytes = KAZAKH) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(SHEET)


def test_a_million_empty_rows_take_no_time_and_no_room() -> None:
    empty = b"".join(b'<row r="%d"/>' % number for number in range(5, 1_000_005))
    began = time.process_time()
    table = read(repack(KAZAKH, SHEET, get_sheet().replace(b"</sheetData>", empty + b"</sheetData>")), "trade.xlsx")
    assert len(table.figures) == 2
    assert time.process_time() - began < 10


def test_a_bomb_is_never_unpacked() -> None:
    bomb = repack(KAZAKH, "xl/styles.xml", b"<a>" + b" " * 200 * 2**20 + b"</a>")
    assert len(bomb) < 2**20
    with pytest.raises(ReadError, match="at most 128 MB"):
        read(bomb, "trade.xlsx")


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (KAZAKH[: len(KAZAKH) // 2], "trade.xlsx", "broken"),
        (repack(KAZAKH, SHEET, get_sheet()[:-60]), "trade.xlsx", "a broken workbook"),
        (repack(KAZAKH, SHEET, b"no markup"), "trade.xlsx", "a broken workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "trade.xls", "application/x-ole-storage"),
        (b"%PDF-1.7 ...", "trade.csv", "application/pdf"),
        (b"", "trade.csv", "no columns"),
        (b"\n\n", "trade.csv", "no columns"),
        (bytes(range(256)) * 50, "trade.csv", "application/octet-stream"),
        ((PLAIN + "Бюро статистики,exports,KZ,2024,1,USD\n" * 9).encode() + b"\xff\xfe", "trade.csv", "U+FFFD"),
        (b"[" * 100_000, "trade.json", "lists within lists without end"),
        (b'{"data": 5}', "trade.json", "no list of records"),
        (b'[{"a": 1}, 7]', "trade.json", "Decimal('7')"),
        (b'{"file": "https://stat.example/1.json", "updated_at": "2025"}', "trade.json", "file, updated_at"),
        (b"x" * (65 * 2**20), "trade.csv", "65 MB"),
        (PLAIN.encode() + b'"' + b"x" * 200_000, "trade.csv", "no CSV"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(content: bytes, name: str, found: str) -> None:
    with pytest.raises(ReadError) as error:
        read(content, name)
    assert error.value.place.startswith(name)
    assert found in error.value.found


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig", "koi8-r"])
def test_encodings_of_the_region_are_told_by_their_letters(encoding: str) -> None:
    row = "Бюро национальной статистики Республики Казахстан,exports,KZ,2024,912400000,USD\n"
    [figure] = read((PLAIN + row).encode(encoding)).figures
    assert figure.source == "Бюро национальной статистики Республики Казахстан"


def test_more_wrong_cells_than_right_ones_refuse_the_file() -> None:
    rows = [f"B,exports,KZ,{year},{value},USD\n" for year, value in ((2022, "a"), (2023, "b"), (2024, "5"))]
    with pytest.raises(ReadError, match=r"line 2, obs_value: found 'a'"):
        read(PLAIN + "".join(rows))


def test_a_record_that_goes_over_two_lines_is_told_by_its_last() -> None:
    good = "B,exports,KZ,2024,5,USD\n"
    table = read(PLAIN + good + '"B\nureau",exports,KZ,2023,x,USD\n')
    assert [w.place for w in table.wrong] == ["table.csv, line 4, obs_value"]


CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "-",
            "2024",
            "2025-09",
            "2025-M13",
            "KZ",
            "398",
            "W00",
            "1e9",
            "1,5",
            "1 000",
            "nan",
            "∞",
            "Всего",
            "%",
            "²",
        ]
    ),
    st.text(max_size=12),
    st.integers().map(str),
)
HEADS = st.sampled_from(
    [FIRST, PLAIN.strip(), "Code,Klassifikator,2024,2025-M01", "typeCode,period,reporterCode,flowCode,primaryValue",
     "STRUCTURE;STRUCTURE_ID;TIME_PERIOD;OBS_VALUE", "Страна,Экспорт,Импорт"]
)  # fmt: skip


def read_or_tell(content: bytes, name: str) -> Table | ReadError:
    try:
        return read(content, name, unit="USD", indicator="exports")
    except ReadError as error:
        return error


@settings(max_examples=300, deadline=None)
@given(HEADS, st.lists(st.lists(CELLS, min_size=1, max_size=11), max_size=8))
def test_whatever_stands_in_a_table_it_is_read_or_told(head: str, rows: list[list[str]]) -> None:
    lines = [",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows]
    answer = read_or_tell("\n".join([head, *lines]).encode("utf-8", "surrogatepass"), "table.csv")
    if isinstance(answer, ReadError):
        assert answer.place.startswith("table.csv")
    else:
        assert answer.form in {form.name for form in FORMS}
        assert all(figure.obs_value.is_finite() for figure in answer.figures)


FIELDS = ["data", "metadata", "name_en", "value_en", "Code", "2024", "period", "primaryValue", "source"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(FIELDS), inner, max_size=4
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_whatever_json_holds_it_is_read_or_told(value: object) -> None:
    answer = read_or_tell(json.dumps(value).encode(), "table.json")
    assert not isinstance(answer, ReadError) or answer.place.startswith("table.json")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(KAZAKH) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_told(place: int, damage: bytes) -> None:
    answer = read_or_tell(KAZAKH[:place] + damage + KAZAKH[place + len(damage) :], "table.xlsx")
    assert not isinstance(answer, ReadError) or answer.place.startswith("table.xlsx")


def test_headings_longer_than_the_row_of_the_total_are_read_or_told() -> None:
    told = "Экспорт,тыс. долларов США,лишнее,ещё\nстрана,январь,февраль\nВсего,5\n"
    read_or_tell(told.encode(), "table.csv")
