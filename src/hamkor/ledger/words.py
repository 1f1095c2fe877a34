"""Words as the full-text index knows them: the same function for what is indexed and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.model import Span

APOSTROPHES = "'’‘ʻʼ`´′"  # Uzbek and Kazakh letters and hard signs are typed with any of these
_APOSTROPHE = "ʻ"  # U+02BB is a letter to Unicode, so that it does not cut a word
_DROPPED = "\u00ad\u0301"  # soft hyphen, stress mark
_ONE_LETTER = str.maketrans("ёЁ" + APOSTROPHES, "еЕ" + _APOSTROPHE * len(APOSTROPHES), _DROPPED)
_QUOTATION_MARK = re.compile(rf"(?<![^\W_{_APOSTROPHE}]){_APOSTROPHE}|{_APOSTROPHE}(?![^\W_{_APOSTROPHE}])")
_LETTER = rf"[^\W_{re.escape(APOSTROPHES)}]"
_WITHIN = rf"(?:[{_DROPPED}]*[{re.escape(APOSTROPHES)}][{_DROPPED}]*|[{_DROPPED}]+)"
_WORD = re.compile(rf"{_LETTER}+(?:{_WITHIN}{_LETTER}+)*")
_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')


def normalise(text: str) -> str:
    """`text` with ё as е and every apostrophe as one letter; soft hyphens and stress marks are gone.

    An apostrophe that is not between two letters is a quotation mark and becomes a space.

    >>> normalise("Ёлка, Oʼzbekiston ‘тест’ со\\u00adтрудничество")
    'Елка, Oʻzbekiston  тест  сотрудничество'
    """
    return _QUOTATION_MARK.sub(" ", text.translate(_ONE_LETTER))


def parse_query(words: str) -> tuple[tuple[str, ...], ...]:
    """The phrases that must all stand in a document, each as its words; a last word may end in `*`.

    Words in double quotation marks form one phrase, every other word is one by itself.

    >>> parse_query('товарооборот "дорожная карта" инвест*')
    (('товарооборот',), ('дорожная', 'карта'), ('инвест*',))
    """
    phrases = (tuple(_words(quoted or word)) for quoted, word in _ASKED.findall(words))
    return tuple(phrase for phrase in phrases if phrase)


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        star = "*" if text[found.end() :].strip() == "*" else ""
        yield fold(found.group()) + star


def fold(word: str) -> str:
    """One word as it is compared."""
    return normalise(word).casefold()


def write_line(text: str) -> str:
    """All words of `text`, each between single spaces, for a database without an index over words.

    >>> write_line("Ёлка, шар.")
    ' елка шар '
    """
    return f" {' '.join(_words(text))} "


def find_phrase(text: str, phrases: tuple[tuple[str, ...], ...]) -> Span | None:
    """The place in `text` of whichever phrase comes first, in the text's own spelling."""
    words = [(found.span(), fold(found.group())) for found in _WORD.finditer(text)]
    for first in range(len(words)):
        for phrase in phrases:
            stretch = words[first : first + len(phrase)]
            if len(stretch) == len(phrase) and all(map(_is, (word for _, word in stretch), phrase)):
                return Span(stretch[0][0][0], stretch[-1][0][1])
    return None


def _is(word: str, asked: str) -> bool:
    return word.startswith(asked[:-1]) if asked.endswith("*") else word == asked
