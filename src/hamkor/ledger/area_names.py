"""Names of areas across languages: who asks for one in one language finds it in the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from hamkor.codes.areas import find_area
from hamkor.grammar import Language, load_language
from hamkor.grammar.language import list_folders
from hamkor.grammar.stems import get_stemmer

_SORTS = ("country", "region", "city")
_ONE_WORD = re.compile(r"[^\s{(\[~]{3,}")  # shorter names are words of other meanings («US», «РУ»)


def find_names(stems: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """All names, by language, of the areas that these stems, by language, name; towns are left out."""
    names = _load_names()
    codes = {
        code
        for language, own in stems.items()
        for code, named in names.get(language, {}).items()
        if named.intersection(own)
    }
    return {
        language: frozenset().union(*(by.get(code, frozenset()) for code in codes)) for language, by in names.items()
    }


@lru_cache(maxsize=1)
def _load_names() -> dict[str, dict[str, frozenset[str]]]:
    return {folder.name: _read_names(load_language(folder.name)) for folder in list_folders()}


def _read_names(language: Language) -> dict[str, frozenset[str]]:
    """The names of one word that a language has for each code, in all their forms; a town has no code of its own."""
    found: dict[str, set[str]] = defaultdict(set)
    write = get_stemmer(language).write
    for row in language.get_rows("areas"):
        area = find_area(row["code"]) if row["code"] else None
        if area and row["sort"] == area.sort in _SORTS:
            names = (row["name"], *_list_forms(row["nouns"] or "", language))
            found[area.code].update(map(write, filter(_ONE_WORD.fullmatch, names)))
    return {code: frozenset(named) for code, named in found.items()}


def _list_forms(nouns: str, language: Language) -> Iterator[str]:
    """The names in a list of nouns (`stem~class`); in all forms where the stemmer takes off no such endings."""
    whole = get_stemmer(language).takes_endings
    for noun in map(str.strip, nouns.split("|")):
        stem, _, kind = noun.partition("~")
        if " " not in noun:
            forms = ("",) if whole or kind not in language.endings else language.endings.get_forms(kind)
            yield from (stem + form for form in forms)
