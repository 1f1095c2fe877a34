"""A document made ready for reading: repaired text, the way back to the original, sentences, language."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from hamkor.model.document import Dateline, Document
from hamkor.model.evidence import Span
from hamkor.model.value import value


@value(frozen=True, slots=True)
class OffsetMap:
    """The way from a repaired text back to the original, kept as runs that repair wrote down.

    Run k begins at `clean[k]` in the repaired text and at `original[k]` in the original; within a run both
    advance together. Every edit begins a new run. `clean[0] == original[0] == 0`.

    >>> inserted_space = OffsetMap((0, 5, 6), (0, 5, 5), 10, 9)   # "дело.Об…" → "дело. Об…"
    >>> inserted_space.to_original(Span(6, 8))
    Span(start=5, end=7)
    """

    clean: tuple[int, ...]
    original: tuple[int, ...]
    clean_length: int
    original_length: int

    def _position(self, offset: int, run: int) -> int:
        """Where `offset` leads to by this run, which ends where the next one begins."""
        end = self.original[run + 1] if run + 1 < len(self.original) else self.original_length
        return min(self.original[run] + offset - self.clean[run], end)

    def to_original(self, span: Span) -> Span:
        """The original span that holds all characters of the clean `span`."""
        if len(self.clean) == 1 and span.start < span.end <= self.original_length:
            return span  # nothing was repaired
        first = bisect_right(self.clean, span.start) - 1
        last = bisect_right(self.clean, max(span.start, span.end - 1)) - 1
        start = self._position(span.start, first)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self._position(span.end, last)))

    def to_clean(self, span: Span) -> Span:
        """The clean span of an original one; characters that repair took out fall on their neighbours."""
        start = self._clean_position(span.start)
        return Span(start, max(start, self._clean_position(span.end)))

    def _clean_position(self, offset: int) -> int:
        run = bisect_right(self.original, offset) - 1
        end = self.clean[run + 1] if run + 1 < len(self.clean) else self.clean_length
        return min(self.clean[run] + offset - self.original[run], end)


@value(frozen=True, slots=True)
class Sentence:
    """A sentence of the repaired text that is read for statements.

    span   its place in `PreparedText.text`
    block  number of its block in the text (paragraphs, items, cells), from 0; sentences of one block stand together
    kind   heading | paragraph | item | cell
    row    (table, row) where it is a cell of a table, else None; `column` of that cell
    also   places (in the repaired text) where the same sentence is told again in the document
    """

    span: Span
    block: int
    kind: str = "paragraph"
    row: tuple[int, int] | None = None
    also: tuple[Span, ...] = ()
    column: int | None = None


@value(frozen=True, slots=True)
class PreparedText:
    """What the stages after `prepare` work on. All spans count in `text`, the repaired text.

    `sentences` leave out furniture, the dateline's own words and second tellings (which stand in `Sentence.also`).
    `published` is the ISO 8601 day that relative times are counted from.
    `title` is the document's, in the letters that the language's data are written in.
    `notice` says why nothing is read, where that is so (a language recognised but not read, say).
    """

    document: Document
    text: str
    offsets: OffsetMap
    language: str
    sentences: tuple[Sentence, ...]
    published: str | None = None
    publisher: str | None = None
    attributed_to: tuple[str, ...] = ()
    dateline: Dateline = field(default_factory=Dateline)
    doubled: bool = False
    notice: str | None = None
    title: str | None = None
