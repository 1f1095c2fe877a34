"""Which sector words belong to: a weighted lexicon, then the clause, then the topic of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hamkor.grammar import Entry, Language, Lexicon

WEIGHTS = {"strong": 4, "usual": 2, "weak": 1}
TELLING = 2  # the least weight by which words claim a sector of their own


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a sector, at `at` of the text that was searched."""

    at: int
    sector: str
    weight: int
    yields: bool = False


def find_hits(language: Language, text: str) -> list[Hit]:
    """The sector words of a folded text or a scene's text, in order."""
    lexicon: Lexicon = language.remember("commitments.sectors", _compile)
    return [Hit(found.start, *found.value) for found in lexicon.find(text)]


def get_sector(hits: Iterable[Hit], start: int = 0, end: int = 1 << 30) -> tuple[str | None, int]:
    """The sector that weighs most among the hits in `start:end`, with its weight; of equals the first named."""
    weights: dict[str, int] = {}
    yielding = set()
    for hit in hits:
        if start <= hit.at < end:
            weights[hit.sector] = weights.get(hit.sector, 0) + hit.weight
            if hit.yields:
                yielding.add(hit.sector)
    if not weights:
        return None, 0
    best = max(weights, key=lambda sector: (sector not in yielding and weights[sector] >= TELLING, weights[sector]))
    return best, weights[best]


def _compile(language: Language) -> Lexicon:
    entries = [
        Entry(pattern, (table["code"], weight, bool(table.get("yields"))), f"{language.code}/sectors.toml: {pattern}")
        for table in language.get("sectors", "sector")
        for key, weight in WEIGHTS.items()
        for pattern in table[key]
    ]
    return Lexicon(entries, lists=language.lists, endings=language.endings)
