"""What a page says of itself to machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hamkor.read.dates import parse_moment
from hamkor.read.html.state import read_state
from hamkor.read.html.units import Element, clean
from hamkor.read.words import fold

LEAST_SHOWN = 100  # characters
_ARTICLE = re.compile(r"(?:Article|Posting|Report)\Z")
_ORGANISATION = re.compile(r"Organi[sz]ation\Z|WebSite\Z")
DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "pubdate", "publish-date", "publish_date", "publication_date", "publicationdate", "dc.date.issued",
    "dcterms.issued",
    "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "article.published", "citation_publication_date", "mediator_published_time", "date",
)  # fmt: skip
SUMMARY_METAS = ("og:description", "description", "twitter:description", "dcterms.description")
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title")
PUBLISHER_METAS = (
    "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "application-name",
    "apple-mobile-web-app-title",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; every field may be empty. `kinds` are the types the page gives itself."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    body: str | None = None
    free: bool = True
    language: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    page_title: str | None = None
    is_article: bool = False
    address: str | None = None


def read_metadata(root: Element) -> Metadata:
    """What the head, the scripts and the hidden marks of a page say. Never raises: broken JSON-LD is passed over."""
    meta = _read_meta(root)
    nodes = list(_read_json_ld(root))
    title = root.find(".//title")
    page_title = clean("".join(title.itertext())) if title is not None else None
    article = _choose_article(nodes, page_title or "") or (read_state(root) if _is_empty(root) else {})
    canonical = root.find(".//link[@rel='canonical']")
    return Metadata(
        address=canonical.get("href") if canonical is not None else None,
        headline=_text(article.get("headline")) or _microdata(root, "headline"),
        published=_published(article, meta, root),
        publisher=_publisher(article, nodes, root),
        body=_paragraphs(article.get("articleBody")),
        free=str(article.get("isAccessibleForFree", "true")).lower() != "false",
        language=_text(article.get("inLanguage")) or root.get("lang") or meta.get("og:locale"),
        meta=meta,
        page_title=page_title,
        is_article=bool(article)
        or meta.get("og:type") == "article"
        or bool(root.xpath("//*[@itemprop='articleBody']")),
    )


def _is_empty(root: Element) -> bool:
    """Whether a page shows no words until its script has run."""
    body = root.find(".//body")
    shown = (
        ""
        if body is None
        else " ".join(body.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"))
    )
    return len(clean(shown)) < LEAST_SHOWN


def _read_meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        content = clean(html.unescape(element.get("content") or ""))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _read_json_ld(root: Element) -> Iterator[dict[str, Any]]:
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


def _is_a(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(isinstance(name, str) and kind.search(name) for name in (types if isinstance(types, list) else [types]))


def _choose_article(nodes: list[dict[str, Any]], page_title: str) -> dict[str, Any]:
    """The article the page is about: the one whose headline stands in the page's title, else the first."""
    articles = [node for node in nodes if _is_a(node, _ARTICLE)]
    title = fold(page_title)
    about = [node for node in articles if (fold(_text(node.get("headline")) or "") or "\0")[:60] in title]
    return next(iter(about or articles), {})


def _text(value: Any) -> str | None:
    """The words of a JSON-LD value: itself, its first member, its name, its @value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("legalName")
        return _text(value)
    return clean(html.unescape(re.sub(r"<[^>]+>", " ", str(value)))) or None if isinstance(value, (str, int)) else None


def _paragraphs(value: Any) -> str | None:
    """The text of a JSON-LD body, a line a paragraph, its markup taken out."""
    if not isinstance(value, str):
        return _text(value)
    parted = re.sub(r"<(?:/p|/li|/div|/h\d|br)\b[^>]*>", "\n", html.unescape(value), flags=re.I)
    lines = (clean(re.sub(r"</?[a-z][^>]*>", "", line, flags=re.I)) for line in parted.splitlines())
    return "\n".join(line for line in lines if line) or None


def _published(article: dict[str, Any], meta: dict[str, str], root: Element) -> str | None:
    values = [_text(article.get("datePublished")), _microdata(root, "datePublished")]
    values += [meta.get(name) for name in DATE_METAS]
    values += [_text(article.get("dateCreated")), _microdata(root, "dateCreated")]
    return next((moment for value in values if value and (moment := parse_moment(value))), None)


def _microdata(root: Element, name: str) -> str | None:
    for element in root.xpath("//*[@itemprop=$name]", name=name):
        value = element.get("content") or element.get("datetime") or clean("".join(element.itertext()))
        if value:
            return str(value)
    return None


def _publisher(article: dict[str, Any], nodes: list[dict[str, Any]], root: Element) -> str | None:
    named = (
        _text(article.get("publisher")) or _text(article.get("sourceOrganization")) or _text(article.get("provider"))
    )
    return (
        named or _microdata_publisher(root) or next((_text(node) for node in nodes if _is_a(node, _ORGANISATION)), None)
    )


def _microdata_publisher(root: Element) -> str | None:
    for publisher in root.xpath("//*[@itemprop='publisher']"):
        for part in publisher.xpath(".//*[@itemprop='name']"):
            value = part.get("content") or clean("".join(part.itertext()))
            if value:
                return str(value)
        if publisher.get("content"):
            return str(publisher.get("content"))
    return None
