"""Add documents: files, addresses, pasted text; then what became of them, and what they leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Annotated, Any

from fastapi import Depends, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from hamkor.errors import NotFoundError, UsageError
from hamkor.ledger import DocumentRow, Filter, Ledger, View
from hamkor.messages import get_text
from hamkor.pipeline.intake import get_public_limits
from hamkor.pipeline.keeping import Kept
from hamkor.publish.asking import parse_publication
from hamkor.read import Given, Reading, Source, iterate_source, read_address
from hamkor.web.jobs import Job, Jobs
from hamkor.web.pages.cards import make_card
from hamkor.web.pages.reviewing import get_reviewer
from hamkor.web.rendering import render

_TEXT = "text/plain"
_SHOWN = 100  # documents of one batch
_FIGURES = 5  # of one document
_PUBLISHERS = 300


def read_given(published: Annotated[str, Form()] = "", publisher: Annotated[str, Form()] = "") -> Given:
    """What stands in where a document is silent. Raises UsageError for a day that is none."""
    day = parse_publication(published, get_text("column.published")) if published else None
    return Given(published=day, publisher=publisher.strip() or None)


Silent = Annotated[Given, Depends(read_given)]


def ask(request: Request) -> Response:
    """The form, with the publishers that are known to choose from."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        publishers = [row.name for row in islice(view.count_publishers(), _PUBLISHERS) if row.name]
    return render(request, "add.html", publishers=publishers)


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
    readings = chain(_read_sources(sources, given), _read_addresses(named, given))
    jobs: Jobs = request.app.state.jobs
    return _follow(jobs.start(readings, by=get_reviewer(request), named=len(sources) + len(named)))


def _follow(job: Job) -> Response:
    return RedirectResponse(f"/add/{job.id}", 303)


def follow(request: Request, id: str) -> Response:
    """How far a batch is, and what was found; of many documents the last ones and those that failed."""
    job = _get_job(request, id)
    ledger: Ledger = request.app.state.ledger
    done, kept = job.done, job.list_kept()  # in this order: of a batch that is done, all is shown
    failed = [one for one in kept if one.error][:_SHOWN]
    with ledger.view() as view:
        rows = [_look_at(view, one) for one in [one for one in kept if not one.error][-_SHOWN:]]
    counted = Counter(one.kind for one in kept)
    told: dict[str, Any] = {"number": len(kept), "counted": counted, "failed": failed, "rows": rows[::-1]}
    return render(request, "added.html", job=job, done=done, most=_SHOWN, **told)


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was read: what became of it, its row, its first figures in short."""

    kept: Kept
    document: DocumentRow
    figures: tuple[str, ...]


def _look_at(view: View, kept: Kept) -> Added:
    document = view.get_document(kept.id).row
    figures = view.find_statements("observation", Filter(document=kept.id)) if any(kept.found.values()) else iter(())
    return Added(kept, document, tuple(" · ".join(make_card(row).short) for row in islice(figures, _FIGURES)))


def _get_job(request: Request, id: str) -> Job:
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(id)
    if job is None:
        found, expected = get_text("error.nothing"), get_text("page.add.batch")
        raise NotFoundError(id, found=found, expected=expected, do=get_text("page.add.see_documents"))
    return job


def stop(request: Request, id: str) -> Response:
    """Read no further: the document that is being read is finished."""
    job = _get_job(request, id)
    job.stopped = True
    return _follow(job)


def complete(
    request: Request, given: Silent, *, id: Annotated[str, Form()], batch: Annotated[str, Form()] = ""
) -> Response:
    """Read a document again with the day and publisher that it does not tell itself: its periods fill in.

    batch  in whose list it stands; else it is a batch by itself
    """
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row, kept = view.get_document(id).row, view.get_source(id)
    if kept is None:
        found, expected = get_text("error.nothing"), get_text("page.add.bytes")
        raise NotFoundError(id, found=found, expected=expected, do=get_text("page.add.again"))
    source = Source(row.id, kept.content, row.media_type, address=kept.address)
    published, publisher = given.published or row.published, given.publisher or row.publisher
    told = Given(id=row.id, title=row.title, published=published, publisher=publisher, url=row.url)
    jobs: Jobs = request.app.state.jobs
    by = get_reviewer(request)
    job = jobs.find(batch) or jobs.start((), by=by)
    jobs.read_again(job, _read_sources([source], told), by=by)
    return _follow(job)


def _read_sources(sources: list[Source], given: Given) -> Iterator[Reading]:
    for source in sources:
        yield from iterate_source(source, given=given, limits=get_public_limits())


def _read_addresses(named: list[str], given: Given) -> Iterator[Reading]:
    for address in named:
        yield from read_address(address, given=given, limits=get_public_limits())
