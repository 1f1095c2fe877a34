"""Judges pairs of names: of all ways to read the two, the one that they have most in common in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from hamkor.resolve.comparisons import ORGANISATION, PERSON, PLACE
from hamkor.resolve.judgement import POSITIVE, Judged, judge
from hamkor.resolve.organisations import parse_organisation
from hamkor.resolve.persons import ENDLESS, Person, fits_initial, parse_person
from hamkor.resolve.places import parse_place


def compare_persons(left: str, right: str) -> Judged:
    """Whether two names are of one person, as far as names can tell; the same from either side.

    >>> compare_persons("Касым-Жомарта Токаева", "Qasym-Jomart Toqaev").judgement
    'POSITIVE'
    >>> compare_persons("Даниал Ахметов", "Серік Ахметов").judgement
    'NEGATIVE'
    """
    return _compare_persons(*sorted((left, right)))


@lru_cache(maxsize=100_000)  # who is told of often meets the same others with each telling
def _compare_persons(left: str, right: str) -> Judged:
    best: Judged | None = None
    for one, other in _readings(parse_person(left), parse_person(right)):
        judged = judge(PERSON, one, other)
        if best is None or judged.score > best.score:
            best = judged
        if best.judgement == POSITIVE:
            break
    return best or Judged(0.0, "NEGATIVE", ("no name to read",))


def _readings(left: tuple[Person, ...], right: tuple[Person, ...]) -> Iterator[tuple[Person, Person]]:
    """Pairs of readings: names as they stand first; others only where the names begin alike."""
    if left and right:
        yield left[0], right[0]
        if _may_meet(left[0], right[0]) or any(person.case == "pinyin" for person in (*left, *right)):
            pairs = list(product(left, right))[1:]
            yield from ((a, b) for a, b in pairs if not a.case == b.case == ENDLESS)


def _may_meet(left: Person, right: Person) -> bool:
    """Whether words enough begin alike that another way to read them might help."""
    shared = sum(any(fits_initial(a.text, b.text) for b in right.words) for a in left.words)
    return shared >= min(2, len(left.words), len(right.words))


def compare_places(left: str, right: str) -> Judged:
    """Whether two names are of one place.

    >>> compare_places("Алматы", "Алматинская область").judgement
    'NEGATIVE'
    """
    return judge(PLACE, *sorted((parse_place(left), parse_place(right)), key=lambda site: site.names))


def compare_organisations(left: str, right: str) -> Judged:
    """Whether two names are of one organisation.

    >>> compare_organisations("ЕБРР", "Yevropa tiklanish va taraqqiyot banki").judgement
    'POSITIVE'
    """
    if right < left:
        left, right = right, left
    return judge(ORGANISATION, parse_organisation(left), parse_organisation(right))


KINDS = {"person": compare_persons, "organisation": compare_organisations, "place": compare_places}


def compare_names(kind: str, left: str, right: str) -> Judged:
    """What `compare_persons`, `compare_organisations` or `compare_places` finds; `kind` is person, organisation, place.

    Raises KeyError for another kind.
    """
    return KINDS[kind](left, right)
