"""Where promises stand on a day: as it was found last and kept; only what changed since is followed anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from heapq import merge

from hamkor.ledger import FollowedFilter, FollowedRow, View, is_between, write_pairs
from hamkor.model.period import parse_period
from hamkor.publish.bodies import list_bodies, list_sought, write_bodies
from hamkor.publish.heard import Read, load_read
from hamkor.publish.standing import Stand, Standing, Thread
from hamkor.publish.threads import load_threads
from hamkor.resolve.following import ENDED, Followed, count_months

_ONCE_ALL_IS_KNOWN = date.max


class Promises:
    """The promises of a ledger that stand as asked on a day, the one first that was last heard of the longest ago.

    areas    only those told between these two, or between this one and any other
    among    only those of these ids
    """

    def __init__(
        self,
        view: View,
        as_of: date,
        wanted: Standing,
        areas: tuple[str, ...] = (),
        *,
        among: Collection[str] | None = None,
    ) -> None:
        self._view, self._as_of, self._among = view, as_of, among
        self._asked = replace(_write_filter(wanted, as_of, areas), among=among)
        self._changed = sorted(self._follow_changed(wanted, areas), key=_get_place)

    def __len__(self) -> int:
        return self._view.count_followed(self._asked) + len(self._changed)

    def find(self, *, start: int = 0, most: int | None = None) -> list[Stand]:
        """Those from the one of this number, counted from 0, at most so many."""
        if not self._changed:
            return [self._read(row) for row in self._view.find_followed(self._asked, start=start, most=most)]
        last = None if most is None else start + most
        kept = map(self._read, self._view.find_followed(self._asked, most=last))
        return list(merge(kept, self._changed, key=_get_place))[start:last]

    def load(self, stands: Sequence[Stand]) -> list[Thread]:
        """The same promises with all that was told of them."""
        return load_threads(self._view, (stand.id for stand in stands), self._as_of)

    @cached_property
    def _documents(self) -> Read:
        return load_read(self._view)

    def _read(self, row: FollowedRow) -> Stand:
        """With how many documents were read since its term, where that is past."""
        stand = _read_row(row, self._as_of)
        stands = stand.followed
        if not (stands.overdue and stands.due):
            return stand
        since, as_of = stands.due.last, self._as_of
        number = self._documents.count_days(stand.parties, stand.sector, since=since, as_of=as_of)
        return replace(stand, followed=replace(stands, documents_since=number))

    def _follow_changed(self, wanted: Standing, areas: tuple[str, ...]) -> Iterator[Stand]:
        """Those of which something changed, or is told later, as they stand on the day."""
        day = self._as_of.isoformat()
        marks = self._view.find_unfollowed(day)
        if self._among is not None:
            marks = {thing: mark for thing, mark in marks.items() if thing in self._among}
        rows = follow_anew(self._view, {thing: mark for thing, mark in marks.items() if mark is not None})
        now = [self._read(row) for row in rows if row.last <= day and is_between(row.pairs, areas)]
        later = marks.keys() - {row.thing for row in rows if row.last <= day}
        threads = load_threads(self._view, sorted(later), self._as_of)
        now += (_make_stand(thread) for thread in threads if is_between(_write_pairs(thread), areas))
        return filter(wanted.holds, now)


def follow_anew(view: View, marks: dict[str, int]) -> list[FollowedRow]:
    """Follow these promises, once all that was told of them is known, and keep where they stand."""
    rows = [_write_row(thread) for thread in load_threads(view, sorted(marks), _ONCE_ALL_IS_KNOWN)] if marks else []
    if marks:
        view.keep_followed(marks, rows)
    return rows


def _get_place(stand: Stand) -> tuple[date, str]:
    return stand.followed.last_heard or date.min, stand.id


def _write_filter(wanted: Standing, as_of: date, areas: tuple[str, ...]) -> FollowedFilter:
    return FollowedFilter(
        day=as_of.isoformat(),
        overdue=wanted.overdue,
        heard_until=None if wanted.silent is None else _move_months(as_of, wanted.silent),
        responsible=() if wanted.responsible is None else list_sought(wanted.responsible),
        without=() if wanted.silent is None or wanted.stage else tuple(sorted(ENDED)),
        stage=wanted.stage,
        sector=wanted.sector,
        areas=areas,
    )


def _move_months(day: date, months: int) -> str:
    """The last day from which so many whole months have passed; it need not be in the calendar to be compared with."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{max(0, years):04}-{month + 1:02}-{day.day:02}"


def _write_pairs(thread: Thread) -> str:
    told = (row.statement for _, row in thread.tellings)
    pairs = {pair for promise in told for pair in write_pairs(promise.parties)}  # type: ignore[union-attr]
    return "\n".join(("", *sorted(pairs), ""))


def _write_row(thread: Thread) -> FollowedRow:
    stands = thread.followed
    return FollowedRow(
        thing=thread.id,
        sector=thread.sector,
        stage=stands.stage,
        owed=stands.overdue,
        due_last=stands.due.last.isoformat() if stands.due else None,
        heard=stands.last_heard.isoformat() if stands.last_heard else "",
        last=thread.last.isoformat(),
        responsible=write_bodies(list_bodies(thread.parties, thread.responsible)),
        pairs=_write_pairs(thread),
        told={
            "due": str(stands.due) if stands.due else None,
            "parties": thread.parties,
            "responsible": thread.responsible,
            "number": len(thread.tellings),
            "words": thread.tellings[-1][1].evidence.exact,
        },
    )


def _read_row(row: FollowedRow, as_of: date) -> Stand:
    told = row.told
    due = parse_period(told["due"]) if told["due"] else None
    overdue = row.owed and due is not None and due.last < as_of
    heard = date.fromisoformat(row.heard) if row.heard else None
    silent = count_months(heard, as_of) if heard else None
    followed = Followed(row.stage, None, due, (), overdue, heard, None, silent, None)
    parties, responsible = tuple(told["parties"]), tuple(told["responsible"])
    return Stand(row.thing, row.sector, parties, responsible, followed, told["number"], told["words"])


def _make_stand(thread: Thread) -> Stand:
    stands, words = thread.followed, thread.tellings[-1][1].evidence.exact
    followed = replace(stands, since=None, terms=(), repeated=None)
    return Stand(thread.id, thread.sector, thread.parties, thread.responsible, followed, len(thread.tellings), words)
