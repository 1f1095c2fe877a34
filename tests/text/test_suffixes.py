"""Cases at the end of the last word come off; what belongs to the name stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.text.suffixes import make_suffixes

SUFFIXES = make_suffixes(
    [
        {"endings": ["ning", "da", "dan"], "after": []},
        {"endings": ["n"], "after": ["i"]},
        {"endings": ["'s"], "after": []},
    ],
    keeps=["panda"],
    common=["Bugun"],
    common_ends=["moqda"],
)


@pytest.mark.parametrize(
    ("phrase", "nominative"),
    [
        ("Savdo vazirligining", "Savdo vazirligi"),
        ("Savdo vazirligi", "Savdo vazirligi"),
        ("vazirligidan", "vazirligi"),
        ("vazirlikn", "vazirlikn"),
        ("BMT-ning", "BMT"),
        ("Qizil Panda", "Qizil Panda"),
        ("the Ministry’s", "the Ministry"),
        ("«Zamin» zavodida", "«Zamin» zavodi"),
        ("«Zaminda»", "«Zaminda»"),
        ("", ""),
    ],
)
def test_the_last_word_loses_its_case(phrase: str, nominative: str) -> None:
    assert SUFFIXES.get_nominative(phrase) == nominative


@given(st.text(max_size=30))
def test_the_nominative_is_the_beginning_of_the_phrase(phrase: str) -> None:
    assert phrase.startswith(SUFFIXES.get_nominative(phrase))


def test_common_words_are_told_by_lists_and_endings() -> None:
    assert SUFFIXES.is_common_word("bugun")
    assert SUFFIXES.is_common_word("Ochilmoqda")
    assert not SUFFIXES.is_common_word("Nodira")
