"""Joins drafts that tell one promise in other words."""

from __future__ import annotations

import re

from hamkor.extract.commitments.drafts import Draft
from hamkor.extract.reading import Reading

_WORD = re.compile(r"[\w-]+")
_STEM = 6  # characters of a word that count
ALIKE = 0.6  # share of the shorter one's words that must be shared


def merge_drafts(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say again what an earlier one said."""
    kept: list[tuple[Draft, frozenset[str]]] = []
    for draft in drafts:
        words = _get_words(reading, draft)
        if not any(_is_again(draft, words, other, known) for other, known in kept):
            kept.append((draft, words))
    return [draft for draft, _ in kept]


def _get_words(reading: Reading, draft: Draft) -> frozenset[str]:
    words = _WORD.findall(reading.folded[draft.span.start : draft.span.end])
    return frozenset(w[:_STEM] for w in words if len(w) > 2)


def _is_again(draft: Draft, words: frozenset[str], other: Draft, known: frozenset[str]) -> bool:
    if draft.span.overlaps(other.span) and draft.stage == other.stage:
        return True
    shorter = min(len(words), len(known))
    if shorter < 2 or draft.item != other.item or draft.number == other.number:
        return False
    return len(words & known) >= ALIKE * max(shorter, 0.75 * max(len(words), len(known)))
