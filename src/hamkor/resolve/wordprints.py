"""A text as the ledger keeps it for finding copies: one character a word, one line a sentence, whatever its script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.text.fold import fold

SPEECH = '"'  # heads a line that is marked speech
_FIRST, _LETTERS = 0x3400, 0xA3FF  # characters that are no marks, no space and stand in one block
_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_SPEECH = re.compile(r'"([^"\n]+)"')
_FEWEST = 6  # words: what is shorter is no sentence of its own, and no speech but a name
_GRAM = 4  # words in a row that are looked up
_KEYS = 40


def get_print(text: str, language: str) -> str:
    """The print of a text in this language.

    >>> one, two = get_print("Виза отменена с мая.", "ru"), get_print("«Виза отменена с мая!»", "ru")
    >>> len(one), one == two
    (4, True)
    """
    return "\n".join(_mark(words, marked) for words, marked in _split(fold(_convert(text, language))))


def _convert(text: str, language: str) -> str:
    """In the letters of the language's data; as it is where the language has no folder."""
    try:
        return load_language(language).reader.convert_plain(text)
    except LanguageError:
        return text


def _split(text: str) -> Iterator[tuple[list[str], bool]]:
    """Runs of words of at least a sentence's length, and whether each is marked speech."""
    waiting: list[str] = []
    for sentence in _END.split(text):
        for piece, marked in _cut_speech(sentence):
            words = _WORD.findall(piece)
            if marked:
                yield words, True
                continue
            waiting += words
            if len(waiting) >= _FEWEST:
                yield waiting, False
                waiting = []
    if waiting:
        yield waiting, False


def _cut_speech(sentence: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for met in _SPEECH.finditer(sentence):
        if met[1].count(" ") + 1 >= _FEWEST:
            yield sentence[at : met.start()], False
            yield met[1], True
            at = met.end()
    yield sentence[at:], False


def _mark(words: list[str], marked: bool) -> str:
    return SPEECH * marked + "".join(map(_get_letter, words))


@lru_cache(maxsize=200_000)
def _get_letter(word: str) -> str:
    return chr(_FIRST + crc32(word.encode()) % _LETTERS)


def list_keys(words: str) -> frozenset[str]:
    """The keys of a print: of all its four words in a row the forty of the least checksums.

    What a text shares with the one that it was cut from stands, where it is among the least of the longer one, also
    among the least of the shorter one: so a third of a text is found as surely as the whole.
    """
    letters = words.replace("\n", "").replace(SPEECH, "").encode("utf-16-le")
    sums = {crc32(letters[at : at + 2 * _GRAM]) for at in range(0, len(letters) - 2 * _GRAM + 1, 2)}
    return frozenset(f"{least:08x}" for least in sorted(sums)[:_KEYS])


@lru_cache(maxsize=4096)
def list_pairs(words: str) -> frozenset[str]:
    """Pairs of words that stand side by side or over one word, within a sentence."""
    lines = [line.lstrip(SPEECH) for line in words.split("\n")]
    return frozenset(pair for line in lines for pair in _pair(line))


def _pair(line: str) -> list[str]:
    return [a + b for a, b in zip(line, line[1:], strict=False)] + [
        a + "\0" + b for a, b in zip(line, line[2:], strict=False)
    ]


@lru_cache(maxsize=65_536)
def measure_taken(words: str, source: str) -> float:
    """The part of a print's words that stands in sentences taken from the other print.

    Speech counts only where there is nothing else: two independent reports may quote the same words.

    >>> text = "Виза отменена с мая для всех жителей двух соседних областей."
    >>> measure_taken(get_print(text, "ru"), get_print("По данным ведомства, " + text, "ru"))
    1.0
    """
    known, lines = list_pairs(source), words.split("\n")
    own = [line for line in lines if not line.startswith(SPEECH)] or [line.lstrip(SPEECH) for line in lines]
    taken = sum(len(line) for line in own if _is_taken(line, known))
    return taken / max(1, sum(map(len, own)))


_TAKEN = 0.35  # of the pairs of a sentence: three words of ten may be others


def _is_taken(line: str, known: frozenset[str]) -> bool:
    pairs = _pair(line)
    return sum(pair in known for pair in pairs) >= max(1.0, _TAKEN * len(pairs))
