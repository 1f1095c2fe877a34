"""The article that a page holds only as JSON for its own script: what sites made of a script send before it runs."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from hamkor.read.html.units import Element
from hamkor.read.words import get_word_set

MOST_VALUES = 20_000  # objects and lists of one page that are looked at
MOST_SCRIPTS = 20
SHORTEST_BODY = 100  # characters


def read_state(root: Element) -> dict[str, Any]:
    """The article in the words of JSON-LD (headline, datePublished, articleBody, publisher). Empty where there is none.

    It is the outermost object that has a title and a body; of objects equally deep, the first.
    """
    for script in root.xpath("//script[@type='application/json']")[:MOST_SCRIPTS]:
        try:
            values = list(_walk(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
        article = next((found for value in values if (found := _as_article(value))), None)
        if article:
            site = next((name for value in values if (name := _get(value, "state_site"))), None)
            return article | {"publisher": site}
    return {}


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, the outer ones first."""
    waiting, seen = deque([value]), 0
    while waiting and seen < MOST_VALUES:
        seen += 1
        part = waiting.popleft()
        if isinstance(part, dict):
            yield part
        parts = part.values() if isinstance(part, dict) else part
        waiting.extend(inner for inner in parts if isinstance(inner, (dict, list)))


def _as_article(value: dict[str, Any]) -> dict[str, str | None] | None:
    title = _get(value, "state_title")
    body = max((text for text in _texts(value, "state_body")), key=len, default="")
    if not title or len(body) < SHORTEST_BODY:
        return None
    return {"headline": title, "articleBody": body, "datePublished": _get(value, "state_day")}


def _get(value: dict[str, Any], table: str) -> str | None:
    return next(_texts(value, table), None)


def _texts(value: dict[str, Any], table: str) -> Iterator[str]:
    """The strings under keys of a table, however a key writes its words: `publishedAt`, `published_at`."""
    for key, text in value.items():
        if (
            isinstance(text, str)
            and text.strip()
            and key.replace("_", "").replace("-", "").lower() in get_word_set(table)
        ):
            yield text
