"""Tables in the order that an address asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from hamkor.errors import UsageError
from hamkor.web.sorting import Sorting, make_headings, read_sorting, sort_rows

ROWS = st.lists(st.tuples(st.integers(), st.one_of(st.none(), st.integers(-3, 3))))
KEYS = {"value": lambda row: row[1]}


@given(ROWS, st.booleans())
def test_what_is_missing_comes_last(rows: list[tuple[int, int | None]], descending: bool) -> None:
    found = sort_rows(rows, Sorting("value", descending), KEYS)
    values = [value for _, value in found if value is not None]
    assert sorted(found, key=repr) == sorted(rows, key=repr)
    assert values == sorted(values, reverse=descending)
    assert all(value is None for _, value in found[len(values) :])


def test_equal_rows_stay_as_they_came() -> None:
    rows = [(1, 5), (2, 5), (3, 4)]
    assert sort_rows(rows, Sorting("value", descending=True), KEYS) == rows
    assert sort_rows(rows, Sorting(), KEYS) == rows


def test_an_address_is_read_and_written() -> None:
    sorting = read_sorting(QueryParams("sort=value&order=desc"), KEYS)
    assert sorting == Sorting("value", descending=True)
    assert sorting.write() == {"sort": "value", "order": "desc"}
    assert read_sorting(QueryParams(""), KEYS).write() == {}
    with pytest.raises(UsageError, match="colour"):
        read_sorting(QueryParams("sort=colour"), KEYS)


def test_a_heading_turns_the_order_round_and_keeps_the_rest() -> None:
    titles = {"value": "Value", "words": "Words"}
    value, words = make_headings(titles, Sorting("value"), KEYS, path="/x", asked={"since": "2025"})
    assert value.direction == "ascending"
    assert value.link == "/x?since=2025&sort=value&order=desc"
    assert (words.link, words.direction) == (None, None)
