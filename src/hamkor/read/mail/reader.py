"""Mail (RFC 5322, MIME) → Document: the fullest of its bodies, without greeting, signature and notices."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read.blocks import Piece, lay_out
from hamkor.read.dates import parse_moment
from hamkor.read.mail.envelope import get_text, read_envelope
from hamkor.read.mail.letter import get_paragraphs, strip_letter
from hamkor.read.mail.saved import is_saved_page, read_saved_page
from hamkor.read.media import DOCX, EML, HTML, PDF, TEXT, XLSX, find_media_type
from hamkor.read.source import Given, Job, Source
from hamkor.read.words import fold, get_words

NEARLY_AS_FULL = 0.9  # of bodies this near to the fullest, the one with the better paragraphs is taken
SHORTEST = 40
BUTTON = 0.95  # share of a block inside links from which it is a button
MOST_PARTS = 10_000  # lines that begin like a boundary
LONGEST_HEAD = 2**20
RANK = {DOCX: 0, HTML: 1, TEXT: 2, PDF: 3, XLSX: 4}


_HEAD = re.compile(rb"(?:[^\r\n]+\r?\n?)*")


@dataclass(frozen=True, slots=True)
class Body:
    """One telling of a message: as a part of it, or as a file attached."""

    media_type: str
    pieces: tuple[Piece, ...]
    title: str | None = None
    publisher: str | None = None

    @property
    def length(self) -> int:
        return sum(len(piece.words) for piece in self.pieces)


def read_mail(job: Job) -> list[Document]:
    """The one document of a message, or of a page saved as one. Raises ReadError where nothing in it holds words."""
    _check_parts(job)
    message = message_from_bytes(_without_mark(job.content), policy=policy.default)
    if is_saved_page(message):
        return list(read_saved_page(job, message))
    bodies = [body for body in _read_bodies(job, message) if body.length >= SHORTEST]
    if not bodies:
        raise job.error(
            found="a message without text",
            expected="words in its body or in a DOCX, PDF or XLSX attached",
            do="look at the message",
        )
    body = _choose(bodies)
    envelope = read_envelope(message)
    title = envelope.subject or body.title
    pieces = [piece for piece in body.pieces if not _is_title(piece, title, envelope.raw_subject)]
    text, blocks = lay_out(pieces or body.pieces)
    return [
        Document(
            id=job.id(),
            text=text,
            digest=job.source.digest,
            media_type=EML,
            title=title or job.given.title,
            published=(parse_moment(envelope.date) if envelope.date else None) or job.given.published,
            publisher=envelope.sender or body.publisher or job.given.publisher or envelope.domain,
            url=job.given.url,
            own_text=True,
            blocks=blocks,
        )
    ]


def _without_mark(content: bytes) -> bytes:
    """A message as its head begins: some archives set a byte order mark or blank lines before it."""
    return content.lstrip(codecs.BOM_UTF8 + b"\r\n")


def _check_parts(job: Job) -> None:
    """Refuse what would be taken apart into more pieces than any message has."""
    head = len(_HEAD.match(_without_mark(job.content))[0])  # type: ignore[index]  # it always matches
    if job.content.count(b"\n--") > MOST_PARTS or head > LONGEST_HEAD:
        found, expected = "more parts or headers than a message has", f"at most {MOST_PARTS} parts"
        raise job.error(found=found, expected=expected, do="look at the message")


def _choose(bodies: list[Body]) -> Body:
    fullest = max(body.length for body in bodies)
    near = [body for body in bodies if body.length >= NEARLY_AS_FULL * fullest]
    return min(near, key=lambda body: RANK.get(body.media_type, 9))


def _read_bodies(job: Job, message: EmailMessage) -> Iterator[Body]:
    for part in message.walk():
        if part.is_multipart() or part.get_content_maintype() not in ("text", "application"):
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            yield from _read_part(job, part, content)


def _read_part(job: Job, part: EmailMessage, content: bytes) -> Iterator[Body]:
    name = part.get_filename() or ""
    kind = part.get_content_type()
    if kind == HTML:
        yield _read_markup(get_text(part))
    elif kind == TEXT and not name:
        yield Body(TEXT, tuple(strip_letter(get_paragraphs(get_text(part)))))
    else:
        yield from _read_attached(job, name, content)


def _read_markup(text: str) -> Body:
    from lxml import html

    from hamkor.read.html.parts import is_hidden
    from hamkor.read.html.units import find_units

    units = find_units(html.document_fromstring(f"<html><body>{text}</body></html>"), every_break=True)
    shown = [unit for unit in units if unit.link_share < BUTTON and not is_hidden(unit)]
    return Body(HTML, tuple(strip_letter([Piece(unit.kind, unit.text, unit.table, unit.cells) for unit in shown])))


def _read_attached(job: Job, name: str, content: bytes) -> Iterator[Body]:
    """A file attached, read by the reader of its kind; one that cannot be read is passed over."""
    from hamkor.read.readers import READERS

    kind = find_media_type(content, name=name)
    if kind not in (DOCX, PDF, XLSX, TEXT):
        return
    inner = Job(Source(f"{job.place} ({name})", content, kind), Given(), job.limits)
    try:
        outcomes = READERS[kind](inner)
    except ReadError:
        return
    for document in outcomes:
        if isinstance(document, Document):
            yield Body(kind, tuple(_pieces_of(document)), document.title, document.publisher)


def _pieces_of(document: Document) -> Iterator[Piece]:
    """A document's blocks as pieces again; cells of one row together."""
    rows: dict[tuple[int | None, int | None], list[str]] = {}
    for block in document.blocks:
        if block.kind == "cell":
            cells = rows.setdefault((block.table, block.row), [])
            cells.extend([""] * ((block.column or 0) - len(cells)))
            cells.append(block.span.within(document.text))
    for block in document.blocks:
        if block.kind != "cell":
            yield Piece(block.kind, block.span.within(document.text))
        elif (block.table, block.row) in rows:
            yield Piece("row", table=block.table, cells=tuple(rows.pop((block.table, block.row))))


def _is_title(piece: Piece, title: str | None, subject: str | None) -> bool:
    told = {fold(name).strip(" .") for name in (title, subject) if name}
    return fold(piece.text).strip(" .") in told or (
        piece.kind != "row" and fold(piece.text).strip(" .:") in get_words("subject_prefixes")
    )
