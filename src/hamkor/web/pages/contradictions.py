"""What does not add up: figures of the latest documents that conflict or fit another time, in small sets."""

from __future__ import annotations

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.model.verdict import VERDICTS
from hamkor.web.pages.asked import read_asked, read_filter
from hamkor.web.pages.sets import find_sets
from hamkor.web.rendering import render

_DOCUMENTS = 60  # that are held against the ledger for one page, the latest of those asked for
WORTH_TELLING = ("conflicts", "fits_other_period")


def show(request: Request) -> Response:
    """Contradictions, those that conflict first; with `?every=1` what fits and what could not be checked, too."""
    asked = read_asked("observation", request.query_params)
    every = bool(request.query_params.get("every"))
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        found = view.find_documents(read_filter({**asked, "newest_first": "1"}), most=_DOCUMENTS)
        documents = [row.id for row in found]
        sets = find_sets(view, documents, VERDICTS if every else WORTH_TELLING)
    told = {"asked": asked, "every": every, "number": len(documents), "most": _DOCUMENTS}
    return render(request, "check.html", sets=sets, told=told)
