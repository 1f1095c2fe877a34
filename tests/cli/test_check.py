"""`hamkor statistics` and `hamkor check`: from a file of official figures and documents to verdicts."""

from __future__ import annotations

import inspect
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

import hamkor
from hamkor.messages import LANGUAGES
from hamkor.verify import CHECKS

PACKAGE = Path(hamkor.__file__).parent

TEXT = (
    "Товарооборот Алматы с Узбекистаном в январе — сентябре 2025 года достиг $850 млн, прибавив 20% за год. "
    "На город приходится одна пятая всей торговли двух стран за этот период."
)
DRAFT = "По итогам января — сентября 2025 года товарооборот Алматы с Узбекистаном составил $910 млн."
SERIES = {
    "source": "Bureau of statistics", "indicator": "trade_turnover", "ref_area": "KZ", "counterpart_area": "UZ",
    "time_period": "2025-01/2025-09", "obs_value": 3412600000, "unit_measure": "USD", "released": "2025-11-14",
}  # fmt: skip


@pytest.fixture
def ledger(run: Any, tmp_path: Path) -> str:
    place = str(tmp_path / "desk.db")
    (tmp_path / "trade.jsonl").write_text(json.dumps(SERIES) + "\n")
    document = {"id": "news-1", "text": TEXT, "published": "2025-12-28"}
    (tmp_path / "news.jsonl").write_text(json.dumps(document, ensure_ascii=False) + "\n", "utf-8")
    assert "new 1;" in run("statistics", "import", str(tmp_path / "trade.jsonl"), "--ledger", place).err
    assert "new 0;" in run("statistics", "import", str(tmp_path / "trade.jsonl"), "--ledger", place).err
    assert run("read", str(tmp_path / "news.jsonl"), "--ledger", place).status == 0
    return place


def check(run: Any, *arguments: str) -> list[dict[str, Any]]:
    shown = run("check", "--format", "jsonl", *arguments)
    assert shown.status == 0, shown.err
    return [json.loads(line) for line in shown.raw.decode("utf-8").splitlines()]


def test_verdicts_have_their_words_and_equation(run: Any, ledger: str) -> None:
    told = {(v["check"], v["evidence"]["exact"]): v for v in check(run, "--ledger", ledger)}
    share = told["share", "одна пятая"]
    assert share["verdict"] == "conflicts"
    assert (
        "850 mln USD (845–855) of 3,412.6" in share["equation"]
        or "850 mln USD (845–855) of 3.4126 bn" in share["equation"]
    )
    assert {"source": "Bureau of statistics", "time_period": "2025-01/2025-09"} in share["against"]
    assert told["growth", "20%"]["verdict"] == "unchecked"
    assert told["containment", "$850 млн"]["verdict"] == "fits"
    start, end = share["evidence"]["start"], share["evidence"]["end"]
    assert TEXT[start:end] == "одна пятая"


def test_a_document_that_is_not_there_is_told(run: Any, ledger: str) -> None:
    told = run("check", "--document", "news-9", "--ledger", ledger)
    assert told.status != 0
    assert "news-9" in told.err


def test_what_was_not_yet_released_is_not_known(run: Any, ledger: str) -> None:
    assert {v["verdict"] for v in check(run, "--ledger", ledger, "--as-of", "2025-12-30")} >= {"conflicts"}
    assert check(run, "--ledger", ledger, "--as-of", "2025-11-01") == []


def test_the_series_are_listed_as_they_were_read(run: Any, ledger: str) -> None:
    shown = run("statistics", "show", "--ledger", ledger)
    [row] = [json.loads(line) for line in shown.raw.decode("utf-8").splitlines()]
    assert row.items() >= (SERIES | {"obs_status": "A"}).items()


