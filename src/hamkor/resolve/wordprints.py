"""A text as the ledger keeps it for finding copies: one character a word, whatever its script, marked speech apart."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.text.fold import fold

SPEECH = '"'  # heads a line that is marked speech
_WORDS, _NUMBERS = (0x3400, 0x7800), (0xAC00, 0x2BA4)  # first character and how many: ideographs, Hangul
_FIRST_NUMBER = chr(_NUMBERS[0])
_WORD = re.compile(r"\w+")
_SPEECH = re.compile(r'"([^"\n]+)"')
_SHORTEST_SPEECH = 6  # words: what is shorter is a name
_GRAM = 5  # words in a row that are looked up
_KEYS = 40
_SOME = 4  # numbers that tell whether a text has its own
_STEP, _FEW = 3, 0.2  # every third pair of words tells whether it is worth to look at all


def get_print(text: str, language: str) -> str:
    """The print of a text in this language.

    >>> one, two = get_print("Виза отменена с мая.", "ru"), get_print("«Виза отменена с мая!»", "ru")
    >>> len(one), one == two
    (4, True)
    """
    told = fold(_convert(text, language))
    kept, at = [], 0
    for met in _SPEECH.finditer(told):
        if met[1].count(" ") + 1 >= _SHORTEST_SPEECH:
            kept += [_print(told[at : met.start()]), SPEECH + _print(met[1])]
            at = met.end()
    return "\n".join([*kept, _print(told[at:])])


def _convert(text: str, language: str) -> str:
    """In the letters of the language's data; as it is where the language has no folder."""
    try:
        return load_language(language).reader.convert_plain(text)
    except LanguageError:
        return text


def _print(text: str) -> str:
    return "".join(map(_get_letter, _WORD.findall(text)))


@lru_cache(maxsize=200_000)
def _get_letter(word: str) -> str:
    first, many = _NUMBERS if word[0].isdigit() else _WORDS
    return chr(first + crc32(word.encode()) % many)


def list_keys(words: str, language: str) -> frozenset[str]:
    """The keys of a print, others for each language: of all its five words in a row the forty of the least checksums.

    What a text shares with the one that it was cut from stands, where it is among the least of the longer one, also
    among the least of the shorter one: so a third of a text is found as surely as the whole.
    """
    letters = words.replace("\n", "").replace(SPEECH, "").encode("utf-16-le")
    seed = crc32(language.encode())
    sums = {crc32(letters[at : at + 2 * _GRAM], seed) for at in range(0, len(letters) - 2 * _GRAM + 1, 2)}
    return frozenset([f"{least:08x}" for least in sorted(sums)[:_KEYS]])


class Shared(NamedTuple):
    """What a print has in common with another.

    pairs    the part of its pairs of words, side by side or over one word, that the other has too
    numbers  the part of its numbers that the other does not tell; none where there are few
    """

    pairs: float
    numbers: float


_NOTHING = Shared(0.0, 1.0)


def measure_shared(words: str, source: str) -> Shared:
    """What of a print stands in another one.

    Speech counts only where there is nothing else: two independent reports may quote the same words.

    >>> text = "Виза отменена с мая для всех жителей двух соседних областей."
    >>> measure_shared(get_print(text, "ru"), get_print("По данным ведомства, " + text, "ru"))
    Shared(pairs=1.0, numbers=0.0)
    """
    own, other = _leave_out_speech(words), source.replace("\n", "").replace(SPEECH, "")
    if not _is_worth_it(own, other):
        return _NOTHING
    pairs, numbers = _pair(own), _list_numbers(own)
    new = len(numbers) - _count(numbers, other) if len(numbers) >= _SOME else 0
    return Shared(_part(_count(pairs, _list_known(other)), pairs), _part(new, numbers))


def _count(looked: Sequence[str], source: Container[str]) -> int:
    """How many of these the source has."""
    return sum(map(source.__contains__, looked))


def _part(found: int, looked: Sequence[str]) -> float:
    return round(found / len(looked), 3) if looked else 0.0


@lru_cache(maxsize=256)
def _leave_out_speech(words: str) -> str:
    lines = words.split("\n")
    return "".join(line for line in lines if not line.startswith(SPEECH)) or "".join(lines).replace(SPEECH, "")


def _is_worth_it(own: str, source: str) -> bool:
    looked = _list_looked(own)
    return _count(looked, source) >= _FEW * len(looked)


@lru_cache(maxsize=256)  # a print is compared with many; of a page of text, some 100 KB
def _list_looked(words: str) -> tuple[str, ...]:
    return tuple(words[at : at + 2] for at in range(0, len(words) - 1, _STEP))


@lru_cache(maxsize=256)
def _list_numbers(words: str) -> tuple[str, ...]:
    return tuple(letter for letter in words if letter >= _FIRST_NUMBER)


@lru_cache(maxsize=256)
def _pair(words: str) -> tuple[str, ...]:
    """Pairs of words that stand side by side or over one word."""
    beside = (one + other for one, other in pairwise(words))
    return (*beside, *(f"{one} {other}" for one, other in zip(words, words[2:], strict=False)))


@lru_cache(maxsize=256)
def _list_known(words: str) -> frozenset[str]:
    return frozenset(_pair(words))
