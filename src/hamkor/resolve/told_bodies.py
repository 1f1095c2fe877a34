"""What may be found between two mentions of organisations; each docstring says what the finding means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from hamkor.codes import find_area
from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.atlas import Place
from hamkor.resolve.concepts import list_marked
from hamkor.resolve.judgement import Finding
from hamkor.resolve.organisation_findings import find_acronym as find_acronym_of_names
from hamkor.resolve.organisation_findings import find_nearly_same_meaning, find_same_meaning, find_same_proper_name
from hamkor.resolve.organisations import Body, get_plain_words, match_proper, parse_organisation
from hamkor.resolve.sorts import find_sort
from hamkor.resolve.tables import load_rows, load_toml
from hamkor.resolve.word_findings import find_other_words
from hamkor.text.sounds import fold_word, get_sounds, is_near, measure_sounds

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
_WORD = re.compile(r"\w+")
_LONG = 8  # sounds of names that are compared by them
_FEW = 2  # concepts that are left where ranks are not counted


@dataclass(frozen=True, slots=True)
class Named:
    """What counts of one mention of an organisation.

    name  as written
    area  ISO 3166 code of whose it is, as the document tells; None where it leaves that open
    """

    name: str
    area: str | None


@dataclass(frozen=True, slots=True)
class Organised:
    """A mention taken apart.

    body    its words; where they do not tell whose it is, what the document tells stands in `areas`
    owners  whose it is, in the order of the text: a code, and of local bodies the sort of place
    title   what stands in quotation marks within a longer name
    head    the name without it
    sounds  of all words but legal forms, in one row
    """

    body: Body
    owners: tuple[str, ...]
    title: Body | None
    head: Body | None
    sounds: str


@lru_cache(maxsize=50_000)
def organise(named: Named) -> Organised:
    """Takes a mention apart."""
    body = parse_organisation(named.name)
    if named.area and not body.areas:
        body = replace(body, areas=(_make_place(named.area, _find_level(named.name)),), assumed="")
    quoted = _QUOTED.search(named.name)
    rest = _QUOTED.sub(" ", named.name)
    if not quoted or not _WORD.search(rest):
        return Organised(body, _list_owners(body), None, None, get_name_sounds(named.name))
    title, head = parse_organisation(quoted[1]), parse_organisation(rest)
    return Organised(body, _list_owners(body), title, head, get_name_sounds(named.name))


def get_name_sounds(name: str) -> str:
    """The sounds of a name's words in one row, legal forms left out."""
    words = (fold_word(word) for word in _WORD.findall(name))
    return "".join(get_sounds(word) for word in words if word not in get_plain_words())


def _make_place(code: str, level: str) -> Place:
    area = find_area(code)
    sort = area.sort if area else "country"
    return Place(code, level if level and sort == "region" else sort)


def _find_level(name: str) -> str:
    """The sort of place that a word of the name tells: «viloyat», «городской»."""
    return next((sort for word in _WORD.findall(name) if (sort := find_sort(fold_word(word))) in _LEVELS), "")


_LEVELS = ("region", "city", "district")


def _list_owners(body: Body) -> tuple[str, ...]:
    if not body.areas:
        return (body.assumed,) if body.assumed else ()
    local = bool(body.concepts & frozenset(load_toml("organisation_words")["local"]))
    owners = (f"{a.code} {a.sort}" if local and _is_level_told(a) else a.code for a in body.areas)
    found = tuple(dict.fromkeys(owners))
    return found if is_ordered(body) else tuple(sorted(found))


def _is_level_told(place: Place) -> bool:
    """Whether the code alone leaves open if the region or its town is meant."""
    area = find_area(place.code)
    return area is not None and area.sort != place.sort


def is_ordered(body: Body) -> bool:
    """Whether it is of one state and stands in another: an embassy, a consulate."""
    return bool(body.concepts & frozenset(load_toml("organisation_words")["standing"]))


def find_same_known(left: Organised, right: Organised) -> Finding | None:
    """Both are names, translations or acronyms of one organisation of the table of aliases."""
    a, b = find_known(left.body, get_table()), find_known(right.body, get_table())
    if a is None or b is None or a.name != b.name:
        return None
    return Finding(1.0 if a.whole and b.whole else 0.9, f"both are {a.name}")


def find_other_known(left: Organised, right: Organised) -> Finding | None:
    """The table of aliases knows both, as different organisations."""
    a, b = find_known(left.body, get_table()), find_known(right.body, get_table())
    return Finding(1.0, f"{a.name} is not {b.name}") if a and b and a.name != b.name else None


