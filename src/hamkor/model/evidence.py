"""Where a statement stands in its document, in the terms of the W3C Web Annotation Data Model."""

from __future__ import annotations

from unicodedata import combining

from hamkor.model.value import value

CONTEXT = 32  # characters of prefix and suffix kept with a quotation


@value(frozen=True, slots=True, order=True)
class Span:
    """A text position: code points, start inclusive, end exclusive.

    Source: W3C Web Annotation Data Model, TextPositionSelector.

    >>> Span(2, 5).within("hamkor")
    'mko'
    """

    start: int
    end: int

    def within(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@value(frozen=True, slots=True)
class Evidence:
    """The words a statement rests on: their place and the words themselves.

    `text[start:end] == exact` holds over the text of the document with this digest.
    `also` are the places of further tellings of the same words in the same document.

    Source: W3C Web Annotation Data Model, TextPositionSelector and TextQuoteSelector.
    """

    digest: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    also: tuple[Span, ...] = ()


def take_whole_letters(text: str, span: Span) -> Span:
    """The span with the marks that belong to its last letter, where a text writes them apart («и» and a breve)."""
    end = span.end
    while end < len(text) and combining(text[end]):
        end += 1
    return Span(span.start, end) if end > span.end else span


def get_evidence(text: str, span: Span, *, digest: str, also: tuple[Span, ...] = ()) -> Evidence:
    """Quote `span` of `text`, never ending within a letter. Raises ValueError where the span is empty or outside it.

    >>> get_evidence("a meeting was held", Span(2, 9), digest="").exact
    'meeting'
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"no words at {span.start}:{span.end} of a text of {len(text)} characters")
    span = take_whole_letters(text, span)
    return Evidence(
        digest=digest,
        start=span.start,
        end=span.end,
        exact=span.within(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        also=also,
    )
