"""Documents into the ledger: one at a time, each whole or not at all; what is known already is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from hamkor.errors import HamkorError, LedgerError
from hamkor.ledger import KINDS, SHOWN, Ledger, RefusedError, Resolver, Source, Writer
from hamkor.ledger.book import PROGRAM
from hamkor.model import Document, Statements
from hamkor.pipeline.intake import Found, Take, take_all
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.pipeline.unforeseen import describe_unforeseen
from hamkor.read import Reading

FAILED, KNOWN, NEW_VERSION = "failed", "unchanged", "new_version"
_LISTS = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one document.

    kind    new | unchanged | reread | new_version | failed
    found   how many statements of each kind, where it was read
    notice  what the reader wants to be known
    error   why it failed
    """

    id: str
    kind: str
    version: int | None = None
    found: dict[str, int] = field(default_factory=dict)
    notice: str | None = None
    error: HamkorError | None = None


def keep_all(
    readings: Iterable[Reading], ledger: Ledger, *, again: bool = False, by: str | None = None, workers: int = 1
) -> Iterator[Kept]:
    """Keep documents in order. Stopping between two leaves the ledger whole; starting anew goes on from there.

    again    also reads what this program has read in the same bytes
    by       who adds them, where somebody has signed in
    workers  processes that read; this one alone writes, so that the ledger is the same with any number
    """
    with ledger.writer(by=by) as writer, open_resolver(ledger) as resolver:
        desk = _Desk(ledger, writer, None if resolver.count_others() else resolver)
        known = partial(_is_known, ledger, again=again)
        for reading, take in take_all(readings, workers=workers, leave=known):
            yield _keep(reading, take, desk, again=again)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a run works with; no resolver where the ledger was resolved by another program, which is not mixed with."""

    ledger: Ledger
    writer: Writer
    resolver: Resolver | None


def _keep(reading: Reading, take: Take, desk: _Desk, *, again: bool) -> Kept:
    document = reading.outcome
    if isinstance(document, HamkorError):
        return Kept(reading.id, FAILED, error=document)
    if _is_known(desk.ledger, document, again=again):
        return Kept(document.id, KNOWN)
    return _add(document, take(), reading, desk)


def _is_known(ledger: Ledger, document: Document, *, again: bool) -> bool:
    """Whether this program has read the same bytes before and is not asked to read them again."""
    if again:
        return False
    with ledger.view() as view:
        return view.knows(document.id, digest=document.digest, program=PROGRAM)


def _add(document: Document, read: Found, reading: Reading, desk: _Desk) -> Kept:
    if isinstance(read, HamkorError):
        return Kept(document.id, FAILED, error=read)
    try:
        added = desk.writer.add(read.prepared, read.statements, source=_write_source(reading))
    except RefusedError as error:  # this document alone
        return Kept(document.id, FAILED, error=error)
    except LedgerError:
        raise  # the ledger itself: no later document would fare better
    except Exception as error:  # whatever one document brings, the run goes on
        return Kept(document.id, FAILED, error=describe_unforeseen(document.id, error))
    found = {kind: len(getattr(read.statements, _LISTS[kind])) for kind in SHOWN}
    trouble = _resolve(document.id, desk, added.kind)
    return Kept(document.id, added.kind, added.version, found, trouble or read.prepared.notice or document.notice)


def _resolve(document_id: str, desk: _Desk, kind: str) -> str | None:
    """Resolve what was added, if anything; what went wrong with that, in words. The document is kept either way."""
    if kind == KNOWN or desk.resolver is None:
        return None
    error = resolve_document(desk.resolver, document_id)
    return str(describe_unforeseen(document_id, error)) if error else None


def _write_source(reading: Reading) -> Source | None:
    came = reading.source
    return Source(came.content, came.fetched_at, came.address, dict(came.headers)) if came else None
