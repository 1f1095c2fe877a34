"""Tables: never wider than the terminal, nothing left out without a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.messages import set_language
from hamkor.publish.screen import Paint, clean, fit, measure, shorten, wrap
from hamkor.publish.table import Field, write_table

PLAIN = Paint(False)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def make_fields(number: int) -> list[Field]:
    return [
        Field(f"column {n}", lambda row, n=n: row[n], least=4 + n, spare=number - n if n % 2 else 0, style="words")
        for n in range(number)
    ]


@given(st.lists(st.lists(TEXTS, min_size=5, max_size=5), max_size=12), st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    assert all(measure(line) <= width for line in write_table(make_fields(5), rows, width=width, paint=PLAIN))


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(20, 90))
def test_colours_change_nothing_but_colours(rows: list[list[str]], width: int) -> None:
    plain = list(write_table(make_fields(3), rows, width=width, paint=PLAIN))
    coloured = list(write_table(make_fields(3), rows, width=width, paint=Paint(True)))
    assert [re.sub(r"\x1b\[\d*m", "", line).rstrip() for line in coloured] == [line.rstrip() for line in plain]


@given(TEXTS, st.integers(1, 40))
def test_what_is_shortened_says_so_and_fits(text: str, width: int) -> None:
    line = clean(text)
    short = shorten(line, width)
    assert measure(short) <= width
    assert short == line or (short.endswith("…") and line.startswith(short[:-1]))
    assert measure(fit(line, width)) == width


@given(TEXTS)
def test_nothing_that_steers_a_terminal_gets_through(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", clean(text))


def test_a_column_that_holds_nothing_is_not_shown() -> None:
    lines = list(write_table(make_fields(3), [["a", "", "c"]], width=80, paint=PLAIN))
    assert lines == ["column 0  column 2", "a         c"]


def test_columns_that_are_left_out_are_named() -> None:
    rows = [["first word here", "second word here", "third word here"]]
    lines = list(write_table(make_fields(3), rows, width=14, paint=PLAIN))
    assert not any("second" in line for line in lines)
    assert "column 1" in " ".join(lines)


def test_where_nothing_fits_each_row_is_a_card_with_all_its_words() -> None:
    fields = [Field(f"name {n}", lambda row, n=n: row[n], least=20) for n in range(3)]
    rows = [["one", "two words", "three and more words of it"], ["four", "", "six"]]
    lines = list(write_table(fields, rows, width=30, paint=PLAIN))
    told = ["name 0  one", "name 1  two words", "name 2  three and more words", "        of it"]
    assert lines == [*told, "", "name 0  four", "name 2  six"]


def test_rows_after_the_first_many_are_shown_too() -> None:
    rows = [["a", ""]] * 600 + [["b", "late"]]
    lines = list(write_table(make_fields(2), rows, width=80, paint=PLAIN))
    assert len(lines) == 602
    assert "late" in lines[-1]


def test_no_rows_give_no_lines() -> None:
    assert list(write_table(make_fields(2), [], width=80, paint=PLAIN)) == []


@given(TEXTS, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrap(clean(text), width)
    assert all(measure(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(clean(text).split())
