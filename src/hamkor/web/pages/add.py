"""Add documents: files, addresses, pasted text; then what became of them, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Annotated

from fastapi import Depends, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from hamkor.errors import NotFoundError, UsageError
from hamkor.ledger import Ledger
from hamkor.messages import get_text
from hamkor.pipeline.intake import get_limits
from hamkor.publish.asking import parse_time
from hamkor.read import Given, Limits, Reading, Source, iterate_source, read_address
from hamkor.web.jobs import Jobs
from hamkor.web.rendering import render

_TEXT = "text/plain"


def read_given(published: Annotated[str, Form()] = "", publisher: Annotated[str, Form()] = "") -> Given:
    """What stands in where a document is silent. Raises UsageError for a day that is none."""
    if published:
        parse_time(published, get_text("column.published"))
    return Given(published=published or None, publisher=publisher.strip() or None)


Silent = Annotated[Given, Depends(read_given)]


def ask(request: Request) -> Response:
    return render(request, "add.html")


def add(
    request: Request,
    given: Silent,
    *,
    files: Annotated[list[UploadFile] | None, File()] = None,
    addresses: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Begin to read all that was given, and show how far it is."""
    sources = [Source(file.filename, file.file.read(), None) for file in files or () if file.filename]
    sources += [Source("-", text.encode(), _TEXT)] if text.strip() else []
    named = addresses.split()
    if not (sources or named):
        found, expected = get_text("error.nothing"), get_text("page.add.something")
        raise UsageError(get_text("page.add.title"), found=found, expected=expected, do=get_text("page.add.give"))
    return _start(request, chain(_read_sources(sources, given), _read_addresses(named, given)))


def _start(request: Request, readings: Iterable[Reading], *, again: bool = False) -> Response:
    jobs: Jobs = request.app.state.jobs
    return RedirectResponse(f"/add/{jobs.start(readings, by=request.state.who.name, again=again).id}", 303)


def follow(request: Request, id: str) -> Response:
    """How far a batch is, and what was found."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(id)
    if job is None:
        found, expected = get_text("error.nothing"), get_text("page.add.batch")
        raise NotFoundError(id, found=found, expected=expected, do=get_text("page.add.see_documents"))
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        rows = [(kept, None if kept.error else view.get_document(kept.id).row) for kept in list(job.kept)]
    return render(request, "added.html", job=job, rows=rows)


def complete(request: Request, given: Silent, id: Annotated[str, Form()]) -> Response:
    """Read a document again with the day and publisher that it does not tell itself: its periods fill in."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row, kept = view.get_document(id).row, view.get_source(id)
    if kept is None:
        found, expected = get_text("error.nothing"), get_text("page.add.bytes")
        raise NotFoundError(id, found=found, expected=expected, do=get_text("page.add.again"))
    source = Source(row.id, kept.content, row.media_type, address=kept.address)
    return _start(request, _read_sources([source], replace(given, id=row.id)), again=True)


def _read_sources(sources: list[Source], given: Given) -> Iterator[Reading]:
    for source in sources:
        yield from iterate_source(source, given=given, limits=_get_limits())


def _read_addresses(named: list[str], given: Given) -> Iterator[Reading]:
    for address in named:
        yield from read_address(address, given=given, limits=_get_limits())


def _get_limits() -> Limits:
    """Those in force, but never addresses within the own network: a page could be made to ask for them."""
    return replace(get_limits(), allow_private=False)
