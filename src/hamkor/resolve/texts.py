"""Sentences of a paragraph, where only its words are known."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s+(?=[^\W\d_]|[«“„\"])|\n")


def find_sentence(words: str, exact: str) -> str:
    """The sentence, or sentences, that hold `exact`; the first where it does not stand there.

    >>> find_sentence("Рейс открыт. Билеты продают. Места есть.", "продают")
    'Билеты продают. '
    """
    at = max(0, words.find(exact))
    cuts = [0, *(met.end() for met in _SENTENCE.finditer(words)), len(words)]
    start = max(cut for cut in cuts if cut <= at)
    return words[start : min((cut for cut in cuts if cut >= at + len(exact)), default=len(words))]
