"""Everyday wordings of the English press: whose a figure is, what it measures, when; papers that are only counted."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Statements
from hamkor.pipeline import read_document


def read(text: str, title: str) -> Statements:
    document = Document(id="press", text=text, title=title, published="2025-07-18", digest="0")
    return read_document(document).statements


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Navoi and Kazakhstan trade more",
            "Kyzylorda shipped 42,000 tonnes of rice to Uzbekistan in 2024.",
            "exports 2024 KZ-43 UZ actual",
        ),
        (
            "Almaty Region receives Chinese investors",
            "In 2024, $310 million of Chinese investment was attracted to Almaty Region.",
            "investment 2024 KZ-19 CN actual",
        ),
        (
            "Fergana sells more",
            "Fergana Region exported goods worth $290 million in six months.",
            "exports 2025-01/2025-06 UZ-FA None actual",
        ),
        (
            "Kazakhstan and Uzbekistan meet",
            "The ministers discussed the roadmaps, including raising trade turnover to $10 billion.",
            "trade_turnover None KZ UZ target",
        ),
        (
            "Astana and Bishkek discuss projects",
            "Kazakhstan invests in Kyrgyzstan. The sides identified 11 joint projects.",
            "projects_count None KZ KG actual",
        ),
        (
            "Kazakhstan and Uzbekistan trade power",
            "In 2024 Kazakhstan delivered 2 billion kWh to Uzbekistan.",
            "energy 2024 KZ UZ actual",
        ),
    ],
)
def test_everyday_wordings(title: str, text: str, told: str) -> None:
    [found] = read(text, title).observations
    assert told == " ".join(
        map(str, (found.indicator, found.time_period, found.ref_area, found.counterpart_area, found.status))
    )


def test_a_share_of_an_amount_measures_what_the_amount_does() -> None:
    text = "Fergana drew $420 million in foreign investment in 2024, of which Chinese companies accounted for 61%."
    amount, share = read(text, "Chinese firms build plants in Fergana").observations
    assert (amount.indicator, share.indicator, share.measure) == ("investment", "investment", "share")


def test_papers_that_are_only_counted_are_a_promise() -> None:
    text = "A Turkestan Region delegation visited Navoi. Twelve agreements worth $38 million were signed."
    [promise] = read(text, "Turkestan delegation in Navoi").commitments
    assert (promise.stage, promise.sector) == ("signed", "trade")
    assert not read("The agreement was signed.", "Turkestan delegation in Navoi").commitments
