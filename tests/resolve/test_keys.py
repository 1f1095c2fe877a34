"""Keys under which spellings of one name meet."""

from __future__ import annotations

import pytest

from hamkor.resolve.keys import get_initial, get_skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Содиқов", "Садыков", "Sodiqov", "Sadykov", "Садықов"),
        ("Жеңіс", "Jengis", "Женис"),
        ("Мұрат", "Мурод", "Murad", "Murat"),
        ("Исҳоқов", "Исаков", "Iskhakov"),
        ("Чингиз", "Шыңғыс", "Chingiz"),
        ("Цемент", "Cement", "Sement"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({get_skeleton(word) for word in spellings}) == 1


def test_a_word_of_vowels_has_a_skeleton_too() -> None:
    assert get_skeleton("Ия") == get_initial("Ия") == "a"


def test_other_consonants_are_another_name() -> None:
    assert get_skeleton("Каримов") != get_skeleton("Рахимов")
