"""Undoes the cases of people's names in the languages whose names are compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hamkor.resolve.tables import load_rows
from hamkor.text.sounds import VOWELS, get_sounds

_SHORTEST = 2  # letters that a word keeps when an ending is taken off
_PLAIN_NAME = 2  # words: given name and surname


def undo_cases(words: tuple[str, ...], women: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of a name as they would be if it stood in one case or another, with the name of the scheme.

    women  the ends of women's surnames, which look like the genitive of men's

    >>> dict((scheme, words) for words, scheme in undo_cases(("olim", "karimovga"), ("ova",)))["uz"]
    ('olim', 'karimov')
    """
    for scheme, (which, endings) in _schemes().items():
        if which == "each":
            undone = tuple(_undo(word, endings) for word in words)
        else:
            undone = (*words[:-1], _undo(words[-1], endings))
        stays = which == "each" and " m " in scheme and len(words) == _PLAIN_NAME and _stays(words, undone, women)
        if undone != words and not stays:
            yield undone, scheme


def _stays(words: tuple[str, ...], undone: tuple[str, ...], women: tuple[str, ...]) -> bool:
    """Whether a word that men decline is left as it was: «Рустам Каримова» is no genitive of «Рустам Каримов»."""
    if not words[-1].endswith(women):
        return False
    return any(a == b and get_sounds(a)[-1:] not in VOWELS for a, b in zip(words, undone, strict=True))


def _undo(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, nominative in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return (word[: -len(ending)] + nominative).rstrip("-")
    return word


@lru_cache(maxsize=1)
def _schemes() -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    found: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for row in load_rows("cases"):
        nominative = "" if row["nominative"] == "-" else row["nominative"]
        found.setdefault(row["scheme"], (row["words"], []))[1].append((row["ending"], nominative))
    return {name: (words, tuple(endings)) for name, (words, endings) in found.items()}
