"""A map of tiles: choose one area, then another, and see what is between them. Made on the server; links, no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil, log1p
from pathlib import Path

from starlette.datastructures import QueryParams

from hamkor.ledger import View
from hamkor.messages import get_language, get_text
from hamkor.publish.asking import parse_area
from hamkor.publish.places import tell_area
from hamkor.web.links import with_query

_TABLE = Path(__file__).parent / "tiles.tsv"
_WIDE, _HIGH = 70, 54  # of a tile with the gap around it
_LEVELS = 4  # of colour, beside none


@dataclass(frozen=True, slots=True)
class Place:
    """An area's place on the map, and its short names by language."""

    code: str
    column: int
    row: int
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile as drawn.

    number  how many statements are about the area, or between it and the one chosen first
    level   of colour: 0 for nothing known
    link    chooses it
    """

    code: str
    x: int
    y: int
    short: str
    name: str
    number: int
    level: int
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Map:
    """`first` is the area chosen, if any."""

    tiles: tuple[Tile, ...]
    first: str | None
    told: str
    width: int
    height: int


@cache
def load_places() -> tuple[Place, ...]:
    """The places of all tiles. Source: tiles.tsv."""
    lines = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    head, *rows = lines
    return tuple(
        Place(code, int(column), int(row), dict(zip(head[3:], names, strict=True)))
        for code, column, row, *names in rows
    )


def read_first(query: QueryParams) -> str | None:
    """The area that was chosen first. Raises UsageError where it is none."""
    first = query.get("first", "").strip()
    return parse_area(first, get_text("page.list.one")) if first else None


def show_map(view: View, *, first: str | None, path: str) -> Map:
    """The map: darker where more is known, of each area or, once one is chosen, between it and each other."""
    places = load_places()
    numbers = view.count_areas(with_area=first)
    most = max((numbers.get(place.code, 0) for place in places), default=0)
    tiles = tuple(_make_tile(place, first, path, number=numbers.get(place.code, 0), most=most) for place in places)
    told = get_text("page.map.second", name=tell_area(first)) if first else get_text("page.map.first")
    width, height = (max(getattr(place, name) for place in places) + 1 for name in ("column", "row"))
    return Map(tiles, first, told, width * _WIDE, height * _HIGH)


def _make_tile(place: Place, first: str | None, path: str, *, number: int, most: int) -> Tile:
    chosen = place.code == first
    return Tile(
        code=place.code,
        x=place.column * _WIDE,
        y=place.row * _HIGH,
        short=place.names[get_language()],
        name=tell_area(place.code),
        number=number,
        level=0 if chosen else find_level(number, most),
        link=_write_link(place.code, first, path),
        chosen=chosen,
    )


def _write_link(code: str, first: str | None, path: str) -> str:
    if first is None:
        return with_query(path, first=code) + "#map"
    return path + "#map" if code == first else f"/between/{first}/{code}"


def find_level(number: int, most: int) -> int:
    """How dark: each level several times as much as the one before.

    >>> [find_level(number, 1000) for number in (0, 1, 10, 100, 1000)]
    [0, 1, 2, 3, 4]
    """
    return ceil(_LEVELS * log1p(number) / log1p(most)) if number and most else 0
