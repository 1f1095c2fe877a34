"""What kind of thing the bytes are: by what they hold first, by name and header second."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import PurePath
from urllib.parse import urlsplit

from hamkor.read.encoding import decode_roughly

TEXT = "text/plain"
HTML = "text/html"
JSON = "application/json"
JSON_LINES = "application/x-ndjson"
ADDRESSES = "text/uri-list"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EML = "message/rfc822"
FEED = "application/rss+xml"  # Atom, too: one library reads both
SQLITE = "application/vnd.sqlite3"
SQLITE_MAGIC = b"SQLite format 3\x00"

BY_INPUT_FORMAT = {"text": TEXT, "html": HTML, "json": JSON, "jsonl": JSON_LINES}
BY_SUFFIX = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".amp": HTML,
    ".json": JSON, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES,
    ".pdf": PDF, ".docx": DOCX, ".docm": DOCX, ".xlsx": XLSX, ".xlsm": XLSX,
    ".eml": EML, ".mht": EML, ".mhtml": EML,
    ".rss": FEED, ".atom": FEED,
}  # fmt: skip
BY_HEADER = {
    "text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT,
    "application/json": JSON, "application/ld+json": JSON, JSON_LINES: JSON_LINES, "application/jsonl": JSON_LINES,
    PDF: PDF, DOCX: DOCX, XLSX: XLSX, EML: EML,
    FEED: FEED, "application/atom+xml": FEED,
}  # fmt: skip
PDF_MAGIC = b"%PDF-"
PDF_HEAD = 1024  # bytes among which a PDF may begin (ISO 32000, annex H)
MAGIC = (
    (PDF_MAGIC, PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (SQLITE_MAGIC, SQLITE),
)
HEAD = 20_000  # bytes that are looked at
BINARY = "application/octet-stream"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|article|div|p|table)\b",
    re.I | re.S,
)
_FEED = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype [^>\[]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MAIL = re.compile(
    r"^(?:from|to|received|return-path|message-id|subject|mime-version|date|delivered-to|content-type|x-[\w-]+):",
    re.I | re.M,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")
_ADDRESS = re.compile(r"https?://\S+\Z", re.I)
_LIKE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z|[\w-]+(?:\.[\w-]+)+/\S*\Z", re.I)  # with or without https://


def find_media_type(content: bytes, *, name: str = "", header: str | None = None) -> str:
    """The media type of bytes. What they hold wins over what they are called.

    >>> find_media_type(b"%PDF-1.7 ...", name="notes.txt")
    'application/pdf'
    """
    for magic, media_type in MAGIC:
        if content.startswith(magic):
            return media_type
    if content.startswith(b"PK\x03\x04"):
        return _find_office_type(content) or _find_named(name, header) or "application/zip"
    return _find_text_type(content, _find_named(name, header))


def _find_named(name: str, header: str | None) -> str | None:
    path = urlsplit(name).path if _ADDRESS.match(name) else name
    declared = BY_HEADER.get((header or "").split(";")[0].strip().lower())
    return declared or BY_SUFFIX.get(PurePath(path).suffix.lower())


def _find_office_type(content: bytes) -> str | None:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        return None
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else None


def _find_text_type(content: bytes, named: str | None) -> str:
    head = decode_roughly(content[:HEAD]).lstrip("\ufeff")
    if _is_binary(head):
        return PDF if PDF_MAGIC in content[:PDF_HEAD] else BINARY
    if _FEED.match(head):
        return FEED
    if _HTML.match(head):
        return HTML
    if named == HTML and _is_mail(head):
        return EML
    if named in (HTML, EML, JSON_LINES, FEED):
        return named
    return _find_json_type(content, head, named) or _find_plain_type(content, head)


def _is_binary(head: str) -> bool:
    return "\x00" in head or len(_CONTROL.findall(head)) > 0.01 * len(head) + 1


def _find_json_type(content: bytes, head: str, named: str | None) -> str | None:
    if head.lstrip()[:1] not in ("{", "["):
        return named if named == JSON else None
    lines = [line for line in content.split(b"\n", 3)[:3] if line.strip()]
    if len(lines) > 1 and lines[0].lstrip().startswith(b"{") and _is_json(lines[0]):
        return JSON_LINES
    return JSON if named == JSON or _looks_like_json(head) else None


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _looks_like_json(head: str) -> bool:
    return re.match(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{"]|\]))', head) is not None


def _is_mail(head: str) -> bool:
    """Whether text begins with lines of a message's head."""
    return len(_MAIL.findall(head.split("\n\n", maxsplit=1)[0].split("\r\n\r\n", maxsplit=1)[0])) >= 3


def _find_plain_type(content: bytes, head: str) -> str:
    if _is_mail(head):
        return EML
    lines = [line.strip() for line in head.splitlines() if line.strip() and not line.startswith("#")]
    return ADDRESSES if _are_addresses(lines[: 50 if len(content) > HEAD else None]) else TEXT


def _are_addresses(lines: list[str]) -> bool:
    """Whether most lines are addresses, the first among them: a line that is none is then an error of its own."""
    like = [bool(_LIKE_ADDRESS.match(line)) for line in lines]
    return bool(like) and like[0] and sum(like) * 3 >= len(like) * 2
