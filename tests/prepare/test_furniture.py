"""Lines that a language's rules call furniture are left out of a text, and what they reject stays."""

from __future__ import annotations

import re

import pytest

from hamkor.grammar import load_language, load_rules
from hamkor.grammar.language import LANGUAGES
from hamkor.model import Sentence, Span
from hamkor.prepare.furniture import leave_out_furniture
from hamkor.prepare.page import Page
from hamkor.text.fold import fold

CODES = sorted(p.parent.name for p in LANGUAGES.glob("*/furniture.toml"))
RULES = [(code, rule) for code in CODES for rule in load_rules(load_language(code), "furniture")]
EXAMPLES = [(code, re.sub(r"\[\[|\]\]", "", line)) for code, rule in RULES for line in rule.examples]
REJECTS = [(code, line) for code, rule in RULES for line in rule.rejects]


def stays(code: str, line: str) -> bool:
    page = Page(line, fold(line))
    draft = page.draft(Sentence(Span(0, len(line)), 0), last=True)
    return bool(leave_out_furniture([draft], page, load_language(code)))


@pytest.mark.parametrize(("code", "line"), EXAMPLES)
def test_example_goes(code: str, line: str) -> None:
    assert not stays(code, line)


@pytest.mark.parametrize(("code", "line"), REJECTS)
def test_reject_stays(code: str, line: str) -> None:
    assert stays(code, line)


def test_there_are_enough_of_both() -> None:
    assert len(EXAMPLES) >= 30
    assert len(REJECTS) >= 30