def test_a_draft_is_checked_and_nothing_is_kept(run: Any, ledger: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    before = Path(ledger).read_bytes()
    told = {(v["document"], v["check"]): v["verdict"] for v in check(run, "--ledger", ledger, "--draft", str(draft))}
    assert told == {(str(draft), "same_figure"): "conflicts", (str(draft), "containment"): "fits"}
    assert Path(ledger).read_bytes() == before


def test_a_draft_of_what_was_read_from_the_same_file_takes_its_place(run: Any, ledger: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    fresh = check(run, "--ledger", ledger, "--draft", str(draft))
    copy = tmp_path / "copy.db"
    run("backup", copy, "--ledger", ledger)
    run("read", draft, "--ledger", copy)
    assert check(run, "--ledger", str(copy), "--draft", str(draft)) == fresh


def test_a_draft_that_prints_a_kept_document_again_is_told_as_its_copy(run: Any, ledger: str, tmp_path: Path) -> None:
    draft = tmp_path / "again.txt"
    draft.write_text(TEXT, "utf-8")
    done = run("check", "--format", "jsonl", "--ledger", ledger, "--draft", str(draft), "--as-of", "2026-01-10")
    assert "prints news-1 again" in done.err
    told = [json.loads(line) for line in done.raw.decode("utf-8").splitlines()]
    assert {v["verdict"] for v in told if v["check"] == "same_figure"} == set()
    assert {v["verdict"] for v in told if v["check"] == "share"} == {"conflicts"}
    own = run("check", "--ledger", ledger, "--draft", "-", given=DRAFT)
    assert "news-1" not in own.err


def test_a_draft_without_a_ledger_is_held_against_itself(run: Any, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "В 2024 году товарооборот Казахстана с Кыргызстаном составил 1,7 млрд долларов, на 30% больше, "
        "чем в 2023 году, когда он равнялся 1,5 млрд долларов.", "utf-8"
    )  # fmt: skip
    [growth] = [
        v for v in check(run, "--ledger", str(tmp_path / "none.db"), "--draft", str(draft)) if v["check"] == "growth"
    ]
    assert growth["verdict"] == "conflicts"
    assert not (tmp_path / "none.db").exists()


def test_a_draft_is_not_held_against_a_file_that_is_no_ledger(run: Any, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "letter.db").write_text("Dear colleagues")
    done = run("check", "--draft", str(tmp_path / "draft.txt"), "--ledger", str(tmp_path / "letter.db"))
    assert done.status == 2
    assert "a file that is not a database" in done.err


def test_cases_are_measured_and_held_against_floors(run: Any, tmp_path: Path) -> None:
    document = {"id": "a", "published": "2025-12-28", "text": TEXT}
    expected = [{"document": "a", "exact": "20%", "verdict": "unchecked", "check": "growth"}]
    case = {"id": "one", "as_of": "2026-01-10", "documents": [document], "expected": expected}
    (tmp_path / "cases.json").write_text(json.dumps([case]), "utf-8")
    (tmp_path / "floors.toml").write_text('[checks]\n"verdicts" = 1.0\n')
    shown = run("evaluate", str(tmp_path / "cases.json"), "--floors", str(tmp_path / "floors.toml"))
    assert shown.status == 0, shown.err
    assert "1 of 1 verdicts right" in shown.out


def test_a_draft_says_what_it_is_held_against_and_that_it_tells_no_day(run: Any, ledger: str, tmp_path: Path) -> None:
    before = Path(ledger).read_bytes()
    done = run("check", "--draft", "-", "--ledger", ledger, "--as-of", "2026-01-10", given=DRAFT)
    assert f"Held against {ledger}: 1 documents, 1 official figures. Nothing is kept." in done.err
    assert "It says no day: taken as written today, 2026-01-10." in done.err
    alone = run("check", "--draft", "-", "--ledger", str(tmp_path / "none.db"), given=DRAFT)
    assert "held against itself alone" in alone.err
    assert Path(ledger).read_bytes() == before
    assert not (tmp_path / "none.db").exists()


def test_a_draft_that_cannot_be_read_is_told(run: Any, ledger: str, tmp_path: Path) -> None:
    done = run("check", "--draft", str(tmp_path / "nothing.txt"), "--ledger", ledger)
    assert done.status == 1
    assert "nothing.txt: found" in done.err


GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, shown: str) -> None:
    """Compare with a file; HAMKOR_WRITE_GOLDEN=1 writes it anew, to be looked at before it is kept."""
    if os.environ.get("HAMKOR_WRITE_GOLDEN"):
        (GOLDEN / name).write_text(shown, "utf-8")
    assert shown == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("width", [30, 80, 120])
def test_the_table_of_verdicts_looks_as_approved_and_shortens_nothing(
    run: Any, ledger: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("check", "--format", "table", "--ledger", ledger)
    assert max(map(len, done.lines)) <= width
    assert "…" not in done.out
    check_golden(f"check-{width}.txt", done.out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_looks_as_approved(
    run: Any, ledger: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    share = next(v["figure"] for v in check(run, "--ledger", ledger) if v["check"] == "share")
    done = run("explain", share, "--format", "table", "--lang", language, "--ledger", ledger)
    check_golden(f"explain-{language}.txt", done.out)


def test_an_explanation_as_plain_data_has_numbers_needs_and_the_check(run: Any, ledger: str) -> None:
    share = next(v["figure"] for v in check(run, "--ledger", ledger) if v["check"] == "share")
    [told] = [json.loads(line) for line in run("explain", share[:6], "--ledger", ledger).lines]
    assert [number["obs_value"] for number in told["numbers"]] == [20, 850000000, 3412600000]
    assert told["numbers"][1]["published"] == "2025-12-28"
    assert told["numbers"][2]["released"] == "2025-11-14"
    assert "the total would have to be 4.21 bn USD (3.76–4.67)" in told["needs"]
    assert told["explanation"].startswith("A share: the part divided by the total")


def test_only_figures_are_explained(run: Any, ledger: str) -> None:
    assert run("explain", "zzzz", "--ledger", ledger).status == 2
    done = run("explain", "zzzz", "--as-of", "soon", "--ledger", ledger)
    assert done.status == 2
    assert "--as-of" in done.err


def test_every_check_is_explained_in_the_words_of_its_docstring() -> None:
    told = tomllib.loads((PACKAGE / "messages" / "en.toml").read_text("utf-8"))["explanation"]
    assert told == {name: " ".join((inspect.getdoc(made) or "").split()) for name, made in CHECKS.items()}


def test_verdicts_stand_in_the_list_of_figures_and_pick_them(run: Any, ledger: str) -> None:
    shown = run("figures", "--format", "table", "--ledger", ledger)
    assert "conflicts" in shown.out
    assert "unchecked" in shown.out
    picked = [json.loads(line) for line in run("figures", "--verdict", "conflicts", "--ledger", ledger).lines]
    assert [row["evidence"]["exact"] for row in picked] == ["одна пятая"]
    assert run("figures", "--verdict", "wrong", "--ledger", ledger).status == 2


def test_reading_tells_which_figures_do_not_fit(run: Any, ledger: str, tmp_path: Path) -> None:
    news = {"id": "news-2", "text": DRAFT, "published": "2025-12-29"}
    (tmp_path / "more.jsonl").write_text(json.dumps(news, ensure_ascii=False) + "\n", "utf-8")
    done = run("read", str(tmp_path / "more.jsonl"), "--ledger", ledger)
    assert "Figures that do not fit:\n  conflicts (same figure elsewhere): «$910 млн» news-1: 850 mln USD" in done.err
    again = run("read", str(tmp_path / "more.jsonl"), "--ledger", ledger)
    assert "do not fit" not in again.err


CHAIN = (
    "Экспорт Казахстана в Узбекистан в 2022 году составил 100 млн долларов. "
    "В 2023 году экспорт Казахстана в Узбекистан вырос на 10%. "
    "В 2024 году экспорт Казахстана в Узбекистан вырос на 20% и составил {amount} млн долларов."
)


@pytest.mark.parametrize(("amount", "sets"), [(190, 1), (132, 0)])
def test_a_chain_that_no_pair_contradicts_is_told_as_the_smallest_set(
    run: Any, tmp_path: Path, amount: int, sets: int
) -> None:
    text, place = tmp_path / "chain.txt", str(tmp_path / "chain.db")
    text.write_text(CHAIN.format(amount=amount), "utf-8")
    assert run("read", str(text), "--published", "2025-02-15", "--ledger", place).status == 0
    shown = run("check", "--systems", "--format", "jsonl", "--ledger", place)
    assert shown.status == 0, shown.err
    found = [json.loads(line) for line in shown.lines]
    assert len(found) == sets
    for one in found:
        words = {figure["evidence"]["exact"] for figure in one["figures"]}
        assert words == {"100 млн долларов", "10%", "20%", "190 млн долларов"}
        assert "2022 = 100 mln USD (95–105)" in one["equation"]


def test_what_figures_imply_is_listed_as_derived(run: Any, ledger: str) -> None:
    shown = run("figures", "--derived", "--format", "json", "--ledger", ledger)
    assert shown.status == 0, shown.err
    base = next(figure for figure in json.loads(shown.out) if figure["time_period"] == "2024-01/2024-09")
    assert base["obs_status"] == "E"
    assert 701e6 < base["low"] < base["high"] < 716e6
