"""The table of organisations known by several names: full names in all languages, translations and acronyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hamkor.resolve.organisations import Body, get_stem, parse_organisation
from hamkor.resolve.tables import load_rows
from hamkor.settings import get_aliases_file
from hamkor.text.sounds import get_sounds
from hamkor.text.tables import read_table

_Key = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]
_chosen: list[Path] = []


class Known(NamedTuple):
    """An organisation of the table, and how it was found: by its whole name, or by the proper part of it."""

    name: str
    whole: bool


@lru_cache(maxsize=20_000)
def find_known(body: Body, own: Path | None = None) -> Known | None:
    """The organisation of the table that a name means; of `own` before ours. None where the table has none.

    >>> find_known(parse_organisation("Еуропа қайта құру және даму банкі")).name
    'European Bank for Reconstruction and Development'
    """
    table = _load(own)
    for number, key in enumerate(_keys(body)):
        if key in table:
            return Known(table[key], number == 0)
    return None


def use_table(own: Path | None) -> None:
    """Ask this table before ours from now on; None: the one that HAMKOR_ALIASES names.

    own  TSV with the columns of ours (name, area, names, source)

    Raises HamkorError for a bad row, OSError for a file that cannot be read.
    """
    _chosen[:] = [own] if own else []
    _load(get_table())


def get_table() -> Path | None:
    """The user's own table that is in use, or None."""
    return _chosen[0] if _chosen else get_aliases_file()


def _whole(body: Body) -> _Key:
    words = [*body.proper, *_list_others(body)]
    proper = frozenset(get_sounds(get_stem(word)) for word in words)
    return body.concepts, frozenset(place.code for place in body.areas), proper, frozenset(body.acronyms)


def _keys(body: Body) -> Iterator[_Key]:
    """The whole name; then, where it tells no region, without its country, its proper part and its acronym alone.

    Of a brand those alone only where no other word tells of another one («Kaspi Bank» is Kaspi, «Каспи Логистик» not).
    """
    whole = concepts, areas, proper, acronyms = _whole(body)
    others, nothing = bool(_list_others(body)), frozenset[str]()
    yield whole
    if body.assumed:
        yield concepts, frozenset([body.assumed]), proper, acronyms
    if any(place.sort != "country" for place in body.areas) or (proper and acronyms and areas):
        return
    if proper:
        yield concepts, nothing, proper, acronyms
    if proper and not others:
        yield nothing, nothing, proper, nothing
    if acronyms and not others and not (body.is_brand and proper):
        yield nothing, areas, nothing, acronyms
        yield nothing, nothing, nothing, acronyms


def _list_others(body: Body) -> list[str]:
    """The words of a brand, beside its name proper and places, that tell it from others."""
    told = (word for word in body.list_telling() if not word.places and word.text not in body.proper)
    return [word.text for word in told] if body.is_brand else []


@lru_cache(maxsize=8)
def _load(own: Path | None) -> dict[_Key, str]:
    found: dict[_Key, str] = {}
    for row in [*(read_table(own) if own else ()), *load_rows("organisations")]:
        for name in _names(row):
            found.setdefault(_whole(parse_organisation(name)), row["name"])
    return found


def _names(row: dict[str, str]) -> Iterable[str]:
    return (name.strip() for name in (row["name"], *row["names"].split("|")) if name.strip())
