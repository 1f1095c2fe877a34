"""Organisations known by name: from the list of a language, or by a short name that the document gave in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hamkor.extract.organisations.ruled import nominative
from hamkor.extract.organisations.words import OrganisationWords
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part
from hamkor.model import Span

_WORD = re.compile(r"\w+")
_OF_PLACES = frozenset({"association", "ministry", "parliament", "statistics"})
_SHORT_NAME = re.compile(r"\s*\((\w[\w-]{1,11})\)")


def find_known(reading: Reading, sentence: ReadSentence, words: OrganisationWords) -> Iterator[Part]:
    """Names of organisations.tsv that begin with a capital."""
    span = sentence.sentence.span
    for found in words.known.find(reading.folded, span.start, span.end):
        row: dict[str, Any] = found.value
        if reading.prepared.text[found.start].isupper():
            where = Span(found.start, found.end)
            name = _as_written(where.within(reading.prepared.text), row)
            mention = OrganisationMention(name, row["area"] or None, row["sort"], where)
            yield _with_area_before(reading, sentence, mention) or Part("organisation", where, mention)


def _as_written(said: str, row: dict[str, Any]) -> str:
    """The known name of a body; of a company written in Latin letters in a Cyrillic text the name as it stands."""
    name: str = row["name"]
    return said if row["sort"] == "company" and said.isascii() and not name.isascii() else name


def _with_area_before(reading: Reading, sentence: ReadSentence, known: OrganisationMention) -> Part | None:
    """A local body of a name that others bear, too: the area before it, in languages where whose it is stands there."""
    start = known.name_span.start
    own = [p for p in sentence.of("area") if p.span.end + 1 == start and len(p.value.codes) == 1]
    elsewhere = tuple(reading.language.get("positions", "in_area.elsewhere"))
    if known.sort not in _OF_PLACES or not own or not reading.language.get("language", "final_verb"):
        return None
    if reading.folded.endswith(elsewhere, own[0].span.start, own[0].span.end):
        return None
    span = Span(own[0].span.start, known.name_span.end)
    name = nominative(reading, span)
    return Part("organisation", span, OrganisationMention(name, own[0].value.codes[0], known.sort, span))


def find_by_alias(reading: Reading, sentence: ReadSentence, aliases: dict[str, OrganisationMention]) -> Iterator[Part]:
    """Short names that the document gave in brackets before."""
    text, span = reading.prepared.text, sentence.sentence.span
    for met in _WORD.finditer(text, span.start, span.end) if aliases else ():
        known = aliases.get(met.group())
        if known:
            where = Span(*met.span())
            yield Part("organisation", where, OrganisationMention(known.name, known.area, known.sort, where))


def with_short_name(reading: Reading, part: Part, aliases: dict[str, OrganisationMention]) -> Part:
    """Take the short name in brackets into the part, and remember it."""
    met = _SHORT_NAME.match(reading.prepared.text, part.span.end)
    if not met or not met.group(1)[:2].isupper():
        return part
    aliases[met.group(1)] = part.value
    return Part(part.kind, Span(part.span.start, met.end()), part.value, part.inner)
