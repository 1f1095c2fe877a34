"""The title of a page, by rules that know no site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.read.day_lines import is_day_line
from hamkor.read.html.metadata import PUBLISHER_METAS, TITLE_METAS, Metadata
from hamkor.read.html.parts import get_tokens, is_long, stands_in_head
from hamkor.read.html.units import Unit, clean
from hamkor.read.words import fold, get_word_set

SHORTEST_TITLE = 12  # characters; a shorter heading names a section
FEWEST_WORDS = 3  # of a heading that is a title only because it stands above the text
PARTS = re.compile(r"\s*(?:\||::|•|·|/{2})\s*|\s+»\s+(?!.*«)|\s+[—–\-:/]\s+")
_STAMP = re.compile(r"[\s,|(·–—-]+\d.{0,30}")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\Z", re.I)


def find_title_unit(units: list[Unit], metadata: Metadata) -> Unit | None:
    """The heading or line that names the article; None where nothing on the page does.

    It is what the page's own titles repeat, else the first <h1> that names no section, else what stands like one.
    """
    told = [fold(title) for title in _told_titles(metadata)]
    headings = [unit for unit in units if unit.kind == "heading" and len(unit.text) >= SHORTEST_TITLE]
    told_again = [heading for heading in headings if any(_same_title(heading.folded, title) for title in told)]
    if told_again:  # the site's name is a heading, too, on some
        return max(told_again, key=lambda unit: (unit.folded in told, not stands_in_head(unit), len(unit.text)))
    named = _told_lines(units, metadata)
    if named:  # the site's name stands in the page's title too
        return max(named, key=lambda line: (len(line.text), -line.order))
    free = [heading for heading in headings if not _names_section(heading, units)]
    first = next((heading for heading in free if heading.element.tag == "h1"), None)
    return first or _marked_title(units, told) or _heading_above_text(units, free)


def _told_lines(units: list[Unit], metadata: Metadata) -> list[Unit]:
    """Lines that are no headings but say what a told title says, or a part of one; the head of the site has none."""
    whole = {part for title in _told_titles(metadata) for part in (fold(title), *map(fold, PARTS.split(title)))}
    return [
        unit
        for unit in units
        if unit.kind == "paragraph"
        and SHORTEST_TITLE <= len(unit.text) < 250
        and unit.folded in whole
        and not unit.ends_sentence
        and unit.text.count(" ") >= 2
        and not stands_in_head(unit)
    ]


def _names_section(heading: Unit, units: list[Unit]) -> bool:
    """Whether a menu or a path of links says the same as the heading."""
    return any(unit.linked and unit.folded == heading.folded for unit in units if unit is not heading)


def _marked_title(units: list[Unit], told: list[str]) -> Unit | None:
    """The heading that a told title begins; else the line above a day that class names call a title."""
    begun = [unit for unit in units if unit.kind == "heading" and any(_is_longer(unit.folded, title) for title in told)]
    marked = (
        unit
        for unit, after in pairwise(units)
        if get_tokens(unit.element) & get_word_set("title_names") and not unit.linked and is_day_line(after.text)
    )
    return next(iter(begun), None) or next((unit for unit in marked if len(unit.text) >= SHORTEST_TITLE), None)


def _heading_above_text(units: list[Unit], headings: Sequence[Unit]) -> Unit | None:
    """The last heading of several words above the first long paragraph; else such a line in letters of its own."""
    start = next((unit.order for unit in units if unit.kind == "paragraph" and is_long(unit)), len(units))
    above = [unit for unit in headings if unit.order < start and unit.text.count(" ") >= FEWEST_WORDS - 1]
    marked = [
        unit
        for unit in units[:start]
        if unit.text.count(" ") >= FEWEST_WORDS - 1
        and get_tokens(unit.element) & get_word_set("title_names")
        and not unit.linked
        and not stands_in_head(unit)
    ]
    styled = (unit for unit in units[:start] if _is_styled(unit) and not stands_in_head(unit))
    return next(reversed(above), None) or next(reversed(marked), None) or next(styled, None)


def _is_styled(unit: Unit) -> bool:
    """Whether all of a line of several words stands in letters of its own, as titles did before headings were used."""
    inner = [clean("".join(part.itertext())) for part in unit.element.iter("b", "strong", "big", "font")]
    saying = unit.text.count(" ") >= FEWEST_WORDS - 1 and not unit.ends_sentence
    return saying and not unit.linked and unit.text in inner


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
        return next(longer, None) or _without_stamp(unit.text, told)
    if not told:
        return None
    sites = {fold(name) for name in get_named_publishers(metadata)}
    return told[0] if told[0] == metadata.headline else _without_site(told[0], sites)


def _without_stamp(heading: str, told: list[str]) -> str:
    """A heading without the day and hour set into it, where a told title says where it ends."""
    parts = (part.strip() for title in told for part in (title, *PARTS.split(title)))
    shorter = (part for part in parts if len(part) >= SHORTEST_TITLE and heading.startswith(part))
    return next((part for part in shorter if _STAMP.fullmatch(heading, len(part))), heading)


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


def get_named_publishers(metadata: Metadata) -> Iterator[str]:
    """The names by which a page calls its publisher in its data, the surest first."""
    if metadata.publisher:
        yield metadata.publisher
    for name in PUBLISHER_METAS:
        if name in metadata.meta:
            yield metadata.meta[name]
