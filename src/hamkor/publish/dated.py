"""Events and terms of promises by their day: each once, as it was told last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from hamkor.ledger import Filter, StatementRow, View
from hamkor.model import Period

EVENT, PROMISE = "event", "commitment"
_TIMES = {EVENT: "date", PROMISE: "due"}
_OVER = ("completed", "cancelled")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event, or what is due, with its time.

    id        lasts: of the statement that told it first
    thing     what it is in the ledger; None where it was not resolved
    row       as it was told last
    tellings  how many statements tell it
    """

    id: str
    thing: str | None
    row: StatementRow
    time: Period
    tellings: int

    @property
    def kind(self) -> str:
        return self.row.kind

    @property
    def state(self) -> str:
        """The stage of a promise, the status of an event."""
        told: Any = self.row.statement
        return str(told.status if self.kind == EVENT else told.stage)

    @property
    def is_over(self) -> bool:
        return self.state in _OVER


def find_dated(view: View, during: Period, asked: Filter, kinds: tuple[str, ...] = (EVENT, PROMISE)) -> list[Dated]:
    """What is held, planned or due within a time, by its day.

    A thing whose latest telling names another time stands there only.

    asked  what statements must have besides; its own `during` does not count
    """
    found = [one for kind in kinds for one in _find(view, kind, replace(asked, during=during))]
    within = (one for one in found if during.first <= one.time.last <= during.last)
    return sorted(within, key=lambda one: (one.time.last, one.time.first, one.id))


def _find(view: View, kind: str, asked: Filter) -> Iterator[Dated]:
    rows = {row.id: row for row in view.find_statements(kind, asked)}
    things = view.find_things_of(list(rows))
    for thing, told in groupby(view.find_tellings(sorted(set(things.values()))), key=lambda one: one.thing):
        if made := _make(kind, thing, [one.row for one in told]):
            yield made
    for id_ in rows.keys() - things.keys():
        if made := _make(kind, None, [rows[id_]]):
            yield made


def _make(kind: str, thing: str | None, told: list[StatementRow]) -> Dated | None:
    """The time is the last one told; None where none is."""
    times: list[Period] = [time for row in told if (time := getattr(row.statement, _TIMES[kind]))]
    return Dated(told[0].id, thing, told[-1], times[-1], len(told)) if times else None
