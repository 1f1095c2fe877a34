"""Whose trade an English text tells of, and when: of partners told of, guests, pairs, months, what a growth led to."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document


def read(text: str, title: str | None = None) -> list[Observation]:
    document = Document(id="trade", text=text, title=title, published="2025-11-20", digest="0")
    return list(read_document(document).statements.observations)


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        (
            "Armenia is one of Georgia's main trading partners. Exports came to $310 million.",
            "Armenia among partners of Georgia",
            [("exports", "GE", "AM")],
        ),
        (  # a partner in a venture is nobody's trading partner
            "Georgia, together with partners from Armenia, opened a market. Exports came to $310 million.",
            "Georgia sells more to Armenia",
            [("exports", "GE", "AM")],
        ),
        (
            "Kyrgyzstan imported 90,000 tonnes of sugar.\n\nRussia supplied 60,000 tonnes of that total.",
            None,
            [("imports", "KG", None), ("imports", "KG", "RU")],
        ),
        (  # who sells somewhere else tells of exports of its own
            "Kyrgyzstan imported 90,000 tonnes of sugar.\n\nRussia supplied 60,000 tonnes of coal to Mongolia.",
            None,
            [("imports", "KG", None), ("exports", "RU", "MN")],
        ),
        (
            "Some 20,000 tourists from China visited Georgia in May. In total, 410,000 foreigners visited Georgia.",
            None,
            [("tourists", "GE", "CN"), ("tourists", "GE", None)],
        ),
        (
            "Trade with Kazakhstan came to $2 billion. Last year trade was almost 3 billion in US currency.",
            "Kyrgyzstan counts its trade with Kazakhstan",
            [("trade_turnover", "KG", "KZ"), ("trade_turnover", "KG", "KZ")],
        ),
    ],
)
def test_whose(text: str, title: str | None, wanted: list[tuple[str, str, str | None]]) -> None:
    assert [(o.indicator, o.ref_area, o.counterpart_area) for o in read(text, title)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Cargo between Kazakhstan and China grew by 9% last year to hit 32 million tonnes.",
            [("actual", "2024"), ("actual", "2024")],
        ),
        (
            "Cargo between Kazakhstan and China grew by 9% last year and is to hit 40 million tonnes by 2030.",
            [("actual", "2024"), ("target", "2030")],
        ),
        ("September's exports from Georgia to Armenia were $13 million.", [("actual", "2025-09")]),
        (
            "Georgian exports to Armenia reached $90 million in January-May 2025 ($80 million over the same period "
            "of 2024).",
            [("actual", "2025-01/2025-05"), ("actual", "2024-01/2024-05")],
        ),
    ],
)
def test_when(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(o.status, str(o.time_period) if o.time_period else None) for o in read(text)] == wanted


def test_many_countries_without_a_side_are_nobodys() -> None:
    """What all of a group have together has no partner to stand first."""
    text = "The combined GDP of the Central Asian countries is $450 billion, with trade rising by 80% to $11 billion."
    assert len(read(text, "Central Asian foreign ministers meet")) == 3
