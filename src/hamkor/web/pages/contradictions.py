"""What does not add up: the figures of the latest documents that conflict or fit another time."""

from __future__ import annotations

from itertools import islice

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.web.pages.asked import read_asked, read_filter
from hamkor.web.pages.verdicts import find_verdicts
from hamkor.web.rendering import render

_DOCUMENTS = 60  # that are held against the ledger for one page, the latest of those asked for
_WORTH_TELLING = ("conflicts", "fits_other_period")


def show(request: Request) -> Response:
    """Contradictions, those that conflict first; with `?every=1` what fits and what could not be checked, too."""
    asked = read_asked("observation", request.query_params)
    every = bool(request.query_params.get("every"))
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        found = view.find_documents(read_filter({**asked, "newest_first": "1"}))
        documents = {row.id: row for row in islice(found, _DOCUMENTS)}
        verdicts = [v for v in find_verdicts(view, documents) if every or v.verdict in _WORTH_TELLING]
    verdicts.sort(key=lambda v: v.verdict not in _WORTH_TELLING[:1])
    values = {"asked": asked, "every": every, "documents": documents, "most": _DOCUMENTS}
    return render(request, "check.html", verdicts=verdicts, values=values)
