"""Roles in a sentence: who buys and who sells, who comes and goes where, whose waters they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document
from side_cases import Case, find_figures, find_sides, load_cases, name_case


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("flows.tsv")), ids=name_case)
def test_roles_tell_whose_a_figure_is(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)


_WHOLES = [line.split("\t") for line in Path(__file__).with_name("wholes.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("text", "figure", "whole"), _WHOLES, ids=[row[0][:40] for row in _WHOLES])
def test_the_whole_of_a_share(text: str, figure: str, whole: str) -> None:
    observations = read_document(Document(id="x", text=text, digest="0")).statements.observations
    [part] = [o.part_of for o in observations if figure.startswith(o.evidence.exact)]
    assert part is not None
    assert f"{part.indicator} {part.ref_area} {part.counterpart_area}" == whole


@pytest.mark.parametrize(
    ("title", "text", "figure", "sides"),
    [
        # Of what one sends and another buys, the sender is told before.
        ("", "В 2024 году экспорт Навои достиг 90 млн долларов. Казахстан купил навоийских товаров на 40 млн долларов.",
         "40 млн", ("UZ-NW", "KZ")),
        # What comes from one goes to whoever is told there, not back.
        ("", "Кыргызстан — крупнейший покупатель риса из Китая. В 2024 году туда отгрузили 31 тыс. тонн.",
         "31 тыс", ("CN", "KG")),
    ],
)  # fmt: skip
def test_the_other_side_is_told_before(title: str, text: str, figure: str, sides: tuple[str, str]) -> None:
    [found] = [o for words, o in find_figures(text, title).items() if words.startswith(figure)]
    assert (found.ref_area, found.counterpart_area) == sides


def test_at_home_nobody_need_name_the_own_country() -> None:
    cargo = "Қытаймен арадағы теміржолмен жүк тасымалы 2024 жылы 3 млн тоннадан асты."
    found = find_figures(f"{cargo} Қазақстанның экспорты 7 пайызға өсті.", "")["3 млн тоннадан"]
    assert {found.ref_area, found.counterpart_area} == {"KZ", "CN"}
