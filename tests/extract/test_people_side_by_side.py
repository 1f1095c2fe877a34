"""Two people whose names stand side by side, a surname before a body's capitals, a name before an office of its own."""

from __future__ import annotations

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.people import list_people
from hamkor.model import Document
from hamkor.prepare import prepare


def people(text: str) -> set[str]:
    return {p.name for p in list_people(read_parts(prepare(Document(id="t", text=text, digest="0"))))}


TWO = [
    ("Премьер-министр Ерлан Досанов Шухрата Набиева в аэропорту встретил лично.", "Ерлан Досанов"),
    ("Премьер-министр Ерлан Досанов Шухрат Набиевті әуежайда күтіп алды.", "Ерлан Досанов"),
    ("Bosh vazir Erlan Dosanov Shuhrat Nabiyevni aeroportda kutib oldi.", "Erlan Dosanov"),
    ("Бош вазир Ерлан Досанов Шуҳрат Набиевни аэропортда кутиб олди.", "Yerlan Dosanov"),  # in the script of the data
]


@pytest.mark.parametrize(("text", "first"), TWO)
def test_a_given_name_after_a_whole_name_is_somebody_else(text: str, first: str) -> None:
    assert not any(len(name.split()) > 2 for name in people(text))
    assert first in people(text)


ONE = [
    "Встречу открыл министр Ерлан Маратович Досанов.",
    "Жиынды министр Ерлан Маратұлы Досанов ашты.",
    "Yigʻilishni vazir Shuhrat Karim oʻgʻli Nabiyev ochdi.",
    "Minister Erlan Dosanov opened the meeting.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_name_stays_one(text: str) -> None:
    assert len(people(text)) == 1


def test_the_capitals_of_a_body_are_no_name() -> None:
    text = "Президент Садыр Жапаров келді. Тоқаев пен Жапаров Жоғарғы мемлекетаралық кеңесте құжатқа қол қойды."
    assert "Садыр Жапаров" in people(text)
    assert not any("Жоғарғы" in name for name in people(text))


def test_an_office_after_a_name_leaves_the_name() -> None:
    text = "Қазақстанның Қырғызстандағы елшісі Асқар Марат облыс әкімі Ерлан Досановпен кездесті."
    assert people(text) == {"Асқар Марат", "Ерлан Досанов"}
    assert people("Бұл мектеп Асқар Марат көшесінде салынды.") == set()


def test_who_is_met_where_one_went_acts_there() -> None:
    text = (
        "Ақтөбе облысының әкімі Ерлан Досанов Орынборға барып, губернатор Андрей Петровпен келіссөз өткізді. "
        "Кейін Алтай өлкесі автобус қоюды ұсынды."
    )
    document = Document(id="t", text=text, digest="0", language_hint="kk")
    areas = {p.name: p.area for p in list_people(read_parts(prepare(document)))}
    assert areas == {"Ерлан Досанов": "KZ-15", "Андрей Петров": "RU-ORE"}
