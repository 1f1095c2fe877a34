"""What other offices of the text tell of one: the same title elsewhere, the one served, the embassy's."""

from __future__ import annotations

from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.codes import get_code
from hamkor.extract.whose.surroundings import ENVOYS, Surroundings
from hamkor.grammar import Part

_ALIKE = 4  # letters that the forms of one title share at least


def get_office_before(around: Surroundings, mention: Mention) -> str:
    """The office named last before this one; that of an organisation's head where there is none."""
    offices = [p for s in around.reading.sentences[: mention.number + 1] for p in s.of("position")]
    return next((str(p.value.code) for p in reversed(offices) if p.span.end < mention.span.start), "")


def find_elsewhere(around: Surroundings, mention: Mention, position: str) -> str | None:
    """The area of the same title where it stands without a name: «Посол Турции прибыл. … Посол Х сказал»."""
    assert mention.office
    if mention.office.value.code != position:  # «глава» of anything
        return None
    title = _title(around, mention.office)
    alike = [
        area
        for sentence in around.reading.sentences
        for office in sentence.of("position")
        if office.value.code == mention.office.value.code
        and _title(around, office) == title
        and office.span not in around.taken
        and (area := _area_beside(around, office))
    ]
    before = [p for p in alike if p.span.end <= mention.span.start]
    part = before[-1] if before else next(iter(alike), None)
    return get_code(part) if part else None


def find_served(around: Surroundings, mention: Mention) -> str | None:
    """The area of the office that an adviser or aide beside it serves: «әкімінің кеңесшісі», «советник акима»."""
    assert mention.office
    inner = [p for p in around.reading.sentences[mention.number].of("position") if p.span not in around.taken]
    beside = [p for p in inner if abs(mention.office.span.start - p.span.end) == 1]
    part = next((area for p in beside if (area := _area_beside(around, p))), None)
    return get_code(part) if part else None


def _title(around: Surroundings, office: Part) -> str:
    return around.reading.folded[office.span.start : office.span.start + _ALIKE]


def _area_beside(around: Surroundings, office: Part) -> Part | None:
    folded = around.reading.folded
    for part in around.areas:
        between = folded[office.span.end : part.span.start] or folded[part.span.end : office.span.start]
        if between == " " and len(part.value.codes) == 1:
            return part
    return None


def find_of_embassy(around: Surroundings, mention: Mention) -> str | None:
    """The country of the embassy or consulate named."""
    return next(
        (p.value.area for p in around.list_nearest(mention) if p.value.sort == "embassy" and p.value.area), None
    )


def find_of_envoy(around: Surroundings) -> str | None:
    """The country of the one envoy whose country is told: his embassy's people are of it, too."""
    envoys = (p for s in around.reading.sentences for p in s.of("position") if p.value.code in ENVOYS)
    told = {get_code(area) for office in envoys if (area := _area_beside(around, office))}
    return told.pop() if len(told) == 1 else None
