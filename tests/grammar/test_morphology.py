"""A language names its morphology; a name that nobody knows is an error that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.errors import LanguageError
from hamkor.grammar import Language, get_morphology


def make_language(folder: Path, morphology: str) -> Language:
    (folder / "scripts.tsv").write_text("script\n", "utf-8")
    (folder / "language.toml").write_text(f'code = "xx"\nmorphology = "{morphology}"\n', "utf-8")
    (folder / "suffixes.toml").write_text(
        'keeps = []\n[[suffix]]\nendings = ["ning"]\nafter = []\n[common]\nwords = ["bugun"]\nends = []\n', "utf-8"
    )
    return Language("xx", folder)


def test_suffixes_come_from_the_folder(tmp_path: Path) -> None:
    morphology = get_morphology(make_language(tmp_path, "suffixes"))
    assert morphology.get_nominative("vazirligining") == "vazirligi"
    assert morphology.is_common_word("Bugun")
    assert not morphology.is_in_case("savdo", "gent")


def test_without_a_morphology_words_stay(tmp_path: Path) -> None:
    morphology = get_morphology(make_language(tmp_path, "none"))
    assert morphology.get_nominative("vazirligining") == "vazirligining"
    assert morphology.is_in_case("savdo", "gent")
    assert not morphology.is_common_word("bugun")


def test_an_unknown_morphology_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="morphology"):
        get_morphology(make_language(tmp_path, "guesswork"))
