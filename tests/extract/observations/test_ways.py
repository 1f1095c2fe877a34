"""The two ends of a way are whose its figures are; a region that a title names has what others bring to it."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


def sides(text: str, title: str) -> list[set[str | None]]:
    document = Document(id="ways", text=text, title=title, published="2025-12-28", digest="0")
    return [{o.ref_area, o.counterpart_area} for o in read_document(document).statements.observations]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The carrier will start flying from Aktau to Bukhara in May. It plans two flights a week.",
            "Kazakhstan gets new routes",
        ),
        ("«Каспий Эйр» открывает рейс Актау — Бухара. Билет стоит 40 тысяч тенге.", "Новости авиации Казахстана"),
        ("Aviakompaniya Aqtau – Buxoro reysini ochadi. Chipta narxi — 90 dollar.", "Oʻzbekistonda yangi reys"),
        ("Компания Ақтау – Бұхара рейсін ашады. Рейстер аптасына екі рет орындалады.", "Қазақстанда жаңа рейс"),
    ],
)
def test_the_figures_of_a_way_are_of_its_two_ends(text: str, title: str) -> None:
    assert sides(text, title) == [{"KZ-47", "UZ-BU"}]


def test_the_next_paragraph_tells_of_another_way() -> None:
    text = "The carrier flies from Aktau to Bukhara.\n\nTickets in Kazakhstan cost 45,000 tenge."
    assert {"KZ-47", "UZ-BU"} not in sides(text, "Kazakhstan gets new routes")


def test_a_region_has_what_firms_of_two_countries_bring_to_it() -> None:
    text = "A pharmaceutical park has opened in Shymkent. It will hire 540 staff."
    assert sides(text, "Park in Shymkent draws Uzbek and Turkish makers") == [{"KZ-79", None}]
