"""Rows by a column: numbers as numbers, times as times, what is missing last, codes in an order of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_samples import get_text, prepare, say

from hamkor.errors import LedgerError
from hamkor.ledger import KINDS, Filter, Ledger, Order, list_orders
from hamkor.model import Observation, Period, Statements

WORDS = {"a": ("20", "2024", "exports"), "b": ("850", "2023-01/2023-09", "imports"), "c": ("9", None, "jobs")}


@pytest.fixture
def ordered(ledger: Ledger) -> Ledger:
    """A document each, of one figure: 20, 850 and 9, the last of no time and no publisher."""
    for id_, (number, period, indicator) in WORDS.items():
        text = get_text(amount=int(number))
        value = Decimal(number)
        time = Period(*period.split("/")) if period else None
        figure = Observation(
            indicator, None, "level", value, value, value, "USD", "exact", time, "KZ-75", "UZ", "actual",
            None, say(text, f"${number}"),
        )  # fmt: skip
        with ledger.writer() as writer:
            writer.add(prepare(id_, text), Statements(observations=(figure,)))
    return ledger


def find(ledger: Ledger, order: Order) -> str:
    with ledger.view() as view:
        return "".join(row.document.id for row in view.find_statements("observation", Filter(order=order)))


def test_numbers_go_by_their_value(ordered: Ledger) -> None:
    assert find(ordered, Order("figure")) == "cab"
    assert find(ordered, Order("figure", descending=True)) == "bac"


def test_times_go_by_their_end_and_missing_ones_last(ordered: Ledger) -> None:
    assert find(ordered, Order("time_period")) == "bac"
    assert find(ordered, Order("time_period", descending=True)) == "abc"


def test_codes_go_as_they_are_listed(ordered: Ledger) -> None:
    assert find(ordered, Order("indicator", among=("jobs", "exports", "imports"))) == "cab"
    assert find(ordered, Order("indicator", descending=True, among=("jobs", "exports", "imports"))) == "bac"


@pytest.mark.parametrize("kind", [*KINDS, "document"])
def test_every_column_can_be_asked(ordered: Ledger, kind: str) -> None:
    with ordered.view() as view:
        for column in list_orders(kind):
            asked = Filter(order=Order(column))
            found = view.find_documents(asked) if kind == "document" else view.find_statements(kind, asked)
            assert len(list(found)) == (3 if kind in ("observation", "document") else 0)


def test_no_other_column_can_be_asked(ordered: Ledger) -> None:
    with pytest.raises(LedgerError, match="figure"):
        find(ordered, Order("colour"))


def test_figures_of_two_areas_themselves(ordered: Ledger) -> None:
    with ordered.view() as view:
        asked = Filter(between=("UZ", "KZ-75"), exactly=True, indicator="exports")
        assert [row.document.id for row in view.find_statements("observation", asked)] == ["a"]
        assert not list(
            view.find_statements("observation", Filter(between=("UZ", "KZ"), exactly=True, indicator="exports"))
        )
        with pytest.raises(LedgerError):
            list(view.find_statements("observation", Filter(between=("UZ", "KZ"), exactly=True)))


def test_areas_are_counted_alone_and_with_another(ordered: Ledger) -> None:
    with ordered.view() as view:
        assert view.count_areas() == {"KZ": 3, "KZ-75": 3, "UZ": 3}
        assert view.count_areas(with_area="UZ") == {"KZ": 3, "KZ-75": 3}


def test_what_was_rejected_is_not_counted(ordered: Ledger) -> None:
    with ordered.view() as view:
        first = next(view.find_statements("observation"))
    with ordered.reviewer("Dana") as reviewer:
        reviewer.reject(first.id)
    with ordered.view() as view:
        assert view.count_areas(with_area="UZ") == {"KZ": 2, "KZ-75": 2}
