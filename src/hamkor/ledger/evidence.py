"""No statement without words: what is held before anything is written, besides the database's own constraints."""

from __future__ import annotations

from dataclasses import fields

from hamkor.ledger.engine import RefusedError
from hamkor.model import Document, Evidence, Statements


def check_words(document: Document, found: Statements) -> None:
    """Raise RefusedError where a statement does not rest on words of the text, or the text cannot be kept."""
    fault = _find_text_fault(document.text) or _find_text_fault(document.id)
    if fault:
        raise RefusedError(document.id, found=fault, expected="a text of characters", do="leave it out when reading")
    for listed in fields(found):
        for statement in getattr(found, listed.name):
            fault = _find_fault(document, statement.evidence)
            if fault:
                place = f"{document.id}, {listed.name} at {statement.evidence.start}:{statement.evidence.end}"
                raise RefusedError(
                    place, found=fault, expected="words as they stand in the text", do="mend the reading"
                )


def _find_text_fault(text: str) -> str | None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"half a character at {error.start}"
    return f"a NUL at {text.index(chr(0))}" if "\0" in text else None


def _find_fault(document: Document, said: Evidence) -> str | None:
    text, start, end = document.text, said.start, said.end
    if said.digest not in {"", document.digest}:
        return f"words of another document ({said.digest[:16]}…)"
    if not 0 <= start < end <= len(text):
        return "no words"
    if text[start:end] != said.exact:
        return f"{said.exact!r} where the text says {text[start:end]!r}"
    if not (text.endswith(said.prefix, 0, start) and text.startswith(said.suffix, end)):
        return "other words around it than the text has"
    return next((f"a further place {also}" for also in said.also if not 0 <= also.start < also.end <= len(text)), None)
