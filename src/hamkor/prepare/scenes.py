"""Scenes before anything is extracted: numbers, and names that show themselves by quotation marks or letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.grammar import Language, Part, Scene, build_scene
from hamkor.model import Span

_LONGEST_NAME = 40
_CAPITAL = r"[^\W\d_a-z\u0430-\u045f]"
_QUOTED = rf"(?P<quoted>[«“„\"][^«»“”„\"\n]{{2,{_LONGEST_NAME}}}[»”“\"])"
_SITE = r"(?:\.(?:[a-z]\w+|[A-Z]{2,3}\b))?"
_LATIN = rf"|(?P<latin>[A-Z][\w&-]*{_SITE}(?: [A-Z][\w&-]*{_SITE}){{0,3}})"
_OTHERS = (
    r"|(?P<site>\b[A-Za-z\d-]+\.[a-z]{2,4}\b)"
    rf"|(?P<capitals>\b{_CAPITAL}[^\W\d_]*?{_CAPITAL}[^\W\d_]*)"
    r"|(?P<number>\d+(?:[ .,:/]\d+)*)"
)
_PARTS = {True: re.compile(_QUOTED + _LATIN + _OTHERS), False: re.compile(_QUOTED + _OTHERS)}


def is_latin_foreign(language: Language) -> bool:
    """Whether words in Latin letters stand out as names: the language is not written in them."""
    return "Latn" not in language.get("language", "scripts")


def build_plain_scene(text: str, folded: str, span: Span, *, latin: bool) -> Scene:
    """A scene whose only parts are numbers and names: «quoted», with capitals within (УзА), or, if `latin`, Latin.

    `folded` is the whole of `text`, folded.
    """
    return build_scene(folded, span, _find_parts(text, span, latin=latin))


def _find_parts(text: str, span: Span, *, latin: bool) -> Iterator[Part]:
    for met in _PARTS[latin].finditer(text, span.start, span.end):
        kind = "number" if met.lastgroup == "number" else "name"
        if met.lastgroup != "capitals" or _has_capitals(met.group()):
            yield Part(kind, Span(*met.span()), met.group())


def _has_capitals(word: str) -> bool:
    """At least two capitals, one of them after the beginning."""
    return sum(map(str.isupper, word)) > 1 and not word[0].islower()
