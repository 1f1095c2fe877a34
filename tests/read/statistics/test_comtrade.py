"""UN Comtrade: of many rows the one that is the whole."""

from __future__ import annotations

import json

import pytest

from hamkor.errors import ReadError

from .tables import read, show

WHOLE = {
    "typeCode": "C",
    "freqCode": "A",
    "refYear": "2024",
    "refMonth": "52",
    "period": "2024",
    "reporterCode": "398",
    "reporterISO": "KAZ",
    "reporterDesc": "Kazakhstan",
    "flowCode": "X",
    "partnerCode": "417",
    "partnerISO": "KGZ",
    "partnerDesc": "Kyrgyzstan",
    "partner2Code": "0",
    "cmdCode": "TOTAL",
    "customsCode": "C00",
    "motCode": "0",
    "primaryValue": "812500000.25",
    "isReported": "true",
}
NAMES = list(WHOLE)


def write_csv(*changes: dict[str, str]) -> str:
    rows = [",".join((WHOLE | change)[name] for name in NAMES) for change in changes]
    return "\n".join([",".join(NAMES), *rows]) + "\n"


def write_json(*changes: dict[str, str]) -> str:
    return json.dumps(
        {"elapsedTime": "0.4 secs", "count": len(changes), "data": [WHOLE | c for c in changes], "error": ""}
    )


@pytest.mark.parametrize(("write", "name"), [(write_csv, "a.csv"), (write_json, "a.json")])
def test_only_the_row_of_the_whole_cell_is_taken(write: object, name: str) -> None:
    text = write(  # type: ignore[operator]
        {}, {"cmdCode": "10", "primaryValue": "5"}, {"customsCode": "C01", "primaryValue": "6"},
        {"motCode": "2100", "primaryValue": "7"}, {"partner2Code": "643", "primaryValue": "8"},
        {"flowCode": "RX", "primaryValue": "9"}, {"partnerCode": "899", "partnerISO": "_X ", "primaryValue": "1"},
    )  # fmt: skip
    table = read(text, name)
    assert (table.form, table.left_out, table.wrong) == ("UN Comtrade", 6, ())
    assert [show(f) for f in table.figures] == ["exports KZ KG 2024 812500000.25 USD A"]
    assert table.figures[0].source == "UN Comtrade"


def test_months_the_world_imports_and_estimates() -> None:
    month = {"freqCode": "M", "period": "202509", "flowCode": "M", "partnerCode": "0", "partnerISO": "W00"}
    table = read(write_csv(month | {"isReported": "false"}))
    assert [show(f) for f in table.figures] == ["imports KZ None 2025-09 812500000.25 USD E"]


def test_the_same_whole_in_two_classifications_is_one() -> None:
    assert len(read(write_csv({}, {})).figures) == 1
    with pytest.raises(ReadError, match="one value a figure"):
        read(write_csv({}, {"primaryValue": "812500001"}))


def test_rows_that_stand_one_column_off_are_refused() -> None:
    text = write_csv({}, {"period": "2023"})
    shifted = "\n".join([line if n == 0 else f"0,{line}" for n, line in enumerate(text.splitlines())])
    with pytest.raises(ReadError, match="look whether the row is shifted"):
        read(shifted)
    lost = text.replace("\nC,A,", "\nA,")
    with pytest.raises(ReadError, match="look whether the rows are shifted"):
        read(lost)


def test_a_file_in_a_western_encoding_and_a_column_that_is_not_there() -> None:
    text = write_csv({"partnerCode": "792", "partnerISO": "TUR", "partnerDesc": "Türkiye"})
    assert [show(f) for f in read(text.encode("cp1252")).figures] == ["exports KZ TR 2024 812500000.25 USD A"]
    with pytest.raises(ReadError, match="no column flowcode"):
        read(text.replace("flowCode", "flow"))


def test_a_reporter_that_is_not_there_and_a_value_that_is_none() -> None:
    table = read(write_csv({}, {"period": "2023", "reporterCode": "", "reporterISO": ""}, {"period": "2022"}))
    assert [w.place for w in table.wrong] == ["table.csv, line 3, reportercode"]
    table = read(write_csv({}, {"period": "2021", "primaryValue": "n.d."}, {"period": "2022"}))
    assert [(w.place, w.found) for w in table.wrong] == [("table.csv, line 3, primaryValue", "'n.d.'")]


@pytest.mark.parametrize("flow", ["DX", "FM", "XOP"])
def test_what_is_part_of_a_flow_is_left_out(flow: str) -> None:
    table = read(write_csv({}, {"flowCode": flow}), "a.csv")
    assert (len(list(table.figures)), table.left_out, table.wrong) == (1, 1, ())


def test_a_flow_that_is_none_is_told() -> None:
    table = read(write_csv({}, {"flowCode": "Q"}), "a.csv")
    assert (len(list(table.figures)), table.left_out) == (1, 0)
    assert [error.found for error in table.wrong] == ["'Q'"]
