"""When a promise falls due: the ways in which a text tells it, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hamkor.codes.promise_rules import MOVED, NOT_BY_THEN, STILL_NOT
from hamkor.extract.commitments.beside import Beside
from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.following import list_following, list_whole
from hamkor.extract.commitments.terms import find_coming, find_due
from hamkor.extract.commitments.words import ClauseWords, get_words
from hamkor.extract.reading import Reading
from hamkor.extract.times.calendar import widen_end_of_year
from hamkor.extract.times.moved import get_new_time
from hamkor.grammar import Part
from hamkor.model import Period

_MINUTES = "minutes"  # the rule of their items: they note what runs since a month, and plan nothing by it
_CANCELLED, _COMPLETED, _IN_PROGRESS = "cancelled", "completed", "in_progress"
_DONE = frozenset({"signed", "completed"})
_TO_COME = frozenset({"planned", "proposed", "agreed"})
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"\w[\w'ʼʽ]*")
_OPENING = 25  # characters from the beginning of a sentence to a time that all of it is told of


@dataclass(frozen=True, slots=True)
class Dues:
    """Finds the terms of the promises of one document."""

    reading: Reading
    drafts: Sequence[Draft]

    def find(self, told: Beside, draft: Draft) -> Period | None:
        """The day that a promise falls due; None where nothing tells it, or where it falls due no more."""
        if draft.rule == NOT_BY_THEN:
            return None
        if self._is_resumed(draft):
            return self._find_end(told, draft)
        ways: tuple[Callable[[Beside, Draft], Period | None], ...] = (
            self._of_move,
            self._of_own_times,
            self._of_clause_after,
            self._of_month_to_come,
            self._of_event,
            self._of_opening,
            self._of_relative_clause,
            self._of_what_follows,
            self._of_whole_project,
        )
        if draft.rule == STILL_NOT:  # its own time is past («was to open in December, but …»)
            ways = (self._of_clause_after, self._of_what_follows)
        due = next((found for way in ways if (found := way(told, draft))), None)
        return None if self._is_settled(draft, due) else due

    @property
    def _words(self) -> ClauseWords:
        return get_words(self.reading.language)

    def _find_due(self, times: Iterable[Part]) -> Period | None:
        return find_due(times, self.reading.published)

    def _of_move(self, told: Beside, draft: Draft) -> Period | None:
        """Of what was put off from one time to another («с мая на сентябрь»): the other."""
        times = [p for p in told.periods if draft.clause.covers(p.span)] if draft.rule in MOVED else []
        return get_new_time(times, self.reading.folded, self.reading.published)

    def _of_own_times(self, told: Beside, draft: Draft) -> Period | None:
        """What a road map tells as a term is one, also where an edition is read that came out later."""
        return find_due(self._list_own(told, draft), None if draft.row else self.reading.published)

    def _of_clause_after(self, _told: Beside, draft: Draft) -> Period | None:
        """The term that a clause after it only tells («закончить его намерены к осени»)."""
        if draft.later is None:
            return None
        later = self.reading.sentences[draft.later.number].of("period")
        return self._find_due(p for p in later if draft.later.clause.covers(p.span))

    def _of_month_to_come(self, told: Beside, draft: Draft) -> Period | None:
        """Times within a thing yet to come whose words tell neither a year nor that they are past («весной»)."""
        if draft.stage not in _TO_COME:
            return None
        labelled = [p for label in told.labels for p in label.of("period")]  # «Muddat: I chorak»: the next one
        times = self._leave_dated(labelled or (p for p in told.periods if draft.span.covers(p.span)))
        return find_coming(times, self.reading.published, begins=draft.rule != _MINUTES)

    def _of_event(self, _told: Beside, draft: Draft) -> Period | None:
        """Of what is meant for an event that the sentence before tells («… Готовили этот визит»): its time."""
        if not draft.number or not self._words.that_event.search(self.reading.folded, draft.span.start, draft.span.end):
            return None
        own, before = (self.reading.sentences[number] for number in (draft.number, draft.number - 1))
        same = own.sentence.block == before.sentence.block
        due = self._find_due(before.of("period")) if same else None
        return widen_end_of_year(due) if due else None

    def _of_opening(self, told: Beside, draft: Draft) -> Period | None:
        """Times that open a sentence, for what an "and" joins with its first verb («до мая заменят … и построят …»)."""
        start = told.sentence.sentence.span.start
        joined = self._words.ands.search(self.reading.folded[start : draft.span.start])
        if draft.stage not in _TO_COME or not joined or start >= draft.clause.start:
            return None
        return self._find_due(p for p in told.periods if p.span.start - start < _OPENING)

    def _of_relative_clause(self, told: Beside, draft: Draft) -> Period | None:
        """Times of a relative clause right after a thing yet to come («…, которая пройдёт 5 мая»)."""
        words, end = self._words, draft.clause.end
        tells = words.happens.match(self.reading.folded, end, told.sentence.sentence.span.end)
        if draft.stage not in (*_TO_COME, _IN_PROGRESS) or not tells:
            return None
        near = (p for p in told.periods if end <= p.span.start)
        return self._find_due(
            p for p in near if not words.starts.search(self.reading.folded, tells.end(), p.span.start)
        )

    def _of_what_follows(self, _told: Beside, draft: Draft) -> Period | None:
        """The term that what follows tells: what takes place is still to come, be it told without a year."""
        told = list_following(self.reading, draft, self.drafts)
        return self._find_due(told) or find_coming(self._leave_dated(told), self.reading.published)

    def _of_whole_project(self, _told: Beside, draft: Draft) -> Period | None:
        """The term of the whole project, for what of it is still to come."""
        if draft.formal or draft.stage not in (*_TO_COME, _IN_PROGRESS):
            return None
        return self._find_due(list_whole(self.reading, draft.number, self.drafts))

    def _list_own(self, told: Beside, draft: Draft) -> list[Part]:
        """The times of a draft; what was signed «this year» is not due at its end."""
        periods, today = _list_beside(told, draft) or list(self._list_leading(told, draft)), self.reading.published
        if draft.stage not in _DONE or today is None:
            return periods
        return [p for p in periods if p.value.form == "deadline" or not (p.value.within or _is_now(p, today))]

    def _list_leading(self, told: Beside, draft: Draft) -> Iterator[Part]:
        """Times that only the sides stand before, for every thing of a list («A va B 2027-yilda qurishni …»)."""
        if draft.alone or draft.stage not in _TO_COME:
            return
        joints = {word for phrase in self.reading.language.lists["and"] for word in phrase.split()}
        for part in told.periods:
            named = [a.span for a in told.areas if draft.leads <= a.span.start and a.span.end <= part.span.start]
            words = _WORD.finditer(self.reading.folded, draft.leads, max(draft.leads, part.span.start))
            others = {w.group() for w in words if not any(s.start <= w.start() < s.end for s in named)}
            if named and draft.clause.covers(part.span) and others <= joints:
                yield part

    def _leave_dated(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The times whose words tell neither a year nor that they are past."""
        past = self._words.past
        for part in parts:
            folded = self.reading.folded[part.span.start : part.span.end]
            if not _YEAR.search(folded) and not past.search(folded):
                yield part

    def _is_settled(self, draft: Draft, due: Period | None) -> bool:
        """Whether it falls due no more: what was dropped, and what is done at a time that lies ahead."""
        today = self.reading.published
        done = draft.stage == _COMPLETED and due is not None and today is not None and due.first > today
        return draft.stage == _CANCELLED or done

    def _is_resumed(self, draft: Draft) -> bool:
        """Whether the time beside it only tells when it goes on («продолжится весной»), not when it is to be done."""
        told = self._words.goes_on.search(self.reading.folded, draft.clause.start, draft.clause.end)
        return draft.stage == _IN_PROGRESS and bool(told)

    def _find_end(self, told: Beside, draft: Draft) -> Period | None:
        return self._find_due(p for p in self._list_own(told, draft) if p.value.form == "deadline")


def _list_beside(told: Beside, draft: Draft) -> list[Part]:
    """Times of the labels, else within the thing, else in its clause (before it, where the clause tells more)."""
    labelled = [p for label in told.labels for p in label.of("period")]
    inside = labelled or [p for p in told.periods if draft.span.covers(p.span)]
    if inside:
        return inside
    beside = [p for p in told.periods if draft.clause.covers(p.span)]
    return beside if draft.alone else [p for p in beside if p.span.end <= draft.leads]


def _is_now(part: Part, day: date) -> bool:
    period: Period | None = part.value.period
    return period is not None and period.first <= day <= period.last and period.last.year == day.year
