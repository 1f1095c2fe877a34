"""Official figures in the plain form: read whole, or refused with the place of what is wrong."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.errors import ReadError
from hamkor.read.statistics import read_statistics

HEAD = "source,indicator,ref_area,counterpart_area,time_period,obs_value,unit_measure,obs_status,released"
ROW = "Bureau,trade_turnover,KZ,UZ,2025-01/2025-09,3412600000,USD,A,2025-11-14"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_csv_in_any_order_of_columns(tmp_path: Path) -> None:
    names, values = HEAD.split(","), ROW.split(",")
    text = ",".join(reversed(names)) + "\n" + ",".join(reversed(values)) + "\n"
    [figure] = read_statistics(write(tmp_path, "trade.csv", "\ufeff" + text)).figures
    assert (figure.source, figure.obs_value) == ("Bureau", Decimal(3412600000))
    assert str(figure.time_period) == "2025-01/2025-09"
    assert figure.released is not None
    assert figure.released.isoformat() == "2025-11-14"


def test_json_lines_keep_every_digit_and_null_is_the_world(tmp_path: Path) -> None:
    row = dict(zip(HEAD.split(","), ROW.split(","), strict=True)) | {"counterpart_area": None, "obs_value": 0}
    line = json.dumps(row).replace('"obs_value": 0', '"obs_value": 3412600000.10')
    [figure] = read_statistics(write(tmp_path, "trade.jsonl", line + "\n\n")).figures
    assert (figure.counterpart_area, str(figure.obs_value)) == (None, "3412600000.10")


@pytest.mark.parametrize(
    ("name", "text", "place", "found"),
    [
        ("a.csv", "", "a.csv, line 1", "no columns"),
        ("a.csv", "source,indicator\n", "a.csv, line 1", "source, indicator"),
        ("a.csv", "country,sum\n", "a.csv, line 1", "country, sum"),
        ("a.csv", f"{HEAD}\n{ROW.replace('3412600000', 'much')}\n", "a.csv, line 2, obs_value", "'much'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('3412600000', '3,4')}\n", "a.csv, line 2", "10 cells"),
        ("a.csv", f"{HEAD}\n{ROW.replace('trade_turnover', 'trade')}\n", "a.csv, line 2, indicator", "'trade'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('UZ', 'Uzbekia')}\n", "a.csv, line 2, counterpart_area", "'Uzbekia'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('USD', 'US')}\n", "a.csv, line 2, unit_measure", "'US'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('USD', 'mln USD')}\n", "a.csv, line 2, unit_measure", "'mln USD'"),
        ("a.csv", f"{HEAD}\n{ROW.replace(',A,', ',final,')}\n", "a.csv, line 2, obs_status", "'final'"),
        ("a.csv", f"{HEAD}\n{ROW}\n{ROW.replace('34126', '34127')}\n", "a.csv", "3412600000 and 3412700000"),
        ("a.csv", f"{HEAD}\n{ROW.replace('2025-01/2025-09', 'autumn')}\n", "a.csv, line 2, time_period", "'autumn'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('2025-11-14', 'soon')}\n", "a.csv, line 2, released", "'soon'"),
        ("a.csv", f"{HEAD}\n{ROW.replace('KZ', '')}\n", "a.csv, line 2, ref_area", "nothing"),
        ("a.jsonl", "[1]\n[2]\n", "a.jsonl, line 1", "[Decimal('1')]"),
        ("a.jsonl", "{\n", "a.jsonl, line 1", "no JSON"),
        ("a.xml", "<a/>", "a.xml, line 1", "<a/>"),
        ("a.csv", "<html><body>Error 404", "a.csv", "text/html"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, name: str, text: str, *, place: str, found: str) -> None:
    with pytest.raises(ReadError) as error:
        read_statistics(write(tmp_path, name, text))
    assert error.value.place.endswith(place)
    assert found in error.value.found


def test_units_and_statuses_that_are_standard_but_not_in_our_lists(tmp_path: Path) -> None:
    rows = [ROW.replace("USD", "GWh"), ROW.replace(",A,", ",B,").replace("2025-01/2025-09", "2024")]
    found = read_statistics(write(tmp_path, "trade.csv", "\n".join([HEAD, *rows]))).figures
    assert [(figure.unit_measure, figure.obs_status) for figure in found] == [("GWh", "A"), ("USD", "A")]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_statistics(tmp_path / "none.csv")
