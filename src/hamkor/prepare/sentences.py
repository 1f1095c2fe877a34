"""Sentences of a block: a mark, a space and a beginning end one, unless an abbreviation stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.model import Span
from hamkor.prepare.wording import SentenceWords
from hamkor.text.fold import fold

_END = re.compile(r"([.!?…]+)([»”\")\]]*)\s+(?=\S)")
_BEFORE = re.compile(r"(?:[^\W\d_]+\.)*(?:[^\W\d_]+['’‘ʻʼ`])*[^\W\d_]+$|(?:\d+\.)*\d+$")  # «so'm» is no «m»
_WORD = re.compile(r"\w+")
_NUMBER_BEFORE = re.compile(r"\d\s*(?:[^\W\d_]+\.\s*)?\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")
_WITHIN_UNITS = tuple("·⋅*/")
_OPENING = "«“„\"'(["
_CLOSING = re.compile("[»”]")
_NAME = 48  # characters of a name
_LONGEST_WORD = 24
_LONGEST = 4000  # characters of a sentence


def split_sentences(text: str, span: Span, words: SentenceWords) -> Iterator[Span]:
    """The sentences in `text[span]`, without the space between them; their union holds every other character.

    Trap: what goes on for thousands of characters without an end is cut at a space, so that no rule meets all of it.
    """
    start = span.start
    for met in _END.finditer(text, span.start, span.end):
        if _ends(met, start, words):
            yield from _cut(text, start, met.end(2))
            start = met.end()
    if start < span.end:
        yield from _cut(text, start, span.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield Span(start, cut)
        start = cut + (space > 0)
    yield Span(start, end)


def _ends(met: re.Match[str], start: int, words: SentenceWords) -> bool:
    text, at = met.string, met.end()
    following = _first_character(text, at)
    if following in "—–-":
        return _first_character(text[at + 1 : at + 6].lstrip(), 0).isupper()  # else speech goes on: «…», — сказал он
    if not (following.isupper() or following.isdigit()):
        return False
    if not met.group(2) and _is_in_name(text, met.start(), start):
        return False
    return met.group(1) != "." or bool(met.group(2)) or not _is_abbreviation(met, start, words)


def _is_in_name(text: str, at: int, start: int) -> bool:
    """Whether a mark stands within a short name in quotation marks («Иннопром. Азия»); speech goes on after a comma."""
    opening = max(text.rfind(mark, max(start, at - _NAME), at) for mark in "«“")
    closing = _CLOSING.search(text, at, at + _NAME) if opening >= 0 else None
    if closing is None or _CLOSING.search(text, opening, at) or opening == start:
        return False
    alone = text[closing.end() : closing.end() + 2].lstrip()[:1] not in (",", "—", "–", "-")
    return alone and closing.start() - opening <= _NAME


def _first_character(text: str, at: int) -> str:
    while at < len(text) and text[at] in _OPENING:
        at += 1
    return text[at : at + 1] or " "


def _is_abbreviation(met: re.Match[str], start: int, words: SentenceWords) -> bool:
    text, following = met.string, met.string[met.end()]
    if _is_common(text[max(start, met.start() - _LONGEST_WORD) : met.start()], words):
        return False
    before = _BEFORE.search(text, max(start, met.start() - _LONGEST_WORD), met.start())
    if not before or text.endswith(_WITHIN_UNITS, 0, before.start()):  # «5 млрд кВт·ч. Годом ранее …»
        return False
    word = fold(before.group())
    if word[0].isdigit():
        return before.start() == start  # the number of an item
    if before.group().isupper() and all(len(letter) == 1 for letter in word.split(".")):
        return following.isupper()  # an initial, or two: «А.Б. Каримов»
    if word in words.after_number:
        number = _is_after_number(text[max(start, before.start() - _LONGEST_WORD) : before.start()], words)
        return not number or following.isdigit() or _goes_on(text, met.end(), words)
    return word in words.never_ends or (word in words.may_end and following.isdigit())


def _is_after_number(before: str, words: SentenceWords) -> bool:
    """Whether a number ends the text before a unit, be it with a scale in letters («185 тыс. тонн», «185 млн руб.»)."""
    scale = _LAST_WORD.search(before)
    if scale and fold(scale[1]) in words.after_number:
        before = before[: scale.start()]
    return bool(_NUMBER_BEFORE.search(before))


def _is_common(before: str, words: SentenceWords) -> bool:
    """Whether the text before a mark ends in a whole word of letters that is in no list, as most sentences do."""
    word = before.rsplit(None, 1)[-1] if before[-1:].isalpha() else ""
    if len(word) == 1 or not word.isalpha():
        return False
    folded = fold(word)
    return not (folded in words.never_ends or folded in words.after_number or folded in words.may_end)


def _goes_on(text: str, at: int, words: SentenceWords) -> bool:
    met = _WORD.match(text, at)
    return met is not None and fold(met.group()) in words.goes_on
