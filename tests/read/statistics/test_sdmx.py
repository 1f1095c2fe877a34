"""SDMX-CSV 1.0 and 2.0."""

from __future__ import annotations

import pytest

from hamkor.errors import ReadError

from .tables import read, show

FIRST = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS"
SECOND = "STRUCTURE;STRUCTURE_ID;ACTION;FREQ: How often;REF_AREA: Reporter;COUNTERPART_AREA: Partner;INDICATOR: What"
SECOND += ";TIME_PERIOD: When;OBS_VALUE;UNIT_MEASURE;UNIT_MULT;OBS_STATUS"


def first(*rows: str) -> str:
    return "\n".join([FIRST, *rows]) + "\n"


def test_the_first_version_in_millions() -> None:
    table = read(first("BUREAU:TRADE(1.0),A,KZ,KG,TXG_FOB_USD,2024,912.40,USD,6,A"))
    assert (table.form, [show(f) for f in table.figures]) == ("SDMX-CSV", ["exports KZ KG 2024 912400000 USD A"])
    assert table.figures[0].source == "BUREAU:TRADE"


def test_the_second_version_with_labels_semicolons_and_decimal_commas() -> None:
    row = "dataflow;XX:FLOWS(2.1.0);I;M: Monthly;KZ: Kazakhstan;TJ: Tajikistan;IMP: Imports;2025-M09;7,45"
    row += ";USD: Dollars;6: Millions;P: Provisional"
    table = read(f"{SECOND}\n{row}\n")
    assert [show(f) for f in table.figures] == ["imports KZ TJ 2025-09 7450000 USD P"]


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("2025", "2025"),
        ("2025-09", "2025-09"),
        ("2025-M09", "2025-09"),
        ("2025-Q3", "2025-07/2025-09"),
        ("2025-S1", "2025-01/2025-06"),
        ("2025-01-01/P9M", "2025-01/2025-09"),
        ("2025-01-01/P1Y", "2025"),
        ("2024-11-01/P3M", "2024-11/2025-01"),
    ],
)
def test_every_way_to_write_a_time(time: str, told: str) -> None:
    [figure] = read(first(f"B:T(1.0),X,UZ,TM,EXP,{time},1,USD,9,A")).figures
    assert (str(figure.time_period), figure.obs_value) == (told, 1_000_000_000)


def test_names_and_codes_of_other_publishers() -> None:
    head = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE"
    table = read(
        f"{head}\nF.STA:IMTS(1.0.0),KAZ,XG_FOB_USD,UZB,M,2025-M09,71400000,0\nF.STA:IMTS(1.0.0),KAZ,MG_CIF_USD,G163,M,2025-M09,1,0\n"
    )
    assert [show(f) for f in table.figures] == ["exports KZ UZ 2025-09 71400000 USD A"]
    assert table.left_out == 1  # a group of countries
    lower = FIRST.lower().replace(",", ";")
    assert len(read(f"{lower}\nb:t(1.0);A;kz;uz;exports;2024;3,5;USD;6;a\n").figures) == 1


def test_detail_balances_deletions_and_missing_values_are_left_out_and_nothing_is_added_up() -> None:
    head = FIRST.replace("INDICATOR,", "INDICATOR,PRODUCT,")
    rows = [
        "B:T(1.0),A,KZ,UZ,EXP,TOTAL,2024,300,USD,6,A",
        "B:T(1.0),A,KZ,UZ,EXP,1001,2024,120,USD,6,A",
        "B:T(1.0),A,KZ,UZ,EXP,1101,2024,80,USD,6,A",
        "B:T(1.0),A,KZ,UZ,TBG_USD,_T,2024,1,USD,6,A",
        "B:T(1.0),A,KZ,UZ,IMP,_T,2024,NaN,USD,6,M",
        "B:T(1.0),A,KZ,W00,IMP,_T,2024,900,USD,6,A",
    ]
    table = read("\n".join([head, *rows]))
    assert [show(f) for f in table.figures] == [
        "exports KZ UZ 2024 300000000 USD A",
        "imports KZ None 2024 900000000 USD A",
    ]
    assert (table.left_out, table.wrong) == (4, ())


@pytest.mark.parametrize(
    ("row", "place", "found"),
    [
        ("B:T(1.0),A,KZ,UZ,EXP,2024,many,USD,6,A", "line 3, OBS_VALUE", "'many'"),
        ("B:T(1.0),A,KZ,UZ,EXP,autumn,1,USD,6,A", "line 3, time_period", "'autumn'"),
        ("B:T(1.0),A,KZ,UZ,EXP,2025-Q7,1,USD,6,A", "line 3, time_period", "'2025-Q7'"),
        ("B:T(1.0),A,KZ,UZ,GLOOM,2024,1,USD,6,A", "line 3, indicator", "'GLOOM'"),
        ("B:T(1.0),A,,UZ,EXP,2024,1,USD,6,A", "line 3, ref_area", "nothing"),
        ("B:T(1.0),A,KZ,UZ,EXP,2024,1,BEADS,6,A", "line 3, unit", "'BEADS'"),
        ("B:T(1.0),A,KZ,UZ,EXP,2024,1,USD,dozen,A", "line 3, mult", "'dozen'"),
        ("B:T(1.0),A,KZ,UZ,EXP,2024,1,USD,6,A,surplus", "line 3", "11 cells"),
        ('B:T(1.0),A,KZ,UZ,EXP,2024,"1,5",USD,6,A', "line 3, OBS_VALUE", "'1,5'"),
    ],
)
def test_one_wrong_cell_is_told_with_its_place_and_the_others_are_kept(row: str, place: str, *, found: str) -> None:
    good = "B:T(1.0),A,KZ,UZ,EXP,2022,1,USD,6,A"
    table = read(first(good, row, good.replace("2022", "2023")))
    assert len(table.figures) == 2
    [wrong] = table.wrong
    assert (wrong.place, wrong.found) == (f"table.csv, {place}", found)


def test_two_values_of_one_figure_are_refused_with_the_whole_file() -> None:
    rows = [f"B:T(1.0),A,KZ,UZ,EXP,{year},{value},USD,6,A" for year, value in ((2023, 1), (2024, 2), (2024, 3))]
    with pytest.raises(ReadError, match="2000000 and 3000000 for exports KZ–UZ 2024"):
        read(first(*rows))


def test_what_the_file_does_not_say_the_user_says() -> None:
    bare = "DATAFLOW,TIME_PERIOD,OBS_VALUE\nB:T(1.0),2024,3.5\n"
    with pytest.raises(ReadError, match="say it with --area"):
        read(bare)
    [figure] = read(bare, ref_area="UZ", indicator="exports", unit="mln USD", source="Desk").figures
    assert (figure.source, show(figure)) == ("Desk", "exports UZ None 2024 3500000 USD A")
    with pytest.raises(ReadError, match="OBS_VALUE and TIME_PERIOD"):
        read("DATAFLOW,REF_AREA\nB:T(1.0),KZ\n")
