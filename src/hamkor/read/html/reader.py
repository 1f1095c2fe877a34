"""HTML → Document: main text, title, day, publisher; pages that are no article are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from hamkor.model import Document
from hamkor.read.blocks import Piece, lay_out
from hamkor.read.encoding import Decoded, decode, find_declared_charset, known_charset
from hamkor.read.html.body import Page, find_body, get_length, get_pieces
from hamkor.read.html.days import find_published
from hamkor.read.html.metadata import SUMMARY_METAS, Metadata, read_metadata
from hamkor.read.html.publisher import find_publisher
from hamkor.read.html.repeats import is_told
from hamkor.read.html.titles import find_title_unit, get_title
from hamkor.read.html.units import Element, Unit, find_units
from hamkor.read.media import HTML
from hamkor.read.source import Job, Reading
from hamkor.read.telegram import EXPORTED, find_exported, read_exported
from hamkor.read.twice_encoded import mend_twice_encoded
from hamkor.read.words import fold, get_words, holds

LEAST_PROSE = 50  # characters beside rows and headings: a table alone is no article
SHORTEST = 100  # characters of the shortest text that is still an article
UNDATED = 350  # and of one that nothing on the page dates or calls an article
MOST_UNITS = 20_000  # blocks of a page
AFTER = 6  # blocks after the text among which it may be said to go on for subscribers
LONGEST_SAYING = 80  # characters of a title that says that a page is none
STUB = 600  # characters up to which a text that asks for money or JavaScript is only the beginning of one


_STATUS = re.compile(r"(?:40[1-9]|50\d)\s*(?:\Z|[—–|:.-])")


def read_html(job: Job) -> list[Document] | Iterator[Reading]:
    """The one article of a page, or the posts of one that Telegram exported.

    Raises ReadError where the page holds none, or cannot be taken apart.
    """
    header = job.source.header("content-type") or ""
    declared = known_charset(header.partition("charset=")[2].strip("\"' ;")) or find_declared_charset(job.content)
    decoded = mend_twice_encoded(decode(job.content, declared=declared))
    root = _parse(job, decoded.text)
    if len(decoded.text) > job.limits.max_text:
        _check_length(job, root)
    posts = find_exported(root) if EXPORTED in decoded.text else []
    return read_exported(job, posts) if posts else [_read_page(job, root, decoded)]


def _check_length(job: Job, root: Element) -> None:
    """Refuse a page whose words, scripts and styles aside, are more than a text may have."""
    length = sum(map(len, root.xpath("//text()[not(parent::script or parent::style)]", smart_strings=False)))
    if length > job.limits.max_text:
        raise job.too_long(length)


def _parse(job: Job, text: str) -> Element:
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = etree.fromstring(job.bound_markup(text.replace("\x00", "").encode("utf-8", "replace")), parser)
    except etree.ParserError as problem:
        raise job.error(found="no elements", expected="a page in HTML", do="look at the file") from problem
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise job.error(
            found="elements nested too deep",
            expected="a page of at most 2,048 levels",
            do="save the page's text and read that",
        )
    if root is None:
        raise job.error(found="an empty page", expected="a page in HTML", do="look at the file")
    return root


def _read_page(job: Job, root: Element, decoded: Decoded) -> Document:
    metadata = read_metadata(root, job.source.address or job.given.url)
    units = find_units(root)
    if len(units) > MOST_UNITS:
        do = "save the page's text and read that"
        raise job.error(found=f"{len(units)} blocks", expected=f"at most {MOST_UNITS}", do=do)
    title = find_title_unit(units, metadata)
    body = find_body(Page(units, title, _get_summary(metadata)))
    pieces = _choose_pieces(body, metadata)
    head = title or (body[0] if body else None)
    published = find_published(units, head, body, metadata)
    near = units[(title.order if title else 0) : (body[-1].order + AFTER if body else None)]
    _refuse_no_article(job, metadata, near, pieces, dated=published is not None)
    text, blocks = lay_out(pieces)
    name = get_title(title, metadata)
    return Document(
        id=job.id(),
        text=text,
        digest=job.source.digest,
        media_type=HTML,
        title=name or job.given.title,
        published=published or job.given.published,
        publisher=find_publisher(root, units, name, metadata) or job.given.publisher,
        url=job.given.url or job.source.address,
        language_hint=(metadata.language or "").replace("_", "-") or None,
        own_text=True,
        notice=decoded.notice,
        blocks=blocks,
    )


def _get_summary(metadata: Metadata) -> str:
    return next((fold(metadata.meta[name]) for name in SUMMARY_METAS if name in metadata.meta), "")


def _choose_pieces(body: list[Unit], metadata: Metadata) -> list[Piece]:
    """The visible text; the one in JSON-LD where the page shows less than half of it."""
    hidden = metadata.body or ""
    if len(hidden) > 2 * get_length(body) and len(hidden) >= SHORTEST and not (body and is_told(body, hidden)):
        return [Piece("paragraph", line) for line in hidden.splitlines()]
    return get_pieces(body)


def _refuse_no_article(job: Job, metadata: Metadata, units: list[Unit], pieces: list[Piece], *, dated: bool) -> None:
    length = sum(len(piece.words) for piece in pieces if piece.kind != "heading")
    shown = fold(" ".join(unit.text for unit in units))[:20_000]
    if not (metadata.is_article and dated) and _says_no_article(metadata, units):
        raise _no_article(job, "a page that says it is none (search, error, check)")
    if length < STUB and holds(shown, "withheld"):
        raise _no_article(job, "a page that holds its text back (subscription or JavaScript)")
    prose = sum(len(piece.words) for piece in pieces if piece.kind not in ("heading", "row"))
    if length < SHORTEST or prose < LEAST_PROSE or (length < UNDATED and not dated and not metadata.is_article):
        found = f"{length} characters of running text among {len(units)} blocks (links, a section, an empty page)"
        raise _no_article(job, found)


def _says_no_article(metadata: Metadata, units: list[Unit]) -> bool:
    """Whether the title of a page says that it is no article; a number alone says so only where it is all."""
    heads = [
        fold(metadata.page_title or ""),
        *(unit.folded for unit in units if unit.kind == "heading" and unit.element.tag == "h1"),
    ]
    words = tuple(word for word in get_words("no_article") if not word.isdigit())
    short = [head for head in heads if len(head) < LONGEST_SAYING]
    told = any(head.startswith(words) or head.endswith(words) for head in short)
    return told or any(head.isdigit() or _STATUS.match(head) for head in short)


def _no_article(job: Job, found: str) -> Exception:
    return job.error(found=found, expected="an article", do="give the address or file of one article")
