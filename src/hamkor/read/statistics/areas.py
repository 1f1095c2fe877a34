"""Areas by the codes and names that statistics give them."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hamkor.codes import find_area, find_country
from hamkor.grammar.language import LANGUAGES
from hamkor.read.statistics.words import get_words, straighten

WORLD = "world"  # what find_code answers of the whole world
_FILE = Path(__file__).with_name("areas.tsv")
_SHORTENED = re.compile(r"\([^)]*\)|[*\d)]+$")  # what stands behind a name: an explanation, the mark of a footnote


def find_code(text: str) -> str | None:
    """The area of a code: ISO 3166-1 and -2, UN M49, the Uzbek SOATO; WORLD for all; None for a group or no code.

    >>> find_code("KAZ"), find_code("860"), find_code("KZ-75"), find_code("1726"), find_code("W00"), find_code("B0")
    ('KZ', 'UZ', 'KZ-75', 'UZ-TK', 'world', None)
    """
    code = text.strip().upper()
    if code.lower() in get_words("world_codes"):
        return WORLD
    area = find_area(code)
    if area is not None and area.sort != "group":
        return code
    return _codes().get(code) or find_country(code)


def find_named(name: str) -> str | None:
    """The area of a name in any language that is read, WORLD for totals; None for a group of countries or no area."""
    sought = straighten(_SHORTENED.sub("", name).strip(" ,.:"))
    if sought in get_words("totals"):
        return WORLD
    return _names().get(sought)


@cache
def _names() -> Mapping[str, str]:
    """Names of the language folders' areas.tsv, then those that only statistics use."""
    found: dict[str, str] = {}
    for file in sorted(LANGUAGES.glob("*/areas.tsv")):
        for row in _read(file):
            if _is_unit(row):
                found.setdefault(straighten(row["name"]), row["code"])
    return found | {straighten(row["name"]): row["code"] for row in _read(_FILE) if row["system"] == "name"}


def _is_unit(row: dict[str, str]) -> bool:
    """Whether the name is of the unit itself: the figure of a town is not its region's."""
    area = find_area(row["code"])
    return area is not None and (row["sort"] != "city" or area.sort == "city")


@cache
def _codes() -> Mapping[str, str]:
    return {row["name"]: row["code"] for row in _read(_FILE) if row["system"] != "name"}


def _read(file: Path) -> list[dict[str, str]]:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
