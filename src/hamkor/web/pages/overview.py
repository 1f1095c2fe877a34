"""The first page: what the ledger holds, what was read last, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import Filter, Ledger, StatementRow, View
from hamkor.model import Period
from hamkor.publish.followed import Promises
from hamkor.publish.threads import Standing, Thread
from hamkor.web.map import read_first, show_map
from hamkor.web.pages.sets import find_sets
from hamkor.web.rendering import render

AHEAD = timedelta(days=90)
_NEWEST = 10
_COMING = 20


def show(request: Request) -> Response:
    """The overview as of today."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        newest = list(view.find_documents(Filter(newest_first=True), most=_NEWEST))
        coming = sorted(find_coming(view, date.today()), key=lambda pair: pair[0])[:_COMING]
        late = find_late(view, date.today(), _COMING)
        amiss = find_sets(view, [row.id for row in newest], ["conflicts"])
        map = show_map(view, first=read_first(request.query_params), path=request.url.path)
        told: dict[str, Any] = {"newest": newest, "coming": coming, "late": late, "amiss": amiss, "map": map}
        return render(request, "overview.html", counts=view.count(), **told)


def find_late(view: View, today: date, most: int) -> list[Thread]:
    """Promises whose term is past, at most so many, those first that were last heard of the longest ago."""
    promises = Promises(view, today, Standing(overdue=True))
    return promises.load(promises.find(most=most))


def find_coming(view: View, today: date) -> Iterator[tuple[date, StatementRow]]:
    """What is planned or due from today within 90 days, each with the day on which it must be done at the latest."""
    asked = Filter(during=Period(today.isoformat(), (today + AHEAD).isoformat()))
    for kind, name in (("event", "date"), ("commitment", "due")):
        for row in view.find_statements(kind, asked):
            time: Period = getattr(row.statement, name)
            if today <= time.last <= today + AHEAD and _is_open(row):
                yield time.last, row


def _is_open(row: StatementRow) -> bool:
    """Whether it is not told as done."""
    state = getattr(row.statement, "status", None) or getattr(row.statement, "stage", None)
    return state not in ("held", "completed", "cancelled")
