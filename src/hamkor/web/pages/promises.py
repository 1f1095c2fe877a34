"""Promises followed: a numbered list, a board of stages, and the story of one as a line of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from fastapi import Request, Response
from starlette.datastructures import QueryParams

from hamkor.errors import UsageError
from hamkor.ledger import JudgedRow, Ledger, Node, StatementRow, Thing, View
from hamkor.messages import find_code, find_codes, get_text
from hamkor.publish.asking import parse_day
from hamkor.publish.completed import Completion
from hamkor.publish.followed import Promises
from hamkor.publish.manner import WORDS
from hamkor.publish.reasons import tell_reasons
from hamkor.publish.shown import tell_standing
from hamkor.publish.standing import Stand, Standing, Thread
from hamkor.publish.threads import get_thread
from hamkor.publish.threads_read import tell_held, write_standing
from hamkor.publish.times import tell_time
from hamkor.resolve.following import Report, find_stage_told
from hamkor.web.cells import Cell, tell_names
from hamkor.web.links import with_query
from hamkor.web.pages.asked import read_areas, read_number
from hamkor.web.pages.files import send_file, write_rows
from hamkor.web.rendering import render
from hamkor.web.sorting import Key, make_headings, read_sorting, sort_rows

_NAMES = ("one", "other", "sector", "stage", "overdue", "silent", "responsible", "as_of")
_MOST = 100  # on one page
_PATH, _BOARD = "/promises", "board"
_TITLES = {"responsible": "page.promises.responsible", "silent": "page.promises.silent"}


# Column → what it is sorted by; stages in the order in which they follow one another.
_KEYS: dict[str, Key] = {
    "words": lambda stand: stand.words.casefold(),
    "stage": lambda thread: find_codes("stage").index(thread.followed.stage),
    "sector": lambda thread: find_code("sector", thread.sector).casefold(),
    "parties": lambda thread: tell_names(thread.parties).casefold(),
    "due": lambda thread: thread.followed.due and (thread.followed.due.last, thread.followed.due.first),
    "responsible": lambda thread: ", ".join(thread.responsible).casefold(),
    "silent": lambda thread: thread.followed.silent,
    "tellings": lambda stand: stand.number,
    "standing": lambda thread: not thread.followed.overdue,
}


def show(request: Request) -> Response:
    """Promises that stand as asked, those first that were last heard of the longest ago; `?view=board` by stages."""
    asked, sorting = _read_asked(request.query_params), read_sorting(request.query_params, _KEYS)
    page = read_number(request.query_params.get("page"))
    number, stands = _find(request, (page - 1) * _MOST, _MOST)
    board = request.query_params.get("view") == _BOARD
    kept = {**asked, **sorting.write()}
    titles = {"number": "№", **{name: get_text(_TITLES.get(name, f"column.{name}")) for name in _KEYS}}
    values: dict[str, Any] = {
        "asked": asked,
        "choices": {"sector": find_codes("sector"), "stage": find_codes("stage")},
        "headings": make_headings(titles, sorting, _KEYS, path=_PATH, asked=asked),
        "cells": [_make_cells(number, stand) for number, stand in enumerate(stands, (page - 1) * _MOST + 1)],
        "stages": _group(stands) if board else None,
        "number": number,
        "page": page,
        "more": number > page * _MOST,
        "kept": {**kept, **({"view": _BOARD} if board else {})},
        "other_view": with_query(_PATH, **kept, view=None if board else _BOARD),
    }
    return render(request, "promises.html", **values)


def make_file(form: str) -> Callable[[Request], Response]:
    """The same as a file, in the same order."""

    def send(request: Request) -> Response:
        def write(form: str, file: IO[bytes]) -> None:
            write_rows("thread", _load_all(request), form, file)

        return send_file(request, f"promises.{form}", write)

    return send


def _read_asked(query: QueryParams) -> dict[str, str]:
    return {name: value for name in _NAMES if (value := query.get(name, "").strip())}


def _find(request: Request, start: int, most: int) -> tuple[int, list[Stand]]:
    """How many promises are asked for, and a page of them, in the order asked for."""
    sorting = read_sorting(request.query_params, _KEYS)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        promises = _ask(view, request.query_params)
        if sorting.column is None:
            return len(promises), promises.find(start=start, most=most)
        stands = sort_rows(promises.find(), sorting, _KEYS)
        return len(stands), stands[start : start + most]


def _load_all(request: Request) -> list[Thread]:
    """All that are asked for with all that was told of them, in the order asked for."""
    sorting = read_sorting(request.query_params, _KEYS)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        promises = _ask(view, request.query_params)
        return promises.load(sort_rows(promises.find(), sorting, _KEYS))


def _ask(view: View, query: QueryParams) -> Promises:
    asked = _read_asked(query)
    day = parse_day(asked.get("as_of"), get_text("page.promises.as_of"))
    return Promises(view, day, _read_standing(asked), read_areas(asked))


def _read_standing(asked: dict[str, str]) -> Standing:
    silent = asked.get("silent")
    if silent and not (silent.isascii() and silent.isdigit() and len(silent) < 5):
        expected, do = get_text("error.whole", least=1), get_text("error.write_so")
        raise UsageError(get_text("page.promises.silent"), found=repr(silent), expected=expected, do=do)
    return Standing(
        overdue=bool(asked.get("overdue")),
        silent=int(silent) if silent else None,
        responsible=asked.get("responsible"),
        stage=asked.get("stage"),
        sector=asked.get("sector"),
    )


def _make_cells(number: int, thread: Stand) -> list[Cell]:
    stands = thread.followed
    late = "late" if stands.overdue else ""
    return [
        Cell(str(number), "number dim"),
        Cell(thread.words, "words", f"/thread/{thread.id}"),
        Cell(find_code("stage", stands.stage), "head"),
        Cell(find_code("sector", thread.sector)),
        Cell(tell_names(thread.parties), "wide"),
        Cell(tell_time(stands.due), f"wide {late}".strip()),
        Cell(", ".join(thread.responsible), "wide"),
        Cell("" if stands.silent is None else str(stands.silent), "number"),
        Cell(str(thread.number), "number"),
        Cell(tell_standing(thread) if stands.overdue else "", "wide late"),
    ]


def _group(threads: Iterable[Stand]) -> list[tuple[str, list[Stand]]]:
    """Stages in their order with the promises that stand there; stages without one are left out."""
    found: dict[str, list[Stand]] = {stage: [] for stage in find_codes("stage")}
    for thread in threads:
        found[thread.followed.stage].append(thread)
    return [(stage, there) for stage, there in found.items() if there]


_TOLD_OF = ("event", "trace")  # kinds of what is held against a promise, and is none


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a story: a telling with its stage and statement, or an event that completes it; else the term."""

    day: date | None
    stage: str | None = None
    report: Report | None = None
    row: Any = None
    held: Completion | None = None


