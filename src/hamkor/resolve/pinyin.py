"""Chinese names in Latin letters, read as Cyrillic writes them: no letter of one leads to the other."""

from __future__ import annotations

import re
from functools import lru_cache

from hamkor.resolve.tables import load_rows


@lru_cache(maxsize=20_000)
def read_pinyin(word: str) -> str | None:
    """A word of whole Chinese syllables as Cyrillic writes it; None where it is no such word.

    >>> read_pinyin("jinping"), read_pinyin("tokayev")
    ('цзиньпин', None)
    """
    syllables, pattern = _syllables()
    bare = word.replace("'", "").replace("-", "")
    if not pattern.fullmatch(bare):
        return None
    return _read(bare, syllables)


def _read(word: str, syllables: dict[str, str]) -> str | None:
    if not word:
        return ""
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in syllables and (rest := _read(word[length:], syllables)) is not None:
            return syllables[word[:length]] + rest
    return None


@lru_cache(maxsize=1)
def _syllables() -> tuple[dict[str, str], re.Pattern[str]]:
    by: dict[str, list[tuple[str, str]]] = {"begin": [], "rest": [], "whole": []}
    for row in load_rows("pinyin"):
        by[row["part"]].append((row["written"], row["read"]))
    found = {b + r: begin + rest for b, begin in by["begin"] for r, rest in by["rest"]} | dict(by["whole"])
    return found, re.compile(f"(?:{'|'.join(found)})+")
