"""How much a reader takes in before it says no."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading; one document that breaks them gives an error, the rest goes on.

    max_bytes       bytes of one document (of one line, in JSON Lines)
    max_text        characters of one document's text (a million fill some 500 pages)
    max_parts       tags of one page or part of an Office file, values of one JSON file: each takes some 300 bytes
    max_unpacked    bytes a packed file (DOCX, XLSX, a compressed answer) may unfold to
    max_rows        rows of one table; what follows is cut and said so in `Document.notice`
    max_entries     entries of one feed, the first ones; the rest is told as left out
    hops            how many lists of addresses may stand one within another; a feed is the last of them
    seconds         wall time for one address, redirects included
    redirects       how many redirects an address may take
    allow_private   True lets addresses of this machine and of private networks be read
    """

    max_bytes: int = 32 * MIB
    max_text: int = 1_000_000
    max_parts: int = 1_000_000
    max_unpacked: int = 128 * MIB
    max_rows: int = 20_000
    max_entries: int = 200
    hops: int = 2
    seconds: float = 20.0
    redirects: int = 5
    allow_private: bool = False


DEFAULT_LIMITS = Limits()
