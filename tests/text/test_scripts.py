"""Scripts and look-alike letters."""

from __future__ import annotations

import pytest

from hamkor.text.scripts import count_scripts, find_script, mend_word

LETTERS = [("ғ", "Cyrl"), ("ñ", "Latn"), ("ق", "Arab"), ("新", "Hani"), ("1", None)]


@pytest.mark.parametrize(("letter", "script"), LETTERS)
def test_script_of_a_letter(letter: str, script: str | None) -> None:
    assert find_script(letter) == script


def test_scripts_are_counted() -> None:
    assert count_scripts({"а": 2, "b": 1, " ": 5}) == {"Cyrl": 2, "Latn": 1}


def test_a_word_is_mended_only_where_every_foreign_letter_has_a_likeness() -> None:
    assert mend_word("Aлматы") == "Алматы"
    assert mend_word("Zалматы") == "Zалматы"
    assert mend_word("Almatу") == "Almaty"
