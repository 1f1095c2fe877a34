"""`hamkor evaluate`: the rules of matching, floors, and the same measures as the script beside the shared documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hamkor.cli import main
from hamkor.errors import UsageError
from hamkor.evaluation import check_floors, load_floors, load_gold
from hamkor.evaluation.forms import compare_spans, compare_words, fold, is_same_number, is_same_place, is_same_time
from hamkor.evaluation.report import get_measures
from hamkor.evaluation.score import score_document
from hamkor.evaluation.tally import Tally, pair_up

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("HAMKOR_SHARED", ROOT.parent / "shared"))
SCRIPT = SHARED / "gold" / "score.py"
TEXT = "Экспорт вырос на 20 %. Аким принял посла. Стороны договорились открыть рейс."


def make_gold(**lists: Any) -> dict[str, Any]:
    kinds = ("observations", "events", "commitments", "people", "organisations", "quotations")
    empty: dict[str, Any] = {name: [] for name in kinds}
    return {"id": "g", "language": "ru", "published": "2025-12-28", "text": TEXT, "source": {}, **empty, **lists}


def figure(**fields: Any) -> dict[str, Any]:
    return {
        "exact": "20 %", "indicator": "exports", "measure": "change", "obs_value": 20, "unit_measure": "PCT",
        "qualifier": "exact", "time_period": None, "ref_area": "UZ", "counterpart_area": "KZ", "status": "actual",
        "part_of": None, **fields,
    }  # fmt: skip


def answer(words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {**fields, "evidence": {"exact": words, "start": start, "end": start + len(words)}}


def measure(gold: dict[str, Any], found: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    tally = Tally()
    errors = score_document(gold, found, tally)
    return get_measures(tally), errors


def test_what_is_found_as_annotated_is_all_right() -> None:
    found = figure(low=19.5, high=20.5) | answer("20 %")
    measures, errors = measure(
        make_gold(observations=[figure()]), {"document": {"language": "ru"}, "observations": [found]}
    )
    assert measures["observations"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "found": 1}
    assert measures["observations (all fields)"]["f1"] == 1.0
    assert measures["observations.bounds"] == {"accuracy": 1.0, "judged": 1}
    assert measures["evidence.exact"]["accuracy"] == 1.0
    assert errors == []


def test_an_exporter_and_an_importer_are_not_the_same() -> None:
    turned = {"ref_area": "KZ", "counterpart_area": "UZ"}
    for indicator, accuracy in (("exports", 0.0), ("trade_turnover", 1.0)):
        found = figure(indicator=indicator, low=19, high=21, **turned) | answer("20 %")
        measures, errors = measure(make_gold(observations=[figure(indicator=indicator)]), {"observations": [found]})
        assert measures["observations.areas"]["accuracy"] == accuracy
        assert len(errors) == 1 - accuracy


def test_what_is_missed_and_what_is_not_there_are_told() -> None:
    gold = make_gold(organisations=[{"name": "Навоийский комбинат", "exact": "комбинат"}])
    measures, errors = measure(gold, {"organisations": [answer("Аким", name="Аким")]})
    assert (measures["organisations"]["precision"], measures["organisations"]["recall"]) == (0.0, 0.0)
    assert errors == ["g: organisations missed: комбинат", "g: organisations not annotated: Аким (rule ?)"]


def test_words_at_a_wrong_place_are_told() -> None:
    wrong = answer("Аким", name="Аким")
    wrong["evidence"]["start"] += 1
    measures, errors = measure(make_gold(), {"people": [wrong]})
    assert measures["evidence.exact"]["accuracy"] == 0.0
    assert any("the text has not at" in error for error in errors)


def test_a_speaker_is_judged_where_both_name_one() -> None:
    gold = {"exact": "Стороны договорились", "speaker": "Аким"}
    for speaker, judged in (("Аким", 1), (None, 0)):
        found = answer("Стороны договорились", speaker=speaker)
        measures, _ = measure(make_gold(quotations=[gold]), {"quotations": [found]})
        assert measures["quotations.speaker"]["judged"] == judged


def test_the_best_pairs_are_made_first() -> None:
    weights = {(0, 0): 1.0, (0, 1): 3.0, (1, 1): 2.0}
    gold, found = [{"n": 0}, {"n": 1}], [{"n": 0}, {"n": 1}]
    assert pair_up(gold, found, lambda one, other: weights.get((one["n"], other["n"]), 0.0)) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025-09", "2025-09-01/2025-09-30", True),
        ("2025", "2025-01", False),
        (None, "2025-12-20", True),
        (None, "2025-10-20", False),
        (None, None, True),
        ("28.12.2025", None, False),
    ],
)
def test_times_are_the_same_by_their_days(one: str | None, other: str | None, same: bool) -> None:
    assert is_same_time(one, other, published="2025-12-28") is same


def test_forms_in_which_things_are_compared() -> None:
    assert fold("«Oʻzbekiston», ") == fold("O'zbekiston")
    assert is_same_place("KZ-75", "KZ")
    assert not is_same_place("KZ-75", None)
    assert is_same_number("850000000", 850_000_000)
    assert not is_same_number(None, 1)
    assert compare_spans((0, 10), (5, 10)) == 1.0
    assert compare_spans((0, 100), (0, 10)) == pytest.approx(0.3)
    assert compare_words("Навоийского комбината", "Навоийский комбинат") == 1.0


def test_floors_hold_or_not(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text('[ru]\nobservations = 0.9\n"observations.areas" = 0.5\n"ledger score" = 0.2\n')
    measured = {"ru": {"observations": {"f1": 0.89}, "observations.areas": {"accuracy": None}, "ledger score": 0.2}}
    checked = list(check_floors(load_floors(file), measured, place="floors"))
    assert [(floor.name, floor.holds) for floor in checked] == [
        ("observations", False),
        ("observations.areas", True),
        ("ledger score", True),
    ]


@pytest.mark.parametrize("text", ["[ru]\nobservation = 0.9\n", "[kk]\nobservations = 0.9\n", "ru = 1\n", "[ru\n"])
def test_floors_that_cannot_be_checked_are_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(text)
    with pytest.raises(UsageError):
        list(check_floors(load_floors(file), {"ru": {"observations": {"f1": 0.9}}}, place="floors"))


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"id": 1}')
    with pytest.raises(UsageError):
        load_gold(tmp_path)


def call(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", *map(str, arguments), "--lang", "en"])
    return int(ended.value.code or 0)


def test_the_command_prints_each_language_and_ends_with_1_below_a_floor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors, measures = tmp_path / "floors.toml", tmp_path / "measures.json"
    floors.write_text('[ru]\n"evidence.exact" = 1.0\n[all]\npeople = 1.01\n')
    folder = ROOT / "evaluation" / "gold-blind"
    assert call(folder, "--floors", floors, "--json", measures, "--errors", "3") == 1
    told = capsys.readouterr()
    assert "all languages, " in told.out
    assert "\nru, " in told.out
    assert f"{floors}: all: people is " in told.err
    assert json.loads(measures.read_text("utf-8"))["ru"]["evidence.exact"]["accuracy"] == 1.0


@pytest.mark.skipif(not SCRIPT.exists(), reason="the shared documents are not here")
def test_measures_are_those_of_the_shared_script_to_the_last_digit(tmp_path: Path) -> None:
    folder, theirs, ours = SHARED / "gold" / "dev", tmp_path / "theirs.json", tmp_path / "ours.json"
    command = f"{sys.executable} -m hamkor extract --input-format jsonl -"
    script = [sys.executable, str(SCRIPT), str(folder), "--by-language", "--command", command, "--json", str(theirs)]
    subprocess.run(script, check=True, capture_output=True, timeout=180)
    assert call(folder, "--json", ours) == 0
    assert json.loads(ours.read_text("utf-8")) == json.loads(theirs.read_text("utf-8"))
