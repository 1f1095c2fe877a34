"""The texts of pages are whole in each language, and templates use those that there are."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hamkor
from hamkor.messages import LANGUAGES

PACKAGE = Path(hamkor.__file__).parent
FOLDER = PACKAGE / "messages" / "pages"


def load(language: str) -> dict[str, str]:
    told = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    return dict(flatten("", told))


def flatten(prefix: str, table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flatten(f"{prefix}{name}.", value)
        else:
            yield prefix + name, value


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_all(language: str) -> None:
    own, english = load(language), load("en")
    assert own.keys() == english.keys()
    for key, text in own.items():
        assert find_values(text) == find_values(english[key]), key


def find_values(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_templates_use_texts_that_there_are() -> None:
    used = set()
    for template in (PACKAGE / "web" / "templates").glob("*.html"):
        used |= set(re.findall(r"""\bt\(["']([a-z_.]+)["'][,)]""", template.read_text("utf-8")))
    for module in (PACKAGE / "web").rglob("*.py"):
        used |= set(re.findall(r"""get_text\(\s*["']page\.([a-z_.]+)["']""", module.read_text("utf-8")))
    assert used
    assert used <= load("en").keys()
