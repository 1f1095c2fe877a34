"""Rules that the engine knows by name, such as tell what becomes of a promise: the languages have them."""

from __future__ import annotations

import pytest

from hamkor.codes import promise_rules
from hamkor.extract.events import VISIT
from hamkor.grammar import load_language, load_rules

LANGUAGES = ("ru", "uz", "kk", "en")
# What each language tells in its own rule; of the others some have several ways, others one.
EVERYWHERE = ("planned-moved", promise_rules.STILL_NOT, promise_rules.NOT_BY_THEN)


def list_names(code: str) -> set[str]:
    language = load_language(code)
    return {rule.name for file in ("commitments", "followed") for rule in load_rules(language, file)}


def test_each_rule_that_is_known_by_name_is_some_language_s() -> None:
    assert set().union(*map(list_names, LANGUAGES)) >= promise_rules.ALL


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_tells_what_was_put_off_or_is_late(code: str) -> None:
    assert list_names(code) >= set(EVERYWHERE)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_names_a_visit_by_its_noun(code: str) -> None:
    assert VISIT in {rule.name for rule in load_rules(load_language(code), "events")}
