"""Cases of checks: the same answers as the script beside the shared ones, and a floor for our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hamkor.errors import UsageError
from hamkor.evaluation import check_cases, load_cases

OWN = sorted((Path(__file__).parents[2] / "evaluation" / "checks").glob("*.json"))
# `own` was mended on; of `second` 14 of 23 were right when it was first run, of `third` 48 of 62,
# of `fresh` 52 of 59, of `fourth` 11 of 15; what these two still miss is read wrong, not reckoned wrong. Of `fifth` 33
# of 37 when it was first run, with one wrong cry, whose case wanted a base further back than the 24 months of the rule.
# Of `sixth` 79 of 96, with two wrong cries; of `seventh` 47 of 58, with none; of `eighth` 50 of 67, with one;
# of `ninth` 62 of 75, with none; of `tenth`, whose errors are not read for rules, 73 of 77, with none.
FLOORS = {
    "own": {"verdicts": 0.95, "conflicts precision": 0.97, "conflicts recall": 0.90},
    "second": {"verdicts": 0.95, "conflicts precision": 0.97, "conflicts recall": 0.90},
    "third": {"verdicts": 0.95, "conflicts precision": 0.97, "conflicts recall": 0.90},
    "fresh": {"verdicts": 0.91, "conflicts precision": 0.93, "conflicts recall": 0.93},
    "fourth": {"verdicts": 0.80, "conflicts precision": 0.97, "conflicts recall": 0.66},
    "sixth": {"verdicts": 0.90, "conflicts precision": 0.97, "conflicts recall": 0.84},
    "seventh": {"verdicts": 0.80, "conflicts precision": 0.97, "conflicts recall": 0.60},
    "eighth": {"verdicts": 0.88, "conflicts precision": 0.97, "conflicts recall": 0.91},
    "ninth": {"verdicts": 0.90, "conflicts precision": 0.97, "conflicts recall": 0.91},
    "tenth": {"verdicts": 0.94, "conflicts precision": 0.97, "conflicts recall": 0.86},
    "fifth": {"verdicts": 0.91, "conflicts precision": 0.97, "conflicts recall": 0.92},
}


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_verdicts_on_our_own_cases_do_not_fall(file: Path) -> None:
    made = check_cases(load_cases(file))
    floors = FLOORS.get(file.stem, FLOORS["own"])
    below = {name: value for name, value in made.get_measures().items() if value < floors[name]}
    assert not below, made.errors


CASE: dict[str, Any] = {
    "id": "one",
    "as_of": "2025-05-01",
    "documents": [
        {
            "id": "a",
            "published": "2025-03-01",
            "text": "Экспорт Казахстана в Таджикистан в 2024 году вырос на 10% и составил 110 млн долларов "
            "против 100 млн долларов в 2023 году.",
        }
    ],
    "expected": [{"document": "a", "exact": "10%", "verdict": "fits", "check": "growth"}],
}


def test_a_verdict_that_is_not_the_expected_one_is_told() -> None:
    expected = [{**CASE["expected"][0], "verdict": "conflicts", "why": "it does not"}]
    made = check_cases([{**CASE, "expected": expected}])
    assert made.said == {("conflicts", "fits"): 1}
    assert made.errors == ["one: «10%»: conflicts → fits  growth: it does not"]


def test_a_conflict_where_none_is_counts_against_precision() -> None:
    text = CASE["documents"][0]["text"].replace("10%", "30%")
    made = check_cases([{**CASE, "documents": [{**CASE["documents"][0], "text": text}], "expected": []}])
    assert made.cries == 1
    assert made.get_measures()["conflicts precision"] == 0.0


@pytest.mark.parametrize("content", ["{}", "[1]", "no json"])
def test_a_file_without_cases_is_told_as_such(content: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(content)
    with pytest.raises(UsageError, match=r"cases\.json"):
        load_cases(file)
