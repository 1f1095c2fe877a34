"""Events and terms of promises by their day: each once, as it was told last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from hamkor.ledger import Filter, Order, StatementRow, Told, View
from hamkor.model import Period
from hamkor.publish.completed import Completion, Completions
from hamkor.publish.threads import follow_told
from hamkor.publish.traced import Traces

EVENT, PROMISE = "event", "commitment"
_COLUMNS = {EVENT: "date", PROMISE: "due"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event, or what is due, with its time.

    id        lasts: of the statement that told it first
    thing     what it is in the ledger; None where it was not resolved
    row       as it was told last
    state     the stage of a promise, the status of an event
    tellings  how many statements tell it
    """

    id: str
    thing: str | None
    row: StatementRow
    time: Period
    state: str
    tellings: int

    @property
    def kind(self) -> str:
        return self.row.kind


@dataclass(frozen=True, slots=True)
class Nearest:
    """Not all, but so many statements of each kind: those of the earliest days, or of the latest."""

    most: int
    latest: bool = False


def find_dated(
    view: View,
    during: Period,
    asked: Filter,
    kinds: tuple[str, ...] = (EVENT, PROMISE),
    *,
    nearest: Nearest | None = None,
) -> list[Dated]:
    """What is held, planned or due within a time, by its day.

    A thing whose latest telling names another time stands there only.

    asked    what statements must have besides; its own `during` does not count
    nearest  where not all are wanted
    """
    wanted = replace(asked, during=during)

    def find() -> list[Dated]:
        found = [one for kind in kinds for one in _find(view, kind, wanted, nearest)]
        within = (one for one in found if during.first <= one.time.last <= during.last)
        return sorted(within, key=lambda one: (one.time.last, one.time.first, one.id))

    return list(view.remember_things(("dated", wanted, kinds, nearest), find))


def _find(view: View, kind: str, asked: Filter, nearest: Nearest | None) -> Iterator[Dated]:
    most = nearest.most if nearest else None
    asked = replace(asked, order=Order(_COLUMNS[kind], nearest.latest)) if nearest else asked
    rows = {row.id: row for row in view.find_statements(kind, asked, most=most)}
    things = view.find_things_of(list(rows))
    listed = set(things.values())
    told_of = _find_told_of(view, listed) if kind == PROMISE else None
    for thing, told in groupby(view.find_tellings(sorted(listed)), key=lambda one: one.thing):
        ones = list(told)
        if made := _make_promise(ones, told_of(thing)) if told_of else _make_event(ones):
            yield made
    for id_ in sorted(rows.keys() - things.keys()):
        yield _make_alone(rows[id_])


def _find_told_of(view: View, promises: set[str]) -> Callable[[str], Iterable[Completion]]:
    """What completes or traces a promise, whenever it was told."""
    completions, traces = Completions(view, promises), Traces(view, promises)
    return lambda id_: (
        *completions.find(id_, date.max),
        *traces.find(id_, date.max, completions.list_events(id_)),
    )


def _make_event(told: list[Told]) -> Dated | None:
    """At the time told last; None where none is told."""
    times: list[Period] = [time for one in told if (time := _get(one.row).date)]
    last = told[-1].row
    return Dated(told[0].row.id, told[0].thing, last, times[-1], _get(last).status, len(told)) if times else None


def _make_promise(told: list[Told], completed: Iterable[Completion]) -> Dated | None:
    """At its term as it stands, which is none where it was cancelled."""
    followed = follow_told(told, date.max, completed)
    if followed.due is None:
        return None
    return Dated(told[0].row.id, told[0].thing, told[-1].row, followed.due, followed.stage, len(told))


def _make_alone(row: StatementRow) -> Dated:
    said = _get(row)
    is_event = row.kind == EVENT
    time, state = (said.date, said.status) if is_event else (said.due, said.stage)
    return Dated(row.id, None, row, time, state, 1)


def _get(row: StatementRow) -> Any:
    return row.statement
