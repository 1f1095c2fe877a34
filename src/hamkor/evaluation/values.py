"""What the values of a language's folder may be, by `languages/values.toml`: codes and kinds that are known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from hamkor.codes import find_area, get_codes
from hamkor.codes.tables import read_rows
from hamkor.extract.times.readings import READINGS
from hamkor.grammar.keys import COLUMNS
from hamkor.grammar.language import LANGUAGES, Language

_LIST = re.compile("<([a-z]+)>")
_ONCE = "<once>"
_NEEDS = ".needs"
_MOST = 12  # words that an error tells of those that may stand there


class Slip(NamedTuple):
    """A value that may not stand where it stands: the key within its file, the value, and what may."""

    key: str
    found: str
    expected: str


class _Value(NamedTuple):
    place: str
    value: Any


def find_slips(folder: Path, file: str, *, columns: bool = False) -> Iterator[Slip]:
    """The values of one file (`columns`: of tab-separated values) that are none of those that its keys may have.

    >>> list(find_slips(LANGUAGES / "ru", "units"))
    []
    """
    language = Language(folder.name, folder)
    for key, told in _load_values().get(file, {}).items():
        if key.startswith(f"{COLUMNS}.") is not columns:
            continue
        values = list(_list_values(language, file, key))
        if key.endswith(_NEEDS):
            yield from _find_missing(values, told.split())
        else:
            yield from _find_twice(values) if told == _ONCE else _find_unknown(folder, values, told)


def _load_values() -> dict[str, dict[str, str]]:
    return tomllib.loads((LANGUAGES / "values.toml").read_text("utf-8"))


def _list_values(language: Language, file: str, key: str) -> Iterator[_Value]:
    table, _, column = key.partition(".")
    if table == COLUMNS:
        rows = enumerate(language.get_rows(file), 1)
        yield from (_Value(f"row {number}: {column}", row[column]) for number, row in rows if row[column])
    else:
        yield from _walk(language.get_table(file), key.split("."), "")


def _walk(value: Any, steps: Sequence[str], place: str) -> Iterator[_Value]:
    """What a dotted key leads to: each of a list, a field of each record, the keys of a map or what stands there."""
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            name = item.get("name", number) if isinstance(item, dict) else ""
            yield from _walk(item, steps, f"{place} {name}".rstrip())
    elif not steps:
        yield _Value(place, value)
    elif isinstance(value, dict):
        step, further = steps[0], steps[1:]
        if step == "needs":
            yield _Value(place, value)
        elif step == "keys":
            yield from (_Value(f"{place}: {key}", key) for key in value)
        elif step == "values":
            for key, item in value.items():
                yield from _walk(item, further, f"{place}: {key}")
        elif step in value:
            yield from _walk(value[step], further, f"{place}: {step}" if place else step)


def _find_missing(values: Iterable[_Value], needed: Sequence[str]) -> Iterator[Slip]:
    for place, value in values:
        yield from (
            Slip(f"{place}: {word}", "nothing", "a value for this field") for word in needed if word not in value
        )


def _find_twice(values: Iterable[_Value]) -> Iterator[Slip]:
    first: dict[str, str] = {}
    for place, word in values:
        if first.setdefault(word, place) != place:
            yield Slip(place, repr(word), f"each word under one key: it stands at {first[word]}, too")


def _find_unknown(folder: Path, values: Iterable[_Value], told: str) -> Iterator[Slip]:
    words = frozenset(_LIST.sub("", told).split())
    lists = _LIST.findall(told)
    for place, value in values:
        text = str(value)
        if text and text not in words and not any(_is_of(name, text, folder) for name in lists):
            yield Slip(place, repr(value), _tell(words, lists, folder))


def _is_of(name: str, text: str, folder: Path) -> bool:
    if name == "folder":
        return text == folder.name
    return text in _CODES[name]() if name in _CODES else _KINDS[name](text)


def _tell(words: frozenset[str], lists: Sequence[str], folder: Path) -> str:
    """What may stand there: the words, or the list where it is short enough to be read."""
    known = sorted(words.union(*(_CODES[name]() for name in lists if name in _CODES)))
    if "folder" in lists:
        return folder.name
    if known and len(known) <= _MOST:
        return f"one of {', '.join(known)}"
    return _NAMED[lists[0]] if lists[0] in _NAMED else f"one of {', '.join(known)}"


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_fraction(text: str) -> bool:
    above, _, below = text.partition("/")
    return _is_number(above) and (not below or (below.isdigit() and int(below) > 0))


def _is_month(text: str) -> bool:
    return text.isdigit() and 1 <= int(text) <= 12


def _is_span(text: str) -> bool:
    first, _, last = text.partition("/")
    return _is_month(first) and _is_month(last)


_CODES: dict[str, Callable[[], Iterable[str]]] = {
    "position": lambda: get_codes("positions"),
    "indicator": lambda: get_codes("indicators"),
    "sector": lambda: get_codes("sectors"),
    "stage": lambda: get_codes("stages"),
    "event": lambda: {row["type"] for row in read_rows("plover")},
    "script": lambda: {row["script"] for row in read_rows("languages")},
    "currency": lambda: get_codes("currencies"),
    "unit": lambda: (*get_codes("units"), *get_codes("currencies")),
    "reading": lambda: READINGS,
}
_KINDS: dict[str, Callable[[str], bool]] = {
    "area": lambda text: find_area(text) is not None,
    "number": _is_number,
    "fraction": _is_fraction,
    "month": _is_month,
    "span": _is_span,
}
_NAMED = {
    "area": "a code of ISO 3166",
    "currency": "a code of ISO 4217",
    "unit": "a unit of codes/units.tsv, or a code of ISO 4217",
    "number": "a number",
    "fraction": "a number or a fraction, as 3/4",
    "month": "a month, from 1 to 12",
    "span": "two months, as 06/08",
}
