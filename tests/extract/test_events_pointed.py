"""«Бұл – үшінші сапар», “this is the third visit”: a sentence that says more of an event tells of no other."""

from __future__ import annotations

import pytest

from hamkor.extract.events import find_events
from hamkor.extract.flow import read_parts
from hamkor.model import Document
from hamkor.prepare import prepare


def count(language: str, text: str) -> int:
    document = Document(id="t", text=text, digest="0", published="2025-11-18", language_hint=language)
    return sum(e.type == "visit" for e in find_events(read_parts(prepare(document))))


ONE = [
    ("kk", "Әзербайжан президенті Астанаға мемлекеттік сапармен келді. Бұл – оның Қазақстанға үшінші ресми сапары."),
    ("ru", "Президент Азербайджана прибыл в Астану с государственным визитом. Это его третий визит в Казахстан."),
    ("en", "The president of Azerbaijan arrived in Astana on a state visit. This is his third visit to Kazakhstan."),
    ("uz", "Ozarbayjon prezidenti Ostonaga davlat tashrifi bilan keldi. Bu uning Qozogʻistonga uchinchi tashrifi."),
    ("uz", "Озарбайжон президенти Остонага давлат ташрифи билан келди. Бу унинг Қозоғистонга учинчи ташрифи."),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_this_is_the_visit_just_told(language: str, text: str) -> None:
    assert count(language, text) == 1


TWO = [
    ("kk", "Әзербайжан президенті Астанаға сапармен келді. Былтыр Қазақстан президенті Бакуге сапармен барды."),
    (
        "ru",
        "Президент Азербайджана прибыл в Астану с визитом. В 2024 году президент Казахстана посетил Баку с визитом.",
    ),
]


@pytest.mark.parametrize(("language", "text"), TWO)
def test_another_visit_is_another(language: str, text: str) -> None:
    assert count(language, text) == 2
