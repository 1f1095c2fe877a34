"""The first page: what is new since the last visit, what is late, what conflicts, what comes, where."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import Filter, Ledger, News, View
from hamkor.model import Period
from hamkor.publish.dated import Dated, find_dated
from hamkor.publish.followed import Promises
from hamkor.publish.standing import Stand, Standing
from hamkor.web.map import read_first, show_map
from hamkor.web.pages.sets import Contradiction, find_sets
from hamkor.web.rendering import render
from hamkor.web.visits import find_visit

AHEAD = timedelta(days=90)
_NEWEST = 10  # documents
_CONFLICTS = 5
_ROWS = 10  # of one block
_DONE = frozenset({"held", "completed", "cancelled"})
# The parts of the page, in their order: templates/overview/NAME.html each.
BLOCKS = ("new", "late", "conflicts", "coming", "map", "counts")


def show(request: Request) -> Response:
    """The overview as of today."""
    ledger: Ledger = request.app.state.ledger
    visit = find_visit(request)
    with ledger.view() as view:
        counts = view.count()
        told = _find(request, view, visit.before) if counts["document"] else {}
        answer = render(request, "overview.html", blocks=BLOCKS, counts=counts, **told)
    visit.remember(answer)
    return answer


def _find(request: Request, view: View, since: str | None) -> dict[str, Any]:
    """What each block shows, by its name."""
    today = date.today()
    newest = list(view.find_documents(Filter(newest_first=True), most=_NEWEST))
    return {
        "since": since,
        "news": view.find_news(since, most=_ROWS) if since else News(0, ()),
        "newest": newest,
        "late": find_late(view, today),
        "conflicts": find_conflicts(view, [row.id for row in newest]),
        "coming": find_coming(view, today, _ROWS),
        "map": show_map(view, first=read_first(request.query_params), path=request.url.path),
    }


def find_conflicts(view: View, newest: list[str]) -> list[Contradiction]:
    """Of the newest documents, and of the latest of all that were found to contradict something."""
    known = view.find_amiss(Filter(newest_first=True), "conflicts", known=True, most=_NEWEST)
    return find_sets(view, dict.fromkeys((*newest, *known)), ["conflicts"])[:_CONFLICTS]


def find_late(view: View, today: date) -> list[Stand]:
    """Promises whose term has passed while nothing tells of an end."""
    return Promises(view, today, Standing(overdue=True)).find(most=_ROWS)


def find_coming(view: View, today: date, most: int) -> list[Dated]:
    """What is planned or due within 90 days, each thing once, by its day; at most so many."""
    found: list[Dated] = []
    for days in (AHEAD / 9, AHEAD / 3, AHEAD):  # those of the first days are the first of all
        dated = find_dated(view, Period(today.isoformat(), (today + days).isoformat()), Filter())
        found = [one for one in dated if one.state not in _DONE]
        if len(found) >= most:
            break
    return found[:most]
