"""RSS and Atom → the addresses that a feed names, each with what the feed tells of it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any
from urllib.parse import urljoin

from hamkor.read.dates import parse_moment
from hamkor.read.html.units import clean
from hamkor.read.source import Given, Job


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where it leads, and what stands in where its page is silent."""

    address: str
    given: Given


def read_entries(job: Job) -> list[Entry]:
    """The entries of a feed in its order, each address once; what leads to no page of the web is left out.

    What the user gave of the publisher wins over the feed's title, the day of an entry over the day that the user gave.
    Raises ReadError where the feed cannot be taken apart or names nothing. Source: RSS 2.0, RSS 1.0, RFC 4287.
    """
    import feedparser  # a tenth of a second, and only feeds need it

    told = feedparser.parse(
        job.bound_markup(job.content), response_headers=_write_headers(job), resolve_relative_uris=False
    )
    found: dict[str, Entry] = {}
    for entry in filter(None, (_read_entry(raw, told.feed, job) for raw in told.entries)):
        found.setdefault(entry.address, entry)
    if not found:
        expected, do = "entries that lead to pages", "open the feed in a browser, and give its own address"
        raise job.error(found="a feed without entries", expected=expected, do=do)
    return list(found.values())


def _write_headers(job: Job) -> dict[str, str]:
    """What came with the bytes, as far as it tells how they are written."""
    kind = job.source.header("content-type")
    return {"content-type": kind} if kind else {}


def _read_entry(raw: Mapping[str, Any], feed: Mapping[str, Any], job: Job) -> Entry | None:
    link = str(raw.get("link") or "").strip()
    address = urljoin(job.source.address or "", link) if link else ""
    if not address.lower().startswith(("http://", "https://")):
        return None
    given = replace(
        job.given,
        id=None,
        url=None,
        title=_clean(raw.get("title")),
        published=_find_day(raw) or job.given.published,
        publisher=job.given.publisher or _find_publisher(raw, feed),
    )
    return Entry(address, given)


def _find_day(raw: Mapping[str, Any]) -> str | None:
    """When it was published, as it was written (with its own offset), else when it was changed."""
    return next((day for name in ("published", "updated") if (day := parse_moment(str(raw.get(name) or "")))), None)


def _find_publisher(raw: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    """Who publishes: whom the entry was taken from (feeds that gather), else who the feed says it is of."""
    source: Mapping[str, Any] = raw.get("source") or {}
    return _clean(raw.get("publisher") or source.get("title") or feed.get("publisher") or feed.get("title"))


def _clean(text: object) -> str | None:
    return clean(unescape(str(text or ""))) or None
