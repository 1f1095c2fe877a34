"""Who took part in an event: people, else bodies, else the sides."""

from __future__ import annotations

from hamkor.extract.events.mentions import Mention, list_people
from hamkor.extract.events.places import Place
from hamkor.extract.reading import Reading
from hamkor.extract.sides import Sides, list_areas
from hamkor.model import Participant

_APPOINTMENT = "appointment"


def find_participants(reading: Reading, mention: Mention, sides: Sides, place: Place | None) -> tuple[Participant, ...]:
    """The people of the clause, with the bodies named where they are fewer than two; else areas, without the place."""
    sentence = reading.sentences[mention.number]
    people = [_as_participant(p.value) for p in list_people(sentence, mention.clause)]
    if len(people) > 1:
        return _each_once(people)
    if people and mention.type == _APPOINTMENT:
        return _each_once(people)  # not the body that they head from now on
    bodies = [Participant(p.value.name) for p in sentence.of("organisation") if mention.span.covers(p.span)]
    if people or bodies:
        return _each_once([*people, *bodies])
    told = [c for p in list_areas(sentence) if mention.clause.covers(p.span) for c in p.value.codes]
    codes = sides.with_areas(code for code in told if place is None or code != place.code)
    return _each_once([Participant(code) for code in codes])


def _as_participant(person: object) -> Participant:
    name, position, area = (getattr(person, field) for field in ("name", "position", "area"))
    return Participant(name, position, area)


def _each_once(people: list[Participant]) -> tuple[Participant, ...]:
    return tuple({p.name: p for p in people}.values())