def tell(request: Request, id: str) -> Response:
    """The story of one promise: each telling and the term, the earliest first."""
    today = parse_day(request.query_params.get("as_of"), "as_of")
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        thread = get_thread(view, id, today)
        decided = list(_list_decided(view.get_thing(thread.id)))
    values: dict[str, Any] = {
        "moments": _list_moments(thread),
        "standing": list(write_standing(thread, WORDS)),
        "decided": decided,
        "tell_held": lambda one: tell_held(one, WORDS),
        "reasons": tell_reasons,
    }
    return render(request, "thread.html", thread=thread, **values)


def _list_decided(thing: Thing) -> Iterator[tuple[JudgedRow, Node]]:
    """What people decided of the promise and events, each with the event."""
    own = {node.id for node in thing.nodes}
    for row in thing.judged:
        event = thing.others.get(row.right)
        if row.left in own and event and isinstance(event.first, StatementRow) and event.first.kind in _TOLD_OF:
            yield row, event


def _list_moments(thread: Thread) -> list[Moment]:
    told = [Moment(report.day, find_stage_told(report), report, row) for report, row in thread.tellings]
    told += [Moment(one.report.day, one.report.stage, one.report, one.row, one) for one in thread.completed]
    told += [Moment(one.report.day, find_stage_told(one.report), one.report, one.row, one) for one in thread.traces]
    term = [Moment(thread.followed.due.last)] if thread.followed.due else []
    return sorted([*told, *term], key=lambda moment: moment.day or date.min)
