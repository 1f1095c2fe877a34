"""People and bodies in a language that joins suffixes: cases on the last word, whose an office is before it."""

from __future__ import annotations

import pytest

from hamkor.extract.flow import extract
from hamkor.model import Document, Statements
from hamkor.prepare import prepare

PEOPLE = [
    ("Кеше елші Шухрат Набиевпен кездесу өтті.", [("Шухрат Набиев", "ambassador", None)]),
    (
        "Жиынға Өзбекстанның Қазақстандағы елшісі Шухрат Набиев қатысты.",
        [("Шухрат Набиев", "ambassador", "UZ")],
    ),
    ("Душанбеде Президент Эмомали Рахмон меймандарды қабылдады.", [("Эмомали Рахмон", "head_of_state", "TJ")]),
    (
        "Қазақстанның Көлік министрі Марат Оспанов келді. Кейін Марат Серікұлы сөйледі.",
        [("Марат Оспанов", "minister", "KZ")],
    ),
    ("Қазақстан Президенті Данияр Асановты Ақордада Оспанов күтті.", [("Данияр Асанов", "head_of_state", "KZ")]),
    ("Жиынға Ж.Ороқов қатысты.", [("Ж.Ороқов", "other", None)]),
    ("Марат Оспанов атындағы көше ашылды.", []),
]


def read(text: str) -> Statements:
    return extract(prepare(Document(id="x", text=text, digest="0", published="2025-12-28")))


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text: str, people: list[tuple[str, str, str | None]]) -> None:
    found = [(p.name, p.position, p.area) for p in read(text).people]
    assert found[: len(people)] == people
    assert people or not found


def test_names_before_a_route_are_no_organisations() -> None:
    text = "Министр «Атамекен» және «Гүлістан» өткізу пункттерін көрді. Зауытты «Тоғай» компаниясы салады."
    assert [o.name for o in read(text).organisations] == ["Тоғай"]


def test_the_body_nearest_to_an_office_is_the_one_it_is_held_in() -> None:
    person = read(
        "Жиынға ҚР Қаржы министрлігі Мемлекеттік кірістер комитетінің төрағасы Марат Оспанов қатысты."
    ).people[0]
    assert person.organisation == "Мемлекеттік кірістер комитеті"


def test_words_that_lead_to_a_credited_name_are_no_part_of_it() -> None:
    prepared = prepare(
        Document(id="x", text="Жол салынды. Бұл туралы Көлік министрлігінің баспасөз қызметі хабарлады.", digest="0")
    )
    assert prepared.attributed_to == ("Көлік министрлігінің баспасөз қызметі",)
