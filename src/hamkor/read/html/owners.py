"""Where a page names its owner: the copyright line, the links to its first page, what class names call its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.read.day_lines import is_day_line
from hamkor.read.html.parts import get_tokens
from hamkor.read.html.units import Element, Unit, clean
from hamkor.read.words import get_word_set, get_words

LONGEST = 80  # characters of a name
LONGEST_LINE = 400  # characters of a copyright line
MOST_PICTURES = 3  # linked pictures at the head of a page, of which one may be the site's sign
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:[\s,:©]|\(c\)|copyright)*(?:(?:19|20)\d\d)?(?:\s*[-–—]\s*(?:19|20)\d\d)?"
    r"\s*(?:\w{0,2}\.(?=\s))?[\s,.:]*((?:[^.|©]|\.(?=\w)){3,80})",
    re.I,
)
_YEARS = re.compile(r"[\s,]*(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?(?:\s*\w{1,2}\b\.?)?\s*\Z")
_FIRST_PAGE = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|[a-z]{2})?/?\Z", re.I)


def find_copyright_names(units: list[Unit]) -> Iterator[str]:
    """Whose the copyright lines say the page is, the last line first: what follows the sign, or stands before it."""
    for unit in reversed(units):
        match = _COPYRIGHT.search(unit.text) if len(unit.text) < LONGEST_LINE else None
        if match and not _before_notice(match.group(1)).strip() and 2 < match.start() < 60:
            yield unit.text[: match.start()].strip(' ,.;|—–-«»"“”')
        if match:
            yield re.sub(r"\S+@\S*", "", _YEARS.sub("", _before_notice(match.group(1)))).strip(" ,.;|—–-")


def _before_notice(name: str) -> str:
    """A name without the notice that follows it: "Navo All rights reserved" is Navo."""
    folded = f" {name.casefold()}"
    ends = [folded.find(f" {word}") for word in (*get_words("starts"), *get_words("holds")) if f" {word}" in folded]
    return name[: max(0, min(ends) - 1)] if ends else name


def find_home_names(root: Element) -> Iterator[str]:
    """The words and pictures that lead to the first page of the site; the first linked pictures of the page."""
    for link in root.iter("a"):
        if link.get("rel") == "home" or _FIRST_PAGE.match(link.get("href") or "-"):
            yield clean("".join(link.itertext()))
            yield from (clean(image.get("alt") or "") for image in link.iter("img", "amp-img"))
    for image in root.xpath("//a//img[@alt]")[:MOST_PICTURES]:
        name = clean(image.get("alt"))
        if not is_day_line(name):
            yield name


def find_marked_names(root: Element) -> Iterator[str]:
    """The words of elements that class names call the site's own name."""
    for element in root.iter("a", "div", "span", "p", "b", "h1", "h2", "strong"):
        tokens = get_tokens(element) if element.get("class") or element.get("id") else frozenset()
        if tokens & get_word_set("site_names") or {"site", "title"} <= tokens or {"site", "name"} <= tokens:
            name = clean(" ".join(element.itertext()))
            if 2 < len(name) < LONGEST:
                yield name
