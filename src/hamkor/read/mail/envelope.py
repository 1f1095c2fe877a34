"""Subject, sender and day of a message: its own, or those of the message that it forwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import EmailMessage
from email.utils import parseaddr

from hamkor.read.encoding import decode, known_charset
from hamkor.read.mail.letter import find_header, get_paragraphs
from hamkor.read.media import EML, TEXT
from hamkor.read.words import fold, get_words, holds


@dataclass(frozen=True, slots=True)
class Envelope:
    """Subject without its prefixes and as it came, sender's name and domain, day as the head prints it."""

    subject: str | None = None
    raw_subject: str | None = None
    sender: str | None = None
    domain: str | None = None
    date: str | None = None


def get_text(part: EmailMessage) -> str:
    """The words of a text part in whatever encoding it is; empty where it has none."""
    content = part.get_payload(decode=True)
    return (
        decode(content, declared=known_charset(part.get_content_charset())).text if isinstance(content, bytes) else ""
    )


def read_envelope(message: EmailMessage) -> Envelope:
    """The envelope of a message; of one that is forwarded, what the inner head says, as far as it says it."""
    own = _own_envelope(message)
    inner = _quoted_envelope(message) or _attached_envelope(message)
    return replace(own, **{name: value for name, value in inner.items() if value})


def _own_envelope(message: EmailMessage) -> Envelope:
    name, address = parseaddr(_raw_header(message, "from"))
    subject = _decode_words(_raw_header(message, "subject"))
    date = _raw_header(message, "date") or None
    return Envelope(
        clean_subject(subject), subject, _get_sender(_decode_words(name)), address.partition("@")[2] or None, date
    )


def _get_sender(name: str) -> str | None:
    """Who sends: of a person with a body in brackets, as offices write it, the body."""
    body = re.fullmatch(r".+\((.{3,})\)", name)
    named = body is not None and any(word in fold(body.group(1)) for word in get_words("publishers"))
    return body.group(1) if body is not None and named else name or None


def _raw_header(message: EmailMessage, name: str) -> str:
    """A header before any decoding, on one line. The library's own decoding puts spaces between encoded words."""
    value = next((value for key, value in message.raw_items() if key.lower() == name), "")
    return re.sub(r"\r?\n[ \t]+", " ", str(value)).strip()


def _decode_words(value: str) -> str:
    """A header with its encoded words (RFC 2047) decoded; bare bytes, which old programs send, by their letters."""
    try:
        value.encode("ascii")
        parts = decode_header(value)
    except UnicodeEncodeError:
        return decode(value.encode("utf-8", "surrogateescape")).text
    except HeaderParseError:
        return value
    words = (decode(part, declared=charset).text if isinstance(part, bytes) else part for part, charset in parts)
    return " ".join("".join(words).split())


def _attached_envelope(message: EmailMessage) -> dict[str, str | None]:
    """What the head of a message says that is attached as a whole."""
    for part in message.walk():
        inner = part.get_payload(0) if part.get_content_type() == EML else None
        if isinstance(inner, EmailMessage):
            own = _own_envelope(inner)
            return {"subject": own.subject, "raw_subject": own.raw_subject, "sender": own.sender, "date": own.date}
    return {}


def _quoted_envelope(message: EmailMessage) -> dict[str, str | None]:
    """What the head lines of a message say that is forwarded within a plain body."""
    part = next((part for part in message.walk() if part.get_content_type() == TEXT), None)
    lines = [piece.text for piece in get_paragraphs(get_text(part))] if isinstance(part, EmailMessage) else []
    starts = [place for place, line in enumerate(lines) if len(line) < 120 and holds(fold(line), "forwarded")]
    if not starts:
        return {}
    found = dict(header for line in lines[starts[-1] + 1 : starts[-1] + 8] if (header := find_header(line)))
    subject = found.get("subject")
    return {
        "subject": clean_subject(subject),
        "raw_subject": subject,
        "sender": parseaddr(found.get("from", ""))[0],
        "date": found.get("date"),
    }


def clean_subject(subject: str | None) -> str | None:
    """A subject without "Fwd:", "Re:", "Press release:" and brackets; None where nothing is left of it."""
    words = " ".join((subject or "").split())
    while True:
        head, *rest = re.split(r"\s*:\s*|\s+[-–—]\s+", words, maxsplit=1)
        label = re.sub(r"[\[\]()\d]", "", fold(head)).strip()
        if not rest or label not in get_words("subject_prefixes"):
            break
        words = rest[0]
    words = re.sub(r"\A\[[^\]]{1,30}\]\s*", "", words)
    return words if len(words) > 3 and fold(words).strip(" .") not in get_words("subject_prefixes") else None
