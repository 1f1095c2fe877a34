"""From bytes to characters: the mark, what is declared, and else what reads best."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from hamkor.read.words import get_letters

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE_BYTE = ("cp1251", "kz1048", "koi8-r", "cp866", "iso8859-5", "cp1252")
RARER = 0.005  # by so much each encoding is less likely than the one before it
SAMPLE = 20_000  # bytes that decide between encodings
MOST_BROKEN = 0.1  # share of characters beyond ASCII that may be broken in what is still called UTF-8
PUNCTUATION = frozenset("«»“”„’‘–—…№§°€ \u00a0")
LESS_FOR_CAPITALS = 0.1  # than the same letters in lower case
_CAPITAL = "\x00"
_CAPITALS = re.compile(r"(?<!\w)[А-ЯЁӘҒҚҢӨҰҮҺІЎҲ]{2,}(?!\w)")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what should be known of it."""

    text: str
    charset: str
    notice: str | None = None


def find_declared_charset(head: bytes) -> str | None:
    """The charset a page declares of itself in its first 2,048 bytes; None where Python knows no such codec."""
    match = _DECLARED.search(head[:2048])
    return known_charset(match.group(1).decode("ascii", "replace")) if match else None


def known_charset(name: str | None) -> str | None:
    """Python's own name of a charset; None where there is none, or it does not give text.

    >>> known_charset("Windows-1251"), known_charset("x-unknown")
    ('cp1251', None)
    """
    try:
        info = codecs.lookup((name or "").strip())
        "a".encode(info.name)  # some codecs are no encodings of text
    except (LookupError, ValueError):
        return None
    return info.name


def decode(content: bytes, *, declared: str | None = None) -> Decoded:
    """The characters of `content`. Never raises: what cannot be read becomes U+FFFD, and the notice says how much.

    A byte order mark wins, then valid UTF-8, then what is declared, then the encoding whose letters read best.

    >>> decode("Торговля выросла".encode("koi8-r")).charset
    'koi8-r'
    """
    while content.startswith(codecs.BOM_UTF8):  # some programs set it before what is no UTF-8, or twice
        content = content.removeprefix(codecs.BOM_UTF8)
    for mark, charset in MARKS:
        if content.startswith(mark):
            return _decode_as(content, charset)
    wide = _find_utf16(content)
    if wide:
        return _decode_as(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_beyond_utf8(content, declared)


def decode_roughly(content: bytes) -> str:
    """The ASCII of `content` for certain, its other characters perhaps: enough to see marks of HTML, JSON or mail."""
    while content.startswith(codecs.BOM_UTF8):
        content = content.removeprefix(codecs.BOM_UTF8)
    for mark, charset in MARKS:
        if content.startswith(mark):
            return content.decode(charset, "replace")
    return content.decode(_find_utf16(content) or "latin-1", "replace")


def _decode_beyond_utf8(content: bytes, declared: str | None) -> Decoded:
    if _broken_share(content) <= MOST_BROKEN:
        return _decode_as(content, "utf-8")
    return _decode_as(content, find_single_byte(content[:SAMPLE], declared))


def _decode_as(content: bytes, charset: str) -> Decoded:
    text = content.decode(charset, "replace")
    lost = text.count("\ufffd") - content.count("\ufffd".encode())
    notice = f"{lost} places were not {charset.upper()} and stand as U+FFFD" if lost > 0 else None
    return Decoded(text, charset, notice)


def _find_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: one of the two bytes of nearly each pair is 0x00 (Latin) or 0x04 (Cyrillic)."""
    head = content[:4000]
    half = len(head) // 2
    if half < 2:
        return None
    for charset, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        counts = Counter(high)
        if (counts[0] >= half * 0.03 or counts[4] >= half * 0.7) and counts[0] + counts[4] + counts[0x20] >= half * 0.9:
            return charset
    return None


def _broken_share(content: bytes) -> float:
    head = content[:SAMPLE]
    text = head.decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in text)
    return text.count("\ufffd") / beyond if beyond else 0.0


def find_single_byte(head: bytes, declared: str | None = None) -> str:
    """Of the one-byte encodings, the one whose letters read best; the declared one wins a near tie."""
    known = known_charset(declared)
    names = dict.fromkeys([name for name in (known,) if name and not name.startswith("utf")] + list(SINGLE_BYTE))
    scores = {
        name: _letters_score(head.decode(name, "replace")) + (0.05 if name == known else 0.0) - RARER * place
        for place, name in enumerate(names)
    }
    return max(scores, key=lambda name: scores[name])


def _letters_score(text: str) -> float:
    """From −1 to about 1: how much the characters beyond ASCII look like running text.

    The right encoding shows the common letters in lower case; a wrong one makes capitals, boxes, rare letters of them.
    Words all in capitals, as minutes have them, count nearly as in lower case.
    """
    text = _CAPITALS.sub(_lower, text)
    counts = Counter(char for char in text if char > "\x7f")
    whole = sum(counts.values()) or 1
    weights, fairly = _weights(), get_letters("other")
    good = sum(
        n * weights.get(char, 0.4 if char in fairly or char in PUNCTUATION else 0.0) for char, n in counts.items()
    )
    fair = 0.3 * sum(n for char, n in counts.items() if char.isupper() and char.lower() in weights)
    bad = sum(n for char, n in counts.items() if not char.isalpha() and char not in PUNCTUATION)
    shouting = sum(a.islower() and b.isupper() for a, b in pairwise(text) if a > "\x7f" and b > "\x7f")
    capitals = text.count(_CAPITAL) * LESS_FOR_CAPITALS
    return (good + fair - bad - 2 * shouting - capitals) / whole


def _lower(met: re.Match[str]) -> str:
    """A word of capitals in lower case, each letter marked."""
    return met.group().lower() + _CAPITAL * len(met.group())


@cache
def _weights() -> dict[str, float]:
    """The common letters, from 1 for the commonest down towards 0."""
    letters = get_letters("common")
    return {letter: 1 - rank / len(letters) for rank, letter in enumerate(letters)}
