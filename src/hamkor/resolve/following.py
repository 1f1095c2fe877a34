"""What became of a promise: its stage, its term, whether it is overdue, how long nothing was heard of it.

Nothing here is kept: all is computed from what was told, and the day that counts as today.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from hamkor.codes import get_codes
from hamkor.model import Period

AGREED, CANCELLED, COMPLETED, PLANNED, SIGNED = "agreed", "cancelled", "completed", "planned", "signed"
SUSPENDED, UNDER_WAY = "suspended", "in_progress"
RECALLS, POSTPONES, SUSPENDS, WAITS = "recalls", "postpones", "suspends", "waits"
_STAGES = get_codes("stages")
_OVER = frozenset({CANCELLED, SUSPENDED})
ENDED = frozenset({COMPLETED, CANCELLED})  # of which no more is expected
_PROMISED = frozenset({"proposed", PLANNED, "agreed", SIGNED})
_ONLY_SAID = frozenset({"discussed", "proposed"})  # nobody has promised it
_LATER = 90  # days after which a lower stage is no recollection, but where things stand
_AGAIN = 365  # days after which a promise told once more without progress is repeated
_REPRINTED = 31  # days within which outlets print one another's reports
_NEVER = date.min


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says of a promise.

    id        of the statement
    document  its document; `day` the day of publication, None where unknown
    does      recalls | postpones | suspends | waits (it is not done yet), as far as its words say so
    paper     whether it tells only of something signed
    weak      whether it is a trace: it moves a promise on, but sets none back, begins none anew and moves no term
    """

    id: str
    document: str
    day: date | None
    stage: str
    due: Period | None = None
    does: frozenset[str] = frozenset()
    paper: bool = False
    weak: bool = False

    @property
    def told(self) -> date:
        return self.day or _NEVER


