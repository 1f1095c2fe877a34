"""Rows of statistics that were taken from a document are told from those that others told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hamkor.model import Statistic
from hamkor.model.period import parse_period
from hamkor.verify import Figure
from hamkor.verify.taken import Origins, simplify_address

from .figures import make

PAGE = "https://www.desk.example/2025/trade-of-almaty/"


def row(value: int, *, source: str = "Steppe Wire", url: str | None = PAGE, status: str = "V") -> Statistic:
    return Statistic(
        source, "trade_turnover", "KZ-75", "UZ", parse_period("2025-01/2025-09"), Decimal(value), "USD", status, url=url
    )


def told(value: float, period: str | None = "2025-01/2025-09") -> Figure:
    return make(value, sides=("KZ-75", "UZ"), period=period)


@pytest.mark.parametrize("address", [PAGE, "http://desk.example/2025/trade-of-almaty", PAGE + "#top", PAGE + "amp/"])
def test_rows_of_the_same_address_are_the_documents_own(address: str) -> None:
    origins = Origins([("a", row(850_000_000)), ("b", row(1)), ("c", row(850_000_000, url="https://other.example/1"))])
    assert origins.find_taken(address, [], [told(850e6)]) == {"a", "b"}


def test_the_same_words_of_the_same_publisher_are_its_own_and_all_else_of_that_page() -> None:
    origins = Origins([("a", row(850_000_000)), ("b", row(4000)), ("c", row(850_000_000, source="Ministry", url=None))])
    assert origins.find_taken(None, ["Steppe Wire"], [told(850e6)]) == {"a", "b"}
    assert origins.find_taken(None, ["«STEPPE WIRE»"], [told(850e6, None)]) == {"a", "b"}


@pytest.mark.parametrize(
    ("teller", "figure"),
    [
        ("Steppe", told(851e6)),  # another value
        ("Other Wire", told(850e6)),
        ("Step", told(850e6)),  # part of a word is no name
        ("Steppe Wire", told(850e6, "2024")),
        ("", told(850e6)),
    ],
)
def test_other_words_or_other_tellers_are_not(teller: str, figure: Figure) -> None:
    assert Origins([("a", row(850_000_000))]).find_taken("https://news.example/2", [teller], [figure]) == set()


def test_an_official_table_is_not_taken_from_a_text_that_repeats_it() -> None:
    assert (
        Origins([("a", row(850_000_000, status="A", url=None))]).find_taken(None, ["Steppe Wire"], [told(850e6)])
        == set()
    )


def test_no_address_is_no_common_one() -> None:
    assert Origins([("a", row(850_000_000, url=None))]).find_taken(None, [], [told(850e6)]) == set()
    assert simplify_address("") == ""
