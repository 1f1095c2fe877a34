"""From a document as read to a text made ready: language, repair, sentences, dateline, who is credited."""

from __future__ import annotations

from dataclasses import replace

from hamkor.errors import LanguageError
from hamkor.grammar import Language, load_language
from hamkor.model import Document, OffsetMap, PreparedText, Sentence, Span
from hamkor.prepare.blocks import TextBlock, list_blocks
from hamkor.prepare.credit import find_credited
from hamkor.prepare.dateline import find_day, read_headers
from hamkor.prepare.dateline_words import get_dateline_words
from hamkor.prepare.furniture import leave_out_furniture
from hamkor.prepare.language import UNDETERMINED
from hamkor.prepare.lines import join_wrapped_lines
from hamkor.prepare.page import Draft, Page
from hamkor.prepare.passages import split_passages
from hamkor.prepare.sentences import split_sentences
from hamkor.prepare.tellings import merge_tellings
from hamkor.prepare.wording import SentenceWords, get_sentence_words
from hamkor.text.edits import apply_edits, compose
from hamkor.text.fold import fold
from hamkor.text.repair import Repaired, repair

__all__ = ["join_passages", "prepare", "prepare_passages"]


def prepare(document: Document) -> PreparedText:
    """The document made ready to be read for statements in the language of most of it.

    Trap: where its language is recognised but has no folder, there are no sentences and `notice` says why.
    """
    tag, main = split_passages(document)[0]
    return _prepare(tag, main)


def prepare_passages(document: Document) -> list[PreparedText]:
    """The document made ready once for each language that whole lines of it are in, that of most of it first.

    The `document` of each holds the lines of its language only; the others are blank, so that offsets stay.
    """
    return [_prepare(tag, passages) for tag, passages in split_passages(document)]


def join_passages(document: Document, passages: list[PreparedText]) -> PreparedText:
    """What is told of the whole document: by its main passage, else by the others; and what of it is not read."""
    if len(passages) == 1:
        return passages[0]
    main, unread = passages[0], sorted(p.language for p in passages if p.notice)
    dateline = next((p.dateline for p in passages if p.dateline.place), main.dateline)
    credited = dict.fromkeys(name for p in passages for name in p.attributed_to)
    partly = f"Passages in {', '.join(unread)} are not read." if unread else None
    notice = main.notice if len(unread) == len(passages) else partly
    return replace(main, document=document, dateline=dateline, attributed_to=tuple(credited), notice=notice)


def _prepare(tag: str, document: Document) -> PreparedText:
    repaired = repair(document.text)
    language = _find_read_language(tag)
    if language is None:
        return _without_sentences(document, tag, repaired.text, repaired.offsets)
    return _prepare_in(tag, language, document, repaired)


def _find_read_language(tag: str) -> Language | None:
    """The language of this tag if there is a folder of it; a language is read when its folder is there."""
    try:
        return load_language(tag)
    except LanguageError:
        return None


def _without_sentences(document: Document, tag: str, text: str, offsets: OffsetMap) -> PreparedText:
    known = f"The language was recognised as {tag}, which is not read."
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


def _prepare_in(tag: str, language: Language, document: Document, repaired: Repaired) -> PreparedText:
    text, offsets, words = repaired.text, repaired.offsets, get_sentence_words(language)
    if not document.blocks:
        text, wrapped = apply_edits(text, join_wrapped_lines(text, words))
        offsets = compose(offsets, wrapped)
    text, read = language.reader.convert(text)
    offsets = compose(offsets, read)
    page = Page(text, fold(text))
    blocks = list_blocks(document, text, offsets)
    published = find_day(document.published)
    dateline, starts = read_headers(text, blocks, get_dateline_words(language), published)
    drafts = leave_out_furniture(_draft(page, blocks, starts, words), page, language)
    sentences, doubled = merge_tellings(drafts)
    return PreparedText(
        document=document,
        text=text,
        offsets=offsets,
        language=tag,
        sentences=sentences,
        published=document.published[:10] if published and document.published else dateline.date,
        publisher=document.publisher,
        attributed_to=find_credited(drafts, page, language, document.publisher),
        dateline=dateline,
        doubled=doubled,
        title=language.reader.convert_plain(repair(document.title).text) if document.title else None,
    )


def _draft(page: Page, blocks: list[TextBlock], starts: dict[int, int], words: SentenceWords) -> list[Draft]:
    """The sentences of all blocks; of a block headed by a dateline from where the report begins."""
    return [
        page.draft(Sentence(span, number, block.kind, block.row, column=block.column), last=span.end == block.span.end)
        for number, block in enumerate(blocks)
        for span in split_sentences(page.text, Span(starts.get(number, block.span.start), block.span.end), words)
    ]
