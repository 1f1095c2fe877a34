"""The lists: their rows picked, and written in every form."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

GOLDEN = Path(__file__).parent / "golden"
LISTS = {
    "figures": 4,
    "events": 1,
    "commitments": 2,
    "people": 2,
    "organisations": 1,
    "quotations": 1,
    "documents": 2,
}
BEARERS = ("people", "organisations")


def rows(run: Any, *arguments: object) -> list[dict[str, Any]]:
    done = run(*arguments, "--format", "jsonl")
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.lines]


def check_golden(name: str, shown: str) -> None:
    """Compare with a file; HAMKOR_WRITE_GOLDEN=1 writes it anew, to be looked at before it is kept."""
    file = GOLDEN / name
    if os.environ.get("HAMKOR_WRITE_GOLDEN"):
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", LISTS)
def test_a_table_looks_as_it_was_approved_and_fits(
    run: Any, kept: Path, *, name: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run(name, "--ledger", kept, "--format", "table")
    assert done.status == 0, done.err
    assert max(map(len, done.lines)) <= width
    check_golden(f"{name}-{width}.txt", done.out)


@pytest.mark.parametrize(("name", "number"), LISTS.items())
def test_every_form_has_every_row(run: Any, kept: Path, *, name: str, number: int, tmp_path: Path) -> None:
    whole = json.loads(run(name, "--ledger", kept, "--format", "json").out)
    assert whole == rows(run, name, "--ledger", kept)
    assert len(whole) == number
    table = list(csv.DictReader(io.StringIO(run(name, "--ledger", kept, "--format", "csv").out)))
    assert len(table) == number
    file = tmp_path / "list.xlsx"
    assert run(name, "--ledger", kept, "--output", file).status == 0
    assert load_workbook(file).active.max_row == number + 1


def test_each_statement_comes_with_its_words_and_its_source(run: Any, kept: Path) -> None:
    for name in [name for name in LISTS if name != "documents"]:
        given = (name, "--ledger", kept, *(("--tellings",) if name in BEARERS else ()))
        for row in rows(run, *given):
            assert row["evidence"]["exact"]
            assert row["document"]["id"].startswith("desk-")
            assert len(row["id"]) == 12
        for line in csv.DictReader(io.StringIO(run(*given, "--format", "csv").out)):
            told = {key.lower(): value for key, value in line.items()}
            assert told["words"]
            assert told["document"].startswith("desk-")


def test_a_figure_in_json_is_as_extract_says_it(run: Any, kept: Path) -> None:
    share = rows(run, "figures", "--ledger", kept)[2]
    assert (share["indicator"], share["measure"], share["obs_value"]) == ("trade_turnover", "share", 20)
    assert share["part_of"] == {"indicator": "trade_turnover", "ref_area": "KZ", "counterpart_area": "UZ"}
    assert share["time_period"] == "2025-01/2025-09"


def test_figures_in_csv_bear_the_names_and_codes_of_sdmx(run: Any, kept: Path) -> None:
    done = run("figures", "--ledger", kept, "--format", "csv")
    change, level, share, target = csv.DictReader(io.StringIO(done.out))
    assert level["OBS_VALUE"] == "850000000"
    assert (level["REF_AREA"], level["COUNTERPART_AREA"], level["UNIT_MEASURE"]) == ("KZ-75", "UZ", "USD")
    assert level["TIME_PERIOD"] == "2025-01-01/P9M"
    assert [row["OBS_STATUS"] for row in (change, level, share, target)] == ["V", "V", "U", "F"]
    assert share["PART_OF_REF_AREA"] == "KZ"


def test_csv_begins_with_a_byte_order_mark_where_asked(run: Any, kept: Path) -> None:
    assert run("events", "--ledger", kept, "--format", "csv", "--bom").raw.startswith(b"\xef\xbb\xbftype,")
    assert run("events", "--ledger", kept, "--format", "csv").raw.startswith(b"type,")


def test_a_spreadsheet_has_numbers_days_links_and_a_frozen_header(run: Any, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "figures.xlsx"
    run("figures", "--ledger", kept, "--output", file)
    sheet = load_workbook(file).active
    names = {cell.value: number for number, cell in enumerate(sheet[1])}
    level = sheet[3]
    assert sheet.freeze_panes == "A2"
    assert level[names["OBS_VALUE"]].value == 850_000_000
    assert level[names["OBS_VALUE"]].data_type == "n"
    assert level[names["PUBLISHED"]].value == datetime(2025, 12, 28)
    assert level[names["WORDS"]].value == "$850 млн"
    assert level[names["URL"]].hyperlink.target == "https://example.org/news?id=1&lang=ru"
    assert sheet[5][names["URL"]].value is None


def test_words_that_look_like_a_formula_stay_words(run: Any, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "said.xlsx"
    run("quotations", "--ledger", kept, "--output", file)
    words = [cell for cell in load_workbook(file).active[2] if str(cell.value).startswith("=")]
    assert [(cell.value, cell.data_type) for cell in words] == [("=«Мы удвоим поставки", "s")]


def test_words_that_look_like_a_formula_are_guarded_in_csv_and_nowhere_else(run: Any, kept: Path) -> None:
    [line] = csv.DictReader(io.StringIO(run("quotations", "--ledger", kept, "--format", "csv").out))
    assert line["words"] == "'=«Мы удвоим поставки"
    [row] = rows(run, "quotations", "--ledger", kept)
    assert row["evidence"]["exact"] == "=«Мы удвоим поставки"


def test_a_due_day_is_a_date_in_a_spreadsheet(run: Any, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "promises.xlsx"
    run("commitments", "--ledger", kept, "--output", file)
    sheet = load_workbook(file).active
    row = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))
    assert row["due"] == datetime(2026, 3, 1)
    assert row["iati_activity_status"] == 1
    assert row["parties"] == "KZ-75; UZ"


@pytest.mark.parametrize(
    ("name", "asked", "number"),
    [
        ("figures", ("--between", "KZ", "UZ"), 4),
        ("figures", ("--between", "uz", "kz-31"), 1),
        ("figures", ("--between", "KZ", "KG"), 0),
        ("figures", ("--indicator", "exports"), 1),
        ("figures", ("--status", "target"), 1),
        ("figures", ("--during", "2026"), 1),
        ("figures", ("--during", "2025-03/2025-04"), 3),
        ("figures", ("--until", "2025"), 3),
        ("figures", ("--since", "2026-01"), 1),
        ("figures", ("--document", "desk-2"), 1),
        ("figures", ("--limit", "2"), 2),
        ("events", ("--type", "meeting"), 1),
        ("events", ("--type", "visit"), 0),
        ("commitments", ("--sector", "transport"), 1),
        ("commitments", ("--stage", "discussed"), 1),
        ("commitments", ("--during", "2026-03"), 1),
        ("people", ("--between", "KZ", "UZ"), 0),
        ("documents", ("--sector", "ecology"), 1),
        ("documents", ("--between", "KZ-75", "UZ"), 1),
    ],
)
def test_rows_are_picked(run: Any, kept: Path, *, name: str, asked: tuple[str, ...], number: int) -> None:
    assert len(rows(run, name, "--ledger", kept, *asked)) == number


def test_the_newest_come_first_where_asked(run: Any, kept: Path) -> None:
    assert [row["id"] for row in rows(run, "documents", "--ledger", kept)] == ["desk-1", "desk-2"]
    assert [row["id"] for row in rows(run, "documents", "--ledger", kept, "--newest-first")] == ["desk-2", "desk-1"]


def test_nothing_found_is_said_beside_and_is_no_failure(run: Any, kept: Path) -> None:
    done = run("figures", "--ledger", kept, "--between", "KZ", "KG", "--format", "table")
    assert (done.status, done.out, done.err) == (0, "", "Nothing found.\n")
    assert json.loads(run("figures", "--ledger", kept, "--between", "KZ", "KG", "--format", "json").out) == []


def test_a_file_appears_whole_and_keeps_its_old_content_on_failure(run: Any, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    file.write_text("old")
    done = run("figures", "--ledger", tmp_path / "none.db", "--output", file)
    assert done.status == 2
    assert file.read_text() == "old"
    assert run("figures", "--ledger", kept, "--output", file).status == 0
    assert len(file.read_text("utf-8").splitlines()) == 4
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (("figures", "--between", "KZ", "Atlantis"), "--between"),
        (("figures", "--since", "28.12.2025"), "--since"),
        (("figures", "--during", "2025/2024"), "--during"),
        (("figures", "--indicator", "trade"), "--indicator"),
        (("figures", "--limit", "0"), "--limit"),
        (("figures", "--between", "KZ"), "hamkor figures --between"),
        (("figures", "--sector", "trade"), "hamkor figures"),
        (("figures", "--output", "/nowhere/at/all.csv"), "/nowhere/at/all.csv"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_place(
    run: Any, kept: Path, arguments: tuple[str, ...], place: str
) -> None:
    done = run(arguments[0], "--ledger", kept, *arguments[1:])
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{place}: found ")
    assert "; expected " in done.err
    assert done.err.count("\n") == 1


def test_a_folder_is_no_file_to_write_to(run: Any, kept: Path, tmp_path: Path) -> None:
    done = run("figures", "--ledger", kept, "--output", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{tmp_path}: found Is a directory; expected ")


def test_a_ledger_that_is_not_there_is_told(run: Any, tmp_path: Path) -> None:
    done = run("documents", "--ledger", tmp_path / "none.db")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{tmp_path / 'none.db'}: found no file; expected a ledger; ")
