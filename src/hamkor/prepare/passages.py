"""Documents in several languages: the lines of each as a document of its own, so that each is read in its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hamkor.model import Document, Span
from hamkor.prepare.language import UNDETERMINED, find_language

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 8  # words of a line that can be of another language than its document; a name or a caption has fewer
_OPENING = 200  # characters of a line that tell its language
_BY_FAR = 1.5
_VISIBLE = re.compile(r"\S")


def split_passages(document: Document) -> list[tuple[str, Document]]:
    """The document once for each language that whole lines of it are in, with the tag: the main one first.

    In each all other lines are blank, character for character, so that every offset is one of the document itself.
    Short lines, and those whose language leaves a doubt, are of the main one.

    >>> text = "Аким области встретился с послом соседней страны и обсудил с ним торговлю зерном и мукой." + chr(10)
    >>> text += "The governor met the ambassador and they discussed the trade in grain."
    >>> [tag for tag, _ in split_passages(Document(id="mixed", text=text, digest="0"))]
    ['ru', 'en']
    """
    lines = [(span, _tell(span.within(document.text))) for span in _list_lines(document)]
    main = _find_main(document, lines)
    told = [(span, _tell(span.within(document.text), main) if tag not in (None, main) else main) for span, tag in lines]
    letters = _count(told)
    if len(letters) < 2 or not letters[main]:
        return [(main, document)]
    others = [tag for tag, _ in letters.most_common() if tag != main]
    return [(tag, _keep(document, [span for span, of in told if of != tag])) for tag in (main, *others)]


def _list_lines(document: Document) -> list[Span]:
    """The lines of the text; a table is one, so that its rows stay together with their head."""
    tables: dict[int, Span] = {}
    for block in document.blocks:
        if block.table is not None:
            before = tables.get(block.table, block.span)
            tables[block.table] = Span(min(before.start, block.span.start), max(before.end, block.span.end))
    lines = (Span(*met.span()) for met in _LINE.finditer(document.text))
    whole = list(tables.values())
    return sorted([*whole, *(line for line in lines if not any(table.overlaps(line) for table in whole))])


def _find_main(document: Document, lines: list[tuple[Span, str | None]]) -> str:
    """The language of the text, unless its lines are by far more often of another one.

    One letter that a language lacks decides a text: a line in Tajik would make a Russian page Tajik.
    """
    main = find_language(document.text, document.language_hint)
    if main == UNDETERMINED and document.title:
        return find_language(document.title, document.language_hint)
    letters = _count([(span, tag or main) for span, tag in lines])  # short lines speak for the whole
    most, number = max(letters.items(), key=lambda pair: pair[1], default=(main, 0))
    few = 2 * letters[main] < letters.total()  # of a page in many languages the first words tell little
    return most if few or number > _BY_FAR * letters[main] else main


def _count(lines: Sequence[tuple[Span, str | None]]) -> Counter[str]:
    letters: Counter[str] = Counter()
    for span, tag in lines:
        if tag:
            letters[tag] += span.end - span.start
    return letters


def _tell(line: str, main: str | None = None) -> str | None:
    """The language of a line, None where it is too short to tell; `main` where another is only a little likelier."""
    opening = line[:_OPENING]
    if len(_WORD.findall(opening)) < _FEWEST:
        return main
    found = find_language(opening, hint=main)
    return main if found == UNDETERMINED else found


def _keep(document: Document, others: list[Span]) -> Document:
    """The document with these spans blank."""
    pieces, at = [], 0
    for span in others:
        pieces += [document.text[at : span.start], _VISIBLE.sub(" ", document.text[span.start : span.end])]
        at = span.end
    return replace(document, text="".join([*pieces, document.text[at:]]))
