"""Words that tell what sort of place a name is of: a region, a city, a district, in any of the languages."""

from __future__ import annotations

from functools import lru_cache

from hamkor.resolve.tables import load_rows


@lru_cache(maxsize=20_000)
def find_sort(word: str) -> str:
    """The sort of place that a folded word tells; "" where it is no such word."""
    whole, beginnings = _sorts()
    return whole.get(word) or next((sort for begin, sort in beginnings if word.startswith(begin)), "")


@lru_cache(maxsize=1)
def _sorts() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    told = [(word, row["sort"]) for row in load_rows("place_words") for word in row["words"].split()]
    whole = {word[1:]: sort for word, sort in told if word.startswith("=")}
    return whole, tuple((word, sort) for word, sort in told if not word.startswith("="))
