"""Areas of a language in which the name of a city is that of its region too, before "Region"."""

from __future__ import annotations

import pytest

from hamkor.extract.areas import find_areas
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

EN = load_language("en")


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    parts = find_areas(EN, text, fold(text), Span(0, len(text)))
    return [(p.kind, p.span.within(text), p.value.codes) for p in parts]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("a plant in Fergana Region", "Fergana Region", "UZ-FA"),
        ("Tashkent hosted the forum", "Tashkent", "UZ-TK"),
        ("farms in Tashkent Region", "Tashkent Region", "UZ-TO"),
        ("the mayor of Almaty", "Almaty", "KZ-75"),
        ("the governor of Almaty Region", "Almaty Region", "KZ-19"),
        ("in North Kazakhstan Region", "North Kazakhstan Region", "KZ-59"),
        ("Kazakhstan's exports", "Kazakhstan's", "KZ"),
        ("the Republic of Uzbekistan", "Republic of Uzbekistan", "UZ"),
        ("the Kyrgyz Republic", "Kyrgyz Republic", "KG"),
        ("goods from the U.S. and Canada", "U.S", "US"),
        ("a Tashkent-based company", "Tashkent", "UZ-TK"),
        ("in Qashqadaryo", "Qashqadaryo", "UZ-QA"),
        ("flights to St. Petersburg", "St. Petersburg", "RU-SPE"),
    ],
)
def test_names_of_areas(text: str, words: str, code: str) -> None:
    assert ("area", words, (code,)) in found(text)


def test_regions_that_share_their_noun() -> None:
    assert [codes for _, _, codes in found("Bukhara, Navoi and Tashkent regions")] == [
        ("UZ-BU",),
        ("UZ-NW",),
        ("UZ-TO",),
    ]
    assert [codes for _, _, codes in found("Almaty and Almaty Region")] == [("KZ-75",), ("KZ-19",)]


def test_pairs_of_adjectives() -> None:
    assert found("Kazakh-Uzbek trade") == [("adjective", "Kazakh-Uzbek", ("KZ", "UZ"))]
    assert found("the Uzbek–Russian–Kazakh forum")[0][2] == ("UZ", "RU", "KZ")


@pytest.mark.parametrize(
    "text", ["polish the stones", "the Naryn River", "the Fergana Valley", "us and them", "the chad"]
)
def test_what_is_no_area(text: str) -> None:
    assert found(text) == []
