"""People of Korea and China are called by the first word of their names, which may be a common word elsewhere."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

TEXTS = [
    (
        "The Ambassador of the Republic of Korea, Park Jae-min, met the mayor of Khujand.\n\n"
        '"We will send six doctors to the hospital next year," Park said.',
        "Park Jae-min",
    ),
    (
        "Chinese Ambassador to Tajikistan Liu Weidong met the mayor of Khujand. "
        '"Our firms are ready to repair the road," Liu said.',
        "Liu Weidong",
    ),
    ("Посол Кореи Пак Чжэ Мин встретился с мэром Худжанда. «Мы пришлём шесть врачей», — сказал Пак.", "Пак Чжэ Мин"),
    (
        "Кореяның елшісі Пак Чжэ Мин Тараз қаласының әкімімен кездесті. «Біз алты дәрігер жібереміз», — деді Пак.",
        "Пак Чжэ Мин",
    ),
]


@pytest.mark.parametrize(("text", "name"), TEXTS, ids=[name for _, name in TEXTS])
def test_a_surname_that_leads_is_the_person(text: str, name: str) -> None:
    found = read_document(Document(id="x", text=text, digest="0")).statements
    assert name in [person.name for person in found.people]
    assert [quotation.speaker for quotation in found.quotations] == [name]


@pytest.mark.parametrize(
    "text",
    [
        'Rustam Orozov heads the chamber.\n\n"It is good to go there again," Rustam said.',
        "Greenland Park Kok-suu opened. The park is large.",
    ],
)
def test_a_given_name_alone_or_a_park_is_nobody(text: str) -> None:
    found = read_document(Document(id="x", text=text, digest="0")).statements
    assert all(quotation.speaker is None for quotation in found.quotations)
    assert not [person for person in found.people if "Park" in person.name]
