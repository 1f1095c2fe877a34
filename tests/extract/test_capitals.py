"""How far a name reaches that capitals tell, and what ends it."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


def names(text: str) -> list[str]:
    document = Document(id="a", text=text, digest="0", published="2025-06-03")
    return [o.name for o in read_document(document).statements.organisations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kyrgyz-Turkish Friendship Hospital is in Bishkek.", ["Kyrgyz-Turkish Friendship Hospital"]),
        (
            "The Ministry of Investment, Industry and Trade of Uzbekistan met exporters.",
            ["Ministry of Investment, Industry and Trade of Uzbekistan"],
        ),
        ("Guests saw the Embassy of Uzbekistan in Kazakhstan.", ["Embassy of Uzbekistan in Kazakhstan"]),
        ("The Trade and Integration Ministry met exporters.", ["Trade and Integration Ministry"]),
        ("On Monday Air Nurota flew to Osh.", ["Air Nurota"]),
        ("The Ministry of Energy and Aziz Karimov met.", ["Ministry of Energy"]),
        ("The bank and the ministry are in Tashkent.", []),
        ("The Bank is in Tashkent.", []),
    ],
)
def test_a_name_goes_on_over_words_with_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_whose_a_body_is_belongs_to_no_name() -> None:
    assert names("Uzbekistan's Supply Agency counts sacks in Tashkent.") == ["Supply Agency"]