def find_meaning(left: Organised, right: Organised) -> Finding | None:
    """All words mean the same, or nearly all of many, and what is a name proper is spelled alike."""
    return find_same_meaning(left.body, right.body) or find_nearly_same_meaning(left.body, right.body)


def find_meaning_but_rank(left: Organised, right: Organised) -> Finding | None:
    """They differ in words for rank alone: a state university, an international centre."""
    one, other = left.body.concepts, right.body.concepts
    rest = one - list_ranks()
    if one == other or rest != other - list_ranks() or left.body.acronyms != right.body.acronyms:
        return None
    proper = match_proper(left.body.proper, right.body.proper)
    if proper is False or (proper is None and (left.body.proper or right.body.proper)):
        return None
    local = bool(left.owners) and left.owners == right.owners and "-" in left.owners[0]
    enough = proper or len(rest) >= _FEW or (rest and local)
    return Finding(1.0, f"the same but for {', '.join(sorted(one ^ other))}") if enough else None


def find_title(left: Organised, right: Organised) -> Finding | None:
    """What stands in quotation marks is the same, and what it is, as far as both tell; or one name is that alone."""
    if left.title is None and right.title is None:
        return None
    one, other = left.title or left.body, right.title or right.body
    if not _is_one_title(one, other):
        return None
    heads = [body.concepts for body in (left.head, right.head) if body and body.concepts]
    if len(heads) > 1 and not heads[0] & heads[1]:
        return None
    return Finding(1.0, "the same in quotation marks")


def _is_one_title(left: Body, right: Body) -> bool:
    proper = match_proper(left.proper, right.proper)
    if proper is None:
        untold = not left.proper and not right.proper and left.acronyms == right.acronyms
        told = left.concepts or left.areas or left.acronyms
        return bool(untold and told) and left.concepts == right.concepts and set(left.areas) == set(right.areas)
    return proper and left.concepts == right.concepts


def find_proper_name(left: Organised, right: Organised) -> Finding | None:
    """The names proper are one, while one side tells nothing of what sort of body it is."""
    return find_same_proper_name(left.body, right.body)


def find_sounds(left: Organised, right: Organised) -> Finding | None:
    """The whole names sound alike: one language writes the other's words in its own letters."""
    if min(len(left.sounds), len(right.sounds)) < _LONG or left.sounds == right.sounds == "":
        return None
    distance = measure_sounds(left.sounds, right.sounds)
    return Finding(1.0, "the same words in other letters") if is_near(distance, len(left.sounds)) else None


def find_words(left: Organised, right: Organised) -> Finding | None:
    """A word that tells one body from others stands in one name only; of a name in quotation marks each word does."""
    if find_sounds(left, right):
        return None
    return find_other_words(left.title or left.body, right.title or right.body)


def find_acronym(left: Organised, right: Organised) -> Finding | None:
    """One is the first letters of the other's words."""
    return find_acronym_of_names(left.body, right.body)


def find_other_owner(left: Organised, right: Organised) -> Finding | None:
    """They are of different countries, regions or cities; less telling where both bear one name proper."""
    a, b = left.owners, right.owners
    if not a or not b or _is_one_owner(left, right):
        return None
    strength = 0.35 if _is_proper(left) and _is_proper(right) else 1.0
    return Finding(strength, f"{' '.join(a)} is not {' '.join(b)}")


def find_untold_owner(left: Organised, right: Organised) -> Finding | None:
    """One of them at least leaves open whose it is, and has no name proper: other countries have the like."""
    if (left.owners and right.owners) or _is_proper(left) or _is_proper(right) or find_same_known(left, right):
        return None
    if not left.owners and not right.owners and not (_is_common(left) and _is_common(right)):
        return None
    return Finding(1.0, "whose it is has not been told of both")


def _is_one_owner(left: Organised, right: Organised) -> bool:
    """The same places; of an embassy the same state, and the same host as far as both tell it."""
    a, b = left.owners, right.owners
    if is_ordered(left.body):
        return all(one == other for one, other in zip(a, b, strict=False))
    return a == b


def _is_proper(organised: Organised) -> bool:
    return bool(organised.body.proper or organised.body.acronyms or organised.title)


def _is_common(organised: Organised) -> bool:
    """Whether many states have such a body: a ministry, a department, a government."""
    return bool(organised.body.concepts & _list_common())


def list_ranks() -> frozenset[str]:
    """The concepts that a name may leave out: state, national, international."""
    return list_marked("rank")


@lru_cache(maxsize=1)
def _list_common() -> frozenset[str]:
    told = load_toml("organisation_words")
    states = (c for row in load_rows("concepts") if row["mark"] == "state" for c in row["concept"].split()[:1])
    return frozenset([*told["local"], *told["standing"], *states])
