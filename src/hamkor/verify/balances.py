"""Which turnover is a balance: what exports exceed imports by, or fall short of them."""

from __future__ import annotations

from functools import cache

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.grammar.language import list_folders
from hamkor.text.fold import fold

BALANCE = "trade_balance"  # what a balance counts, for the checks alone


def is_balance(indicator: str, subject: str | None) -> bool:
    """Whether a turnover with this subject («сальдо») is a balance, whatever the language it was told in."""
    return subject is not None and indicator == "trade_turnover" and fold(subject) in _find_words()


@cache
def _find_words() -> frozenset[str]:
    """What any language calls a balance (`balances` of its checks.toml)."""
    return frozenset(fold(word) for folder in list_folders() for word in _get_words(folder.name))


def _get_words(code: str) -> list[str]:
    try:
        words: list[str] = load_language(code).get("checks", "balances")
    except LanguageError:
        return []  # a folder that is only being filled
    return words
