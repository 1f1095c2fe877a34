"""Classes of endings: chains of suffixes, and what goes wrong in them."""

from __future__ import annotations

import re

import pytest

from hamkor.errors import LanguageError
from hamkor.grammar.endings import Endings
from hamkor.grammar.gazetteer import Gazetteer

CLASSES = {"case": ["", "da", "dan"], "plural": ["", "lar"], "noun": ["~plural~case", "im~case"], "round": ["a~round"]}


def test_chains_are_all_forms() -> None:
    forms = Endings(CLASSES).get_forms("noun")
    assert forms == {"", "da", "dan", "lar", "larda", "lardan", "im", "imda", "imdan"}


def test_expression_reads_the_forms_and_no_more() -> None:
    endings = Endings(CLASSES)
    pattern = re.compile(endings.get_expression("noun"))
    assert all(pattern.fullmatch(form) for form in endings.get_forms("noun"))
    assert not pattern.fullmatch("dalar")


@pytest.mark.parametrize("name", ["nowhere", "round"])
def test_a_class_that_is_not_there_or_within_itself_is_an_error(name: str) -> None:
    with pytest.raises(LanguageError):
        Endings(CLASSES).get_forms(name)


def test_names_have_all_endings_of_their_class() -> None:
    names = Gazetteer([("bishkek~noun", "KG-GB"), ("osh~case shahar~noun", "KG-GO")], CLASSES)
    assert names.match("bishkekdan", 0) == (10, "KG-GB")
    assert names.match("osh shaharlarda", 0) == (15, "KG-GO")
    assert names.match("bishkekning", 0) is None
    assert "bishkeklar" in names
