"""Everyday wordings of the Kazakh press: whose a figure is, what it measures, terms of promises, bodies, officials."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Statements
from hamkor.pipeline import read_document


def read(text: str, title: str) -> Statements:
    document = Document(id="press", text=text, title=title, published="2025-11-20", digest="0")
    return read_document(document).statements


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Павлодар тауары Новосібірде",
            "Новосібірден Павлодарға 9,4 млн долларға жабдық пен тұқым келді.",
            ["imports KZ-55 RU-NVS actual"],
        ),
        (
            "Су тапшылығы",
            "Қазір Тоқтоғұл су қоймасында 8,9 млрд текше метр су бар, бұл былтырғыдан 700 миллион текше метрге аз.",
            ["water KG None actual", "water KG None actual"],
        ),
        (
            "Алматы мен Самарқанд арасында рейс көбейеді",
            "Алматы мен Самарқанд арасындағы рейс саны аптасына үштен беске дейін көбейтіледі.",
            ["flights KZ-75 UZ-SA actual", "flights KZ-75 UZ-SA target"],
        ),
        (
            "Қазақстан Тәжікстаннан жеміс алады",
            "Қазақстан Тәжікстаннан 21,4 мың тонна құрғақ жеміс импорттады. Оның құны 19,8 млн доллар болды.",
            ["imports KZ TJ actual", "imports KZ TJ actual"],
        ),
        (
            "Қазақстан ұны",
            "Қазақстан ұн экспортының 58 пайызын Ауғанстан алады.",
            ["exports KZ AF actual"],
        ),
        (
            "Қазақстан мен Өзбекстан Аралды көгалдандырады",
            "2030 жылға дейін екі ел тағы 500 мың гектарды көгалдандырады.",
            ["area_land KZ UZ target"],
        ),
        (
            "Қызылордаға қонақ келді",
            "Былтыр студенттер саны 900 адам болды, олардың санын 1,5 мыңға жеткізу көзделген.",
            ["students KZ-43 None actual", "students KZ-43 None target"],
        ),
    ],
)
def test_whose_a_figure_is_and_what_it_measures(title: str, text: str, told: list[str]) -> None:
    found = read(text, title).observations
    assert [f"{o.indicator} {o.ref_area} {o.counterpart_area} {o.status}" for o in found] == told


def test_what_amounted_to_something_is_no_promise_to_build() -> None:
    title = "Жамбыл мен Талас саудасы"
    assert not read("Биыл Жамбыл облысының Таласпен сауда айналымы 21 млн долларды құрады.", title).commitments


def test_a_month_without_a_year_is_the_next_one() -> None:
    found = read("Көпір шілдеде ашылады.", "Қордайда көпір салынады").commitments
    assert [str(c.due) for c in found] == ["2026-07"]


def test_a_region_whose_body_is_not_named_is_of_the_country_of_the_language() -> None:
    text = "Орал – Самара бағытында автобус жүре бастады. Облыстық көлік басқармасының басшысы Серік Мұқанов келді."
    assert [p.area for p in read(text, "Орал мен Самара автобуспен байланысты").people] == ["KZ-27"]


def test_a_ministry_keeps_all_its_charges() -> None:
    text = "Жобаны Өзбекстан Инвестициялар, өнеркәсіп және сауда министрлігі дайындады."
    names = [o.name for o in read(text, "Ташкентте жоба жасалды").organisations]
    assert names == ["Өзбекстан Инвестициялар, өнеркәсіп және сауда министрлігі"]
