"""Words as the full-text index knows them: the same function for what is indexed and what is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hamkor.model import Span

APOSTROPHES = "'’‘ʻʼ`´′"  # Uzbek and Kazakh letters and hard signs are typed with any of these
_APOSTROPHE = "ʻ"  # U+02BB is a letter to Unicode, so that it does not cut a word
_DROPPED = "\u00ad\u0301"  # soft hyphen, stress mark
_ONE_LETTER = str.maketrans("ёЁ" + APOSTROPHES, "еЕ" + _APOSTROPHE * len(APOSTROPHES), _DROPPED)
_QUOTATION_MARK = re.compile(rf"(?<![^\W_{_APOSTROPHE}]){_APOSTROPHE}|{_APOSTROPHE}(?![^\W_{_APOSTROPHE}])")
_LETTER = rf"[^\W_{re.escape(APOSTROPHES)}]"
_WITHIN = rf"(?:[{_DROPPED}]*[{re.escape(APOSTROPHES)}][{_DROPPED}]*|[{_DROPPED}]+)"
_WORD = re.compile(rf"{_LETTER}+(?:{_WITHIN}{_LETTER}+)*")
_ASKED = re.compile(r'("[^"]*")|([^\s"]+)')
_STAR = "*"
_SHORTEST = 2  # letters of a word that is found in other forms
_MOST_MARKS = 200  # words marked in one text


class Phrase(NamedTuple):
    """Words that must follow one another; the last may end in `*`. `quoted`: only as they are written."""

    words: tuple[str, ...]
    quoted: bool = False

    @property
    def may_vary(self) -> bool:
        """Whether the word is found in other scripts and endings, too."""
        (first, *others) = self.words
        return not (self.quoted or others or first.endswith(_STAR) or len(first) < _SHORTEST)


def normalise(text: str) -> str:
    """`text` with ё as е and every apostrophe as one letter; soft hyphens and stress marks are gone.

    An apostrophe that is not between two letters is a quotation mark and becomes a space.

    >>> normalise("Ёлка, Oʼzbekiston ‘тест’ со\\u00adтрудничество")
    'Елка, Oʻzbekiston  тест  сотрудничество'
    """
    return _QUOTATION_MARK.sub(" ", text.translate(_ONE_LETTER))


def parse_query(words: str) -> tuple[Phrase, ...]:
    """The phrases that must all stand in a document, each as its words; a last word may end in `*`.

    Words in double quotation marks form one phrase, every other word is one by itself.

    >>> [phrase.words for phrase in parse_query('товарооборот "дорожная карта" инвест*')]
    [('товарооборот',), ('дорожная', 'карта'), ('инвест*',)]
    """
    phrases = (Phrase(tuple(_read_asked(quoted or word)), bool(quoted)) for quoted, word in _ASKED.findall(words))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase.words))


def _read_asked(asked: str) -> Iterator[str]:
    for found in _WORD.finditer(asked):
        star = _STAR if asked[found.end() :].strip('" ') == _STAR else ""
        yield fold(found.group()) + star


def list_words(text: str) -> Iterator[str]:
    """The words of a text in its order, each as it is compared."""
    return (fold(found) for found in _WORD.findall(text))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """One word as it is compared."""
    return normalise(word).casefold()


def write_line(text: str) -> str:
    """All words of `text`, each between single spaces, for a database without an index over words.

    >>> write_line("Ёлка, шар.")
    ' елка шар '
    """
    return f" {' '.join(list_words(text))} "


class Mark(NamedTuple):
    """A place of words that were asked for, the number of the phrase that they answer, and whether in another form."""

    span: Span
    phrase: int
    varied: bool = False


def find_marks(text: str, phrases: tuple[Phrase, ...], near: tuple[Collection[str], ...]) -> list[Mark]:
    """The places of all phrases in `text`, in order, in the text's own spelling; the first two hundred.

    near  for each phrase the words that answer it beside its own: other scripts, other endings
    """
    found = list(_WORD.finditer(text))
    words = [fold(one.group()) for one in found]
    marks: list[Mark] = []
    for first in _find_starts(words, phrases, near):
        for number, phrase in enumerate(phrases):
            last = first + len(phrase.words) - 1
            if words[first] in near[number]:
                marks.append(Mark(Span(*found[first].span()), number, varied=True))
            elif last < len(words) and all(map(_is, words[first : last + 1], phrase.words)):
                marks.append(Mark(Span(found[first].start(), found[last].end()), number))
        if len(marks) >= _MOST_MARKS:
            break
    return marks


def _find_starts(words: Sequence[str], phrases: Sequence[Phrase], near: Sequence[Collection[str]]) -> list[int]:
    """Where a phrase may begin."""
    firsts = [phrase.words[0] for phrase in phrases]
    whole = {first for first in firsts if not first.endswith(_STAR)}.union(*near)
    beginnings = tuple(first[:-1] for first in firsts if first.endswith(_STAR))
    return [n for n, word in enumerate(words) if word in whole or (beginnings and word.startswith(beginnings))]


def _is(word: str, asked: str) -> bool:
    return word.startswith(asked[:-1]) if asked.endswith(_STAR) else word == asked
