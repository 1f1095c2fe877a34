"""The words of statistical tables, from `words.toml`: no language's words stand in code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hamkor.text.fold import fold
from hamkor.text.scripts import mend_word

_FILE = Path(__file__).with_name("words.toml")


def straighten(text: str) -> str:
    """A text to compare words in: folded, one space between words, look-alike letters in their word's own script.

    >>> straighten(" АРМЕHИЯ ") == "армения"
    True
    """
    return fold(" ".join(mend_word(word) for word in text.split()))


@cache
def _load() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def get_words(name: str) -> frozenset[str]:
    """A list of words, straightened. Raises KeyError where there is none of that name."""
    return frozenset(map(straighten, _load()[name]))


@cache
def get_table(name: str) -> Mapping[str, str]:
    """A table of words: word, straightened → what it stands for."""
    return {straighten(word): code for code, words in _load()[name].items() for word in words}


def find_word(name: str, text: str) -> str | None:
    """What the first word of a table that a text has, with any ending, stands for; of several there the longest."""
    found = _compile(name).search(straighten(text))
    return get_table(name)[found[0]] if found else None


@cache
def _compile(name: str) -> re.Pattern[str]:
    longest_first = sorted(get_table(name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})")
