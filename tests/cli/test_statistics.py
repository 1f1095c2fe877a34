"""`hamkor statistics`: import, list and show."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hamkor.cli.statistics import EXAMPLE
from hamkor.codes import find_area
from hamkor.extract.numbers.bounds import Printed, get_bounds, read_printed
from hamkor.read.statistics import read_statistics

HEAD = "source,indicator,ref_area,counterpart_area,time_period,obs_value,unit_measure,obs_status,released\n"
ROWS = (
    "Bureau,exports,KZ,KG,2024,912400000,USD,A,2025-02-17\n"
    "Bureau,exports,KZ,KG,2023,801000000,USD,A,2025-02-17\n"
    "Bureau,imports,KZ-75,UZ-TK,2024,3100000,USD,P,2025-02-17\n"
)


@pytest.fixture
def ledger(run: Any, tmp_path: Path) -> str:
    place = str(tmp_path / "desk.db")
    (tmp_path / "trade.csv").write_text(HEAD + ROWS)
    assert run("statistics", "import", str(tmp_path / "trade.csv"), "--ledger", place).status == 0
    return place


def ask(run: Any, ledger: str, *arguments: str) -> list[dict[str, Any]]:
    shown = run("statistics", *arguments, "--ledger", ledger, "--format", "jsonl")
    assert shown.status == 0, shown.err
    return [json.loads(line) for line in shown.raw.decode("utf-8").splitlines()]


def test_series_and_their_values_can_be_asked_for(run: Any, ledger: str) -> None:
    series = ask(run, ledger, "list")
    assert [(row["indicator"], row["periods"], row["first"], row["last"]) for row in series] == [
        ("exports", 2, "2023", "2024"), ("imports", 1, "2024", "2024"),
    ]  # fmt: skip
    values = ask(run, ledger, "show", series[0]["series"][:5])
    assert [(row["time_period"], row["obs_value"]) for row in values] == [("2023", 801000000), ("2024", 912400000)]
    assert len(ask(run, ledger, "show", "--during", "2024")) == 2
    assert len(ask(run, ledger, "show", "--indicator", "imports")) == 1
    assert len(ask(run, ledger, "show", "--between", "UZ", "KZ")) == 1  # with regions, in either order
    assert len(ask(run, ledger, "list", "--source", "bur")) == 2
    assert ask(run, ledger, "list", "--source", "bank") == []


def test_a_revised_figure_is_shown_beside_the_old_one(run: Any, ledger: str, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text(HEAD + ROWS.splitlines()[0].replace("912", "931") + "\n")
    done = run("statistics", "import", str(tmp_path / "new.csv"), "--released", "2025-08-15", "--ledger", ledger)
    assert "figures 1, new 1" in done.err
    assert "new 0;" in run("statistics", "import", str(tmp_path / "trade.csv"), "--ledger", ledger).err
    shown = ask(run, ledger, "show", "--indicator", "exports", "--during", "2024")
    assert [(r["obs_value"], r["released"], r["release"], r["releases"]) for r in shown] == [
        (931400000, "2025-08-15", 2, 2), (912400000, "2025-02-17", 1, 2),
    ]  # fmt: skip


def test_every_form_of_list(run: Any, ledger: str, tmp_path: Path) -> None:
    assert "912.4 mln USD" in run("statistics", "show", "--ledger", ledger, "--format", "table").out
    assert "912,4 млн USD" in run("statistics", "show", "--ledger", ledger, "--format", "table", "--lang", "ru").out
    table = run("statistics", "list", "--ledger", ledger, "--format", "csv").out
    assert table.startswith("SERIES,SOURCE,INDICATOR,MEASURE,REF_AREA,COUNTERPART_AREA,UNIT_MEASURE,PERIODS,FIRST,LAST")
    file = tmp_path / "series.xlsx"
    assert run("statistics", "show", "--ledger", ledger, "--output", str(file)).status == 0
    sheet = openpyxl.load_workbook(file).worksheets[0]
    assert [cell.value for cell in sheet[1]][5:8] == ["COUNTERPART_AREA", "TIME_PERIOD", "OBS_VALUE"]
    assert sheet["H2"].value == 801000000


def test_wrong_cells_are_told_and_a_wrong_file_leaves_the_others(run: Any, tmp_path: Path) -> None:
    (tmp_path / "some.csv").write_text(HEAD + ROWS.replace("801000000", "n. a. yet"))
    (tmp_path / "none.csv").write_text("Dear colleagues,\n")
    place = str(tmp_path / "desk.db")
    files = [str(tmp_path / name) for name in ("none.csv", "some.csv")]
    done = run("statistics", "import", *files, "--ledger", place)
    assert done.status == 1
    assert (
        "some.csv, line 3, obs_value: found 'n. a. yet'; expected a number such as 3412600000; write it so" in done.err
    )
    assert "none.csv, line 1: found Dear colleagues" in done.err
    assert "figures 2, new 2; left out 0, not read 1" in done.err
    told = run("statistics", "import", files[1], "--ledger", place, "--lang", "uz").err
    assert "topildi: 'n. a. yet'; kutilgan edi: son, masalan 3412600000; shunday yozing" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("import",), "statistics import: found nothing; expected FILE…"),
        (("list", "--unit", "USD"), "statistics list: found --unit; expected an option of this command"),
        (("list", "abc"), "statistics list: found FILE"),
        (("import", "x.csv", "--during", "2024"), "found --during"),
        (("import", "x.csv", "--released", "2025"), "--released: found '2025'; expected 2025-11-14"),
        (("import", "x.csv", "--area", "Kazakhia"), "--area: found 'Kazakhia'"),
        (("show", "--between", "KZ", "Uzbekia"), "--between: found 'Uzbekia'"),
    ],
)
def test_what_does_not_fit_the_command_is_told(
    run: Any, tmp_path: Path, *, arguments: tuple[str, ...], told: str
) -> None:
    done = run("statistics", *arguments, "--ledger", str(tmp_path / "desk.db"))
    assert done.status == 2
    assert told in done.err


def test_an_address_and_a_source_are_kept_with_the_figures(run: Any, tmp_path: Path) -> None:
    (tmp_path / "trade.csv").write_text(HEAD + ROWS)
    place, address = str(tmp_path / "desk.db"), "https://stat.example/table/7"
    run("statistics", "import", str(tmp_path / "trade.csv"), "--url", address, "--source", "Office", "--ledger", place)
    assert {(row["source"], row["url"]) for row in ask(run, place, "show")} == {("Office", address)}


def test_the_published_facts_come_as_reported_each_with_its_source() -> None:
    table = read_statistics(EXAMPLE)
    assert (len(table.figures), table.wrong, table.left_out) == (163, (), 0)
    assert {figure.obs_status for figure in table.figures} == {"V"}
    assert all(figure.source for figure in table.figures)
    assert sum(figure.url is None for figure in table.figures) <= 9  # pages whose text came without an address
    for figure in table.figures:
        area = find_area(figure.ref_area)
        assert area is not None
        assert area.stood_on(figure.time_period.last), figure


def test_the_bounds_of_the_facts_are_those_of_printed_figures() -> None:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            bounds = get_bounds(print_again(Decimal(row["obs_value"]), row["unit_measure"]), row["qualifier"])
            assert (bounds.low, bounds.high) == (Decimal(row["low"]), Decimal(row["high"])), row


def print_again(value: Decimal, unit: str) -> Printed:
    """The number as the press prints it: in billions, millions or, of counts, in thousands where they are round."""
    scales = [] if unit == "PCT" else [Decimal(10) ** 9, Decimal(10) ** 6]
    scale = next((s for s in scales if abs(value) >= s), Decimal(1))
    if unit == "COUNT" and value >= 1000 and not value % 1000:
        scale = Decimal(1000)
    _, _digits, exponent = (value / scale).normalize().as_tuple()
    decimals = max(0, -int(exponent))
    last = Decimal(1).scaleb(-decimals) * scale
    return read_printed(value, last=last, decimal_mark=decimals > 0, percent=unit == "PCT")
