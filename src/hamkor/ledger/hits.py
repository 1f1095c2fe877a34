"""What a search shows of a document: the piece that answers best, all places of the words, those in the title."""

from __future__ import annotations

from hamkor.ledger.index import Question
from hamkor.ledger.passage import AROUND, get_surroundings
from hamkor.ledger.rows import Hit, KeptDocument, Passage
from hamkor.ledger.words import Mark, find_marks
from hamkor.model import Span


def make_hit(document: KeptDocument, asked: Question) -> Hit:
    """A document that answers, as it is shown."""
    title = document.row.title or ""
    marks = find_marks(document.text, asked.phrases, asked.near)
    in_title = find_marks(title, asked.phrases, asked.near)
    span = _choose(marks)
    passage = get_surroundings(document.text, span) if span else Passage("", title, "")
    plain = {mark.phrase for mark in (*marks, *in_title) if not mark.varied}
    places, title_places = (tuple(mark.span for mark in found) for found in (marks, in_title))
    return Hit(document.row, span, passage, places, title_places, len(plain) == len(asked.phrases))


def _choose(marks: list[Mark]) -> Span | None:
    """The first place of those around which most of the phrases stand, those as they were asked for first."""
    best: tuple[tuple[int, int], Span] | None = None
    for number, mark in enumerate(marks):
        near = [other for other in marks[number : number + 40] if other.span.end <= mark.span.end + AROUND]
        worth = len({other.phrase for other in near}), len({other.phrase for other in near if not other.varied})
        if best is None or worth > best[0]:
            best = worth, mark.span
    return best[1] if best else None
