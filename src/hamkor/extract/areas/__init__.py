"""Finds areas in a sentence: countries, regions and cities by noun, by adjective, by pairs of adjectives."""

from __future__ import annotations

from hamkor.extract.areas.atlas import Atlas, load_atlas
from hamkor.extract.areas.finder import Finder
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import find_words
from hamkor.model import Span


def find_areas(language: Language, text: str, folded: str, span: Span) -> list[Part]:
    """The areas of `span`, as parts: kind `area` for names, `adjective` for adjectives; they do not overlap.

    Names count only where the text writes them with a capital. Source: languages/<code>/areas.tsv and areas.toml.
    """
    atlas: Atlas = language.remember("areas", load_atlas)
    words, forms = find_words(folded, span.start, span.end)
    known = atlas.known.find_among(forms)
    return list(Finder(atlas, text, folded, words).find(known)) if known else []
