"""Who publishes a page, by rules that know no site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from hamkor.read.dates import find_days, is_day_line
from hamkor.read.html.furniture import get_tokens
from hamkor.read.html.metadata import TITLE_METAS, Metadata
from hamkor.read.html.names import DOMAIN, PARTS, get_named_publishers
from hamkor.read.html.units import Element, Unit, clean
from hamkor.read.words import fold, get_word_set, get_words, starts_with

FOOT = 4  # units at the end of the page, where it says whose it is
HEAD = 25  # units at the head of the page, among which the site names itself
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s,:©]*(?:(?:19|20)\d\d)?(?:\s*[-–—]\s*(?:19|20)\d\d)?\s*(?:\w{0,2}\.)?[\s,.:]*([^.|©]{3,80})",
    re.I,
)
_YEARS = re.compile(r"[\s,]*(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?\s*\Z")
_QUOTES = '«»"“”'


def find_publisher(root: Element, units: list[Unit], title: str | None, metadata: Metadata) -> str | None:
    """Who publishes the page: what it says of itself, the site's name in its title, in its copyright line, its logo."""
    named = [name for name in get_named_publishers(metadata) if fold(name) not in get_word_set("networks")]
    if len(named) < len([*get_named_publishers(metadata)]):  # a post in a network: its page is named by who posts
        named = [metadata.meta[name] for name in TITLE_METAS if name in metadata.meta] or named
    others = [*_title_names(root, units, title, metadata), *_copyright_names(units), *_logo_names(root)]
    others += _site_names(root, units, title, metadata)
    spoken = [name for name in [*named, *others] if not DOMAIN.match(name)]
    return next(iter(spoken or named or others), None)


def _site_names(root: Element, units: list[Unit], title: str | None, metadata: Metadata) -> Iterator[str]:
    """Lines above the title that class names call the site's, or that name a body; an author that is a body."""
    head = list(takewhile(lambda unit: unit.text != title, units))[:HEAD]
    short = [unit for unit in head if 2 < len(unit.text) < 80 and not unit.ends_sentence]
    yield from _marked_site_names(root)
    bodies = [unit.text for unit in short if unit.kind == "paragraph"] + [metadata.meta.get("author", "")]
    yield from (name for name in bodies if " " in name and _names_body(name))


def _marked_site_names(root: Element) -> Iterator[str]:
    """The words of elements that class names call the site's own name."""
    for element in root.iter("a", "div", "span", "p", "b", "h1", "h2", "strong"):
        tokens = get_tokens(element) if element.get("class") or element.get("id") else frozenset()
        if tokens & get_word_set("site_names") or {"site", "title"} <= tokens or {"site", "name"} <= tokens:
            name = clean(" ".join(element.itertext()))
            if 2 < len(name) < 80:
                yield name


def _names_body(name: str) -> bool:
    return any(word in fold(name) for word in get_words("publishers"))


def _title_names(root: Element, units: list[Unit], title: str | None, metadata: Metadata) -> list[str]:
    """The parts of <title> beside the article's own title; the ones the page uses for links to sections come last."""
    whole = metadata.page_title or ""
    if not title or fold(title) not in fold(whole) or fold(title) == fold(whole):
        return []
    place = whole.casefold().find(title.casefold())
    rest = [whole[:place], whole[place + len(title) :]] if place >= 0 else whole.split(title)
    parts = [_without_day(part) for piece in rest for part in PARTS.split(f" {piece} ")]
    sections = " | ".join(unit.folded for unit in units if unit.kind != "heading" and len(unit.text) < 60)
    owners = fold(" | ".join([*_copyright_names(units), *_home_links(root), *(unit.text for unit in units[-FOOT:])]))
    found = [part for part in parts if len(part) > 2 and not starts_with(fold(part), "starts")]
    return sorted(found, key=lambda part: (fold(part) not in owners, fold(part) in sections))


def _home_links(root: Element) -> Iterator[str]:
    """The words and pictures that lead to the first page of the site."""
    for link in root.xpath("//a[@href='/' or @rel='home']"):
        yield clean("".join(link.itertext()))
        yield from (clean(image.get("alt") or "") for image in link.iter("img"))


def _without_day(part: str) -> str:
    for day in reversed(list(find_days(part))):
        part = part[: day.start] + part[day.end :]
    return part.strip(" ,.;|—–-:")


def _copyright_names(units: list[Unit]) -> Iterator[str]:
    for unit in reversed(units):
        match = _COPYRIGHT.search(unit.text) if len(unit.text) < 400 else None
        if match and not _before_notice(match.group(1)).strip() and 2 < match.start() < 60:
            yield unit.text[: match.start()].strip(' ,.;|—–-«»"“”')
        if match:
            name = re.sub(r"\S+@\S*", "", _YEARS.sub("", _before_notice(match.group(1)))).strip(" ,.;|—–-")
            name = name.strip(_QUOTES) if name[:1] in _QUOTES else name
            if len(name) > 2 and not name.isdigit():
                yield name


def _before_notice(name: str) -> str:
    """A name without the notice that follows it: "Navo All rights reserved" is Navo."""
    folded = f" {name.casefold()}"
    ends = [folded.find(f" {word}") for word in (*get_words("starts"), *get_words("holds")) if f" {word}" in folded]
    return name[: max(0, min(ends) - 1)] if ends else name


def _logo_names(root: Element) -> Iterator[str]:
    for image in root.xpath("//a//img[@alt]")[:3]:
        name = clean(image.get("alt"))
        if 2 < len(name) < 80 and not is_day_line(name):
            yield name
