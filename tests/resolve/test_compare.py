"""Names compared: pairs of our own, what must hold for all names, and the reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.resolve import NEGATIVE, ORGANISATION, PERSON, PLACE, POSITIVE, UNSURE, compare_names, compare_persons
from hamkor.text.sounds import measure_words
from tables import check_all

PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("pairs.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "kind\t"))
]
NAMES = sorted({(kind, name) for kind, left, right, _ in PAIRS for name in (left, right)})


def check_pair(kind: str, left: str, right: str, same: str) -> None:
    judged = compare_names(kind, left, right)
    assert (judged.judgement == POSITIVE) == (same == "1"), judged


def test_pairs_are_judged_as_their_names_tell() -> None:
    check_all(check_pair, ((" ".join(pair), *pair) for pair in PAIRS))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_the_score_is_the_same_from_either_side(one: tuple[str, str], other: tuple[str, str]) -> None:
    for kind in ("person", "organisation", "place"):
        assert compare_names(kind, one[1], other[1]) == compare_names(kind, other[1], one[1])


def check_itself(kind: str, name: str) -> None:
    judged = compare_names(kind, name, name)
    assert judged.judgement == POSITIVE, judged
    assert judged.reasons


def test_a_name_is_itself() -> None:
    check_all(check_itself, ((name, kind, name) for kind, name in NAMES))


LETTERS = st.characters(categories=("L", "M", "N", "P", "Z"))


@settings(max_examples=200, deadline=None)
@given(
    st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30), st.sampled_from(("person", "organisation", "place"))
)
def test_whatever_is_compared_gives_a_score_with_reasons(left: str, right: str, kind: str) -> None:
    judged = compare_names(kind, left, right)
    assert 0 <= judged.score <= 1
    assert judged.judgement in (POSITIVE, NEGATIVE, UNSURE)
    assert judged.reasons
    assert judged == compare_names(kind, right, left)


@settings(max_examples=200, deadline=None)
@given(st.text("абвгдежзийклмнопрстуфхцчшщыэюяқғҳўұүөіabcdefghijklmnopqrstuvxyz'", min_size=1, max_size=12))
def test_no_word_lies_apart_from_itself(word: str) -> None:
    assert measure_words(word, word) == 0


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Ораз Бектасов", "О. Бектасов", "initial fits: о ~ ораз"),
        ("Ораз Бектасов", "Мурат Бектасов", "мурат is not ораз"),
        ("Бектасов Ораз Муратович", "Ораз Ілиясұлы Бектасов", "other patronymic: "),
        ("Бахтиёра Ибрагимова", "Baxtiyor Ibragimov", "read with ru m gen undone"),
    ],
)
def test_reasons_say_what_was_found(left: str, right: str, reason: str) -> None:
    assert any(reason in told for told in compare_persons(left, right).reasons), compare_persons(left, right)


def test_a_surname_alone_leaves_it_open() -> None:
    assert compare_persons("Бектасов", "Ораз Бектасов").judgement == UNSURE


@pytest.mark.parametrize("table", [PERSON, ORGANISATION, PLACE])
def test_every_comparison_says_what_it_finds(table: tuple[object, ...]) -> None:
    for comparison in table:
        find: Callable[..., object] = comparison.find  # type: ignore[attr-defined]
        assert find.__doc__


def test_a_table_of_ones_own_joins_what_ours_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compare_names("organisation", "ТБК", "Turon biznes klubi").judgement != POSITIVE
    own = tmp_path / "own.tsv"
    own.write_text("name\tarea\tnames\tsource\nTuran club\tUZ\tТБК | Turon biznes klubi\town\n", "utf-8")
    monkeypatch.setenv("HAMKOR_ALIASES", str(own))
    assert compare_names("organisation", "ТБК", "Turon biznes klubi").judgement == POSITIVE
