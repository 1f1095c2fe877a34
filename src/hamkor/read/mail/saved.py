"""Pages that a browser saved whole (MHTML, RFC 2557): the page within, read as a page is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from hamkor.model import Document
from hamkor.read.html.reader import read_html
from hamkor.read.media import HTML
from hamkor.read.source import Job, Reading


def is_saved_page(message: EmailMessage) -> bool:
    """Whether a message is a page with its pictures, sent to nobody."""
    return message.get_content_type() == "multipart/related" and "to" not in message and _find_page(message) is not None


def read_saved_page(job: Job, message: EmailMessage) -> Iterator[Document]:
    """The article of the page. Raises ReadError as `read_html` does."""
    part = _find_page(message)
    content = part.get_payload(decode=True) if part is not None else b""
    address = message.get("snapshot-content-location") or (part.get("content-location") if part is not None else None)
    web = str(address) if str(address).startswith("http") else job.source.address
    headers = (("content-type", f"{HTML}; charset={part.get_content_charset() or ''}"),) if part is not None else ()
    page = replace(job.source, content=content if isinstance(content, bytes) else b"", headers=headers, address=web)
    for outcome in read_html(replace(job, source=page)):
        if not isinstance(outcome, Reading):
            yield replace(outcome, id=job.id(), digest=job.source.digest, url=job.given.url or web)


def _find_page(message: EmailMessage) -> EmailMessage | None:
    parts = (part for part in message.walk() if part.get_content_type() == HTML)
    return next((part for part in parts if isinstance(part, EmailMessage)), None)
