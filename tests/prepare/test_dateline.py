"""Every dateline that a language's folder gives as an example is read so, and no reject is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hamkor.grammar import load_language
from hamkor.grammar.language import LANGUAGES
from hamkor.prepare.dateline import find_header
from hamkor.prepare.dateline_words import get_dateline_words

CODES = sorted(p.parent.name for p in LANGUAGES.glob("*/dateline.toml"))
EXAMPLES = [(code, e) for code in CODES for e in load_language(code).get("dateline", "example")]
REJECTS = [(c, t) for c in CODES for r in load_language(c).get("dateline", "reject") for t in r["texts"]]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_dateline_is_read(code: str, example: dict[str, Any]) -> None:
    text = example["text"]
    header = find_header(text, get_dateline_words(load_language(code)), date.fromisoformat(example["published"]))
    assert header is not None
    assert (header.dateline.place, header.dateline.date) == (example.get("place"), example.get("date"))
    assert text[header.end :].startswith(example["rest"]), text[header.end :]
    assert bool(example["rest"]) == (header.end < len(text))


@pytest.mark.parametrize(("code", "text"), REJECTS)
def test_reject_is_no_dateline(code: str, text: str) -> None:
    assert find_header(text, get_dateline_words(load_language(code)), date(2025, 6, 1)) is None


def test_a_day_without_a_year_needs_the_day_of_publication() -> None:
    header = find_header("ТАШКЕНТ, 5 мая. Итоги подведены.", get_dateline_words(load_language("ru")), None)
    assert header is not None
    assert (header.dateline.place, header.dateline.date) == ("Ташкент", None)
