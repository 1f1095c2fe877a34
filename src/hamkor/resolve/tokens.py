"""The words, numbers and marks of a text, with the quotations that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hamkor.resolve.atlas import find_at
from hamkor.text.sounds import APOSTROPHES

_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_](?:[^\W_])*(?:[{APOSTROPHES}-][^\W_]+)*[{APOSTROPHES}]?)"
    r"|(?P<number>\d+(?:[\s ]\d{3})*(?:,\d{3})*(?:[.,]\d+)?)"
    r"|(?P<open>[«“„])|(?P<close>[»”])|(?P<dash>\s[—–-]\s|[—–])|(?P<mark>[\"(),;:.!?])"
)
_SHORTEST = 4  # letters of a name that a hyphen may join to another


class Token(NamedTuple):
    """A word, number or mark; `within` counts the quotation that it stands in, 0 outside."""

    sort: str
    text: str
    within: int = 0

    @property
    def is_name(self) -> bool:
        return self.sort == "word" and self.text[0].isupper()


def split_tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in order.

    >>> [token.text for token in split_tokens("«Olot-Farap» 1 200")]
    ['«', 'Olot', '-', 'Farap', '»', '1 200']
    """
    for token in _split_words(text):
        yield from _part(token) if token.sort == "word" else (token,)


def _part(token: Token) -> Iterator[Token]:
    """Two names that a hyphen joins («Olot-Farap») as two with a dash between, unless together they name an area."""
    first, _, second = token.text.partition("-")
    two = min(len(first), len(second)) >= _SHORTEST and first[0].isupper() and second[0].isupper()
    if not two or "-" in second or find_at((token.text,)):
        yield token
        return
    yield from (token._replace(text=first), Token("dash", "-", token.within), token._replace(text=second))


def _split_words(text: str) -> Iterator[Token]:
    within, quotations = 0, 0
    for met in _TOKEN.finditer(text):
        sort = met.lastgroup or ""
        plain = met.group() == '"'
        if sort == "open" or (plain and not within):
            quotations += 1
            within = quotations
        elif sort == "close" or plain:
            within = 0
        yield Token(sort, met.group().strip(), within)
