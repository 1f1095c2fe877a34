"""From a span of the prepared text to evidence in the document's own text."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.model import Evidence, Sentence, Span
from hamkor.model.evidence import get_evidence


def get_words(reading: Reading, span: Span, sentence: Sentence | None = None) -> Evidence:
    """The words of `span` (in the prepared text) as they stand in the document.

    With the `sentence` they stand in, `also` names their place in each further telling of it that has the same words.
    Raises ValueError where the span is empty.
    """
    prepared = reading.prepared
    document = prepared.document
    original = prepared.offsets.to_original(span)
    also = tuple(_other_places(reading, span, sentence)) if sentence else ()
    return get_evidence(document.text, original, digest=document.digest, also=also)


def _other_places(reading: Reading, span: Span, sentence: Sentence) -> list[Span]:
    """Tellings may differ in space or quotation marks, so the words are sought within each telling alone."""
    words, places = reading.folded[span.start : span.end], []
    for telling in sentence.also:
        at = reading.folded.find(words, telling.start, telling.end)
        if at >= 0:
            places.append(reading.prepared.offsets.to_original(Span(at, at + len(words))))
    return places
