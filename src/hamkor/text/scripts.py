"""Scripts of letters, and the letters of one script that look like those of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_LATIN = "ABCEHKMOPTXYaceopxyi"
_CYRILLIC = "АВСЕНКМОРТХУасеорхуі"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LATIN_LETTER = re.compile("[A-Za-z]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")

# ISO 15924, by the first and last code point of the main blocks.
_BLOCKS = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1800, 0x18AF, "Mong"),
    (0x3040, 0x30FF, "Jpan"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Kore"),
    (0xFB50, 0xFEFC, "Arab"),
)


class _Scripts(dict[str, str | None]):
    """Learns each character when it is first met."""

    def __missing__(self, character: str) -> str | None:
        code = ord(character)
        found = next((script for first, last, script in _BLOCKS if first <= code <= last), None)
        self[character] = found if character.isalpha() else None
        return self[character]


_SCRIPTS = _Scripts()


def find_script(character: str) -> str | None:
    """The ISO 15924 code of a letter's script; None for what is no letter or of no script known here.

    >>> find_script("ж"), find_script("j"), find_script("5")
    ('Cyrl', 'Latn', None)
    """
    return _SCRIPTS[character]


def count_scripts(letters: Mapping[str, int]) -> Counter[str]:
    """How many letters of each script there are, of counted characters."""
    scripts: Counter[str] = Counter()
    for character, number in letters.items():
        script = _SCRIPTS[character]
        if script:
            scripts[script] += number
    return scripts


def mend_word(word: str, *, alone_in_cyrillic: bool = False) -> str:
    """The word in one script, where the letters of the rarer script all have a likeness in the other; else as given.

    >>> mend_word("cотрудничество") == "сотрудничество"
    True
    """
    latin, cyrillic = len(_LATIN_LETTER.findall(word)), len(_CYRILLIC_LETTER.findall(word))
    if alone_in_cyrillic or (cyrillic > latin > 0):
        return _if_pure(word, word.translate(_TO_CYRILLIC), _LATIN_LETTER)
    if latin > cyrillic > 0:
        return _if_pure(word, word.translate(_TO_LATIN), _CYRILLIC_LETTER)
    return word


def _if_pure(word: str, mended: str, foreign: re.Pattern[str]) -> str:
    return word if foreign.search(mended) else mended
