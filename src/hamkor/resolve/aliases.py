"""The table of organisations known by several names: full names in all languages, translations and acronyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hamkor.codes import find_area
from hamkor.errors import HamkorError
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

    own  TSV with the columns of ours (name, area, names, source); `check_table` tells whether it is one
    """
    _chosen[:] = [own] if own else []


def check_table() -> None:
    """Raises HamkorError where the table in use cannot be asked: better before documents are read than for each."""
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
    for row in [*(_read_own(own) if own else ()), *load_rows("organisations")]:
        for name in _names(row):
            found.setdefault(_whole(parse_organisation(name)), row["name"])
    return found


def _read_own(own: Path) -> list[dict[str, str]]:
    """The rows of a user's table, which may be wrong in many ways."""
    try:
        rows = read_table(own)
    except OSError as error:
        found = error.strerror or str(error)
        raise HamkorError(str(own), found=found, expected="a file that can be read", do="look at the path") from error
    except UnicodeDecodeError as error:
        raise _describe(str(own), f"bytes that are no UTF-8 at {error.start}", "save the file as UTF-8") from error
    if not rows or not {"name", "names"} <= rows[0].keys():
        columns = ", ".join(rows[0]) if rows else "nothing"
        raise _describe(str(own), columns, "write the columns, with tabs between them, in the first line")
    for row in rows:
        _check_row(own, row)
    return rows


def _check_row(own: Path, row: dict[str, str]) -> None:
    if not row["name"].strip():
        raise _describe(f"{own}: {row['names']}", "no name", "write in the first column what reasons are to print")
    area = row.get("area", "").strip()
    if area and find_area(area) is None:
        raise HamkorError(
            f"{own}: {row['name']}", found=repr(area), expected="an ISO 3166 code, or nothing", do="mend the row"
        )


def _describe(place: str, found: str, do: str) -> HamkorError:
    expected = "a table of names with the columns name, area, names, source"
    return HamkorError(place, found=found, expected=expected, do=do)


def _names(row: dict[str, str]) -> Iterable[str]:
    return (name.strip() for name in (row["name"], *row["names"].split("|")) if name.strip())