class Term(NamedTuple):
    """A term, and the day it was told."""

    due: Period
    told: date | None


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a promise stands.

    stage            one of the list of stages, suspended among them
    since            the day of the report that told it first
    due              the latest term known; `terms` all of them, in the order told
    overdue          whether the term is past and nothing says it was done or cancelled
    last_heard       the day of the last report
    documents_since  how many documents on these sides and this sector were read since the term; None: not overdue
    silent           whole months since it was last heard of
    repeated         the day it was promised first, where it is promised again a year later without progress
    """

    stage: str
    since: date | None
    due: Period | None
    terms: tuple[Term, ...]
    overdue: bool
    last_heard: date | None
    documents_since: int | None
    silent: int | None
    repeated: date | None


def follow(reports: Iterable[Report], as_of: date, documents: Sequence[date] = ()) -> Followed:
    """Where a promise stands on a day; the order of `reports` makes no difference.

    Trap: what is published after `as_of` does not count, so that yesterday's answer can be had today.

    documents  days of the documents read on its sides and its sector, in order
    Raises ValueError where nothing was reported by that day.

    >>> agreed = Report("1", "a", date(2024, 3, 1), "agreed", Period("2024"))
    >>> followed = follow([agreed, Report("2", "b", date(2024, 9, 1), "in_progress")], date(2025, 3, 2))
    >>> followed.stage, str(followed.due), followed.overdue, followed.silent
    ('in_progress', '2024', True, 6)
    """
    told = sorted((r for r in reports if r.told <= as_of), key=lambda r: (r.told, r.document, r.id))
    if not told:
        raise ValueError(f"promise: found no report by {as_of}; expected one at least")
    stage, since = _find_stage(told)
    terms = _list_terms(told)
    due = terms[-1].due if terms and stage != CANCELLED and not _is_put_off_openly(told, terms[-1]) else None
    overdue = due is not None and due.last < as_of and not _is_done(told, stage, terms[-1])
    heard = max((r.day for r in told if r.day), default=None)
    return Followed(
        stage=stage,
        since=since,
        due=due,
        terms=terms,
        overdue=overdue,
        last_heard=heard,
        documents_since=_count_since(documents, due.last, as_of) if overdue and due else None,
        silent=count_months(heard, as_of) if heard else None,
        repeated=_find_repeated(told),
    )


def _count_since(documents: Sequence[date], term: date, as_of: date) -> int:
    return bisect_right(documents, as_of) - bisect_right(documents, term)


def leave_copies(reports: Iterable[Report], originals: Mapping[str, str]) -> list[Report]:
    """The reports without those of copies whose original tells the same of the promise: both are one telling.

    A new edition of a road map prints most of the last one. What it tells otherwise counts, and so does all that it
    tells again after more than a month: no reprint comes so late.

    originals  document id → id of the document it copies
    """
    listed = list(reports)
    told: defaultdict[str, list[Report]] = defaultdict(list)
    for report in listed:
        told[report.document].append(report)
    firsts = {copy: told[first] for copy, first in originals.items() if copy != first and first in told}
    return [r for r in listed if not any(_tells_no_more(r, first) for first in firsts.get(r.document, ()))]


def _tells_no_more(copy: Report, first: Report) -> bool:
    soon = (copy.told - first.told).days <= _REPRINTED
    return soon and copy.stage == first.stage and copy.due in (None, first.due) and copy.does <= first.does


def count_months(first: date, last: date) -> int:
    """Whole months from one day to another; 0 where the second is not after the first.

    >>> count_months(date(2025, 1, 31), date(2025, 2, 28)), count_months(date(2025, 1, 31), date(2025, 3, 31))
    (0, 2)
    """
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(0, months)


class _Standing(NamedTuple):
    """The stage so far, the day of its report, the last day that confirmed it, the term, and all stages told."""

    stage: str
    since: date | None
    heard: date
    term: Period | None
    told: frozenset[str] = frozenset()


def _find_stage(told: Sequence[Report]) -> tuple[str, date | None]:
    """The stage of the latest report that speaks of the present; of one day the furthest that was reached."""
    standing: _Standing | None = None
    for day, reports in groupby(told, key=lambda r: r.told):
        for report in _leave_parts(sorted(reports, key=_by_weight), day):
            standing = _move(standing, report, day)
    return (standing.stage, standing.since) if standing else ("", None)


def _leave_parts(reports: list[Report], day: date) -> list[Report]:
    """Without what was completed where on the same day a term is told that still lies ahead: only a part was."""
    ahead = any(r.stage in _PROMISED and r.due and r.due.last > day for r in reports)
    return [r for r in reports if not (ahead and r.stage == COMPLETED)]


def _by_weight(report: Report) -> tuple[bool, bool, int, str]:
    """Of one day first the earlier stages; last what puts it off or stops it, and then what ends it."""
    ends = report.stage == CANCELLED and SUSPENDS not in report.does
    return ends, bool(report.does & {POSTPONES, SUSPENDS}), _STAGES.index(report.stage), report.id


def _move(standing: _Standing | None, report: Report, day: date) -> _Standing:
    stage = find_stage_told(report)
    told = (standing.told if standing else frozenset()) | {stage}
    term = report.due or (standing.term if standing else None)
    if standing is None or _sets(standing, report, stage, day):
        return _Standing(stage, report.day, day, term, told)
    heard = day if stage == standing.stage else standing.heard
    return standing._replace(heard=heard, term=term, told=told)


def find_stage_told(report: Report) -> str:
    """The stage that a report tells: put off is planned, stopped for a time is suspended, whatever its verb."""
    if SUSPENDS in report.does and report.stage != COMPLETED:
        return SUSPENDED
    return PLANNED if POSTPONES in report.does and report.stage != COMPLETED else report.stage


def _sets(standing: _Standing, report: Report, stage: str, day: date) -> bool:
    """Whether a report moves a promise on, or sets it back; that it is not done yet undoes at most what was agreed."""
    if WAITS in report.does and not report.does & {POSTPONES, SUSPENDS} and standing.stage != AGREED:
        return False
    if stage == standing.stage or (RECALLS in report.does and stage in standing.told):
        return False
    if report.weak and not _lets(standing, report):
        return False
    if stage in _OVER or POSTPONES in report.does:
        return True
    if standing.stage in _OVER:
        return day > standing.heard
    return _moves_on(standing, stage) or _sets_back(standing, report, day)


def _lets(standing: _Standing, report: Report) -> bool:
    """Whether a trace counts there: it begins nothing anew that has ended, and puts off no works under way.

    What stands still may end by it, or be done after all.
    """
    if standing.stage == SUSPENDED:
        return find_stage_told(report) in ENDED
    ended = standing.stage in (*ENDED, *_OVER)
    return not (ended or (POSTPONES in report.does and standing.stage == UNDER_WAY))


def _moves_on(standing: _Standing, stage: str) -> bool:
    return _STAGES.index(stage) > _STAGES.index(standing.stage)


def _sets_back(standing: _Standing, report: Report, day: date) -> bool:
    """A lower stage counts where its term is later than the one known, or where it is told long after."""
    if standing.stage == COMPLETED or RECALLS in report.does or report.weak:
        return False
    waited = standing.stage != UNDER_WAY and (day - standing.heard).days >= _LATER
    return waited or _is_put_off(standing, report)


def _is_put_off(standing: _Standing, report: Report) -> bool:
    return bool(report.due and standing.term and report.due.last > standing.term.last)


def _is_put_off_openly(told: Iterable[Report], term: Term) -> bool:
    """Whether it was put off after its last term was told, and until when is not known."""
    after = (r for r in told if r.due is None and term.told and r.told > term.told and not r.weak)
    return any(POSTPONES in r.does and r.stage != COMPLETED for r in after)


def _list_terms(told: Iterable[Report]) -> tuple[Term, ...]:
    """The terms in the order told; one that only says less exactly what is known is none."""
    terms: list[Term] = []
    for report in told:
        if report.due is None or RECALLS in report.does or report.weak:
            continue
        if not terms or not report.due.covers(terms[-1].due):
            terms.append(Term(report.due, report.day))
    return tuple(terms)


def _is_done(told: Sequence[Report], stage: str, term: Term) -> bool:
    """Whether nothing is owed: done, given up, only talked about; or, where a paper was promised, signed."""
    if stage in (COMPLETED, CANCELLED) or all(r.stage in _ONLY_SAID for r in told):
        return True
    signed = stage == SIGNED and all(r.paper for r in told if r.stage == SIGNED)
    return signed and all(r.paper for r in told if r.due == term.due)


def _find_repeated(told: Sequence[Report]) -> date | None:
    """The day of the first promise, where one a year later or more finds no progress between."""
    first: date | None = None
    for report in told:
        if report.day is None or RECALLS in report.does:
            continue
        if report.stage in (UNDER_WAY, COMPLETED):
            first = None
        elif report.stage in _PROMISED:
            if first and (report.day - first).days >= _AGAIN:
                return first
            first = first or report.day
    return None
