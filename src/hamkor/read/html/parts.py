"""The parts of a page by what their elements are: menus, feet, comments, boxes of news."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from hamkor.read.html.units import Element, Unit
from hamkor.read.words import get_word_set

PART_TAGS = frozenset({"nav", "footer", "aside", "figure", "figcaption", "dialog", "menu", "caption", "amp-img"})
PART_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"})
STRONG_TAGS = frozenset({"nav", "footer", "figcaption"})
LONG = 80  # characters from which a paragraph without links is taken for text
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@cache
def _tokens(names: str) -> frozenset[str]:
    return frozenset(token.lower() for token in _TOKENS.findall(names))


def get_tokens(element: Element) -> frozenset[str]:
    """The words that an element's class names and id are made of, and the name of one of the page's own making."""
    own = element.tag if "-" in element.tag else ""
    return _tokens(f"{element.get('class') or ''} {element.get('id') or ''} {own}")


def _is_part(element: Element) -> bool:
    """Whether the page's own marks call this element furniture."""
    if element.tag in ("html", "body", "main"):
        return False
    if element.tag in PART_TAGS or element.get("role") in PART_ROLES or element.get("aria-hidden") == "true":
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return bool(get_tokens(element) & get_word_set("parts"))


def _is_strong(element: Element) -> bool:
    return element.tag in STRONG_TAGS or bool(get_tokens(element) & get_word_set("strong_parts"))


def is_hidden(unit: Unit) -> bool:
    """Whether a block, or one around it, is not shown."""
    return any(
        element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") for element in unit.ancestors()
    )


def is_long(unit: Unit) -> bool:
    return len(unit.text) >= LONG and unit.link_share < 0.4


def find_in_parts(units: list[Unit]) -> set[Unit]:
    """Units inside parts; a part that holds most of the page's long paragraphs is none."""
    verdicts: dict[Element, bool] = {}
    inside: dict[Element, list[Unit]] = defaultdict(list)
    for unit in units:
        for element in unit.ancestors():
            if verdicts.setdefault(element, _is_part(element)):
                inside[element].append(unit)
    whole = sum(len(unit.text) for unit in units if is_long(unit)) or 1
    return {
        unit
        for element, members in inside.items()
        if _stays_part(element, members, whole)
        for unit in members
        if not (element.tag == "figure" and unit.kind == "row")  # a table stands in a figure as pictures do
    }


def _stays_part(element: Element, members: list[Unit], whole: int) -> bool:
    """Whether a part is furniture still, seen what share of the page's long paragraphs it holds."""
    share = sum(len(unit.text) for unit in members if is_long(unit)) / whole
    if share <= 0.5:
        return True
    most = 1.0 if get_tokens(element) & get_word_set("certain_parts") else 0.9
    return _is_strong(element) and share <= most and not any(unit.element.tag == "h1" for unit in members)


def stands_in_head(unit: Unit) -> bool:
    """Whether a block stands in the head of the site, its menu or its foot, not in that of the article."""
    around = [*unit.element.iter("a", "span", "b", "strong"), *unit.ancestors()]
    if any(element.tag in ("nav", "footer") or get_tokens(element) & get_word_set("site_names") for element in around):
        return True
    heads = any(element.tag == "header" or _names_head(get_tokens(element)) for element in around)
    return heads and not any(element.tag in ("article", "main") for element in around)


def _names_head(tokens: frozenset[str]) -> bool:
    """Whether class names say that this is the head of the site: "site-header", but not "article-header"."""
    return bool(tokens & get_word_set("head_names")) and tokens <= get_word_set("head_names") | get_word_set(
        "site_parts"
    )
