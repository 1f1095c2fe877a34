"""Every rule of every language reads its examples, where marked, and none of its rejects. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamkor.evaluation.rules import MARKED, find_words, get_rules, list_rule_files
from hamkor.grammar import Language, Rule, load_language
from hamkor.grammar.language import LANGUAGES, list_folders
from tables import check_all

CODES = [folder.name for folder in list_folders()]


def list_cases(code: str, key: str) -> Iterator[tuple[str, Language, str, Rule, str]]:
    language = load_language(code)
    for file in list_rule_files(language.folder):
        for rule in get_rules(language, file).rules:
            yield from ((f"{code}/{file}.toml: {rule.name}: {line}", language, file, rule, line)
                        for line in getattr(rule, key))  # fmt: skip


def check_example(language: Language, file: str, rule: Rule, line: str) -> None:
    marked = MARKED.findall(line)
    assert marked, "the example marks no span"
    found = find_words(language, file, rule, MARKED.sub(r"\1", line))
    assert set(marked) <= set(found), f"found {found}"


def check_reject(language: Language, file: str, rule: Rule, line: str) -> None:
    assert find_words(language, file, rule, line) == []


@pytest.mark.parametrize("code", CODES)
def test_examples_are_read(code: str) -> None:
    check_all(check_example, list_cases(code, "examples"))


@pytest.mark.parametrize("code", CODES)
def test_rejects_are_not_read(code: str) -> None:
    check_all(check_reject, list_cases(code, "rejects"))


def test_no_engine_code_names_a_language() -> None:
    """Words in Cyrillic or a language's code in engine code would be a rule that escaped from its folder."""
    engine = Path(LANGUAGES).parent
    files = [p for d in ("extract", "prepare", "grammar", "resolve", "verify") for p in (engine / d).rglob("*.py")]
    strings = re.compile(r"""(?<!\w)(["'])(?:ru|uz|kk|uz-Latn|uz-Cyrl)\1""")
    code_lines = [
        f"{p.name}: {line.strip()}"
        for p in files
        for line in re.sub(r'"""[\s\S]*?"""', "", p.read_text("utf-8")).splitlines()
        if strings.search(line.split("#")[0]) or re.search("[а-яА-Я]", line.split("#")[0])
    ]
    assert code_lines == []
