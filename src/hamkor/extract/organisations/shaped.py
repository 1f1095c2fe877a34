"""What a found body is called in full, and whose it is: with its namesake, without its legal form, with its country."""

from __future__ import annotations

from dataclasses import replace

from hamkor.extract.organisations.institutions import with_namesake
from hamkor.extract.organisations.ruled import nominative
from hamkor.extract.organisations.words import OrganisationWords
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import WORD
from hamkor.text.fold import fold

_BEARING = frozenset({"university", "facility"})  # bodies that bear names of people
_BESIDE = 2  # characters from a country to the company that is of it


def with_owner(reading: Reading, sentence: ReadSentence, body: Part) -> Part:
    """A company of the country that stands right before it («Туркиянинг «…» компанияси»), where verbs stand last."""
    if body.value.area or body.value.sort != "company" or not reading.language.get("language", "final_verb"):
        return body
    near = [p for p in sentence.of("area", "adjective") if 0 < body.span.start - p.span.end <= _BESIDE]
    elsewhere = tuple(reading.language.get("positions", "in_area.elsewhere"))
    own = [p for p in near if not reading.folded.endswith(elsewhere, p.span.start, p.span.end)]
    codes = {code for p in own for code in p.value.codes if "-" not in code}
    return replace(body, value=replace(body.value, area=codes.pop())) if len(codes) == 1 else body


def is_generic(reading: Reading, body: Part, words: OrganisationWords) -> bool:
    """Whether all the words only tell what kind of body it is («Кенгаш», «вилоят маркази»)."""
    told = reading.folded[body.span.start : body.span.end]
    return any((met.start, met.end) == (0, len(told)) for met in words.generic.find(told))


def is_place(reading: Reading, sentence: ReadSentence, body: Part) -> bool:
    """Whether a name is only that of a state («Российская Федерация»), or of two states that a mark joins.

    One place in quotation marks may be a theatre's or a club's.
    """
    told = reading.folded[body.span.start : body.span.end]
    states = [p for p in sentence.of("area") if not any("-" in code for code in p.value.codes)]
    at = [p.span for p in states if body.span.covers(p.span)]
    words = [m.span() for m in WORD.finditer(told)]
    whole = len(words) == len(WORD.findall(fold(body.value.name)))  # not the end of “the ministries of X and Y”
    placed = at and whole and all(any(s.start <= body.span.start + w[0] < s.end for s in at) for w in words)
    return bool(placed) and (len(at) > 1 or told[:1].isalnum())


def name_in_full(reading: Reading, body: Part) -> Part:
    """A university, a theatre, a library with whom it is named after."""
    if body.value.sort not in _BEARING:
        return body
    span = with_namesake(reading, body.span)
    if span == body.span:
        return body
    head = span.start == body.span.start  # the namesake keeps its case after the name
    after = reading.prepared.text[body.span.end : span.end]
    name = body.value.name + after if head else nominative(reading, span)
    return replace(body, span=span, value=replace(body.value, name=name, name_span=span))


def without_form(body: Part, words: OrganisationWords) -> Part | None:
    """A company without the legal form in its name («ТОО Silk Cargo»); None where there is nothing else («MChJ»)."""
    if body.value.sort != "company":
        return body
    told = body.value.name.split()
    kept = [word for word in told if fold(word).strip(".,") not in words.forms]
    if len(kept) == len(told):
        return body if told else None
    return replace(body, value=replace(body.value, name=" ".join(kept))) if kept else None
