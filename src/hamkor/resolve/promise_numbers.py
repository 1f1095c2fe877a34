"""Amounts that words tell, as they are the same in every language."""

from __future__ import annotations

from functools import lru_cache

from hamkor.grammar import load_language
from hamkor.resolve.meanings import fold_letters

_LEAST, _SMALL = 20, 32  # numbers below are too common to tell; below the second they may be days
_YEARS = range(1900, 2101)
_GROUP = 3  # digits between marks


def read_amount(number: str, after: str, language: str) -> float | None:
    """What a number and the folded word after it come to; None where it is a year, a day, or too common to tell.

    >>> read_amount("1,5", "млн", "ru"), read_amount("2024", "году", "ru"), read_amount("12", "мая", "ru")
    (1500000.0, None, None)
    >>> read_amount("20,000", "tonnes", "en"), read_amount("185,125", "млрд", "ru")
    (20000.0, 185125000000.0)
    >>> read_amount("1,234,567.5", "", "en"), read_amount("1,234,567", "", "ru")
    (1234567.5, 1234567.0)
    """
    scale = find_scale(language, after)
    text = _write_point("".join(number.split()), language)
    value = float(text)
    if scale == 1 and len(text) == 4 and value in _YEARS:
        return None
    least = _SMALL if scale == 1 and "." not in text else _LEAST
    return value * scale if value * scale >= least else None


def _write_point(number: str, language: str) -> str:
    """A number without marks between thousands («20,000» where commas group) and with a point before its parts."""
    groups = "," in load_language(language).get("numerals", "written")["group"]
    whole, mark, parts = number.rpartition(",")
    grouped = mark and len(parts.partition(".")[0]) == _GROUP and (groups or "," in whole)
    return number.replace(",", "") if grouped else f"{whole.replace(',', '')}{mark and '.'}{parts}"


@lru_cache(maxsize=4096)
def find_scale(language: str, word: str) -> float:
    """What a number is multiplied by that this word follows; 1 where the word is no scale."""
    for beginning, value in _list_scales(language):
        if word.startswith(beginning):
            return value
    return 1.0


@lru_cache(maxsize=16)
def _list_scales(language: str) -> tuple[tuple[str, float], ...]:
    tables = load_language(language).get("numerals", "scale")
    words = [(fold_letters(w.partition("~")[0]), float(t["value"])) for t in tables for w in (*t["words"], *t["short"])]
    return tuple(sorted(((w, v) for w, v in words if len(w) > 1), key=lambda pair: -len(pair[0])))
