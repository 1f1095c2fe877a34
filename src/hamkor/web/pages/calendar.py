"""A month: what is planned or due in it, and what was held, day by day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import Filter, Ledger, StatementRow
from hamkor.model import Period
from hamkor.publish.asking import parse_time
from hamkor.publish.times import tell_period
from hamkor.web.rendering import render

_TIMES = {"event": "date", "commitment": "due"}


def show(request: Request) -> Response:
    """The month after `?month=`, else this one; what is known only by the month or longer stands at its last day."""
    asked = request.query_params.get("month") or date.today().isoformat()[:7]
    month = Period(parse_time(asked, "month").last.isoformat()[:7])
    ledger: Ledger = request.app.state.ledger
    days: defaultdict[date, list[StatementRow]] = defaultdict(list)
    with ledger.view() as view:
        for kind, name in _TIMES.items():
            for row in view.find_statements(kind, Filter(during=month)):
                last = getattr(row.statement, name).last
                if month.first <= last <= month.last:
                    days[last].append(row)
    around: dict[str, Any] = {"before": _move(month.first, -1), "after": _move(month.last, 1)}
    return render(request, "calendar.html", days=sorted(days.items()), told=tell_period(month), **around)


def _move(edge: date, days: int) -> str:
    """The month on the other side of an edge."""
    return (edge + timedelta(days=days)).isoformat()[:7]
