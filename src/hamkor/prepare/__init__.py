"""From a document as read to a text made ready: language, repair, sentences, dateline, who is credited."""

from __future__ import annotations

from hamkor.grammar import Language, load_language
from hamkor.grammar.language import LANGUAGES
from hamkor.model import Document, OffsetMap, PreparedText, Sentence
from hamkor.prepare.blocks import list_blocks
from hamkor.prepare.language import UNDETERMINED, find_language
from hamkor.prepare.lines import join_wrapped_lines
from hamkor.prepare.sentences import split_sentences
from hamkor.prepare.tellings import merge_tellings
from hamkor.prepare.wording import get_sentence_words
from hamkor.text.edits import apply_edits, compose
from hamkor.text.fold import fold
from hamkor.text.repair import repair

__all__ = ["prepare"]


def prepare(document: Document) -> PreparedText:
    """The document made ready to be read for statements.

    Trap: where its language is recognised but has no folder, there are no sentences and `notice` says why.
    """
    tag = find_language(document.text)
    if tag == UNDETERMINED and document.title:
        tag = find_language(document.title)
    repaired = repair(document.text)
    if not (LANGUAGES / tag / "language.toml").exists():
        return _without_sentences(document, tag, repaired.text, repaired.offsets)
    return _prepare_in(load_language(tag), document, repaired.text, repaired.offsets)


def _without_sentences(document: Document, tag: str, text: str, offsets: OffsetMap) -> PreparedText:
    known = f"The language was recognised as {tag}, which is not read yet."
    return PreparedText(
        document=document,
        text=text,
        offsets=offsets,
        language=tag,
        sentences=(),
        published=document.published[:10] if document.published else None,
        publisher=document.publisher,
        notice="The text has too few words to tell its language." if tag == UNDETERMINED else known,
    )


def _prepare_in(language: Language, document: Document, text: str, offsets: OffsetMap) -> PreparedText:
    words = get_sentence_words(language)
    if not document.blocks:
        text, wrapped = apply_edits(text, join_wrapped_lines(text, words))
        offsets = compose(offsets, wrapped)
    folded = fold(text)
    sentences = [
        Sentence(span, number, block.kind, block.row)
        for number, block in enumerate(list_blocks(document, text, offsets))
        for span in split_sentences(text, block.span, words)
    ]
    kept, doubled = merge_tellings(sentences, folded)
    return PreparedText(
        document=document,
        text=text,
        offsets=offsets,
        language=language.code,
        sentences=kept,
        published=document.published[:10] if document.published else None,
        publisher=document.publisher,
        doubled=doubled,
    )
