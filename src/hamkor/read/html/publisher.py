"""Who publishes a page, by rules that know no site: all that names the site is weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from hamkor.read.dates import find_days
from hamkor.read.day_lines import without_days
from hamkor.read.html.metadata import PUBLISHER_METAS, TITLE_METAS, Metadata
from hamkor.read.html.owners import find_copyright_names, find_home_names, find_marked_names
from hamkor.read.html.titles import DOMAIN, PARTS
from hamkor.read.html.units import Element, Unit, clean
from hamkor.read.words import fold, get_word_set, get_words, holds, starts_with

HEAD = 25  # units at the head of the page, among which the site names itself
LONGEST_NAME = 80  # characters
LONGEST_SAID = 7  # words: what is longer is a slogan
_QUOTES = '«»"“”„'
# What a name's place on the page is worth, and what the same name elsewhere adds to it.
ARTICLE, SITE, META, TITLE, FOOT, HOME, MARKED, BODY = 6.0, 5.0, 3.0, 3.0, 3.0, 2.0, 2.0, 1.5
AGREED = 0.6
ADORNED = 0.7  # the worth left to a name with "official website" or "Ltd" about it: without them it is better
DOUBTFUL = 0.3  # the worth left to an address, a slogan, the name of a platform that many bodies share


@dataclass(frozen=True, slots=True)
class Named:
    """A name by which the page may call its publisher, where it does so, what that is worth, and the name folded."""

    name: str
    worth: float
    place: str
    core: str = ""


def find_publisher(root: Element, units: list[Unit], title: str | None, metadata: Metadata) -> str | None:
    """Who publishes the page: the name that most of what it says of itself agrees on. May be None."""
    named = [*_declared_names(metadata), *_title_names(root, units, title, metadata)]
    named += [Named(name, FOOT, "foot") for name in find_copyright_names(units)]
    named += [Named(name, HOME, "home") for name in find_home_names(root)]
    named += [Named(name, MARKED, "mark") for name in find_marked_names(root)]
    named += [Named(name, BODY, "body") for name in _bodies(units, title, metadata)]
    able = [mended for one in named if (mended := _mend(one)) and (not title or fold(mended.name) != fold(title))]
    return max(able, key=lambda one: _support(one, able)).name if able else None


def _support(one: Named, others: list[Named]) -> float:
    """What a name is worth with all the places that say the same, a part of it, or more than it."""
    places: dict[str, float] = {}
    for other in others:
        if one.core in other.core or other.core in one.core:
            share = 1.0 if one.core == other.core else AGREED
            places[other.place] = max(places.get(other.place, 0.0), other.worth * share)
    return (one.worth + AGREED * (sum(places.values()) - places[one.place])) * _trust(one)


def _trust(one: Named) -> float:
    """The share of its worth that a name keeps: less where it is an address, a slogan, or the platform of many."""
    folded = one.core.strip()
    address = DOMAIN.match(one.name) is not None and one.name[:1].islower()
    slogan = starts_with(folded, "slogans") or (one.name.count(" ") >= LONGEST_SAID and not _names_body(one.name))
    if address or slogan or holds(folded, "platforms"):
        return DOUBTFUL
    return ADORNED if holds(folded, "site_words") or folded.endswith(get_words("legal_forms")) else 1.0


def _mend(one: Named) -> Named | None:
    """A name without the quotation marks around it; None where it names nobody: a network, a link, a day."""
    name = one.name.strip(" ,.;|—–-")
    if name[:1] in _QUOTES and not set(name[1:-1]) & set(_QUOTES):
        name = name.strip(_QUOTES)
    folded = fold(name)
    if (
        not 2 < len(name) < LONGEST_NAME
        or name.isdigit()
        or re.search(r"[?!]", name)
        or folded in get_word_set("networks")
    ):
        return None
    if folded in get_word_set("no_names") | get_word_set("site_words") or next(find_days(name), None):
        return None
    return replace(one, name=name, core=f" {folded.strip(' .')} ")


def _declared_names(metadata: Metadata) -> Iterator[Named]:
    """What the page's data call its publisher; a post in a network is named by who posts."""
    declared = [(metadata.publisher, ARTICLE), (metadata.meta.get(PUBLISHER_METAS[0]), SITE)]
    declared += [(metadata.meta.get(name), META) for name in PUBLISHER_METAS[1:]]
    if any(fold(name) in get_word_set("networks") for name, _ in declared if name):
        declared += [(metadata.meta.get(name), SITE) for name in TITLE_METAS]
    for name, worth in declared:
        if name:
            yield Named(name, worth, str(worth))
            yield from (Named(part, worth, str(worth)) for part in PARTS.split(name) if part != name)


def _title_names(root: Element, units: list[Unit], title: str | None, metadata: Metadata) -> Iterator[Named]:
    """The parts of <title> beside the article's own title; what the page links to as a section is worth less."""
    whole = metadata.page_title or ""
    if not title or fold(title) == fold(whole):
        return
    if fold(title) not in fold(whole):
        yield from (Named(part, TITLE, "title") for part in PARTS.split(whole) if not _shares_words(part, title))
        return
    place = whole.casefold().find(title.casefold())
    rest = [whole[:place], whole[place + len(title) :]] if place >= 0 else whole.split(title)
    sections = " | ".join(unit.folded for unit in units if unit.kind != "heading" and len(unit.text) < 60)
    for part in (part for piece in rest for part in PARTS.split(f" {piece} ")):
        name = without_days(part).strip(" .:")
        if len(name) > 2 and not starts_with(fold(name), "starts"):
            yield Named(name, TITLE * (0.5 if fold(name) in sections else 1), "title")


def _shares_words(part: str, title: str) -> bool:
    """Whether most of a part's words stand in the title: then it is a shorter title, not the name of the site."""
    words, told = (re.findall(r"[\w']+", fold(text)) for text in (part, title))
    return sum(word in told for word in words) * 4 >= 3 * len(words)


def _bodies(units: list[Unit], title: str | None, metadata: Metadata) -> Iterator[str]:
    """Lines above the title that name a body; an author that is one."""
    head = list(takewhile(lambda unit: unit.text != title, units))[:HEAD]
    lines = [unit.text for unit in head if unit.kind == "paragraph" and 2 < len(unit.text) < LONGEST_NAME]
    names = [line for line in lines if not re.search(r"[.!?]\s*\Z", line)] + [metadata.meta.get("author", "")]
    yield from (clean(name) for name in names if " " in name and _names_body(name))


def _names_body(name: str) -> bool:
    return any(word in fold(name) for word in get_words("publishers"))
