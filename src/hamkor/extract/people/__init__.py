"""Finds people: their names, wherever they stand, and the office each holds."""

from __future__ import annotations

import re

from hamkor.extract.evidence import get_words
from hamkor.extract.parts import PersonMention
from hamkor.extract.people.identities import Identity, find_identities
from hamkor.extract.people.mentions import Mention, find_mentions
from hamkor.extract.people.names import load_names
from hamkor.extract.people.offices import OfficeReader
from hamkor.extract.people.ranks import above_rank
from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.model import Person, Span
from hamkor.text.sounds import APOSTROPHES

_GLUED = re.compile(rf"\w{{1,2}}[{APOSTROPHES}]?\.[\w{APOSTROPHES}]{{3,}}")


def find_people(reading: Reading) -> list[list[Part]]:
    """For each sentence of the reading, its people as parts (PersonMention), in the order of the text.

    All mentions of a person have one name, the fullest the document has, in the nominative. A part takes in the office
    and its area where they stand with the name («посол Узбекистана Шухрат Набиев»); `name_span` is the name alone.
    """
    found: list[list[Part]] = [[] for _ in reading.sentences]
    told = find_mentions(reading)
    mentions = [above_rank(reading, m, [n.part for n in told if n.number == m.number]) for m in told]
    if not mentions:
        return found
    offices = OfficeReader(reading, mentions)
    for person in find_identities(load_names(reading.language), mentions):
        office = offices.get_office(person.name, person.mentions)
        name = _as_written(reading, person)
        for mention in person.mentions:
            value = PersonMention(name, office.position, office.area, office.organisation, mention.part.span)
            found[mention.number].append(Part("person", mention.span, value))
    return [sorted(parts, key=lambda p: p.span) for parts in found]


def _as_written(reading: Reading, person: Identity) -> str:
    """Initials stand with the surname where the fullest mention has them so: «Ж.Ороков», «Sh.Aliyev»."""
    if "." not in person.name:
        return person.name
    fullest = max(person.mentions, key=lambda mention: len(mention.words))
    glued = _GLUED.fullmatch(get_words(reading, fullest.part.span).exact)
    return person.name.replace(". ", ".") if glued else person.name


def list_people(reading: Reading) -> list[Person]:
    """Each person once, with the first full mention of the name as evidence; `also` names the other tellings of it."""
    best: dict[str, tuple[Part, int]] = {}
    for number, sentence in enumerate(reading.sentences):
        for part in sentence.of("person"):
            name = part.value.name
            if name not in best or _length(part.value.name_span) > _length(best[name][0].value.name_span):
                best[name] = (part, number)
    return [_statement(reading, part, number) for part, number in best.values()]


def _length(span: Span) -> int:
    return span.end - span.start


def _statement(reading: Reading, part: Part, number: int) -> Person:
    value: PersonMention = part.value
    evidence = get_words(reading, value.name_span, reading.sentences[number].sentence)
    return Person(value.name, value.position, value.area, value.organisation, evidence, rule="person")


__all__ = ["Mention", "find_people", "list_people"]
