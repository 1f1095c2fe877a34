"""The area of an office that no words near it tell, by what sort of area such offices are of."""

from __future__ import annotations

from hamkor.codes.offices import get_sought_areas
from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.clause import find_in_clause, find_side
from hamkor.extract.whose.codes import get_code
from hamkor.extract.whose.country import find_foreign, find_home_of_host, find_host, find_said_country, narrow_to_region
from hamkor.extract.whose.staff import OF_A_STATE, find_in_row, find_of_staff, is_of_no_state, list_local_sorts
from hamkor.extract.whose.surroundings import Surroundings
from hamkor.extract.whose.titles import find_elsewhere, find_of_embassy, find_of_envoy
from hamkor.grammar import Part

_MINISTERS = frozenset({"minister", "deputy_minister"})


def seek(around: Surroundings, position: str, mention: Mention) -> str | None:
    """The area of an office that no words near it tell."""
    sorts = get_sought_areas(position)
    told = find_in_row(around, frozenset(sorts or ()), mention)
    if told:
        return told
    if not sorts:
        return find_of_staff(around, mention)
    if "foreign" in sorts:
        own = find_elsewhere(around, mention, position) or find_of_embassy(around, mention) or find_of_envoy(around)
        return own or find_foreign(around, mention)
    near = find_in_clause(around, mention) or _find_origin(around, mention)
    if "country" in sorts:
        near = near or find_elsewhere(around, mention, position)
        said = near or find_said_country(around, mention) or find_host(around, mention)
        country = said or find_home_of_host(around, mention) or around.topic.country
        return country if near or position not in _MINISTERS else narrow_to_region(around, country, mention)
    within = near if near and "-" not in near else None
    part = around.last(sorts, mention, within) or around.last(sorts, mention)
    region = near if near and "-" in near else None
    return (
        region or (None if within else find_elsewhere(around, mention, position)) or (get_code(part) if part else None)
    )


def _find_origin(around: Surroundings, mention: Mention) -> str | None:
    """The area right before an office whose own ending says that one is from there («Андижан облысынан әкім …»)."""
    folded, start = around.reading.folded, mention.span.start
    ends = tuple(around.reading.language.get("observations", "role_endings").get("from", ()))
    beside = [p for p in around.areas if p.span.end <= start and not folded[p.span.end : start].strip()]
    told = [p for p in beside if len(p.value.codes) == 1 and folded[p.span.start : p.span.end].endswith(ends)]
    return get_code(told[-1]) if told else None


def seek_for_body(around: Surroundings, organisation: Part, mention: Mention) -> str | None:
    """The country, or region, of those who work for a public body that is named without it."""
    if organisation.value.sort not in OF_A_STATE or is_of_no_state(around, organisation):
        return None
    local = list_local_sorts(around, organisation)
    if local:
        part = around.last(local, mention)
        return get_code(part) if part else None
    said = _find_parent(around, organisation) or find_side(around, mention) or find_said_country(around, mention)
    return narrow_to_region(around, said or around.topic.country, mention)


def _find_parent(around: Surroundings, organisation: Part) -> str | None:
    """The area of the body whose part it is, told right after it anywhere («Комитета авиации Минтранса РК»)."""
    own = [p.span.end for p in around.organisations if p.value.name == organisation.value.name]
    return next((p.value.area for p in around.organisations if p.value.area and p.span.start - 1 in own), None)
