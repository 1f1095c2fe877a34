"""Mail (RFC 5322, MIME) → Document: the fullest of its bodies, without greeting, signature and notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read.blocks import Piece, lay_out
from hamkor.read.dates import parse_moment
from hamkor.read.encoding import decode, known_charset
from hamkor.read.media import DOCX, EML, HTML, PDF, TEXT, XLSX, find_media_type
from hamkor.read.source import Given, Job, Source
from hamkor.read.words import fold, get_words, holds, starts_with

NEARLY_AS_FULL = 0.9  # of bodies this near to the fullest, the one with the better paragraphs is taken
SHORTEST = 40
OPENING = 4  # pieces at the beginning that may be greeting and cover note
RANK = {DOCX: 0, HTML: 1, TEXT: 2, PDF: 3, XLSX: 4}
_PREFIX_END = re.compile(r"\s*[:.]\s*")
_SIGNATURE = re.compile(r"(?:--|—|–|_{3,}|-{3,}|={3,}|\*{3,})\s*\Z")
_HEADER_LINE = re.compile(r"[>*\s]*([^\W\d]+)\s*:\**\s+(.+)")


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


@dataclass(frozen=True, slots=True)
class Envelope:
    """Subject, sender and day: of the message, or of the one forwarded in it."""

    subject: str | None = None
    sender: str | None = None
    date: str | None = None


def read_mail(job: Job) -> list[Document]:
    """The one document of a message. Raises ReadError where neither body nor attachment holds words."""
    message = message_from_bytes(job.content, policy=policy.default)
    bodies = [body for body in _read_bodies(job, message) if body.length >= SHORTEST]
    if not bodies:
        raise job.error(
            found="a message without text",
            expected="words in its body or in a DOCX, PDF or XLSX attached",
            do="look at the message",
        )
    body = _choose(bodies)
    envelope = _read_envelope(message, bodies)
    title = _clean_subject(envelope.subject) or body.title
    pieces = [piece for piece in body.pieces if not _is_title(piece, title, envelope.subject)]
    text, blocks = lay_out(pieces or body.pieces)
    return [
        Document(
            id=job.id(),
            text=text,
            digest=job.source.digest,
            media_type=EML,
            title=title or job.given.title,
            published=(parse_moment(envelope.date) if envelope.date else None) or job.given.published,
            publisher=envelope.sender or body.publisher or job.given.publisher or _domain(message),
            url=job.given.url,
            own_text=True,
            blocks=blocks,
        )
    ]


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
        yield _read_markup(_text(part, content))
    elif kind == TEXT and not name:
        yield Body(TEXT, tuple(strip_letter(_paragraphs(_text(part, content)))))
    else:
        yield from _read_attached(job, name, content)


def _text(part: EmailMessage, content: bytes) -> str:
    return decode(content, declared=known_charset(part.get_content_charset())).text


def _read_markup(text: str) -> Body:
    from lxml import html

    from hamkor.read.html.units import find_units

    units = (
        find_units(html.document_fromstring(f"<html><body>{text}</body></html>"), every_break=True)
        if text.strip()
        else []
    )
    return Body(HTML, tuple(strip_letter([Piece(unit.kind, unit.text, unit.table, unit.cells) for unit in units])))


def _paragraphs(text: str) -> list[Piece]:
    """Paragraphs of a plain body: parted by blank lines; lines wrapped at a width are one."""
    pieces = []
    for block in re.split(r"\n[ \t>]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip(" \t>") for line in block.split("\n") if line.strip(" \t>")]
        wrapped = len(lines) > 1 and all(len(line) >= 55 for line in lines[:-1])
        joined = [" ".join(lines)] if wrapped else lines
        pieces += [Piece("paragraph", " ".join(line.split())) for line in joined]
    return pieces


def _read_attached(job: Job, name: str, content: bytes) -> Iterator[Body]:
    """A file attached, read by the reader of its kind; one that cannot be read is passed over."""
    from hamkor.read.reading import READERS

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
            rows.setdefault((block.table, block.row), []).append(block.span.within(document.text))
    for block in document.blocks:
        if block.kind != "cell":
            yield Piece(block.kind, block.span.within(document.text))
        elif (block.table, block.row) in rows:
            yield Piece("row", table=block.table, cells=tuple(rows.pop((block.table, block.row))))


def strip_letter(pieces: list[Piece]) -> list[Piece]:
    """Pieces without greeting, cover note, signature, confidentiality notice and the head of a forwarded message."""
    pieces = _after_forwarded(pieces)
    signature = next(
        (place for place, piece in enumerate(pieces) if place and _begins_signature(piece.text)), len(pieces)
    )
    pieces = [piece for piece in pieces[:signature] if not _is_notice(piece.text)]
    opening = [piece for piece in pieces[:OPENING] if not _opens_letter(piece.text)]
    return opening + pieces[OPENING:]


def _after_forwarded(pieces: list[Piece]) -> list[Piece]:
    """What follows the head lines of the last message forwarded; all, where none is."""
    for place in range(len(pieces) - 1, -1, -1):
        if len(pieces[place].text) < 120 and holds(fold(pieces[place].text), "forwarded"):
            rest = pieces[place + 1 :]
            while rest and (_header_of(rest[0].text) or rest[0].text.startswith("<")):
                rest = rest[1:]
            return rest
    return pieces


def _header_of(line: str) -> tuple[str, str] | None:
    """Name and value of a head line of a forwarded message: ("subject", "…")."""
    match = _HEADER_LINE.match(line)
    if match:
        for key in ("from", "date", "subject", "to"):
            if fold(match.group(1)) in get_words("forwarded_headers", key):
                return key, match.group(2).strip(" *")
    return None


def _begins_signature(text: str) -> bool:
    return _SIGNATURE.match(text) is not None or (len(text) < 80 and starts_with(fold(text), "farewells"))


def _is_notice(text: str) -> bool:
    return len(text) < 1500 and holds(fold(text), "confidential")


def _opens_letter(text: str) -> bool:
    words = fold(text)
    if len(words) < 80 and starts_with(words, "greetings"):
        return True
    return len(words) < 250 and (starts_with(words, "cover_notes") or holds(words, "cover_notes"))


def _read_envelope(message: EmailMessage, bodies: list[Body]) -> Envelope:
    name = parseaddr(str(message.get("from", "")))[0]
    own = Envelope(str(message.get("subject", "")) or None, name or None, str(message.get("date", "")) or None)
    inner = _forwarded_envelope(message)
    return replace(own, **{key: value for key, value in inner.items() if value})


def _domain(message: EmailMessage) -> str | None:
    return parseaddr(str(message.get("from", "")))[1].partition("@")[2] or None


def _forwarded_envelope(message: EmailMessage) -> dict[str, str]:
    """What the head lines of a message forwarded within a plain body say."""
    part = next((part for part in message.walk() if part.get_content_type() == TEXT), None)
    content = part.get_payload(decode=True) if part is not None else None
    if not isinstance(content, bytes) or part is None:
        return {}
    lines = [piece.text for piece in _paragraphs(_text(part, content))]
    start = max(
        (place for place, line in enumerate(lines) if len(line) < 120 and holds(fold(line), "forwarded")), default=None
    )
    if start is None:
        return {}
    found = dict(header for line in lines[start + 1 : start + 8] if (header := _header_of(line)))
    return {
        "subject": found.get("subject", ""),
        "sender": parseaddr(found.get("from", ""))[0],
        "date": found.get("date", ""),
    }


def _clean_subject(subject: str | None) -> str | None:
    """A subject without "Fwd:", "Re:", "Press release:" and brackets; None where nothing is left of it."""
    words = " ".join((subject or "").split())
    while True:
        head, mark, rest = words.partition(":")
        label = re.sub(r"[\[\]()\d]", "", fold(head)).strip()
        if not mark or label not in get_words("subject_prefixes"):
            break
        words = rest.strip()
    words = re.sub(r"\A\[[^\]]{1,30}\]\s*", "", words)
    return words if len(words) > 3 and fold(words).strip(" .") not in get_words("subject_prefixes") else None


def _is_title(piece: Piece, title: str | None, subject: str | None) -> bool:
    told = {fold(name).strip(" .") for name in (title, subject) if name}
    return fold(piece.text).strip(" .") in told or (
        piece.kind != "row" and fold(piece.text).strip(" .:") in get_words("subject_prefixes")
    )
