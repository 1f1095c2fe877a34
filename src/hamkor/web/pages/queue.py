"""A queue of what is most worth a look: statements that lack something, pairs that may be one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fastapi import Request, Response
from starlette.datastructures import QueryParams

from hamkor.ledger import Filter, Ledger, Review, StatementRow, View
from hamkor.web.pages.cards import Card, make_card
from hamkor.web.pages.reviewing import get_place
from hamkor.web.pages.who import make_couple
from hamkor.web.rendering import render

_DOCUMENTS = 60  # the latest, that the queue is made of
_MOST = 100
_PAIRS = 20  # that may be one thing, at once
_UNSURE = ("person", "organisation", "event", "thread")  # whose pairs are shown
# What a statement of a kind should have; one without is worth a look.
_WANTED = {"observation": ("ref_area", "time_period"), "event": ("participants",), "commitment": ("parties",)}


@dataclass(frozen=True, slots=True)
class Open:
    """A statement that is worth a look, and the names of what it lacks."""

    card: Card
    lacks: tuple[str, ...]


def show(request: Request) -> Response:
    """Statements of the latest documents that lack something, and that nobody has looked at."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        pairs = [make_couple(unsure) for unsure in view.find_unsure(_UNSURE, most=_PAIRS)]
        found = list(islice(_find_open(view), _MOST))
        said = _find_said(view, request.query_params)
        words = view.get_statement(get_place(said)).evidence.exact if said else ""
    return render(request, "review.html", found=found, most=_DOCUMENTS, pairs=pairs, said=said, words=words)


def _find_said(view: View, asked: QueryParams) -> Review | None:
    """What was said last in the queue, as its address has it, if it holds: it can be taken back there."""
    of, said = asked.get("of"), asked.get("said")
    return next((r for r in view.find_reviews(of) if r.id == said and not r.undone_at), None) if of and said else None


def _find_open(view: View) -> Iterator[Open]:
    latest = tuple(row.id for row in view.find_documents(Filter(newest_first=True), most=_DOCUMENTS))
    said = view.find_reviews(*latest) if latest else []
    seen = {review.after_id or review.before_id for review in said if not review.undone_at}
    for row, lacks in view.remember(("lacking", latest), lambda: list(_find_lacking(view, latest))):
        if row.id not in seen:
            yield Open(make_card(row), lacks)


def _find_lacking(view: View, documents: tuple[str, ...]) -> Iterator[tuple[StatementRow, tuple[str, ...]]]:
    """The statements of these documents without something that they should have, and what that is."""
    for row in view.find_statements(None, Filter(documents=documents, newest_first=True)):
        lacks = tuple(name for name in _WANTED.get(row.kind, ()) if not getattr(row.statement, name))
        if lacks:
            yield row, lacks
