"""What the address of a list asks for, as the command line's options would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from hamkor.ledger import Filter
from hamkor.messages import find_codes, get_text
from hamkor.publish.asking import ASKED, make_filter, parse_area, parse_time
from hamkor.publish.bearers import LISTED

_AREAS = ("one", "other")
TELLINGS = "tellings"  # a row for each telling of people and organisations
_TIMES = frozenset({"since", "until", "during"})
ALWAYS = ("since", "until", "document")
# Name in the address → the list of codes it is one of.
CODED = {"indicator": "indicator", "sector": "sector", "stage": "stage", "status": "status", "type": "event"}


def read_asked(kind: str, query: QueryParams) -> dict[str, str]:
    """What is asked of this kind, by name, as it was written; what this kind does not know is left out."""
    names = (*_AREAS, *ASKED[kind], *ALWAYS, "newest_first", *((TELLINGS,) if kind in LISTED else ()))
    return {name: value for name in names if (value := query.get(name, "").strip())}


def find_shown(kind: str, asked: Mapping[str, str]) -> str:
    """The kind of row that a list shows: of people and organisations one each, unless their tellings are asked for."""
    return kind if TELLINGS in asked else LISTED.get(kind, kind)


def read_areas(asked: Mapping[str, str | None]) -> tuple[str, ...]:
    """The codes of the areas that are asked for: two, one or none. Raises UsageError, which names the field."""
    return tuple(parse_area(text, get_text(f"page.list.{name}")) for name in _AREAS if (text := asked.get(name)))


def describe_areas(areas: tuple[str, ...]) -> dict[str, Any]:
    """What a filter asks of these areas."""
    return {"between": areas} if len(areas) > 1 else {"about": areas[0]} if areas else {}


def read_filter(asked: Mapping[str, str]) -> Filter:
    """The filter that it means. Raises UsageError where an area, a day or a period cannot be read."""
    given: dict[str, Any] = {name: value for name, value in asked.items() if name not in (*_AREAS, TELLINGS)}
    given |= describe_areas(read_areas(asked))
    for name in _TIMES & given.keys():
        parse_time(given[name], get_text(f"page.list.{name}"))
    given["newest_first"] = bool(given.get("newest_first"))
    return make_filter(given)


def find_choices(kind: str) -> dict[str, tuple[str, ...]]:
    """The codes that can be chosen from, by name in the address."""
    return {name: find_codes(group) for name, group in CODED.items() if name in ASKED[kind]}


def read_number(text: str | None) -> int:
    """The page that is asked for, from 1; what is no number asks for the first."""
    return max(1, min(int(text), 10**6)) if text and text.isascii() and text.isdigit() else 1
