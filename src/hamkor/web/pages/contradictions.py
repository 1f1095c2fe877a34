"""What does not add up: figures that conflict or fit another time, in small sets, the latest documents first."""

from __future__ import annotations

from fastapi import Request, Response

from hamkor.ledger import Ledger
from hamkor.model.verdict import VERDICTS
from hamkor.web.pages.asked import read_asked, read_filter, read_number
from hamkor.web.pages.sets import find_sets
from hamkor.web.rendering import render

_DOCUMENTS = 20  # of one page
WORTH_TELLING = ("conflicts", "fits_other_period")


def show(request: Request) -> Response:
    """Contradictions, those that conflict first; with `?every=1` what fits and what could not be checked, too."""
    asked = read_asked("observation", request.query_params)
    every = bool(request.query_params.get("every"))
    page = read_number(request.query_params.get("page"))
    wanted = VERDICTS if every else WORTH_TELLING
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        sought = read_filter({**asked, "newest_first": "1"})
        found = view.find_amiss(sought, wanted[-1], start=_DOCUMENTS * (page - 1), most=_DOCUMENTS + 1)
        sets = find_sets(view, found[:_DOCUMENTS], wanted)
    told = {"asked": asked, "every": every, "most": _DOCUMENTS, "page": page, "more": len(found) > _DOCUMENTS}
    return render(request, "check.html", sets=sets, told=told, kept={**asked, **({"every": 1} if every else {})})
