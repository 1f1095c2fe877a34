"""Title and day of a page, by rules that know no site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hamkor.read.dates import are_days_apart, find_days, find_publication_day, is_day_line
from hamkor.read.html.furniture import get_tokens
from hamkor.read.html.metadata import PUBLISHER_METAS, TITLE_METAS, Metadata
from hamkor.read.html.units import Unit, clean
from hamkor.read.words import fold, get_word_set, get_words

SHORTEST_TITLE = 12  # characters; a shorter heading names a section
NEAR = 12  # units after the title among which a printed day of publication is looked for
BEFORE = 4  # units before it
PARTS = re.compile(r"\s*(?:\||::|»|•|·|/{2})\s*|\s+[—–\-:/]\s+")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\Z", re.I)
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d{2})[/-]?(\d{2})(?=[/_-])")


# ------------------------------------------------------------------ title
def find_title_unit(units: list[Unit], metadata: Metadata) -> Unit | None:
    """The heading that names the article: the one the page's own titles repeat, else the first <h1>; may be None."""
    told = [fold(title) for title in _told_titles(metadata)]
    headings = [unit for unit in units if unit.kind == "heading" and len(unit.text) >= SHORTEST_TITLE]
    told_again = [heading for heading in headings if any(_same_title(heading.folded, title) for title in told)]
    if told_again:
        return max(told_again, key=lambda heading: (len(heading.text), -heading.order))
    lines = [unit for unit in units if unit.kind == "paragraph" and SHORTEST_TITLE <= len(unit.text) < 250]
    whole = {part for title in _told_titles(metadata) for part in (fold(title), *map(fold, PARTS.split(title)))}
    named = [line for line in lines if not line.ends_sentence and line.text.count(" ") >= 2 and line.folded in whole]
    if named:  # the site's name stands in the page's title too
        return max(named, key=lambda line: (len(line.text), -line.order))
    return next((heading for heading in headings if heading.element.tag == "h1"), None) or _marked_title(units, told)


def _marked_title(units: list[Unit], told: list[str]) -> Unit | None:
    """The heading that a told title begins; else the line above a day that class names call a title."""
    begun = [unit for unit in units if unit.kind == "heading" and any(_is_longer(unit.folded, title) for title in told)]
    marked = (
        unit
        for unit, after in pairwise(units)
        if get_tokens(unit.element) & get_word_set("title_names") and not unit.linked and is_day_line(after.text)
    )
    return next(iter(begun), None) or next((unit for unit in marked if len(unit.text) >= SHORTEST_TITLE), None)


def _is_longer(heading: str, title: str) -> bool:
    return len(title) >= SHORTEST_TITLE and title.count(" ") >= 2 and heading.startswith(f"{title} ")


def _told_titles(metadata: Metadata) -> list[str]:
    metas = [metadata.meta[name] for name in TITLE_METAS if name in metadata.meta]
    return [title for title in [metadata.headline, *metas, metadata.page_title] if title]


def _same_title(heading: str, title: str) -> bool:
    """Whether a heading is the title, or what the title begins or ends with before or after the name of the site."""
    if heading == title:
        return True
    cut = title.rstrip(".… ")
    if len(cut) >= 40 and heading.startswith(cut):
        return True
    return len(heading) >= SHORTEST_TITLE and (
        title.startswith(heading) or title.endswith(heading) or f" {heading} " in f" {title} "
    )


def get_title(unit: Unit | None, metadata: Metadata) -> str | None:
    """The heading found, else the headline, else the longest part of the page's title that is not the site's name."""
    told = _told_titles(metadata)
    if unit is not None:
        longer = (title for title in told if unit.kind == "heading" and _is_longer(unit.folded, fold(title)))
        return next(longer, unit.text)
    if not told:
        return None
    sites = {fold(name) for name in get_named_publishers(metadata)}
    return told[0] if told[0] == metadata.headline else _without_site(told[0], sites)


def _without_site(title: str, sites: set[str]) -> str:
    """The title without parts at its ends that name the site; where no name is known, without short ones at its end."""
    pieces = [piece for piece in re.split(f"({PARTS.pattern})", title) if piece is not None]
    while len(pieces) > 2 and _names_site(pieces[-1], sites):
        pieces = pieces[:-2]
    while len(pieces) > 2 and _names_site(pieces[0], sites):
        pieces = pieces[2:]
    while not sites and len(pieces) > 2 and pieces[-1].count(" ") < 3 <= "".join(pieces[:-2]).count(" "):
        pieces = pieces[:-2]
    return "".join(pieces).strip()


def _names_site(part: str, sites: set[str]) -> bool:
    folded = fold(part)
    return any(site and (site in folded or folded in site) for site in sites) or bool(DOMAIN.match(part.strip()))


# ------------------------------------------------------------------ day
def find_published(units: list[Unit], title: Unit | None, metadata: Metadata, address: str | None) -> str | None:
    """When the page was published, ISO 8601; not when it was changed. None where nothing says so.

    Metadata come first, but where they give the day in UTC and the page prints the day beside it, the printed
    day is that of the place. Then days printed near the title, those of labelled lines, of <time>, of the address.
    """
    printed = _printed_near(units, title) if title else None
    if metadata.published:
        in_utc = metadata.published.endswith("+00:00")
        return (
            printed if printed and in_utc and are_days_apart(printed, metadata.published) == 1 else metadata.published
        )
    return (
        printed
        or _labelled_day(units)
        or _time_element(units)
        or _title_day(metadata)
        or _address_day(metadata, address)
    )


def _printed_near(units: list[Unit], title: Unit) -> str | None:
    after = units[title.order + 1 : title.order + 1 + NEAR]
    before = units[max(0, title.order - BEFORE) : title.order]
    for unit in [*after, *reversed(before)]:
        if unit.kind != "row" and (len(unit.text) < 120 or is_day_line(unit.text)):
            day = find_publication_day(unit.text)
            if (day and not unit.ends_sentence) or (day and is_day_line(unit.text)):
                return day
    return None


def _labelled_day(units: list[Unit]) -> str | None:
    """The day of a line such as "Published: 12 May 2026", wherever it stands; else the last short line with a day."""
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


def _title_day(metadata: Metadata) -> str | None:
    return find_publication_day(metadata.page_title or "")


def _address_day(metadata: Metadata, address: str | None) -> str | None:
    for url in (metadata.address, metadata.meta.get("og:url"), address):
        match = _ADDRESS_DAY.search(url or "")
        if match:
            return next((day.day for day in find_days("-".join(match.groups()))), None)
    return None


def get_named_publishers(metadata: Metadata) -> Iterator[str]:
    """The names by which a page calls its publisher in its data, the surest first."""
    if metadata.publisher:
        yield metadata.publisher
    for name in PUBLISHER_METAS:
        if name in metadata.meta:
            yield metadata.meta[name]
