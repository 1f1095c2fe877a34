"""Telegram exports → Documents, a post each: from their JSON (`result.json`) or their pages (`messages.html`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from hamkor.model import Document
from hamkor.read.blocks import Piece, lay_out
from hamkor.read.dates import find_days, parse_moment
from hamkor.read.html.elements import Element, clean
from hamkor.read.media import HTML, JSON
from hamkor.read.source import Job, Reading

EXPORTED = "message default"  # how class names of an exported page begin
SHORTEST = 80  # characters: a shorter post is a caption, a link, a greeting
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Post:
    """What an export says of one post; `content` is its own part of the export."""

    id: str
    lines: list[str]
    published: str | None
    publisher: str | None
    content: bytes
    media_type: str


def is_export(value: Any) -> bool:
    """Whether a JSON value is a channel or chat as Telegram Desktop exports it."""
    return isinstance(value, dict) and isinstance(value.get("messages"), list) and "type" in value


def read_export(job: Job, value: dict[str, Any]) -> Iterator[Reading]:
    """The posts of an export in their order; service lines and posts with hardly a word are passed over.

    Raises ReadError where none is left.
    """
    channel = f"telegram:{value['id']}/" if "id" in value else f"{job.place}#"
    posts = (_make_post(value, channel, post) for post in value["messages"] if isinstance(post, dict))
    yield from _read_posts(job, posts)


def _make_post(value: dict[str, Any], channel: str, post: dict[str, Any]) -> _Post:
    text = post.get("text")
    words = "".join(map(_get_words, text if isinstance(text, list) else [text]))
    sender = value.get("name") or post.get("from")
    return _Post(
        id=f"{channel}{post.get('id')}",
        lines=words.split("\n") if post.get("type") == "message" else [],
        published=parse_moment(str(post.get("date") or "")),
        publisher=str(sender) if sender else None,
        content=json.dumps(post, ensure_ascii=False).encode("utf-8", "replace"),
        media_type=JSON,
    )


def _get_words(part: Any) -> str:
    return str(part.get("text") or "") if isinstance(part, dict) else part if isinstance(part, str) else ""


def find_exported(root: Element) -> list[Element]:
    """The posts of a page that Telegram Desktop exported; none on any other page."""
    return list(root.xpath(f"//div[starts-with(@class, '{EXPORTED}')][.//div[@class='text']]"))


def read_exported(job: Job, posts: list[Element]) -> Iterator[Reading]:
    """The posts of an exported page; one that follows another of the same sender has its name from there.

    Raises ReadError where none of them has a text.
    """
    yield from _read_posts(job, _find_posts(job, posts))


def _find_posts(job: Job, posts: list[Element]) -> Iterator[_Post]:
    sender = None
    for post in posts:
        sender = clean(post.xpath("string(.//div[@class='from_name'])")) or sender
        stamp = next(iter(post.xpath(".//div[contains(@class, 'date')]/@title")), "")
        yield _Post(
            id=f"{job.place}#{post.get('id') or ''}",
            content=etree.tostring(post, encoding="utf-8"),
            lines=_read_lines(post.xpath(".//div[@class='text']")[0]),
            published=next((found.day for found in find_days(stamp)), None),
            publisher=sender,
            media_type=HTML,
        )


def _read_lines(text: Element) -> list[str]:
    for line_break in text.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return str(text.xpath("string()")).split("\n")


def _read_posts(job: Job, posts: Iterator[_Post]) -> Iterator[Reading]:
    found = False
    for post in posts:
        lines = [words for line in post.lines if (words := clean(line))]
        if sum(map(len, lines)) >= SHORTEST:
            found = True
            yield _read_post(job, replace(post, lines=lines))
    if not found:
        expected = "posts of a channel"
        raise job.error(found="no post with a text", expected=expected, do="export the channel with its texts")


def _read_post(job: Job, post: _Post) -> Reading:
    """A post as a document: a first line of its own that ends no sentence is its title."""
    first = post.lines[0]
    titled = len(post.lines) > 1 and len(first) <= LONGEST_TITLE and not first.endswith((".", ":", ";"))
    text, blocks = lay_out([Piece("paragraph", line) for line in post.lines[titled:]])
    source = replace(job.source, place=post.id, content=post.content, media_type=post.media_type)
    document = Document(
        id=post.id,
        text=text,
        digest=source.digest,
        media_type=post.media_type,
        title=first if titled else job.given.title,
        published=post.published or job.given.published,
        publisher=post.publisher or job.given.publisher,
        own_text=True,
        blocks=blocks,
    )
    return Reading(document.id, document, source)
