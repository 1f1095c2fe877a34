"""Every rule of every language reads its examples, where marked, and none of its rejects. Knows no language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hamkor.evaluation.rules import MARKED, find_matches, list_rule_files
from hamkor.grammar import Rule, load_language, load_rules
from hamkor.grammar.language import LANGUAGES, list_folders


def rule_cases(key: str) -> list[tuple[str, str, Rule, str]]:
    cases = []
    for folder in list_folders():
        language = load_language(folder.name)
        for file in list_rule_files(folder):
            for rule in load_rules(language, file):
                cases += [(folder.name, file, rule, line) for line in getattr(rule, key)]
    return cases


def found_spans(code: str, file: str, rule: Rule, text: str) -> list[str]:
    return [words for _, words in find_matches(load_language(code), file, [rule], text)]


@pytest.mark.parametrize(("code", "file", "rule", "line"), rule_cases("examples"))
def test_example_is_read(code: str, file: str, rule: Rule, line: str) -> None:
    marked = MARKED.findall(line)
    assert marked, f"{code}/{file}.toml: {rule.name}: the example marks no span: {line}"
    found = found_spans(code, file, rule, MARKED.sub(r"\1", line))
    assert set(marked) <= set(found), f"{rule.name} read {found}"


@pytest.mark.parametrize(("code", "file", "rule", "line"), rule_cases("rejects"))
def test_reject_is_not_read(code: str, file: str, rule: Rule, line: str) -> None:
    assert found_spans(code, file, rule, line) == []


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
