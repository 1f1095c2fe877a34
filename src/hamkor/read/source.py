"""What came in, as it came, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a document beforehand. `id` and `url` win; the rest stands in where the document is silent."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes as they came, for the ledger to keep.

    place       where they came from: a path, an address, "-"; with ":3" for the third line of a file
    content     the bytes
    media_type  what they were read as (RFC 6838)
    fetched_at  when they were read, ISO 8601 in UTC
    headers     of the HTTP answer, in order; empty otherwise
    address     the last address after redirects, or None
    """

    place: str
    content: bytes
    media_type: str | None = None
    fetched_at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    headers: tuple[tuple[str, str], ...] = ()
    address: str | None = None

    @property
    def digest(self) -> str:
        """The sha256 of the bytes, hexadecimal."""
        return sha256(self.content).hexdigest()

    def header(self, name: str) -> str | None:
        """The first header of this name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document of the input, in its turn: the document, or the error that stands in its place.

    `source` is None where nothing came at all (a missing file, an address that never answers).
    """

    id: str
    outcome: Document | ReadError
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What every reader is handed: the source, what is known beforehand, the limits."""

    source: Source
    given: Given = Given()
    limits: Limits = DEFAULT_LIMITS

    @property
    def place(self) -> str:
        return self.source.place

    @property
    def content(self) -> bytes:
        return self.source.content

    def id(self, *, names_document: bool = True) -> str:
        """The id given, else the address, else the path, else 16 hex digits of the digest.

        `names_document` is False where the place names more than this one document (a line of a file).
        """
        place = self.place if names_document and self.place != "-" else None
        return self.given.id or self.given.url or place or self.source.digest[:16]

    def bound_markup(self, markup: bytes) -> bytes:
        """`markup` itself, if the tree made of it stays within the limits. Raises ReadError else, before it is made."""
        most, tags = self.limits.max_parts, markup.count(b"<")
        if tags > most:
            raise self.error(found=f"{tags} tags", expected=f"at most {most}", do="save its text and read that")
        return markup

    def too_long(self, length: int) -> ReadError:
        """The error of a text of so many characters."""
        found, expected = f"a text of {length} characters", f"at most {self.limits.max_text} a document"
        return self.error(found=found, expected=expected, do="split it")

    def error(self, *, found: str, expected: str, do: str) -> ReadError:
        return ReadError(self.place, found=found, expected=expected, do=do)
