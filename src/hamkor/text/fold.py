"""Folding: the one form of a text that rules and word lists are compared in.

Folding keeps every character in its place (one character in, one out), so offsets in a folded text are offsets in
the text itself.
"""

from __future__ import annotations

from functools import lru_cache

# Letters that readers take for one another, kinds of space, of apostrophe and of dash. One to one.
_ALIKE = {
    "ё": "е",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\t": " ",
    "ʻ": "'",
    "ʼ": "'",
    "‘": "'",
    "’": "'",
    "`": "'",
    "´": "'",
    "–": "—",
    "−": "—",
    "‑": "-",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
}


_WORD, _SHORT = 30, 100  # characters: of a word, of what is shorter than a sentence


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


class _Folding(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        lowered = _lower(chr(code))
        self[code] = _ALIKE.get(lowered, lowered)
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case, one ё/е, one kind of space, apostrophe, quotation mark and long dash; the length stays.

    >>> fold("«Счёт»\\u00a0— 5")
    '"счет" — 5'
    """
    if len(text) < _WORD:
        return _fold_word(text)
    if len(text) < _SHORT:  # each way is the faster one on its side
        return text.translate(_FOLDING)
    folded = text.lower()
    if len(folded) != len(text):  # a letter whose small form is two characters: one by one
        return text.translate(_FOLDING)
    for character, alike in _ALIKE.items():
        if character in folded:
            folded = folded.replace(character, alike)
    return folded


@lru_cache(maxsize=50_000)
def _fold_word(text: str) -> str:
    return text.translate(_FOLDING)
