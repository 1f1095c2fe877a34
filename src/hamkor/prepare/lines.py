"""Lines that were merely wrapped: where a newline ends nothing, it becomes a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.prepare.wording import SentenceWords
from hamkor.text.edits import Edit
from hamkor.text.fold import fold

_BREAK = re.compile(r"\n[ \t]*(?=\S)")
_LAST_WORD = re.compile(r"(\w+)$")
_GOES_ON = ",.;:!?…)»”"


def join_wrapped_lines(text: str, words: SentenceWords) -> Iterator[Edit]:
    """A line goes on with a punctuation mark, with a small letter after an unended line, or after an unfinished one."""
    for met in _BREAK.finditer(text):
        start, end = met.span()
        while start and text[start - 1] in " \t\r":
            start -= 1
        if start == 0 or text[start - 1] == "\n":
            continue
        if text[end] in _GOES_ON:
            yield Edit(start, end, "")
        elif _is_wrapped(text, start, end, words):
            yield Edit(start, end, " ")


def _is_wrapped(text: str, start: int, end: int, words: SentenceWords) -> bool:
    before, after = text[start - 1], text[end]
    if after.islower() and (before.isalnum() or before == ","):
        return not (after.isalpha() and text[end + 1 : end + 2] == ")")
    last = _LAST_WORD.search(text, max(0, start - 30), start)
    return last is not None and fold(last.group(1)) in words.unfinished
