"""Promises followed over time: their tellings put together, and where each stands on a day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from hamkor.codes.areas import find_area
from hamkor.errors import NotFoundError
from hamkor.ledger import StatementRow, Told, View
from hamkor.ledger.filters import find_day
from hamkor.model import Commitment
from hamkor.pipeline.originals import find_originals
from hamkor.pipeline.resolution import read_item
from hamkor.publish.heard import Read, load_read
from hamkor.publish.statements import Plain, plain_evidence
from hamkor.resolve import threads
from hamkor.resolve.following import ENDED, Followed, Report, find_stage_told, follow, leave_copies
from hamkor.text.fold import fold
from hamkor.text.sounds import get_sounds

_WORD = re.compile(r"\w[\w'ʻʼ‘’`-]*")


@dataclass(frozen=True, slots=True)
class Thread:
    """One promise with all that was told of it by a day.

    parties      as most tellings name them
    responsible  the bodies that any telling names as such
    tellings     without those of copies whose original tells it, too; the earliest first
    """

    id: str
    sector: str
    parties: tuple[str, ...]
    responsible: tuple[str, ...]
    followed: Followed
    tellings: tuple[tuple[Report, StatementRow], ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A promise as lists know it, without its tellings: how many there are, and the words of the last.

    followed  without its terms, `since` and `repeated`
    """

    id: str
    sector: str
    parties: tuple[str, ...]
    responsible: tuple[str, ...]
    followed: Followed
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a promise must stand to be listed; None and False ask nothing.

    silent       months, at the least, since it was last heard of; of what is done or cancelled nothing more is
                 expected: it is not silent unless its stage is asked for
    responsible  words of the name of a body that is responsible for it or a side of it, in any case and letters
    """

    overdue: bool = False
    silent: int | None = None
    responsible: str | None = None
    stage: str | None = None
    sector: str | None = None

    def holds(self, thread: Thread | Stand) -> bool:
        stands = thread.followed
        return (
            (stands.overdue or not self.overdue)
            and (self.silent is None or self._is_silent(stands, self.silent))
            and (self.responsible is None or is_named(_tell_bodies(thread), self.responsible))
            and self.stage in (None, stands.stage)
            and self.sector in (None, thread.sector)
        )

    def _is_silent(self, stands: Followed, months: int) -> bool:
        over = self.stage is None and stands.stage in ENDED
        return not over and stands.silent is not None and stands.silent >= months


def _tell_bodies(thread: Thread | Stand) -> str:
    return write_bodies(list_bodies(thread.parties, thread.responsible))


def list_bodies(parties: Iterable[str], responsible: Iterable[str]) -> tuple[str, ...]:
    """The bodies that answer for a promise: those named as such, and those that are a side of it."""
    return tuple(dict.fromkeys((*responsible, *(party for party in parties if not find_area(party)))))


def write_bodies(names: Iterable[str]) -> str:
    """Names as they are looked for: each as it is spelled, without case, and as it sounds, whatever its letters."""
    return "\n".join(told for name in names for told in (fold(name), _sound(name)))


def is_named(bodies: str, sought: str) -> bool:
    """Whether this is part of one of these names, in any case and any letters; `bodies` as `write_bodies` has them."""
    return any(asked in bodies for asked in list_sought(sought))


def list_sought(sought: str) -> tuple[str, ...]:
    """What may stand in bodies where this name is asked for."""
    return fold(sought), _sound(sought)


def _sound(name: str) -> str:
    return " ".join(map(get_sounds, _WORD.findall(name)))


def find_threads(view: View, as_of: date) -> Iterator[Thread]:
    """Every promise told by a day and where it stands then, the one first that was last heard of the longest ago."""
    found = _make_all(view.find_told(threads.KIND.name), as_of, find_originals(view), load_read(view))
    yield from sorted(found, key=lambda one: (one.followed.last_heard or date.min, one.id))


def load_threads(view: View, ids: Iterable[str], as_of: date) -> list[Thread]:
    """The promises with these ids, in this order, as they stand on a day; what was not told by then is left out."""
    listed = list(dict.fromkeys(ids))
    told = list(view.find_tellings(listed))
    if not told:
        return []
    originals = find_originals(view, {one.row.document.id for one in told})
    found = {thread.id: thread for thread in _make_all(told, as_of, originals, load_read(view))}
    return [found[id_] for id_ in listed if id_ in found]


def _make_all(told: Iterable[Told], as_of: date, originals: Mapping[str, str], read: Read) -> Iterator[Thread]:
    groups = groupby(told, key=lambda one: one.thing)
    yield from filter(None, (_make(id_, list(ones), as_of, originals=originals, read=read) for id_, ones in groups))


def get_thread(view: View, id: str, as_of: date) -> Thread:
    """The promise of this id, or the one that the statement of this id tells of; the first letters are enough.

    Raises NotFoundError where there is none, or more than one.
    """
    found = load_threads(view, [id], as_of) or load_threads(view, [view.get_named(id).thing], as_of)
    if not found:
        raise NotFoundError(
            "thread", found=f"no promise {id!r}", expected="the id of a promise", do="see the ids in a list"
        )
    return found[0]


def _make(id_: str, told: Sequence[Told], as_of: date, *, originals: Mapping[str, str], read: Read) -> Thread | None:
    reports = {one.row.id: _report(one) for one in told}
    kept = leave_copies((r for r in reports.values() if r.told <= as_of), originals)
    if not kept:
        return None
    ids = {report.id for report in kept}
    tellings = tuple((reports[one.row.id], one.row) for one in told if one.row.id in ids)
    promises = [_get_promise(row) for _, row in tellings]
    parties, sector = _most(p.parties for p in promises), _most(p.sector for p in promises)
    responsible = tuple(dict.fromkeys(name for p in promises for name in p.responsible))
    followed = follow(kept, as_of, read.find_days(parties, sector, as_of))
    return Thread(id_, sector, parties, responsible, followed, tellings)


def follow_told(told: Iterable[Told], as_of: date) -> Followed:
    """Where a promise of these tellings stands; copies count, and what was read since its term is not looked for.

    Raises ValueError where nothing was told by that day.
    """
    return follow(map(_report, told), as_of)


def _report(one: Told) -> Report:
    item = read_item(threads.KIND, dict(one.item))
    promise, day = _get_promise(one.row), find_day(one.row.document.published)
    return Report(
        id=one.row.id,
        document=one.row.document.id,
        day=date.fromisoformat(day) if day else None,
        stage=promise.stage,
        due=promise.due,
        does=frozenset(item.does),
        paper=item.is_paper,
    )


def _get_promise(row: StatementRow) -> Commitment:
    promise: Commitment = row.statement  # type: ignore[assignment]
    return promise


def _most(values: Iterator[Any]) -> Any:
    """The value told most; of those told equally often the first."""
    return Counter(values).most_common(1)[0][0]


def write_thread(thread: Thread) -> Plain:
    """A promise as `hamkor export statements` prints it."""
    followed = thread.followed
    return {
        "thread": {
            "id": thread.id,
            "stage": followed.stage,
            "sector": thread.sector,
            "parties": list(thread.parties),
            "responsible": list(thread.responsible),
            "due": _text(followed.due),
            "terms": [{"due": str(term.due), "told": _text(term.told)} for term in followed.terms],
            "overdue": followed.overdue,
            "last_heard": _text(followed.last_heard),
            "documents_since": followed.documents_since,
            "silent_months": followed.silent,
            "repeated_since": _text(followed.repeated),
            "history": [_write_telling(report, row) for report, row in thread.tellings],
        }
    }


def _write_telling(report: Report, row: StatementRow) -> Plain:
    return {
        "date": _text(report.day),
        "stage": find_stage_told(report),
        "due": _text(report.due),
        "document": row.document.id,
        "statement": row.id,
        "evidence": plain_evidence(row.evidence),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
