"""What may be found between two tellings of people; each docstring says what the finding means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hamkor.resolve.judgement import NEGATIVE, POSITIVE, Finding
from hamkor.resolve.keys import get_skeleton
from hamkor.resolve.naming import compare_organisations, compare_persons
from hamkor.resolve.persons import parse_person

_FULL, _MANY = 2, 5  # words of a full name; consonants that tell a name in spite of other vowels
_ALIKE = 0.6
_YEAR = 4  # quarters
_SHORTLY, _LATER = 1.0, 0.4  # how much it tells that an office was held within one year, within two
_OF_NO_STATE = frozenset({"business", "expert", "head_of_organisation", "deputy_head"})


@dataclass(frozen=True, slots=True)
class Told:
    """What counts of one telling of a person.

    name          in small letters, as written
    position      code of the office; None where none is told
    area          ISO 3166 code of whom the office is of
    organisation  the body that it is held in
    around        where no area is told: the areas that the paragraph names
    quarter       of publication, counted from year 0
    """

    name: str
    position: str | None
    area: str | None
    organisation: str | None
    around: tuple[str, ...]
    quarter: int | None


def find_name(left: Told, right: Told) -> Finding | None:
    """The names may be one person's, as far as names can tell: so may two that differ in vowels alone."""
    judged = compare_persons(left.name, right.name)
    if judged.judgement != NEGATIVE:
        return Finding(judged.score, "; ".join(judged.reasons))
    alike = _is_alike(left.name, right.name)
    return Finding(_ALIKE, f"the same consonants: {left.name}, {right.name}") if alike else None


def find_other_name(left: Told, right: Told) -> Finding | None:
    """The names are of two people: another given name, another surname, another father."""
    judged = compare_persons(left.name, right.name)
    other = judged.judgement == NEGATIVE and not _is_alike(left.name, right.name)
    return Finding(1.0, "; ".join(judged.reasons)) if other else None


def find_bare_names(left: Told, right: Told) -> Finding | None:
    """Both tell the surname alone, which many people bear."""
    return Finding(1.0, "only the surname is told") if _is_bare(left) and _is_bare(right) else None


def find_same_position(left: Told, right: Told) -> Finding | None:
    """Both hold the same kind of office."""
    if left.position and left.position == right.position:
        return Finding(1.0, f"both are {left.position}")
    return None


def find_same_owner(left: Told, right: Told) -> Finding | None:
    """The office is of the same country, region or body, or of one that the paragraph names."""
    if left.area and left.area == right.area:
        return Finding(1.0, f"both of {left.area}")
    if _is_same_body(left, right):
        return Finding(1.0, f"both of {left.organisation}")
    named = _find_around(left, right)
    return Finding(0.8, f"{named} is named beside the other") if named else None


def find_holder(left: Told, right: Told) -> Finding | None:
    """A surname alone, with the office that a person of that surname held within a year, or two: who then held it."""
    if not (_is_bare(left) or _is_bare(right)) or not find_same_position(left, right):
        return None
    owner, apart = find_same_owner(left, right), _count_quarters(left, right)
    if owner is None or apart is None or apart > 2 * _YEAR:
        return None
    strength = _SHORTLY if apart <= _YEAR else _LATER
    return Finding(strength * owner.strength, f"held that office within {3 * max(1, apart)} months")


def find_other_office(left: Told, right: Told) -> Finding | None:
    """A surname alone, and another office or another place: others bear the name, too."""
    if not (_is_bare(left) or _is_bare(right)):
        return None
    if find_same_position(left, right) and find_same_owner(left, right):
        return None
    return Finding(1.0, f"{_tell(left)} is not {_tell(right)}")


def find_other_state(left: Told, right: Told) -> Finding | None:
    """They act for two states: less telling of the same kind of office, whose state may have been read wrongly."""
    if not left.area or not right.area or _country(left.area) == _country(right.area):
        return None
    if {left.position, right.position} & (_OF_NO_STATE | {None}):
        return Finding(0.3, f"{left.area} is not {right.area}")
    strength = 0.5 if left.position == right.position else 1.0
    return Finding(strength, f"{_tell(left)} is not {_tell(right)}")


@lru_cache(maxsize=100_000)
def _is_alike(left: str, right: str) -> bool:
    """Whether full names differ in vowels alone, so that one name in two spellings is likely."""
    one, other = (parse_person(name)[0] for name in (left, right))
    if (one.patronymic and other.patronymic) or len(one.words) < _FULL or len(one.words) != len(other.words):
        return False
    consonants, others = (sorted(get_skeleton(word.text) for word in name.words) for name in (one, other))
    women = [sorted(word.woman for word in name.words) for name in (one, other)]
    return consonants == others and sum(map(len, consonants)) >= _MANY and women[0] == women[1]


def _is_bare(told: Told) -> bool:
    return len(parse_person(told.name)[0].words) == 1


def _is_same_body(left: Told, right: Told) -> bool:
    if not left.organisation or not right.organisation:
        return False
    return compare_organisations(left.organisation, right.organisation).judgement == POSITIVE


def _find_around(left: Told, right: Told) -> str | None:
    """The area that one tells and that the other's paragraph names."""
    for one, other in ((left, right), (right, left)):
        if one.area and not other.area and one.area in other.around:
            return one.area
    return None


def _count_quarters(left: Told, right: Told) -> int | None:
    return None if left.quarter is None or right.quarter is None else abs(left.quarter - right.quarter)


def _country(code: str) -> str:
    return code.partition("-")[0]


def _tell(told: Told) -> str:
    return " ".join(filter(None, (told.position, told.area, told.organisation))) or "no office"
