"""SDMX spread out by a data portal: a row a series, a column a time."""

from __future__ import annotations

import pytest

from hamkor.errors import ReadError

from .tables import read, show

HEAD = "DATASET,SERIES_CODE,COUNTRY,COUNTERPART_COUNTRY,INDICATOR,FREQUENCY,SCALE,2023,2023-Q4,2024-M01"
EXPORTS = '"Exports of goods, Free on board (FOB), US dollar"'
SIDES = '"Kazakhstan, Republic of","Uzbekistan, Republic of"'


def spread(*rows: str) -> str:
    return "\n".join([HEAD, *rows]) + "\n"


def test_every_time_of_a_row_is_a_figure() -> None:
    table = read(spread(f"IMF.STA:IMTS(1.0.0),KAZ.XG_FOB_USD.UZB.A,{SIDES},{EXPORTS},Annual,Units,3010500000,,71"))
    assert [show(f) for f in table.figures] == ["exports KZ UZ 2023 3010500000 USD A", "exports KZ UZ 2024-01 71 USD A"]
    assert (table.figures[0].source, table.left_out) == ("IMF.STA:IMTS", 1)


def test_without_a_code_of_the_series_its_labels_tell() -> None:
    table = read(spread(f",,{SIDES},{EXPORTS},Quarterly,Millions,,12.5,"))
    assert [show(f) for f in table.figures] == ["exports KZ UZ 2023-10/2023-12 12500000 USD A"]


def test_the_whole_world_is_no_partner_and_a_group_is_left_out() -> None:
    world = f"X:Y(1),KAZ.XG_FOB_USD.G001.A,,World,{EXPORTS},A,6,78700,,"
    table = read(spread(world, f"X:Y(1),KAZ.XG_FOB_USD.G163.A,,Euro Area,{EXPORTS},A,6,78700,,"))
    assert [show(f) for f in table.figures] == ["exports KZ None 2023 78700000000 USD A"]


def test_imports_at_the_border_of_the_exporter_are_left_out() -> None:
    label = '"Imports of goods, Free on board (FOB), US dollar"'
    table = read(spread(f"X:Y(1),KAZ.MG_FOB_USD.UZB.A,{SIDES},{label},A,Units,1,,"))
    assert (table.figures, table.left_out) == ((), 3)


def test_a_wrong_cell_is_told_by_its_line_and_time() -> None:
    row = f"X:Y(1),KAZ.XG_FOB_USD.UZB.A,{SIDES},{EXPORTS},A,Units,5,about 3,7"
    assert [error.place for error in read(spread(row)).wrong] == ["table.csv, line 2, 2023-Q4"]


def test_what_is_counted_must_be_told() -> None:
    with pytest.raises(ReadError, match="indicator"):
        read(spread(f"X:Y(1),,{SIDES},Something else,A,Units,5,,"))
