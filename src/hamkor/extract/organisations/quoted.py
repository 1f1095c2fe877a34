"""Names that stand out by how they are written: short ones in quotation marks, and words of a foreign script."""

from __future__ import annotations

import re
from collections.abc import Callable

from hamkor.grammar import Language, Part
from hamkor.model import Span

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,90})(?:[»”“]|(?<!\s)\")")  # a straight mark after a space opens
_LATIN = (
    r"(?<![\w.@/-])(?P<name>[A-Z][\w&'’.+-]*\w(?:\s(?:(?:[a-z]+\s){0,3}[A-Z][\w&'’-]*|&))*(?<!-)(?!\w))"
    r"(?:\.?,?\s(?:FORMS)(?!\w)\.?)?"  # «Alfa Feed Co., Ltd»: the legal form stands after the name
)
_INNER = re.compile(
    r"(?<![\w.@/-])(?P<name>[A-Z]+[a-z]+[A-Z][A-Za-z]+(?:-[A-Za-z]+)*(?:\s[A-Z][\w-]+)?)(?!\w)", re.ASCII
)
_STANDS_OUT = re.compile('[«“„"A-Z]')  # without any of these there is neither
_END = re.compile(r"[.!?…,]$")
MOST_WORDS = 8


def find_names(
    language: Language, text: str, span: Span, *, is_foreign: Callable[[Span], bool] | None = None
) -> list[Part]:
    """Short names in quotation marks (kind quote) and in Latin letters (kind name).

    Where the language itself is written in Latin, only words with capitals within («KazWaste») stand out.
    is_foreign: whether words stand in another script than the document, whose letters `text` does not show.

    The value is the name without its marks. Whether a name is an organisation's is not said here.
    """
    if not _STANDS_OUT.search(text, span.start, span.end):
        return []
    parts = [
        Part("quote", Span(*met.span()), met.group(1).strip())
        for met in _QUOTED.finditer(text, span.start, span.end)
        if _is_name(met.group(1))
    ]
    plain = "Latn" not in language.get("language", "scripts") or is_foreign
    pattern: re.Pattern[str] = language.remember("latin names", _compile_latin) if plain else _INNER
    found = [(Span(*met.span()), met["name"]) for met in pattern.finditer(text, span.start, span.end)]
    parts += [Part("name", where, name) for where, name in found if not is_foreign or is_foreign(where)]
    return parts


def _compile_latin(language: Language) -> re.Pattern[str]:
    forms = sorted(form for form in language.get("organisations", "forms") if form.isascii())
    return re.compile(_LATIN.replace("FORMS", "|".join(f"(?i:{form})" for form in forms)), re.ASCII)


def _is_name(inside: str) -> bool:
    """A name begins with a capital or a digit, is short and is no sentence."""
    words = inside.split()
    first = inside.strip()[:1]
    return 0 < len(words) <= MOST_WORDS and (first.isupper() or first.isdigit()) and not _END.search(inside.strip())
