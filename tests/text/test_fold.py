"""Folding keeps every character in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hamkor.text.fold import fold


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="аБёЁ«»’ʻ–İ ıẞ", max_size=20))
def test_folding_is_settled_and_goes_character_by_character(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == "".join(map(fold, text))
