"""What a page says of itself to machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from hamkor.read.dates import parse_moment
from hamkor.read.html.linked_data import ORGANISATION, choose_article, get_paragraphs, get_text, is_a, read_json_ld
from hamkor.read.html.state import read_state
from hamkor.read.html.units import Element, clean

_SCRIPT_DAY = re.compile(
    r"""["']?(?:date_?published|publish(?:ed)?_?(?:at|time|date)|publication_?date|pub_?date)["']?\s*:\s*["']([^"']{8,40})["']""",
    re.I,
)
LEAST_SHOWN = 100  # characters
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
    """What was found; every field may be empty.

    script_day  what a script of the page calls the day of publication, where nothing surer says it
    """

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    body: str | None = None
    language: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    page_title: str | None = None
    is_article: bool = False
    addresses: tuple[str, ...] = ()
    script_day: str | None = None


def read_metadata(root: Element, address: str | None = None) -> Metadata:
    """What the head, the scripts and the hidden marks of a page say. Never raises: broken JSON-LD is passed over.

    `address` is where the page was fetched from, or said to be.
    """
    meta = _read_meta(root)
    nodes = list(read_json_ld(root))
    title = root.find(".//title")
    page_title = clean("".join(title.itertext())) if title is not None else None
    article = choose_article(nodes, page_title or "") or (read_state(root) if _is_empty(root) else {})
    published = _published(article, meta, root)
    canonical = root.find(".//link[@rel='canonical']")
    addresses = (canonical.get("href") if canonical is not None else None, meta.get("og:url"), address)
    return Metadata(
        addresses=tuple(filter(None, addresses)),
        script_day=None if published else _script_day(root),
        headline=get_text(article.get("headline")) or _microdata(root, "headline"),
        published=published,
        publisher=_publisher(article, nodes, root),
        body=get_paragraphs(article.get("articleBody")),
        language=get_text(article.get("inLanguage")) or root.get("lang") or meta.get("og:locale"),
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


def _published(article: dict[str, Any], meta: dict[str, str], root: Element) -> str | None:
    values = [get_text(article.get("datePublished")), _microdata(root, "datePublished")]
    values += [meta.get(name) for name in DATE_METAS]
    values += [get_text(article.get("dateCreated")), _microdata(root, "dateCreated")]
    return next((moment for value in values if value and (moment := parse_moment(value))), None)


def _script_day(root: Element) -> str | None:
    """The first day that a script calls that of publication, in JSON-LD too that is broken or tells of no article."""
    days = (match.group(1) for script in root.iter("script") for match in _SCRIPT_DAY.finditer(script.text or ""))
    return next((day for value in days if (day := parse_moment(value))), None)


def _microdata(root: Element, name: str) -> str | None:
    for element in root.xpath("//*[@itemprop=$name]", name=name):
        value = element.get("content") or element.get("datetime") or clean("".join(element.itertext()))
        if value:
            return str(value)
    return None


def _publisher(article: dict[str, Any], nodes: list[dict[str, Any]], root: Element) -> str | None:
    """Who publishes the article, else whose the site is: as JSON-LD or microdata say it."""
    named = (get_text(article.get(key)) for key in ("publisher", "sourceOrganization", "provider"))
    owners = (get_text(node) for node in nodes if is_a(node, ORGANISATION))
    return next(filter(None, named), None) or _microdata_publisher(root) or next(filter(None, owners), None)


def _microdata_publisher(root: Element) -> str | None:
    for publisher in root.xpath("//*[@itemprop='publisher']"):
        for part in publisher.xpath(".//*[@itemprop='name']"):
            value = part.get("content") or clean("".join(part.itertext()))
            if value:
                return str(value)
        if publisher.get("content"):
            return str(publisher.get("content"))
    return None
