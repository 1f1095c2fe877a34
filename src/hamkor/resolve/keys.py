"""Keys under which names that may be one meet, whatever their script and spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from hamkor.text.sounds import VOWELS, get_sounds, soften

# Sounds that languages exchange in one name (data/costs.tsv) have one letter a class; what they leave out has none.
_CLASSES = str.maketrans({"g": "k", "h": "k", "c": "k", "d": "t", "z": "s", "C": "S", "f": "p", "v": None})
_SILENT = re.compile(r"(?<=n)g|h(?=s)|(?<=s)h")
_VOWELS = str.maketrans(dict.fromkeys(VOWELS))
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = "a"  # of a word without consonants, and of one that begins with a vowel


@lru_cache(maxsize=100_000)
def get_skeleton(word: str) -> str:
    """The consonants of a word, those that languages exchange as one: two spellings of one name have the same.

    >>> get_skeleton("Садыков") == get_skeleton("Sodiqov") == get_skeleton("Садықов")
    True
    """
    consonants = _SILENT.sub("", soften(get_sounds(word))).translate(_VOWELS)
    return _DOUBLED.sub(r"\1", consonants.translate(_CLASSES)) or _VOWEL


def get_initial(word: str) -> str:
    """What a word begins with: one letter for all vowels and for the consonants that languages exchange.

    >>> get_initial("Ерлан") == get_initial("Yerlan") == get_initial("Е")
    True
    """
    first = get_sounds(word)[:1]
    return _VOWEL if first in VOWELS else first.translate(_CLASSES) or first
