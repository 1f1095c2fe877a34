"""How many sources of their own stand behind what is told many times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.resolve.sources import Teller, count_sources

AKIMAT, PORT = ("пресс-служба акимата",), ("Порт Кульсай",)


@pytest.mark.parametrize(
    ("tellers", "sources"),
    [
        ([], 0),
        ([Teller("a", "", "Вести", ())], 1),
        ([Teller("a", "", "Вести", ()), Teller("b", "", "Қала", ())], 2),
        ([Teller("a", "x", "Вести", ()), Teller("b", "x", "Қала", ())], 1),
        ([Teller("a", "x", "Вести", ()), Teller("b", "y", "Қала", ())], 2),
        ([Teller("a", "", "Вести", AKIMAT), Teller("b", "", "Қала", AKIMAT)], 1),
        ([Teller("a", "", "Jondor tongi", ()), Teller("b", "", "Қала", ("«Жондор тонги»",))], 1),
        ([Teller("a", "", "Вести", ()), Teller("b", "", "Вести", ())], 1),
        ([Teller("a", "", None, ()), Teller("b", "", None, ())], 2),
        ([Teller("a", "x", "Вести", ()), Teller("b", "x", "Қала", PORT), Teller("c", "", "Орал", PORT)], 1),
    ],
)
def test_copies_and_who_credits_the_same_count_once(tellers: list[Teller], sources: int) -> None:
    assert count_sources(tellers) == sources


TELLERS = st.builds(
    Teller,
    st.sampled_from("abcdef"),
    st.sampled_from(("", "x", "y")),
    st.sampled_from((None, "Вести", "Қала", "Орал")),
    st.sampled_from(((), AKIMAT, PORT, ("Вести",))),
)


@given(st.lists(TELLERS, max_size=6), st.randoms())
def test_the_order_makes_no_difference(tellers: list[Teller], chance: object) -> None:
    mixed = list(tellers)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert count_sources(mixed) == count_sources(tellers)
    assert count_sources(tellers) <= len({teller.document for teller in tellers})
