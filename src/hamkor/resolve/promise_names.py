"""Words of names of a text, as they are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.atlas import Met, find_at
from hamkor.resolve.meanings import find_meaning, fold_letters
from hamkor.resolve.organisations import list_told, parse_organisation
from hamkor.resolve.tables import load_toml
from hamkor.text.sounds import get_sounds

TOWNS = frozenset({"city", "town", "district"})
_LONGEST_CASE = 4  # letters that a case adds to a surname


def choose_area(met: Sequence[Met]) -> Met | None:
    """The area of most words; a noun before an adjective, a town before its region."""
    return min(met, key=lambda m: (-m.words, m.adjective, m.place.sort not in TOWNS, m.place), default=None)


def name_word(word: str, language: str) -> str:
    """A word of a name: the code of an area, a meaning, else its sounds."""
    met = choose_area(find_at((word,)))
    if met and met.words == 1:
        return met.place.code
    meaning = find_meaning([fold_letters(word)], 0, language)
    return meaning.concepts[0] if meaning and meaning.mark != "none" else get_sounds(word)


@lru_cache(maxsize=4096)
def is_surname(word: str) -> bool:
    """Whether a word ends as surnames do, perhaps in a case."""
    return bool(_surnames().search(word.lower()))


@lru_cache(maxsize=1)
def _surnames() -> re.Pattern[str]:
    ends = "|".join(load_toml("persons")["sure_surname"])
    return re.compile(rf"\w\w(?:{ends})\w{{0,{_LONGEST_CASE}}}$")


@lru_cache(maxsize=4096)
def find_lender(name: str) -> str:
    """The bank or fund that a name means, as the table of organisations calls it, else as it stands; empty of others.

    >>> find_lender("ЕБРР") == find_lender("Yevropa tiklanish va taraqqiyot banki") != find_lender("Osiyo banki")
    True
    """
    known = find_known(parse_organisation(name), get_table())
    called = known.name if known else name
    return called if parse_organisation(called).concepts & list_told("lenders") else ""
