"""What may be found between two names of organisations; each docstring says what the finding means."""

from __future__ import annotations

from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.judgement import Finding
from hamkor.resolve.organisations import Body, match_proper

_MANY, _MOST = 4, 0.8  # concepts that two names share, of all that they have


def find_same_known(left: Body, right: Body) -> Finding | None:
    """Both are names, translations or acronyms of one organisation of the table of aliases."""
    a, b = find_known(left, get_table()), find_known(right, get_table())
    if a is None or b is None or a.name != b.name:
        return None
    return Finding(1.0 if a.whole and b.whole else 0.9, f"both are {a.name}")


def find_other_known(left: Body, right: Body) -> Finding | None:
    """The table of aliases knows both, as different organisations."""
    a, b = find_known(left, get_table()), find_known(right, get_table())
    return Finding(1.0, f"{a.name} is not {b.name}") if a and b and a.name != b.name else None


def find_same_meaning(left: Body, right: Body) -> Finding | None:
    """All words mean the same, and what is a name proper is spelled alike."""
    proper = match_proper(left.proper, right.proper)
    if proper is False or (proper is None and (left.proper or right.proper)) or left.acronyms != right.acronyms:
        return None
    if left.concepts != right.concepts or not (left.concepts or proper or left.acronyms):
        return None
    words = [*sorted(left.concepts), *left.proper, *left.acronyms]
    return Finding(1.0, "same meaning: " + ", ".join(words))


def find_nearly_same_meaning(left: Body, right: Body) -> Finding | None:
    """Nearly all of many words mean the same: a long name in other words or not told in full."""
    shared, all_ = left.concepts & right.concepts, left.concepts | right.concepts
    proper = match_proper(left.proper, right.proper)
    if left.concepts == right.concepts or len(shared) < _MANY or len(shared) < _MOST * len(all_) or proper is False:
        return None
    return Finding(len(shared) / len(all_), "nearly the same meaning, but for: " + ", ".join(sorted(all_ - shared)))


def find_same_proper_name(left: Body, right: Body) -> Finding | None:
    """The names proper are one, while one side tells nothing of what sort of body it is."""
    if match_proper(left.proper, right.proper) and left.concepts != right.concepts:
        return Finding(1.0 if not left.concepts or not right.concepts else 0.5, f"same name: {' '.join(left.proper)}")
    return None


def find_acronym(left: Body, right: Body) -> Finding | None:
    """One is the first letters of the other's words."""
    for short, full in ((left, right), (right, left)):
        alone = len(short.acronyms) == 1 and not short.concepts and not short.proper and not full.acronyms
        if alone and len(full.initials) > 2 and short.acronyms[0] == full.initials:
            return Finding(1.0, f"{short.acronyms[0].upper()} are the first letters of the other")
    return None


def find_part_of_meaning(left: Body, right: Body) -> Finding | None:
    """One means all that the other means, and more."""
    if left.concepts == right.concepts or not (left.concepts and right.concepts) or left.proper or right.proper:
        return None
    if min(len(left.concepts), len(right.concepts)) > 1 and (
        left.concepts < right.concepts or right.concepts < left.concepts
    ):
        return Finding(1.0, "one name tells more: " + ", ".join(sorted(left.concepts ^ right.concepts)))
    return None


def find_other_owner(left: Body, right: Body) -> Finding | None:
    """They are of different countries, regions or cities; of an embassy, whose it is and where."""
    a, b = _list_owners(left), _list_owners(right)
    if not a or not b or (a == b if left.is_ordered else set(a) == set(b)):
        return None
    return Finding(1.0, f"{' '.join(a)} is not {' '.join(b)}")


def find_untold_owner(left: Body, right: Body) -> Finding | None:
    """Only one tells whose it is, and it has no name proper: other countries may have the like."""
    if bool(_list_owners(left)) == bool(_list_owners(right)) or left.proper or left.acronyms:
        return None
    return None if find_same_known(left, right) else Finding(1.0, "only one tells its country or region")


def _list_owners(body: Body) -> list[str]:
    """The areas that it is of, as codes; a city that has its region's code tells its sort and number too."""
    if not body.areas:
        return [body.assumed] if body.assumed else []
    return [
        place.code
        if place.sort == "country"
        else f"{place.sort} {place.code}" + ("" if not place.town else f"/{place.town}")
        for place in body.areas
    ]
