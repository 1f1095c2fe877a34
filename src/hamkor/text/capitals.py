"""Words in capitals that stand for a name."""

from __future__ import annotations

_LONGEST = 6  # letters; what is longer is a word, all of it in capitals


def is_acronym(word: str, fewest: int = 2) -> bool:
    """Whether a word is an acronym of so many letters at least.

    >>> is_acronym("UN"), is_acronym("UN", 4), is_acronym("KEGOC", 4), is_acronym("Minister")
    (True, False, True, False)
    """
    return word.isupper() and word.isalpha() and fewest <= len(word) <= _LONGEST
