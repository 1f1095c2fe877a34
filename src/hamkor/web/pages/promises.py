"""Promises followed: where each stands today, and the story of one."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from fastapi import Request, Response

from hamkor.errors import UsageError
from hamkor.ledger import Ledger
from hamkor.messages import find_codes, get_text
from hamkor.publish.listing import get_fields
from hamkor.publish.threads import Standing, find_threads, get_thread
from hamkor.publish.threads_read import write_standing
from hamkor.resolve.following import find_stage_told
from hamkor.web.pages.asked import read_filter
from hamkor.web.rendering import render

_NAMES = ("one", "other", "sector", "stage", "overdue", "silent", "responsible")
_MOST = 500


def show(request: Request) -> Response:
    """Promises that stand as asked, those first that were last heard of the longest ago."""
    asked = {name: value for name in _NAMES if (value := request.query_params.get(name, "").strip())}
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        told = _find_between(view, asked)
        found = filter(_read_standing(asked).holds, find_threads(view, date.today()))
        threads = list(islice((t for t in found if told is None or any(r.id in told for _, r in t.tellings)), _MOST))
    fields = get_fields("thread")
    cells = [(thread, [(field.style, field.get(thread)) for field in fields]) for thread in threads]
    choices = {"sector": find_codes("sector"), "stage": find_codes("stage")}
    return render(request, "promises.html", asked=asked, choices=choices, fields=fields, cells=cells)


def _find_between(view: Any, asked: dict[str, str]) -> set[str] | None:
    """The ids of what is promised between two areas, where two were named."""
    if not (asked.get("one") and asked.get("other")):
        return None
    pair = read_filter({"one": asked["one"], "other": asked["other"]})
    return {row.id for row in view.find_statements("commitment", pair)}


def _read_standing(asked: dict[str, str]) -> Standing:
    silent = asked.get("silent")
    if silent and not (silent.isascii() and silent.isdigit() and len(silent) < 5):
        expected, do = get_text("error.whole", least=1), get_text("error.write_so")
        raise UsageError("silent", found=repr(silent), expected=expected, do=do)
    return Standing(
        overdue=bool(asked.get("overdue")),
        silent=int(silent) if silent else None,
        responsible=asked.get("responsible"),
        stage=asked.get("stage"),
        sector=asked.get("sector"),
    )


def tell(request: Request, id: str) -> Response:
    """The story of one promise, the earliest telling first."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        thread = get_thread(view, id, date.today())
    stages = [find_stage_told(report) for report, _ in thread.tellings]
    tellings = list(zip(stages, thread.tellings, strict=True))
    return render(request, "thread.html", thread=thread, tellings=tellings, standing=list(write_standing(thread)))
