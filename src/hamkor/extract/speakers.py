"""Who speaks in a quotation: from the words beside it to a name."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.grammar import Language, Match, Part, Rulebook, get_morphology, load_rules
from hamkor.model import Span


def rulebook(language: Language) -> Rulebook:
    """The rules that tell the speaker, compiled once."""
    book: Rulebook = language.remember("quotations", lambda lang: Rulebook(load_rules(lang, "quotations")))
    return book


def find_speaker(reading: Reading, said: Span, met: Match) -> str | None:
    """The speaker's name in the nominative, or None where the text leaves it open.

    A person or organisation named beside the words; the person who holds the office named there; the agency that the
    text is credited to; the person named last before the words.
    """
    kind = met.rule.gives["speaker"]
    if kind == "unsaid":
        return None
    if kind == "credited":
        return next(iter(reading.prepared.attributed_to), None)
    if kind == "last":
        return _last_person(reading, said)
    return _named(reading, said, met)


def _named(reading: Reading, said: Span, met: Match) -> str | None:
    parts = met.parts("who")
    person = next((p for p in parts if p.kind == "person"), None)
    if person:
        name: str = person.value.name
        return name
    office = next((p for p in parts if p.kind == "position"), None)
    if office and office.span.start == met.span("who").start:
        return _last_person(reading, said, office.value.code) or _last_person(reading, said)
    words = met.span("who").within(reading.prepared.text)
    organisation = parts[0] if len(parts) == 1 and parts[0].kind == "organisation" else None
    if organisation and organisation.span == met.span("who"):
        known: str = organisation.value.name
        return known
    return get_morphology(reading.language).get_nominative(words)


def find_interviewed(reading: Reading, said: Span) -> str | None:
    """Who answers in an interview: the person named first, before the answer."""
    people = (part for sentence in reading.sentences for part in sentence.of("person"))
    first = next(people, None)
    return first.value.name if first and first.span.start < said.start else None


def _last_person(reading: Reading, said: Span, position: str | None = None) -> str | None:
    """The person named last before the words (of this position, where given)."""
    last: Part | None = None
    for sentence in reading.sentences:
        for part in sentence.of("person"):
            if part.span.start < said.start and position in (None, part.value.position):
                last = part
    return last.value.name if last else None
