"""Code lists hold what the standards and GUIDE's fields need, and the look-ups answer rightly."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hamkor.codes
from hamkor.codes import (
    UnknownCodeError,
    find_area,
    find_change,
    find_country,
    get_area,
    get_codes,
    get_name,
    get_obs_status,
    get_parent,
    get_plover,
    is_currency,
    is_part_of,
)
from hamkor.codes.tables import read_codes, read_rows
from hamkor.grammar.language import LANGUAGES

FOLDER = Path(hamkor.codes.__path__[0])
AREAS = get_codes("areas")


@pytest.mark.parametrize(
    ("region", "country"),
    [("KZ-75", "KZ"), ("UZ-TO", "UZ"), ("KG-GO", "KG"), ("RU-ORE", "RU"), ("CN-XJ", "CN"), ("AF-BAL", "AF")],
)
def test_region_lies_in_its_country(region: str, country: str) -> None:
    assert get_parent(region) == country
    assert is_part_of(region, country)
    assert not is_part_of(country, region)


@pytest.mark.parametrize(
    ("country", "units"), [("UZ", 14), ("KG", 9), ("TJ", 5), ("TM", 6), ("KZ", 21), ("RU", 83), ("AF", 34)]
)
def test_all_first_level_units_are_listed(country: str, units: int) -> None:
    assert sum(1 for code in AREAS if get_parent(code) == country) == units


@pytest.mark.parametrize(
    ("code", "day", "stood"),
    [
        ("KZ-YUZ", date(2018, 6, 19), True),
        ("KZ-YUZ", date(2018, 6, 20), False),
        ("KZ-79", date(2018, 6, 18), False),
        ("KZ-33", date(2022, 6, 7), False),
        ("KZ-33", date(2022, 6, 8), True),
        ("KZ-19", date(2015, 1, 1), True),
        ("UZ", date(1995, 1, 1), True),
    ],
)
def test_areas_stand_in_their_time(code: str, day: date, stood: bool) -> None:
    assert get_area(code).stood_on(day) is stood


@pytest.mark.parametrize(
    ("code", "first", "last", "day"),
    [
        ("KZ-19", date(2021, 1, 1), date(2022, 12, 31), date(2022, 6, 8)),
        ("KZ-19", date(2022, 6, 8), date(2023, 12, 31), None),
        ("KZ-19", date(2021, 1, 1), date(2022, 6, 7), None),
        ("KZ-61", date(2017, 1, 1), date(2018, 12, 31), date(2018, 6, 19)),
        ("KZ-YUZ", date(2017, 1, 1), date(2018, 12, 31), date(2018, 6, 19)),
        ("KZ-75", date(2017, 1, 1), date(2025, 12, 31), None),
        ("KZ", date(2017, 1, 1), date(2025, 12, 31), None),
        ("RU-MOW", date(2011, 1, 1), date(2025, 12, 31), date(2012, 7, 1)),
    ],
)
def test_a_unit_is_another_one_from_the_day_its_borders_moved(
    code: str, first: date, *, last: date, day: date | None
) -> None:
    change = find_change(code, first, last)
    assert (change.day if change else None) == day


CHANGES = read_rows("area_changes")


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: f"{row['code']} {row['day']}")
def test_changes_are_of_listed_units_and_agree_with_the_days_they_stood(row: Mapping[str, str]) -> None:
    area, day = get_area(row["code"]), date.fromisoformat(row["day"])
    assert row["what"] in ("came", "ceased", "gave", "took")
    assert row["source"]
    assert row["what"] != "came" or area.valid_from == day
    assert row["what"] != "ceased" or area.valid_to == day
    for other in row["others"].split():
        assert find_change(other, day - timedelta(1), day), other


def test_countries_by_every_code_of_the_standard() -> None:
    assert [find_country(code) for code in ("KAZ", "398", "kz", "W00", "0", "")] == ["KZ", "KZ", "KZ", None, None, None]
    assert len({row["numeric"] for row in read_codes("countries").values()}) == 249


def test_unknown_codes_are_told() -> None:
    assert find_area("ZZ-99") is None
    with pytest.raises(UnknownCodeError, match="ZZ-99"):
        get_area("ZZ-99")
    with pytest.raises(UnknownCodeError, match="nothing"):
        get_name("sectors", "nothing")
    with pytest.raises(UnknownCodeError):
        get_plover("meeting", "dreamt")


@given(st.sampled_from(AREAS))
def test_every_parent_is_a_country_that_is_listed(code: str) -> None:
    parent = get_parent(code)
    assert parent is None or get_area(parent).sort == "country"
    assert is_part_of(code, code)


@pytest.mark.parametrize("file", sorted(p.name for p in FOLDER.glob("*.tsv")))
def test_lists_are_whole_and_say_their_source(file: str) -> None:
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    assert lines[0].startswith("#")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len({len(row) for row in rows}) == 1
    keys = [tuple(row[:2]) if file in ("plover.tsv", "area_changes.tsv") else row[0] for row in rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*/areas.tsv")), ids=lambda p: p.parent.name)
def test_every_area_that_a_language_names_is_listed(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert [row["code"] for row in rows if row["code"] and find_area(row["code"]) is None] == []


def test_stages_carry_the_status_that_iati_knows() -> None:
    assert get_codes("stages")[:2] == ("discussed", "proposed")
    assert "cancelled" in get_codes("stages")


@pytest.mark.parametrize(("unit", "is_money"), [("USD", True), ("KZT", True), ("PCT", False), ("COUNT", False)])
def test_currencies_are_told_from_units(unit: str, is_money: bool) -> None:
    assert is_currency(unit) is is_money


@pytest.mark.parametrize(
    ("status", "qualifier", "derived", "code"),
    [
        ("actual", "exact", False, "V"),
        ("actual", "over", False, "U"),
        ("forecast", "exact", False, "F"),
        ("target", "about", False, "F"),
        ("actual", "exact", True, "E"),
    ],
)
def test_status_of_a_figure_on_export(status: str, qualifier: str, derived: bool, code: str) -> None:
    assert get_obs_status(status, qualifier, derived=derived) == code
    assert code in get_codes("obs_status")


@pytest.mark.parametrize(
    ("event", "status", "plover", "mode"),
    [
        ("meeting", "held", "CONSULT", None),
        ("visit", "held", "CONSULT", "visit"),
        ("meeting", "planned", "AGREE", None),
        ("visit", "proposed", "REQUEST", "visit"),
        ("signing", "held", "SUPPORT", None),
        ("opening", "held", "COOPERATE", None),
        ("forum", "cancelled", "REJECT", "multilateral"),
    ],
)
def test_events_count_as_plover_says(event: str, status: str, plover: str, mode: str | None) -> None:
    assert get_plover(event, status) == (plover, mode)
