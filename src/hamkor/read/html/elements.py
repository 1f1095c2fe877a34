"""Kinds of HTML elements, and their words as a reader sees them."""

from __future__ import annotations

import re
from typing import Any

# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th",
    "thead", "tr", "ul", "amp-img",
})
SILENT = frozenset({
    "amp-ad", "amp-analytics", "amp-sidebar", "amp-social-share", "audio", "button", "canvas", "embed",
    "head", "iframe",
    "input", "map", "math", "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea",
    "video",
})
# fmt: on
LABELS = frozenset({"a", "span", "time", "label", "i", "small"})
PROSE = frozenset({"p", "li", "td", "th", "blockquote"}) | {f"h{level}" for level in range(1, 7)}
STYLES = frozenset({"b", "strong", "font", "big", "small", "span"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HEADLINE_LINK = 15  # characters a link needs to be the headline of something else
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

Element = Any  # lxml's element class; its stubs do not know what HTML elements add


def clean(text: str) -> str:
    """Text as a reader sees it: one space for any white space, no soft hyphens, nothing invisible."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def is_block(element: Element) -> bool:
    """Whether an element begins a line of its own: by its kind, as one of the page's own making, by its style."""
    if element.tag in BLOCKS or "-" in element.tag:
        return True
    return element.tag == "span" and "display:block" in element.get("style", "").replace(" ", "")
