"""Which sector words belong to: a weighted lexicon, then the clause, then the topic of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hamkor.extract.reading import Reading
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.grammar.anyof import compile_phrases

WEIGHTS = {"strong": 4, "usual": 2, "weak": 1}
_BEGINNING = 6  # sentences that tell what a document is about
_RULING = 0.5  # share of all sector words by which one rules a document
_FIRST = 1  # what the first word of a thing weighs more: a delivery of flour is trade
# What is lent or sold is of what it is for, where that is told: a loan for a road, a sale of power.
_OVER = {
    "transport": {"finance"},
    "water": {"finance"},
    "education": {"finance"},
    "health": {"finance", "trade"},
    "tourism": {"finance"},
    "energy": {"finance", "trade"},
    "ecology": {"finance", "security"},
}
_ANYWHERE = 1 << 30
TELLING = 2  # the least weight by which words claim a sector of their own


class Hit(NamedTuple):
    """A word of a sector, at `at` of the prepared text. What `yields` counts only where no other sector tells."""

    at: int
    sector: str
    weight: int
    yields: bool


class Sectors:
    """The sector words of one document, found sentence by sentence when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lexicon: Lexicon = reading.language.remember("commitments.sectors", _compile)
        self._mute = reading.language.remember("commitments.sectors.mute", _compile_mute)
        self._head_last: bool = reading.language.get("language", "final_verb")
        self._hits: dict[int, list[Hit]] = {}
        self._topic: list[str | None] = []

    def get_hits(self, number: int) -> list[Hit]:
        """The sector words of sentence `number`, in order; from the end where verbs and heads stand last."""
        if number not in self._hits:
            span = self._reading.sentences[number].sentence.span
            found = list(self._lexicon.find(self._reading.folded, span.start, span.end))
            mute = (pattern.finditer(self._reading.folded, span.start, span.end) for pattern in self._mute if found)
            named = [met.span() for mets in mute for met in mets]
            free = (f for f in found if not any(start <= f.start < end for start, end in named))
            hits = [Hit(f.start, *f.value) for f in free]
            self._hits[number] = hits[::-1] if self._head_last else hits
        return self._hits[number]

    def _is_in_office(self, number: int, at: int) -> bool:
        """Whether a word only tells who someone is: a minister of trade may speak of anything."""
        holders = self._reading.sentences[number].of("person", "position")
        return any(p.span.start <= at < p.span.end for p in holders)

    def get_topic(self) -> str | None:
        """The sector that the beginning of the document speaks of most; None where it speaks of none."""
        if not self._topic:
            numbers = range(min(_BEGINNING, len(self._reading.sentences)))
            told = ((number, hit) for number in numbers for hit in self.get_hits(number) if hit.weight >= TELLING)
            hits = (hit for number, hit in told if not self._is_in_office(number, hit.at))
            self._topic.append(get_sector(hits)[0])
        return self._topic[0]

    def get_ruling(self) -> str | None:
        """The sector that all of the document speaks of, rather than of several; None where none rules."""
        told = ((n, hit) for n in range(len(self._reading.sentences)) for hit in self.get_hits(n))
        weights: Counter[str] = Counter()
        for number, hit in told:
            if hit.weight >= TELLING and not hit.yields and not self._is_in_office(number, hit.at):
                weights[hit.sector] += hit.weight
        best, weight = next(iter(weights.most_common(1)), (None, 0))
        return best if weight >= _RULING * weights.total() else None


def get_sector(hits: Iterable[Hit], start: int = 0, end: int = _ANYWHERE) -> tuple[str | None, int]:
    """The sector that weighs most among the hits in `start:end`, with its weight; of equals the first named."""
    weights: dict[str, int] = {}
    yielding = set()
    for hit in hits:
        if start <= hit.at < end:
            first = _FIRST if not weights and hit.weight > TELLING else 0
            weights[hit.sector] = weights.get(hit.sector, 0) + hit.weight + first
            if hit.yields:
                yielding.add(hit.sector)
    if not weights:
        return None, 0
    told = {sector for sector, weight in weights.items() if weight >= TELLING}
    if end < _ANYWHERE:  # what a whole text or sentence is about, its words tell by their number
        yielding |= {under for over, unders in _OVER.items() for under in unders if over in told}
    best = max(weights, key=lambda sector: (sector not in yielding and sector in told, weights[sector]))
    return best, weights[best]


def find_flag(language: Language, flag: str) -> frozenset[str]:
    """The sectors that bear this flag in all their tables of sectors.toml; may be empty."""
    tables = language.get("sectors", "sector")
    plain = {table["code"] for table in tables if not table.get(flag)}
    return frozenset(table["code"] for table in tables) - plain


def _compile_mute(language: Language) -> tuple[re.Pattern[str], ...]:
    """Names of commissions, and why something is so: their words tell of no sector."""
    return tuple(compile_phrases(language, "sectors", key) for key in ("bodies", "causes"))


def _compile(language: Language) -> Lexicon:
    entries = [
        Entry(pattern, (table["code"], weight, bool(table.get("yields"))), f"{language.code}/sectors.toml: {pattern}")
        for table in language.get("sectors", "sector")
        for key, weight in WEIGHTS.items()
        for pattern in table[key]
    ]
    return Lexicon(entries, lists=language.lists, endings=language.endings)
