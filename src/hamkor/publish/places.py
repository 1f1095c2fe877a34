"""Areas in words: the name of a code in the user's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hamkor.codes.areas import find_area
from hamkor.messages import get_language


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


@cache
def _load_names(language: str) -> dict[str, str]:
    """The first name of each code: towns share the code of their region, and the row of the code's own sort counts."""
    lines = (files("hamkor") / "languages" / language / "areas.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns = {name: number for number, name in enumerate(rows[0])}
    names: dict[str, str] = {}
    for row in rows[1:]:
        code, name, sort = (row[columns[column]] for column in ("code", "name", "sort"))
        area = find_area(code) if code else None
        if area and area.sort == sort:
            names.setdefault(code, name)
    return names
