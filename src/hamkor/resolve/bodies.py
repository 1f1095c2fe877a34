"""Who is who among organisations, named in many documents: in other languages, in full, in short, by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hamkor.model import Organisation
from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.judgement import Judged, judge, leave_open
from hamkor.resolve.keys import get_skeleton
from hamkor.resolve.kinds import Kind
from hamkor.resolve.organisations import Body, get_stem
from hamkor.resolve.telling import Telling
from hamkor.resolve.told_bodies import (
    Named,
    Organised,
    find_other_known,
    find_other_owner,
    is_ordered,
    list_ranks,
    organise,
)
from hamkor.resolve.told_comparisons import ORGANISATION_TOLD
from hamkor.text.sounds import get_sounds

_MANY = 4  # concepts of a name that is still known where one of them is not told
_SHORTEST = 3  # letters of an acronym that a name is sought by


def take_organisation(told: Telling) -> Named | None:
    """What of a mention counts."""
    organisation = told.statement
    if not isinstance(organisation, Organisation) or not organisation.name.strip():
        return None
    return Named(" ".join(organisation.name.split()), organisation.area)


def sign_organisation(item: Named) -> str:
    """The name as written, and whose it is."""
    return f"{item.name}|{item.area or ''}"


def find_organisation_keys(item: Named) -> frozenset[str]:
    """The organisation of the table; what the words mean and of whom; the name proper; the acronym."""
    return frozenset(_list_keys(organise(item)))


def _list_keys(organised: Organised) -> Iterator[str]:
    body = organised.body
    known = find_known(body, get_table())
    if known:
        yield f"known:{known.name}"
    yield from _list_names(organised)
    yield from (f"short:{letters}" for letters in body.acronyms)
    if not body.acronyms and len(body.initials) >= _SHORTEST:
        yield f"short:{body.initials}"
    concepts = body.concepts - list_ranks()
    if concepts and not body.proper:
        owners = organised.owners[:1] if is_ordered(body) else organised.owners
        yield f"means:{_join(concepts)}@{_join(owners)}"
    if organised.sounds:
        yield f"sounds:{get_skeleton(organised.sounds)}"
    if len(body.concepts) >= _MANY:
        yield from (f"most:{_join(body.concepts - {left})}" for left in sorted(body.concepts))
        yield f"most:{_join(body.concepts)}"


def _list_names(organised: Organised) -> Iterator[str]:
    """The names proper: of the whole, and of what stands in quotation marks, which may be of plain words."""
    for body in (organised.body, organised.title):
        if body and body.proper:
            yield f"name:{_join_sounds(body)}"
    title = organised.title or (organised.body if organised.head is None else None)
    if title and not title.proper:
        codes = (area.code for area in title.areas)
        yield f"title:{_join([*title.concepts, *title.acronyms, *codes])}"


def _join_sounds(body: Body) -> str:
    return get_skeleton("".join(sorted((get_stem(word) for word in body.proper), key=get_sounds)))


def _join(words: Iterable[str]) -> str:
    return "+".join(sorted(words))


def compare_bodies(left: Named, right: Named) -> Judged:
    """Whether two mentions are of one organisation; the same from either side.

    >>> compare_bodies(Named("Минздрав", "UZ"), Named("Ministry of Health", "KZ")).judgement
    'NEGATIVE'
    """
    one, other = sorted((left, right), key=sign_organisation)
    judged = judge(ORGANISATION_TOLD, organise(one), organise(other))
    against = find_other_known(organise(one), organise(other)) or find_other_owner(organise(one), organise(other))
    return judged if against else leave_open(judged)


KIND = Kind("organisation", Named, take_organisation, sign_organisation, find_organisation_keys, compare_bodies)
