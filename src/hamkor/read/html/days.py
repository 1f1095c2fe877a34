"""The day of publication of a page, by rules that know no site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hamkor.read.dates import are_days_apart, find_days
from hamkor.read.day_lines import find_publication_day, is_day_line
from hamkor.read.html.metadata import Metadata
from hamkor.read.html.notices import ends_text
from hamkor.read.html.parts import is_long
from hamkor.read.html.units import Unit, clean
from hamkor.read.words import fold, get_words

AFTER = 8  # units between title and text among which a printed day is looked for
OPENING = 3  # units of the text itself: a paper's place and day
BEFORE = 4  # units before the title
BELOW = 4  # units after the text
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d{2})[/-]?(\d{2})(?=[/_-])")


def find_published(units: list[Unit], title: Unit | None, body: Sequence[Unit], metadata: Metadata) -> str | None:
    """When the page was published, ISO 8601; not when it was changed. None where nothing says so.

    Metadata come first, but where they give the day in UTC and the page prints the day beside it, the printed
    day is that of the place. Then days printed around the title and the text, those of labelled lines, of <time>, of
    the address, of the page's own scripts.
    """
    printed = _printed_near(units, title, body) if title else None
    if metadata.published:
        in_utc = metadata.published.endswith("+00:00")
        return (
            printed if printed and in_utc and are_days_apart(printed, metadata.published) == 1 else metadata.published
        )
    return (
        printed
        or _labelled_day(units)
        or _time_element(units)
        or find_publication_day(metadata.page_title or "")
        or _address_day(metadata)
        or metadata.script_day
    )


def _printed_near(units: list[Unit], title: Unit, body: Sequence[Unit]) -> str | None:
    """The first day of publication between title and text, at the head of the text, above the title, below the text."""
    places = [*_between(units, title, body), *_above(units, title), *_below(units, body)]
    return next((day for unit in places if (day := _day_of(unit))), None)


def _between(units: list[Unit], title: Unit, body: Sequence[Unit]) -> list[Unit]:
    first = next((unit.order for unit in body if unit.order > title.order and is_long(unit)), title.order + AFTER)
    return units[title.order + 1 : min(first, title.order + AFTER) + OPENING]


def _above(units: list[Unit], title: Unit) -> Iterator[Unit]:
    """What stands right above the title, up to the last link of a menu or the headline of something else."""
    for unit in reversed(units[max(0, title.order - BEFORE) : title.order]):
        if unit.is_link or (unit.kind == "item" and unit.link_share > 0.9):
            return
        yield unit


def _below(units: list[Unit], body: Sequence[Unit]) -> Iterator[Unit]:
    """What stands right below the text, up to the heading of other news or a headline of them."""
    last = body[-1].order if body else len(units)
    for unit in units[last + 1 : last + 1 + BELOW]:
        if ends_text(unit) or unit.is_link or unit.kind == "heading":
            return
        yield unit


def _day_of(unit: Unit) -> str | None:
    if unit.kind == "row" or not (len(unit.text) < 120 or is_day_line(unit.text)):
        return None
    day = find_publication_day(unit.text)
    loose = unit.kind != "item" and not unit.ends_sentence
    return day if day and (loose or is_day_line(unit.text)) else None


def _labelled_day(units: list[Unit]) -> str | None:
    """The day of a line such as "Published: 12 May 2026", wherever it stands."""
    for unit in units:
        for found in find_days(unit.text) if len(unit.text) < 200 else ():
            before = fold(unit.text[max(0, found.start - 40) : found.start])
            if any(word in before for word in get_words("publication_day")):
                return found.day
    return None


def _time_element(units: list[Unit]) -> str | None:
    root = units[0].element.getroottree().getroot() if units else None
    for element in root.iter("time") if root is not None else ():
        day = next(find_days(element.get("datetime") or clean("".join(element.itertext()))), None)
        if day:
            return day.day
    return None


def _address_day(metadata: Metadata) -> str | None:
    for url in metadata.addresses:
        match = _ADDRESS_DAY.search(url)
        if match:
            return next((day.day for day in find_days("-".join(match.groups()))), None)
    return None
