"""Review: accept, correct, reject, add; each step taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from hamkor.errors import UsageError
from hamkor.ledger import KeptDocument, Ledger, Review, Reviewer
from hamkor.messages import get_text
from hamkor.model import Evidence, Span
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.editing import AREA_FIELDS, FORMS, parse_statement, write_form
from hamkor.web.links import with_query
from hamkor.web.pages.reviewing import get_place, get_reviewer
from hamkor.web.rendering import render

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
    return RedirectResponse(f"{with_query('/document', id=review.document_id)}#s-{get_place(review)}", 303)


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
