"""Names of places taken apart: the sort that their words tell, the name itself, the area by ISO 3166 that it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hamkor.resolve.atlas import Place, find_places
from hamkor.resolve.sorts import find_sort
from hamkor.resolve.tables import load_rows
from hamkor.text.sounds import FAR, fold_word, get_sounds, measure_words

_WORD = re.compile(r"[^\W_]+(?:['‘’ʻʼ`´-]+[^\W_]+)*['‘’ʻʼ`´]?")
_NONE = "none"  # of words that tell nothing
_SHORTEST = 4  # letters that a name keeps when an ending is taken off


@dataclass(frozen=True, slots=True)
class Site:
    """A name of a place.

    sort   what its words say that it is: region, city, district …; "" where they say nothing
    names  the name without those words, as it stands and without endings
    areas  the areas that it may mean; empty where the lists know none
    roots  the areas of that name, of whatever sort: a district has its town's name
    """

    sort: str
    names: tuple[str, ...]
    areas: frozenset[Place]
    roots: frozenset[Place]


@lru_cache(maxsize=20_000)
def parse_place(name: str) -> Site:
    """A name of a place in any of the languages.

    >>> parse_place("Toshkent viloyati").areas == parse_place("Ташкентской области").areas
    True
    """
    words = _WORD.findall(name)
    kinds = [find_sort(fold_word(word)) for word in words]
    own = " ".join(word for word, kind in zip(words, kinds, strict=True) if not kind)
    sort = next((kind for kind in kinds if kind not in ("", _NONE)), "")
    return Site(sort, list_names(own or name), _choose(sort, " ".join(words), own), _find_roots(own))


def _choose(sort: str, whole: str, own: str) -> frozenset[Place]:
    """The areas of the sort that is told; of a bare name those that it is the noun of, else the adjective."""
    nouns, adjectives = find_places(own)
    named = find_places(whole)[0]
    if not sort or named:
        return named or nouns or frozenset(p for p in adjectives if p.sort != "city")
    if sort == "country":  # a republic may lie in another; its adjective alone is rather a neighbouring region's
        return frozenset(p for p in nouns if p.sort != "city") | frozenset(p for p in adjectives if p.sort == sort)
    return frozenset(p for p in nouns | adjectives if p.sort == sort)


def _find_roots(own: str) -> frozenset[Place]:
    nouns, adjectives = find_places(own)
    return nouns | adjectives


def measure_places(left: Site, right: Site) -> float:
    """How far the names lie apart, with or without their endings."""
    return min((measure_words(a, b) for a in left.names for b in right.names), default=FAR)


def get_length(site: Site) -> int:
    """The number of sounds of the name as it stands."""
    return len(get_sounds(site.names[0])) if site.names else 0


def list_names(name: str) -> tuple[str, ...]:
    """A name in small letters and one word: as it stands, then without each ending that it may bear."""
    bare = fold_word(name).replace(" ", "").replace("-", "")
    return tuple(dict.fromkeys([bare, *_without_ends(bare)]))


def _without_ends(bare: str) -> Iterable[str]:
    for row in load_rows("place_ends"):
        if bare.endswith(row["ending"]) and len(bare) - len(row["ending"]) >= _SHORTEST:
            yield bare[: -len(row["ending"])] + row["name"].replace("-", "")
