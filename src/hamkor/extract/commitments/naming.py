"""Words that name an instrument (memorandum, protocol …) or both countries together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hamkor.extract.reading import Reading
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.model import Span
from hamkor.text.fold import fold

BOTH = "both countries"


class Naming(NamedTuple):
    """A place in the prepared text and what is named there: an instrument's code, or `BOTH`."""

    span: Span
    meaning: str


def find_namings(reading: Reading, span: Span) -> list[Naming]:
    """The instruments that `span` names, and where it says "the two countries"; may be empty."""
    found = _get_lexicon(reading.language).find(reading.folded, span.start, span.end)
    return [Naming(Span(f.start, f.end), f.value) for f in found]


def find_title_instrument(reading: Reading) -> str | None:
    """What the document calls itself, in its title or its first sentence; None where it does not say."""
    title = fold(reading.title or "")
    first = reading.sentences[0].sentence.span
    lexicon = _get_lexicon(reading.language)
    for found in (*lexicon.find(title), *lexicon.find(reading.folded, first.start, first.end)):
        if found.value != BOTH:
            instrument: str = found.value
            return instrument
    return None


def _get_lexicon(language: Language) -> Lexicon:
    lexicon: Lexicon = language.remember("commitments.namings", _compile)
    return lexicon


def _compile(language: Language) -> Lexicon:
    return Lexicon(_entries(language), lists=language.lists, endings=language.endings)


def _entries(language: Language) -> Iterator[Entry]:
    for table in language.get("stages", "instrument"):
        for pattern in table["words"]:
            yield Entry(pattern, table["code"], f"{language.code}/stages.toml: instrument {table['code']}")
    for pattern in language.get("stages", "both_countries"):
        yield Entry(pattern, BOTH, f"{language.code}/stages.toml: both_countries")
