"""Sentences with names in quotation marks and foreign letters as parts: what the rules of organisations run over."""

from __future__ import annotations

from collections.abc import Callable

from hamkor.extract.organisations.quoted import find_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Scene, build_scene
from hamkor.model import PreparedText, Span


def name_scene(reading: Reading, sentence: ReadSentence) -> Scene:
    """The sentence with names in quotation marks and foreign letters as parts too: what the rules run over."""
    return sentence.remember("names", lambda sentence: _lay_names(reading, sentence))


def _lay_names(reading: Reading, sentence: ReadSentence) -> Scene:
    span, is_foreign = sentence.sentence.span, _find_foreign(reading.prepared)
    names = find_names(reading.language, reading.prepared.text, span, is_foreign=is_foreign)
    if not names:
        return sentence.scene
    parts = [*names, *sentence.parts]
    return build_scene(reading.folded, sentence.sentence.span, parts, text=reading.prepared.text)


def _find_foreign(prepared: PreparedText) -> Callable[[Span], bool] | None:
    """Whether words stand in Latin letters in a Cyrillic document whose text is brought to Latin; else None."""
    if not prepared.language.endswith("-Cyrl"):
        return None
    original = prepared.document.text
    return lambda span: prepared.offsets.to_original(span).within(original).isascii()
