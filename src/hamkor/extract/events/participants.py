"""Who took part in an event: people, else bodies, else the sides."""

from __future__ import annotations

from hamkor.extract.events.mentions import Mention, list_people
from hamkor.extract.reading import Reading
from hamkor.extract.sides import Sides, list_areas
from hamkor.model import Participant


def find_participants(reading: Reading, mention: Mention, sides: Sides) -> tuple[Participant, ...]:
    """The people of the clause, then (where they are fewer than two) bodies and areas named in the mention itself."""
    sentence = reading.sentences[mention.number]
    people = [_as_participant(p.value) for p in list_people(sentence, mention.clause)]
    if len(people) > 1:
        return _each_once(people)
    bodies = [Participant(p.value.name) for p in sentence.of("organisation") if mention.span.covers(p.span)]
    if people or bodies:
        return _each_once([*people, *bodies])
    told = (p for p in list_areas(sentence) if mention.clause.covers(p.span))
    codes = sides.with_areas(code for p in told for code in p.value.codes)
    return _each_once([Participant(code) for code in codes])


def _as_participant(person: object) -> Participant:
    name, position, area = (getattr(person, field) for field in ("name", "position", "area"))
    return Participant(name, position, area)


def _each_once(people: list[Participant]) -> tuple[Participant, ...]:
    return tuple({p.name: p for p in people}.values())
