"""The article that a page holds only as JSON for its own script: what sites made of a script send before it runs."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from hamkor.read.html.units import Element
from hamkor.read.words import get_word_set

MOST_VALUES = 20_000  # objects and lists of one page that are looked at
MOST_SCRIPTS = 20
SHORTEST_BODY = 100  # characters
DEEPEST_BLOCK = 6  # levels of an editor's blocks
_ASSIGNED = re.compile(r"(?:window|self|globalThis)?\.?__\w+(?:__)?\s*=\s*(?=[{\[])")


def read_state(root: Element) -> dict[str, Any]:
    """The article in the words of JSON-LD (headline, datePublished, articleBody, publisher). Empty where there is none.

    It is the outermost object that has a title and a body; of objects equally deep, the first.
    """
    for script in root.xpath("//script[@type='application/json' or contains(text(), '__')]")[:MOST_SCRIPTS]:
        values = list(_walk(_load(script.text or "")))
        article = next((found for value in values if (found := _as_article(value))), None)
        if article:
            site = next((name for value in values if (name := _get(value, "state_site"))), None)
            return article | {"publisher": site}
    return {}


def _load(words: str) -> Any:
    """The JSON of a script: all of it, or what it assigns to a variable of its own; None where there is none."""
    assigned = _ASSIGNED.search(words)
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(words[assigned.end() :] if assigned else words.lstrip())
    except (ValueError, RecursionError):
        return None
    return _revive(value) if isinstance(value, list) else value


def _revive(values: list[Any]) -> list[Any]:
    """A list whose members name each other by number, as Nuxt 3 writes it, with what they name at its place."""

    def follow(value: Any) -> Any:
        known = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(values)
        return values[value] if known else value

    return [{key: follow(value) for key, value in part.items()} if isinstance(part, dict) else part for part in values]


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, the outer ones first."""
    waiting, seen = deque([value]), 0
    while waiting and seen < MOST_VALUES:
        seen += 1
        part = waiting.popleft()
        if isinstance(part, dict):
            yield part
        parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting.extend(inner for inner in parts if isinstance(inner, (dict, list)))


def _as_article(value: dict[str, Any]) -> dict[str, str | None] | None:
    title = _get(value, "state_title")
    body = max((text for _, held in _held(value, "state_body") for text in [_body_text(held)]), key=len, default="")
    if not title or len(body) < SHORTEST_BODY:
        return None
    return {"headline": title, "articleBody": body, "datePublished": _get(value, "state_day")}


def _body_text(held: Any, depth: int = 0) -> str:
    """The words of a body: itself, or those of an editor's blocks, a line each; pictures and their words left out."""
    if isinstance(held, str):
        return _body_text(_load(held), depth + 1) if held.lstrip()[:1] in ("{", "[") and depth == 0 else held
    if isinstance(held, dict) and depth < DEEPEST_BLOCK:
        if str(held.get("type", "")).lower() in get_word_set("state_pictures"):
            return ""
        return "\n".join(filter(None, (_body_text(inner, depth + 1) for _, inner in _held(held, "state_block"))))
    if isinstance(held, list) and depth < DEEPEST_BLOCK:
        return "\n".join(filter(None, (_body_text(inner, depth + 1) for inner in held)))
    return ""


def _get(value: dict[str, Any], table: str) -> str | None:
    """The first string under a key of a table."""
    return next((text for _, text in _held(value, table) if isinstance(text, str) and text.strip()), None)


def _held(value: dict[str, Any], table: str) -> Iterator[tuple[str, Any]]:
    """What stands under keys of a table, however a key writes its words: `publishedAt`, `published_at`."""
    for key, held in value.items():
        if key.replace("_", "").replace("-", "").lower() in get_word_set(table):
            yield key, held
