"""A text not yet published: each figure with its verdict; nothing is kept."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Form, Request, Response

from hamkor.errors import HamkorError, UsageError
from hamkor.ledger import Ledger
from hamkor.messages import get_text
from hamkor.model import Document
from hamkor.pipeline.intake import take
from hamkor.pipeline.originals import find_copied
from hamkor.publish.checked import check_draft
from hamkor.publish.equations import tell_reason
from hamkor.web.rendering import render

_MOST = 400_000  # characters


def ask(request: Request) -> Response:
    return render(request, "draft.html", text_="", checked=None, original=None)


def check(request: Request, text: Annotated[str, Form()] = "") -> Response:
    """The verdicts on the figures of a text, held against the ledger."""
    if len(text) > _MOST:
        found, expected = get_text("page.draft.long", number=len(text)), get_text("page.draft.most", number=_MOST)
        raise UsageError(get_text("page.draft.title"), found=found, expected=expected, do=get_text("page.draft.split"))
    document = Document(id="draft", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    read = take(document)
    if isinstance(read, HamkorError):
        raise read
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        copied = find_copied(view, read.prepared)
        original = view.get_document(copied.original).row if copied else None
        checked = [(one, tell_reason(one.verdict.reason)) for one in check_draft([read], view)]
    return render(request, "draft.html", text_=text, checked=checked, original=original)
