"""The words of pages.toml, folded for comparison."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DROPPED = '«»“”„"\u00ad\u200b\ufeff'
_LETTERS = str.maketrans(dict.fromkeys("ʻʼ‘’`´′", "'") | {"ё": "е"} | dict.fromkeys(_DROPPED, ""))
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Text for comparison: case, ё/е, kinds of apostrophe, quotation marks and spaces do not count.

    >>> fold("«Ko‘rishlar  soni»")
    "ko'rishlar soni"
    """
    return _SPACES.sub(" ", text.casefold().translate(_LETTERS)).strip()


@cache
def _pages() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("hamkor.read").joinpath("pages.toml").read_text("utf-8"))


@cache
def get_words(table: str, key: str | None = None) -> tuple[str, ...]:
    """All words of a table of pages.toml in every language, or of one key, folded. Raises KeyError if it is missing."""
    lists = _pages()[table]
    chosen = [lists[key]] if key else list(lists.values())
    return tuple(dict.fromkeys(fold(word) + (" " if word.endswith(" ") else "") for words in chosen for word in words))


@cache
def get_word_set(table: str) -> frozenset[str]:
    """All words of a table, for looking up whole words."""
    return frozenset(get_words(table))


def get_letters(key: str) -> str:
    """The letters listed under `key` in the table of letters, in their order."""
    letters: str = _pages()["letters"][key]
    return letters


@cache
def get_months() -> dict[str, int]:
    """Beginnings of month names in every language, folded, with the month's number."""
    lists = _pages()["months"].values()
    return {fold(name): number for months in lists for number, names in enumerate(months, 1) for name in names}


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(get_words(table), key=len, reverse=True)))


def starts_with(text: str, table: str) -> bool:
    """Whether folded `text` begins with a word of the table."""
    return text.startswith(get_words(table))


def holds(text: str, table: str) -> bool:
    """Whether folded `text` holds a word of the table anywhere."""
    return _pattern(table).search(text) is not None
