"""The rules of one language read nothing in the sentences of another, or the same. Knows no language."""

from __future__ import annotations

from itertools import permutations

import pytest

from hamkor.evaluation.rules import MARKED, find_matches, get_rules, list_rule_files
from hamkor.grammar import Rule, load_language
from hamkor.grammar.language import list_folders

CODES = [folder.name for folder in list_folders()]
# By which words a person was known is no statement: languages that share offices («губернатор») share those rules.
NOT_SAID = {"people": {"kind", "case"}}
# Words of state are mostly endings of tenses, which kindred languages share.
BY_ENDINGS = {"traces"}


def examples(code: str) -> list[tuple[str, Rule, str]]:
    language = load_language(code)
    files = list_rule_files(language.folder)
    return [(file, rule, MARKED.sub(r"\1", line)) for file in files for rule in get_rules(language, file).rules
            for line in rule.examples]  # fmt: skip


def same(file: str, one: Rule, other: Rule) -> bool:
    """Whether two rules give the same, as far as both say."""
    said = (set(one.gives) & set(other.gives)) - NOT_SAID.get(file, set())
    return all(one.gives[key] == other.gives[key] for key in said)


@pytest.mark.parametrize(("spoken", "other"), list(permutations(CODES, 2)))
def test_rules_of_another_language_read_nothing_or_the_same(spoken: str, other: str) -> None:
    language = load_language(other)
    known = set(list_rule_files(language.folder))
    wrong = []
    for file, rule, text in examples(spoken):
        if file in known - BY_ENDINGS:
            met = find_matches(language, file, text)
            wrong += [(file, rule.name, m.rule.name, words, text) for m, words in met if not same(file, rule, m.rule)]
    assert wrong == [], "\n".join(map(str, wrong[:20]))
