"""Documents that hold certain words, in whichever script; the words are marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import Request, Response

from hamkor.ledger import DocumentRow, Hit, Ledger
from hamkor.model import Span
from hamkor.web.cells import name_document
from hamkor.web.pages.asked import read_number
from hamkor.web.rendering import render

_ROWS = 25  # on one page

Pieces = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Found:
    """A document, its title and the best piece of its text, cut where words are marked."""

    document: DocumentRow
    title: Pieces
    snippet: Pieces
    as_asked: bool


def show(request: Request) -> Response:
    """What was found for the words after `?words=`: as they were asked for first, then in other forms."""
    words = request.query_params.get("words", "").strip()
    number = read_number(request.query_params.get("page"))
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        hits = view.search(words, start=_ROWS * (number - 1), most=_ROWS + 1) if words else []
    found = [_show(hit) for hit in hits[:_ROWS]]
    return render(request, "search.html", words=words, found=found, number=number, more=len(hits) > _ROWS)


def _show(hit: Hit) -> Found:
    title = name_document(hit.document)
    said = hit.passage
    snippet = said.before + said.words + said.after if hit.span else ""
    start = hit.span.start - len(said.before) if hit.span else 0
    return Found(
        hit.document,
        list(cut_marked(title, 0, hit.title_marks if hit.document.title else ())),
        list(cut_marked(snippet, start, hit.marks)),
        hit.as_asked,
    )


def cut_marked(text: str, start: int, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Pieces of a text that begins at `start`, each with whether it is marked; together they are the text.

    >>> list(cut_marked("abcd", 10, [Span(11, 12)]))
    [('a', False), ('b', True), ('cd', False)]
    """
    at = 0
    for mark in marks:
        first, last = mark.start - start, mark.end - start
        if at <= first < last <= len(text):
            yield from ((text[at:first], False), (text[first:last], True))
            at = last
    yield text[at:], False
