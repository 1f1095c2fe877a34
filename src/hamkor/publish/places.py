"""Areas in words: the name of a code in the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hamkor.codes.areas import find_area
from hamkor.messages import LANGUAGES, get_language
from hamkor.text.fold import fold


def tell_area(code: str | None) -> str:
    """The name of an area in the language of messages, else its English one; a code that nobody knows stands as it is.

    >>> from hamkor.messages import set_language
    >>> set_language("en")
    >>> tell_area("UZ-TO"), tell_area("XX-9"), tell_area(None)
    ('Tashkent Region', 'XX-9', '')
    """
    if not code:
        return ""
    area = find_area(code)
    return _load_names(get_language()).get(code) or (area.name if area else code)


def tell_areas(*codes: str | None) -> str:
    """The names of those that there are, joined by dashes."""
    return " – ".join(map(tell_area, filter(None, codes)))


def list_areas() -> list[tuple[str, str]]:
    """Every area that the user's language names, with its name, in the order of codes."""
    return sorted(_load_names(get_language()).items())


def find_named(name: str) -> str | None:
    """The code of the area that bears this name in any of the languages; of a town the code of its region.

    >>> find_named("Ташкент"), find_named("toshkent viloyati"), find_named("Өзбекстан"), find_named("Atlantis")
    ('UZ-TK', 'UZ-TO', 'UZ', None)
    """
    return _load_codes().get(_fold(name))


def _fold(name: str) -> str:
    return " ".join(fold(name).split())


@cache
def _load_codes() -> dict[str, str]:
    """Codes by name in all languages; where two bear one name, the one whose own name it is."""
    rows = [row for language in LANGUAGES for row in _read_rows(language)]
    ranked = sorted(rows, key=lambda row: not row.is_own)
    return {_fold(row.name): row.code for row in reversed(ranked)}


@cache
def _load_names(language: str) -> dict[str, str]:
    """The first name of each code: towns share the code of their region, and the row of the code's own sort counts."""
    names: dict[str, str] = {}
    for row in _read_rows(language):
        if row.is_own:
            names.setdefault(row.code, row.name)
    return names


class _Row(NamedTuple):
    """A name of an area; `is_own`: of the area that the code is of, not of a town in it."""

    code: str
    name: str
    is_own: bool


def _read_rows(language: str) -> Iterator[_Row]:
    lines = (files("hamkor") / "languages" / language / "areas.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns = {name: number for number, name in enumerate(rows[0])}
    for row in rows[1:]:
        code, name, sort = (row[columns[column]] for column in ("code", "name", "sort"))
        area = find_area(code) if code else None
        if area:
            yield _Row(code, name, area.sort == sort)
