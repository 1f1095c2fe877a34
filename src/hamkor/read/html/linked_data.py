"""JSON-LD (schema.org) as pages carry it: broken, in lists, in graphs."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from hamkor.read.html.units import Element, clean
from hamkor.read.words import fold

ARTICLE = re.compile(r"(?:Article|Posting|Report)\Z")
ORGANISATION = re.compile(r"Organi[sz]ation\Z|WebSite\Z")


def read_json_ld(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        words = re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", "", script.text or ""
        )
        try:
            yield from _nodes(_load(words))
        except (ValueError, RecursionError):
            continue


def _load(words: str) -> Any:
    """JSON as sites write it: line breaks within strings, and a comma too many. Raises ValueError."""
    try:
        return json.loads(words, strict=False)
    except ValueError:
        return json.loads(re.sub(r",(\s*[}\]])", r"\1", words), strict=False)


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD in their order, those in lists and graphs too."""
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def is_a(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(isinstance(name, str) and kind.search(name) for name in (types if isinstance(types, list) else [types]))


def choose_article(nodes: list[dict[str, Any]], page_title: str) -> dict[str, Any]:
    """The article the page is about: the one whose headline stands in the page's title, else the first."""
    articles = [node for node in nodes if is_a(node, ARTICLE)]
    title = fold(page_title)
    about = [node for node in articles if (fold(get_text(node.get("headline")) or "") or "\0")[:60] in title]
    return next(iter(about or articles), {})


def get_text(value: Any) -> str | None:
    """The words of a JSON-LD value: itself, its first member, its name, its @value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("legalName")
        return get_text(value)
    return clean(html.unescape(re.sub(r"<[^>]+>", " ", str(value)))) or None if isinstance(value, (str, int)) else None


def get_paragraphs(value: Any) -> str | None:
    """The text of a JSON-LD body, a line a paragraph, its markup taken out."""
    if not isinstance(value, str):
        return get_text(value)
    parted = re.sub(r"<(?:/p|/li|/div|/h\d|br)\b[^>]*>", "\n", html.unescape(value), flags=re.I)
    lines = (clean(re.sub(r"</?[a-z][^>]*>", "", line, flags=re.I)) for line in parted.splitlines())
    return "\n".join(line for line in lines if line) or None
