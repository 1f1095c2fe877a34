"""Texts not yet published: each figure with its verdict; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import File, Form, Request, Response, UploadFile

from hamkor.errors import HamkorError, UsageError
from hamkor.ledger import DocumentRow, Ledger, View
from hamkor.messages import get_text
from hamkor.pipeline import ReadDocument
from hamkor.pipeline.intake import get_public_limits, take_reading
from hamkor.pipeline.originals import find_copied
from hamkor.publish.checked import Checked, check_draft
from hamkor.read import Source, iterate_source
from hamkor.web.pages.verdicts import tell_equation
from hamkor.web.rendering import render

_MOST = 400_000  # characters
_FILES = 20
_PASTED = "draft"  # the id of a text that was pasted


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, its name where it came as a file, with its verdicts in words; or why it could not be read.

    original  the kept document of which it is a copy
    """

    name: str
    checked: tuple[tuple[Checked, str], ...] = ()
    original: DocumentRow | None = None
    error: HamkorError | None = None


def ask(request: Request) -> Response:
    return render(request, "draft.html", text_="", drafts=None)


def check(
    request: Request,
    *,
    text: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """The verdicts on the figures of a text and of files, held against one another and the ledger."""
    given = [file for file in files or () if file.filename]
    _check_size(text, len(given))
    sources = [Source(file.filename or "", file.file.read(), None) for file in given]
    sources += [Source(_PASTED, text.encode(), "text/plain")] if text.strip() else []
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        drafts = list(_check(view, sources))
    return render(request, "draft.html", text_=text, drafts=drafts)


def _check_size(text: str, files: int) -> None:
    """Raises UsageError where there is nothing, or more than a page answers at once."""
    title, do = get_text("page.draft.title"), get_text("page.draft.split")
    if len(text) > _MOST:
        found, expected = get_text("page.draft.long", number=len(text)), get_text("page.draft.most", number=_MOST)
        raise UsageError(title, found=found, expected=expected, do=do)
    if files > _FILES:
        expected = get_text("page.draft.most_files", number=_FILES)
        raise UsageError(title, found=str(files), expected=expected, do=do)
    if not (text.strip() or files):
        found, expected = get_text("error.nothing"), get_text("page.draft.something")
        raise UsageError(title, found=found, expected=expected, do=get_text("page.add.give"))


def _check(view: View, sources: list[Source]) -> Iterator[Draft]:
    """What came of each, in order."""
    readings = [one for source in sources for one in iterate_source(source, limits=get_public_limits())]
    taken = [(reading.id, take_reading(reading)) for reading in readings]
    found: dict[str, list[tuple[Checked, str]]] = {}
    for one in check_draft([read for _, read in taken if isinstance(read, ReadDocument)], view):
        found.setdefault(one.told.document, []).append((one, tell_equation(one)))
    for name, read in taken:
        if isinstance(read, HamkorError):
            yield Draft(name, error=read)
        else:
            id_ = read.prepared.document.id
            yield Draft("" if id_ == _PASTED else id_, tuple(found.get(id_, ())), _find_original(view, read))


def _find_original(view: View, read: ReadDocument) -> DocumentRow | None:
    copied = find_copied(view, read.prepared)
    return view.get_document(copied.original).row if copied else None
