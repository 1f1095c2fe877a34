"""Texts of our own beside the published facts that come with the program, and figures that do not add up."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

# The same news in words of our own: a city's trade, its growth, and its share of the trade of the two countries.
NEWS = {
    "ru": "Товарооборот Алматы с Узбекистаном за девять месяцев 2025 года вырос на 20% и достиг $850 млн. "
    "Это около одной пятой торговли Казахстана с Узбекистаном.",
    "en": "Trade between Almaty and Uzbekistan rose by 20% in January–September 2025 to $850 million. "
    "That is about one fifth of the trade between Kazakhstan and Uzbekistan.",
    "kk": "2025 жылдың тоғыз айында Алматының Өзбекстанмен тауар айналымы 20 пайызға өсіп, 850 млн долларға жетті. "
    "Бұл екі ел арасындағы сауданың шамамен бестен бірі.",
    "uz": "2025-yilning to‘qqiz oyida Olmaotaning O‘zbekiston bilan tovar ayirboshlashi 20 foizga o‘sib, "
    "850 mln dollarga yetdi. Bu ikki davlat o‘rtasidagi savdoning taxminan beshdan bir qismidir.",
}
PAGE = "https://uz.sputniknews.ru/20251228/uzbekistan-almaty-mejregionalnoe-sotrudnichestvo-54513980.html"


def check(run: Any, folder: Path, text: str, *arguments: str, facts: bool = True, **told: str) -> list[dict[str, Any]]:
    place, document = str(folder / "desk.db"), {"id": "own", "text": text, "published": "2025-12-28", **told}
    if facts:
        assert run("statistics", "import", "--example", "--ledger", place).status == 0
    (folder / "own.jsonl").write_text(json.dumps(document), "utf-8")
    assert run("read", str(folder / "own.jsonl"), "--ledger", place).status == 0
    shown = run("check", "--ledger", place, "--as-of", "2026-01-15", "--format", "jsonl", *arguments)
    return [json.loads(line) for line in shown.raw.decode("utf-8").splitlines()]


def pick(verdicts: list[dict[str, Any]], name: str) -> dict[str, Any]:
    [found] = [v for v in verdicts if v["check"] == name]
    return found


@pytest.mark.parametrize("language", NEWS)
def test_a_fifth_fits_another_time_and_the_growth_tells_its_base(run: Any, tmp_path: Path, language: str) -> None:
    verdicts = check(run, tmp_path, NEWS[language], url=PAGE)
    assert [v for v in verdicts if v["verdict"] == "conflicts"] == []
    share = pick(verdicts, "share")
    assert share["verdict"] == "fits_other_period"
    assert "of the total for 1 January 2025 – 15 November 2025" in share["equation"]
    # About a quarter of its own time, by either side's figure of the whole.
    assert re.search(r"850 mln USD \(845–855\) of 3\.[45] bn USD \(3\..5–3\..5\) = 2[45]\.\d+ %", share["equation"])
    growth = pick(verdicts, "growth")
    assert growth["verdict"] == "unchecked"
    assert (
        "no figure for January–September 2024 is known; it would be 708.36 mln USD (701.24–715.48)"
        in growth["equation"]
    )


def test_it_is_explained_in_russian_as_well(run: Any, tmp_path: Path) -> None:
    verdicts = check(run, tmp_path, NEWS["ru"], "--lang", "ru", url=PAGE)
    assert "выходит 708,36 млн долларов (701,24–715,48)" in pick(verdicts, "growth")["equation"]
    own = r"за своё же время: 850 млн долларов \(845–855\) от 3,[45] млрд долларов"
    assert re.search(own, pick(verdicts, "share")["equation"])


def test_a_fifth_said_before_autumn_would_be_of_the_year_2024(run: Any, tmp_path: Path) -> None:
    text = (
        "Товарооборот Алматы с Узбекистаном в 2024 году составил 870 млн долларов. "
        "Это примерно одна пятая торговли Казахстана с Узбекистаном за 2024 год."
    )
    assert pick(check(run, tmp_path, text, url="https://desk.example/1"), "share")["verdict"] == "fits"


@pytest.mark.parametrize("told", [{"url": PAGE}, {"publisher": "Sputnik"}], ids=["address", "words"])
def test_facts_taken_from_the_document_do_not_confirm_it(run: Any, tmp_path: Path, told: dict[str, str]) -> None:
    verdicts = check(run, tmp_path, NEWS["ru"], **told)
    assert {v["check"] for v in verdicts} == {"share", "growth", "containment"}
    sources = {source.get("source", "") for verdict in verdicts for source in verdict["against"]}
    assert not [source for source in sources if "Dunyo" in source]


def test_the_same_facts_confirm_another_document(run: Any, tmp_path: Path) -> None:
    same = [v for v in check(run, tmp_path, NEWS["ru"], publisher="Desk") if v["check"] == "same_figure"]
    assert {v["verdict"] for v in same} == {"fits"}
    assert {v["evidence"]["exact"] for v in same} == {"20%", "$850 млн"}


# Kinds of errors known from real pages, in texts of our own.
AMISS = {
    "partners add up to more than their sum": (
        "Торговля Узбекистана со странами Центральной Азии составила 5,5 млрд долларов, в том числе с Казахстаном — "
        "4 млрд долларов, с Туркменистаном — 1,15 млрд, с Кыргызстаном — 0,7 млрд и с Таджикистаном — 0,57 млрд.",
        "parts", "5,5 млрд долларов", "= 6.42 bn USD (5.86–6.98), printed in all 5.5 bn USD (5.45–5.55)",
    ),
    "the fall is another one": (
        "Uzbekistan's exports to Kazakhstan stood at $872.5 million in January–August 2024, down 8.9 percent from "
        "$950.6 million in the same period of 2023.",
        "growth", "8.9 percent", "= −8.22 % (−8.23–−8.21), printed −8.9 % (−8.95–−8.85)",
    ),
    "the share is another one": (
        "Внешнеторговый оборот Узбекистана в январе 2025 года достиг 4,5 млрд долларов. На Казахстан пришлось "
        "313,5 млн долларов, или 6,5% всего оборота.",
        "share", "6,5%", "= 6.97 % (6.89–7.05), printed 6.5 % (6.45–6.55)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", AMISS)
def test_what_does_not_add_up_on_one_page_is_found(run: Any, tmp_path: Path, kind: str) -> None:
    text, name, exact, equation = AMISS[kind]
    [cry] = [v for v in check(run, tmp_path, text, facts=False) if v["verdict"] == "conflicts"]
    assert (cry["check"], cry["evidence"]["exact"]) == (name, exact)
    assert equation in cry["equation"]


def test_what_is_listed_in_one_breath_is_no_total_of_what_follows(run: Any, tmp_path: Path) -> None:
    text = (
        "Uzbekistan's trade with its neighbours amounted to $5.5 billion, including $1 billion with Kazakhstan, "
        "$0.9 billion with Kyrgyzstan and $0.8 billion with Tajikistan."
    )
    verdicts = check(run, tmp_path, text, facts=False)
    assert [(v["verdict"], v["evidence"]["exact"]) for v in verdicts if v["check"] == "parts"] == [
        ("fits", "$5.5 billion")
    ]


def test_growth_of_a_region_across_the_change_of_its_borders_is_not_checked(run: Any, tmp_path: Path) -> None:
    text = (
        "Экспорт Алматинской области в Узбекистан в 2022 году составил 60,5 млн долларов и сократился на 5%. "
        "В 2021 году он равнялся 118,2 млн долларов."
    )
    growth = pick(check(run, tmp_path, text, facts=False), "growth")
    assert growth["verdict"] == "unchecked"
    assert "KZ-19 has had other borders since 8 June 2022" in growth["equation"]
