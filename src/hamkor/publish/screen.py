"""What a terminal shows: how wide a text is there, what must never reach it, colours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ELLIPSIS = "…"
_SPACE = re.compile(r"\s+")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_STYLES = {"head": "1", "dim": "2", "words": "36", "mark": "7", "good": "32", "bad": "31"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours where they are wanted.

    >>> Paint(False)("Navoi", "words"), Paint(True)("Navoi", "words")
    ('Navoi', '\\x1b[36mNavoi\\x1b[0m')
    """

    wanted: bool

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.wanted and text and style else text


def clean(text: str) -> str:
    """One line without what could steer a terminal: a text read from anywhere is shown there.

    >>> clean("two\\n lines \\x1b[31mred")
    'two lines [31mred'
    """
    return _UNSAFE.sub("", _SPACE.sub(" ", text)).strip()


def measure(text: str) -> int:
    """How many columns a terminal needs for `text`.

    >>> measure("Навои"), measure("長"), measure("е\\u0301")
    (5, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` columns; where something is left out, … stands for it.

    >>> shorten("Кызылординская область", 10)
    'Кызылорди…'
    """
    if measure(text) <= width:
        return text
    return _cut(text, width - 1).rstrip() + ELLIPSIS


def _cut(text: str, width: int) -> str:
    """As much of the beginning of `text` as goes into `width` columns."""
    used = 0
    for number, char in enumerate(text):
        used += _width(char)
        if used > width:
            return text[:number]
    return text


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken between words, and within those that are longer than a line.

    >>> wrap("Навои и Кызылорда", 9)
    ['Навои и', 'Кызылорда']
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and measure(line) + 1 + measure(word) <= width:
            line += f" {word}"
            continue
        *parts, last = _break(word, width)
        lines += [*([line] if line else []), *parts]
        line = last
    return [*lines, line] if line else lines


def _break(word: str, width: int) -> list[str]:
    parts, rest = [], word
    while measure(rest) > width and (part := _cut(rest, width)):
        parts.append(part)
        rest = rest[len(part) :]
    return [*parts, rest]


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` columns."""
    short = shorten(text, width)
    space = " " * (width - measure(short))
    return space + short if right else short + space


def capitalise(text: str) -> str:
    """With a capital at its beginning, as labels and headings have it."""
    return text[:1].upper() + text[1:]
