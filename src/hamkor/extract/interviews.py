"""Finds the answers of an interview: paragraphs that follow questions, with dashes, quotation marks or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.model import Span

_ASKED = re.compile(r"\?[\"»”)]*\s*\Z")
_DASH = re.compile(r"\s*[—–-]\s*")
_OPEN, _CLOSE = '"“„«', '"”“»'
_LONGEST_QUESTION = 45  # words
_FEWEST_ANSWERS = 2  # in an interview whose paragraphs begin with no dash, one question may be the author's own
_FEWEST_WORDS = 3


def find_answers(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """What is said in answer to a question, for each paragraph that follows one; without its dash or quotation marks.

    A document where one question alone stands without a dash is no interview: its author asks himself.
    """
    asked = [_is_question(span.within(text)) for span in paragraphs]
    pairs = [(q, a) for q, a in zip(range(len(asked)), range(1, len(asked)), strict=False) if asked[q] and not asked[a]]
    dashed = any(_DASH.match(paragraphs[q].within(text)) for q, _ in pairs)
    if len(pairs) < _FEWEST_ANSWERS and not dashed:
        return []
    answers = (_inside(text, paragraphs[a]) for _, a in pairs)
    return [span for span in answers if len(span.within(text).split()) >= _FEWEST_WORDS]


def asks(words: str) -> bool:
    """Whether words end with a question mark, be it within quotation marks or brackets.

    >>> asks("«Когда откроют рейс?»"), asks("Рейс откроют.")
    (True, False)
    """
    return bool(_ASKED.search(words))


def _is_question(words: str) -> bool:
    return asks(words) and len(words.split()) <= _LONGEST_QUESTION


def _inside(text: str, paragraph: Span) -> Span:
    """The words after the dash, or all between the marks where one pair holds the whole answer."""
    dash = _DASH.match(text, paragraph.start, paragraph.end)
    start, end = dash.end() if dash else paragraph.start, paragraph.end
    while text[end - 1].isspace():
        end -= 1
    quoted = text[start] in _OPEN and text[end - 1] in _CLOSE
    whole = quoted and not any(mark in text[start + 1 : end - 1] for mark in (text[start], text[end - 1]))
    return Span(start + 1, end - 1) if whole else Span(start, end)


__all__ = ["find_answers"]
