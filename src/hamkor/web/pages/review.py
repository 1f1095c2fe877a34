"""Review: accept, correct, reject, add; each step taken back; a queue of what is most worth a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams

from hamkor.errors import UsageError
from hamkor.ledger import Filter, KeptDocument, Ledger, Review, Reviewer, StatementRow, View
from hamkor.messages import get_text
from hamkor.model import Evidence, Span
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.editing import AREA_FIELDS, FORMS, parse_statement, write_form
from hamkor.web.links import with_query
from hamkor.web.pages.cards import Card, make_card
from hamkor.web.pages.reviewing import get_reviewer
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


def queue(request: Request) -> Response:
    """Statements of the latest documents that lack something, and that nobody has looked at."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        pairs = [make_couple(unsure) for unsure in view.find_unsure(_UNSURE, most=_PAIRS)]
        found = list(islice(_find_open(view), _MOST))
        said = _find_said(view, request.query_params)
        words = view.get_statement(_get_place(said)).evidence.exact if said else ""
    return render(request, "review.html", found=found, most=_DOCUMENTS, pairs=pairs, said=said, words=words)


def _find_said(view: View, asked: QueryParams) -> Review | None:
    """What was said last in the queue, as its address has it, if it holds: it can be taken back there."""
    of, said = asked.get("of"), asked.get("said")
    return next((r for r in view.find_reviews(of) if r.id == said and not r.undone_at), None) if of and said else None


def _get_place(review: Review) -> str:
    """The statement that a review is about: as it stands since, else as it was."""
    return str(review.after_id or review.before_id)


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


_Queued = Annotated[bool, Form()]  # whether it was said in the queue, which goes on then


def accept(request: Request, id: Annotated[str, Form()], queued: _Queued = False) -> Response:
    return _say(request, lambda reviewer: reviewer.accept(id), queued=queued)


def reject(request: Request, id: Annotated[str, Form()], queued: _Queued = False) -> Response:
    return _say(request, lambda reviewer: reviewer.reject(id), queued=queued)


def undo(request: Request, review: Annotated[str, Form()], queued: _Queued = False) -> Response:
    return _say(request, lambda reviewer: reviewer.undo(review), queued=queued)


def _say(request: Request, act: Callable[[Reviewer], Review], *, queued: bool = False) -> Response:
    """Do it in the reader's name, resolve the document anew, and go back to it, or on with the queue."""
    ledger: Ledger = request.app.state.ledger
    with ledger.reviewer(get_reviewer(request)) as reviewer:
        review = act(reviewer)
    with open_resolver(ledger) as resolver:
        resolve_document(resolver, review.document_id)
    if queued:
        return RedirectResponse(f"{with_query('/review', of=review.document_id, said=review.id)}#queue", 303)
    return RedirectResponse(f"{with_query('/document', id=review.document_id)}#s-{_get_place(review)}", 303)


def edit(request: Request, id: str) -> Response:
    """The form of a statement, beside its text, in which its words can be chosen anew."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row = view.get_statement(id)
        document = view.get_document(row.document.id)
    said = Span(row.evidence.start, row.evidence.end)
    given = write_form(row.statement) | {"queued": request.query_params.get("queued", "")}
    told: dict[str, Any] = {"kind": row.kind, "given": given, "row": row, "wrong": None}
    return render(request, "edit.html", **told, **_show_words(document, said), forms=FORMS[row.kind])


def start_adding(request: Request) -> Response:
    """The form of a statement that was missed, on the words that were selected: `?id=…&kind=…&start=…&end=…`."""
    asked = request.query_params
    kind = asked["kind"] if asked.get("kind") in FORMS else "observation"
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        document = view.get_document(asked.get("id", ""))
    said = _read_place(asked.get("start", ""), asked.get("end", ""), document)
    told: dict[str, Any] = {"kind": kind, "given": {}, "row": None, "wrong": None}
    return render(request, "edit.html", **told, **_show_words(document, said), forms=FORMS[kind])


def _show_words(document: KeptDocument, said: Span) -> dict[str, Any]:
    """The text in three pieces, the second of them the words."""
    text, start, end = document.text, said.start, said.end
    pieces = [(0, text[:start]), (start, text[start:end]), (end, text[end:])]
    return {"document": document.row, "said": said, "pieces": pieces, "area_fields": AREA_FIELDS}


async def correct(request: Request) -> Response:
    """Put what the form says in a statement's place, or add it where it names none."""
    form = await request.form()
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    return await run_in_threadpool(_correct, request, given)


def _correct(request: Request, given: dict[str, str]) -> Response:
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        document = view.get_document(given.get("document", ""))
    kind, id_ = given.get("kind", ""), given.get("id")
    if kind not in FORMS:
        expected = ", ".join(FORMS)
        raise UsageError("kind", found=repr(kind), expected=expected, do=get_text("error.name_one"))
    said = _read_place(given.get("start", ""), given.get("end", ""), document)
    try:
        statement = parse_statement(kind, given, _quote(document, said))
    except UsageError as error:
        told: dict[str, Any] = {"kind": kind, "given": given, "row": {"id": id_} if id_ else None, "wrong": error}
        return render(request, "edit.html", status=400, **told, **_show_words(document, said), forms=FORMS[kind])
    if id_:
        return _say(request, lambda reviewer: reviewer.correct(id_, statement), queued=bool(given.get("queued")))
    return _say(request, lambda reviewer: reviewer.add(document.row.id, kind, statement))


def _quote(document: KeptDocument, said: Span) -> Evidence:
    return get_evidence(document.text, said, digest=document.row.digest)


def _read_place(start: str, end: str, document: KeptDocument) -> Span:
    """A place in the text. Raises UsageError where it is none."""
    numbers = [int(text) for text in (start, end) if text.isascii() and text.isdigit() and len(text) < 10]
    if len(numbers) != 2 or not numbers[0] < numbers[1] <= len(document.text):
        expected, do = get_text("page.review.words"), get_text("page.review.select")
        raise UsageError("start, end", found=f"{start}, {end}", expected=expected, do=do)
    return Span(*numbers)
