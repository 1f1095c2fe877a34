"""From a draft to a commitment: sector, parties, term, place, instrument, who is responsible, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from hamkor.extract.asked import find_sides_asked
from hamkor.extract.commitments.drafts import Draft
from hamkor.extract.commitments.following import list_following, list_whole
from hamkor.extract.commitments.goals import is_mutual, keep_own
from hamkor.extract.commitments.locality import keep_local
from hamkor.extract.commitments.minutes import get_minutes_words, list_labels
from hamkor.extract.commitments.naming import BOTH, Naming, find_namings, find_title_instrument
from hamkor.extract.commitments.parties import Clause, find_parties, find_partners, list_charged
from hamkor.extract.commitments.roadmaps import list_labels as list_row
from hamkor.extract.commitments.roadmaps import list_named, list_names
from hamkor.extract.commitments.sectors import TELLING, WEIGHTS, Sectors, find_flag, get_sector
from hamkor.extract.commitments.terms import find_coming, find_due, find_place
from hamkor.extract.commitments.words import get_words as get_clause_words
from hamkor.extract.evidence import get_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sections import find_sides_at
from hamkor.extract.sides import Sides, find_joined, find_sides, list_areas
from hamkor.grammar import Part
from hamkor.model import Commitment, Period, Span

_ROAD_MAP = "road_map"
_MINUTES = "minutes"
_CANCELLED, _COMPLETED, _IN_PROGRESS = "cancelled", "completed", "in_progress"
_DONE = frozenset({"signed", "completed"})
_TO_COME = frozenset({"planned", "proposed", "agreed"})
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"\w[\w'ʼʽ]*")
_WORKS = frozenset({"planned", "in_progress", "completed"})
_OPEN = frozenset({"discussed", "proposed"})
_NAMES = frozenset({"organisation", "person", "area", "adjective"})
_BODIES = frozenset({"organisation", "person"})
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_NEAR = 2  # sentences in which a deal is gone on with
_OPENING = 25  # characters from the beginning of a sentence to a time that all of it is told of
_STAYING = frozenset({"transport", "construction"})  # carriers and builders work beside the sides


class _Told(NamedTuple):
    """What one sentence tells beside its things: found once, though it may hold many of them."""

    sentence: ReadSentence
    areas: list[Part]
    periods: tuple[Part, ...]
    namings: list[Naming]
    labels: tuple[ReadSentence, ...]


def _read_told(reading: Reading, draft: Draft) -> _Told:
    number, sentence = draft.number, reading.sentences[draft.number]
    labels = (
        list_row(reading, draft.row) if draft.row else list_labels(get_minutes_words(reading.language), reading, number)
    )
    return _Told(
        sentence=sentence,
        areas=list_areas(sentence),
        periods=sentence.of("period"),
        namings=find_namings(reading, sentence.sentence.span),
        labels=tuple(labels),
    )


@dataclass(slots=True)
class Maker:
    """Makes the commitments of one document; what they share is found once."""

    reading: Reading
    sides: Sides
    partners: tuple[str, ...]
    sectors: Sectors
    drafts: Sequence[Draft]
    _told: dict[int, _Told] = field(default_factory=dict)
    _last: tuple[Draft, tuple[str, ...]] | None = None

    @classmethod
    def of(cls, reading: Reading, sectors: Sectors, drafts: Sequence[Draft]) -> Maker:
        sides = find_sides(reading)
        partners = find_partners(reading, sides)
        sides = Sides(sides.areas[:1], sides.countries[:1]) if partners else sides
        return cls(reading, sides, partners, sectors, drafts)

    def make(self, draft: Draft) -> Commitment:
        told = self._told.get(draft.number)
        if told is None:
            told = self._told[draft.number] = _read_told(self.reading, draft)
        bodies = self._list_responsible(told, draft)
        responsible = tuple(p.value.name for p in bodies)
        if draft.row:
            responsible = list_names(self.reading, draft.row, bodies)
        elif draft.formal:
            labels = (label.sentence.span for label in told.labels)
            named = get_minutes_words(self.reading.language).list_responsible(self.reading.folded, labels)
            responsible = list_named(self.reading, named, bodies)
        sector = self._get_sector(told, draft)
        parties = self._carry(told, draft) or self._get_parties(told, draft, sector)
        self._last = (draft, parties)
        # What a road map tells as a term is one, also where an edition is read that came out later.
        published = None if draft.row else self.reading.published
        due = find_due(self._get_terms(told, draft), published) or self._get_later_due(draft)
        due = due or find_coming(
            self._list_yearless(told, draft), self.reading.published, begins=draft.rule != _MINUTES
        )
        due = due or self._get_day_of_event(draft)
        due = due or find_due(self._list_shared(told, draft), self.reading.published)
        due = due or find_due(self._list_happening(told, draft), self.reading.published)
        due = due or self._get_told_after(draft) or self._get_whole_due(draft)
        due = None if self._is_settled(draft, due) else self._find_end(told, draft) if self._is_resumed(draft) else due
        return Commitment(
            stage=draft.stage,
            sector=sector,
            parties=tuple(dict.fromkeys((*parties, *responsible))),
            due=due,
            place_code=find_place((p for p in told.areas if draft.span.covers(p.span)), parties),
            responsible=responsible,
            instrument=self._find_instrument(told, draft),
            clause=draft.item if draft.formal else None,
            term=self._get_term(told) or ("date" if due else None),
            evidence=get_words(self.reading, draft.span, told.sentence.sentence),
            rule=draft.rule,
        )

    def _carry(self, told: _Told, draft: Draft) -> tuple[str, ...]:
        """Whose the deal of two bodies is that a sentence without names goes on with («Цех заработает в мае»)."""
        goes_on = self._goes_on(draft)
        if self._last is None or draft.formal or draft.row or not (goes_on or draft.stage in _WORKS):
            return ()
        before, parties = self._last
        near = self._block(before.number) == self._block(draft.number) and draft.number - before.number <= _NEAR
        named = any(p.kind in (_BODIES if goes_on else _NAMES) for p in told.sentence.parts)
        bodies = [p for p in parties if not _AREA.fullmatch(p)]
        between_bodies = len(parties) > 1 and len(bodies) == len(parties)
        between_bodies = between_bodies or (bool(bodies) and goes_on)
        if before.formal or not near or named or not between_bodies or before.stage in _OPEN:
            return ()
        return () if is_mutual(self.reading, draft) else parties

    def _goes_on(self, draft: Draft) -> bool:
        """Whether a clause begins with a word for the thing told of before («Он», «it»), or with «Under it»."""
        words = get_clause_words(self.reading.language)
        if words.under_paper.match(self.reading.sentences[draft.number].scene.text):
            return True
        said = self.reading.folded[draft.clause.start : draft.clause.end]
        return bool(words.same_thing.match(words.strip_openers(said)))

    def _list_responsible(self, told: _Told, draft: Draft) -> list[Part]:
        """The bodies that labels name, or the cells after the thing in its row."""
        labelled = [p for label in told.labels for p in label.of("organisation")]
        row = self.reading.folded.startswith(" | ", draft.span.end)
        cells = told.sentence.of("organisation") if row else ()
        return labelled + [p for p in cells if p.span.start > draft.span.end]

    def _list_yearless(self, told: _Told, draft: Draft) -> Iterator[Part]:
        """Times within a thing yet to come whose words tell neither a year nor that they are past."""
        if draft.stage not in _TO_COME:
            return
        yield from self._without_year(p for p in told.periods if draft.span.covers(p.span))

    def _without_year(self, parts: Iterable[Part]) -> Iterator[Part]:
        past = get_clause_words(self.reading.language).past
        for part in parts:
            folded = self.reading.folded[part.span.start : part.span.end]
            if not _YEAR.search(folded) and not past.search(folded):
                yield part

    def _get_terms(self, told: _Told, draft: Draft) -> list[Part]:
        """The times of a draft; what was signed «this year» is not due at its end."""
        periods, today = _get_periods(told, draft) or list(self._list_leading(told, draft)), self.reading.published
        if draft.stage not in _DONE or today is None:
            return periods
        return [p for p in periods if p.value.form == "deadline" or not (p.value.within or _is_now(p, today))]

    def _list_leading(self, told: _Told, draft: Draft) -> Iterator[Part]:
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

    def _list_shared(self, told: _Told, draft: Draft) -> Iterator[Part]:
        """Times that open a sentence, for what an "and" joins with its first verb («до мая заменят … и построят …»)."""
        start = told.sentence.sentence.span.start
        joined = get_clause_words(self.reading.language).ands.search(self.reading.folded[start : draft.span.start])
        if draft.stage in _TO_COME and joined and start < draft.clause.start:
            yield from (p for p in told.periods if p.span.start - start < _OPENING)

    def _list_happening(self, told: _Told, draft: Draft) -> Iterator[Part]:
        """Times of a relative clause right after a thing yet to come («…, которая пройдёт 5 мая»)."""
        words, end = get_clause_words(self.reading.language), draft.clause.end
        tells = words.happens.match(self.reading.folded, end, told.sentence.sentence.span.end)
        if draft.stage in (*_TO_COME, _IN_PROGRESS) and tells:
            near = (p for p in told.periods if end <= p.span.start)
            yield from (p for p in near if not words.starts.search(self.reading.folded, tells.end(), p.span.start))

    def _is_settled(self, draft: Draft, due: Period | None) -> bool:
        """Whether it falls due no more: what was dropped, and what is done at a time that lies ahead."""
        today = self.reading.published
        done = draft.stage == _COMPLETED and due is not None and today is not None and due.first > today
        return draft.stage == _CANCELLED or done

    def _is_resumed(self, draft: Draft) -> bool:
        """Whether the time beside it only tells when it goes on («продолжится весной»), not when it is to be done."""
        words, clause = get_clause_words(self.reading.language), draft.clause
        return draft.stage == _IN_PROGRESS and bool(words.goes_on.search(self.reading.folded, clause.start, clause.end))

    def _find_end(self, told: _Told, draft: Draft) -> Period | None:
        ends = (p for p in self._get_terms(told, draft) if p.value.form == "deadline")
        return find_due(ends, self.reading.published)

    def _get_later_due(self, draft: Draft) -> Period | None:
        if draft.later is None:
            return None
        later = self.reading.sentences[draft.later.number].of("period")
        inside = [p for p in later if draft.later.clause.covers(p.span)]
        return find_due(inside, self.reading.published)

    def _get_told_after(self, draft: Draft) -> Period | None:
        """The term that what follows tells: what takes place is still to come, be it told without a year."""
        told = list_following(self.reading, draft, self.drafts)
        return find_due(told, self.reading.published) or find_coming(self._without_year(told), self.reading.published)

    def _get_day_of_event(self, draft: Draft) -> Period | None:
        """Of what is meant for an event that the sentence before tells («… Готовили этот визит»): its time."""
        words, span = get_clause_words(self.reading.language), draft.span
        if not draft.number or not words.that_event.search(self.reading.folded, span.start, span.end):
            return None
        own, before = (self.reading.sentences[number] for number in (draft.number, draft.number - 1))
        same = own.sentence.block == before.sentence.block
        due = find_due(before.of("period"), self.reading.published) if same else None
        return Period(due.start[:4]) if due and due.start.endswith("-12-31") else due

    def _get_whole_due(self, draft: Draft) -> Period | None:
        """The term of the whole project, for what of it is still to come."""
        if draft.formal or draft.stage not in (*_TO_COME, _IN_PROGRESS):
            return None
        return find_due(list_whole(self.reading, draft.number), self.reading.published)

    def _get_sector(self, told: _Told, draft: Draft) -> str:
        """By the words of the thing; where they only name an agreement, by its clause or the sum it is worth."""
        sector = self._get_told_sector(draft)
        language = self.reading.language
        if sector not in find_flag(language, "yields"):
            return sector
        if draft.alone and not draft.formal:
            hits = self.sectors.get_hits(draft.number)
            clause, weight = get_sector(hits, draft.clause.start, draft.clause.end)
            if clause and weight > TELLING and clause != sector:
                return clause
        counted = _is_counted(told.sentence, draft)
        named = draft.sector == sector and draft.weight >= WEIGHTS["strong"]
        ruling = None if draft.formal or counted or named else self.sectors.get_ruling()
        if ruling and ruling not in find_flag(language, "pays"):
            return ruling
        paid = any(p.kind == "money" and draft.clause.covers(p.span) for p in told.sentence.parts)
        return next(iter(find_flag(language, "pays")), sector) if paid else sector

    def _get_told_sector(self, draft: Draft) -> str:
        """By the words of the thing, then of its clause, the sentence before, the whole text."""
        if draft.sector and draft.weight >= TELLING:
            return draft.sector
        hits = self.sectors.get_hits(draft.number)
        own, weight = get_sector(hits, draft.span.start, draft.span.end)
        if own and weight >= TELLING:
            return own
        clause, weight = get_sector(hits, draft.clause.start, draft.clause.end)
        if clause and weight >= TELLING:
            return clause
        start = self.reading.sentences[draft.number].sentence.span.start
        before, weight = (None, 0) if draft.formal else get_sector(hits, start, draft.clause.start)
        if before and weight > TELLING:
            return before
        near = None if draft.formal else self._get_near(draft.number)
        return near or own or self.sectors.get_topic() or "other"

    def _get_near(self, number: int) -> str | None:
        """The sector of the sentence before in the same block, where it speaks of one."""
        if not number or self._block(number - 1) != self._block(number):
            return None
        sector, weight = get_sector(self.sectors.get_hits(number - 1))
        return sector if weight > TELLING else None

    def _block(self, number: int) -> int:
        return self.reading.sentences[number].sentence.block

    def _get_term(self, told: _Told) -> str | None:
        words = get_minutes_words(self.reading.language)
        terms = (words.get_term(self.reading.folded, label.sentence.span) for label in told.labels)
        return next((term for term in terms if term), None)

    def _get_parties(self, told: _Told, draft: Draft, sector: str) -> tuple[str, ...]:
        if any(n.meaning == BOTH and draft.clause.covers(n.span) for n in told.namings):
            return self.sides.countries
        source = self._get_clause(draft.source, stays=True) if draft.source else None
        clause = self._get_clause(draft, stays=draft.formal or sector in _STAYING)
        charged = list_charged(clause) if draft.formal else ()
        sides = self.sides if self.partners or draft.formal else self._get_sides(draft.number)
        sides = sides if self.partners or draft.formal else keep_local(self.reading, sides, draft)
        sides = keep_own(self.reading, sides, draft)
        if draft.stage == "signed" and not draft.formal and _is_counted(told.sentence, draft):
            sides = find_joined(self.reading, draft.number) or sides  # of the two that gathered
        return (*find_parties(self.reading, sides, replace(clause, source=source)), *charged)

    def _get_sides(self, number: int) -> Sides:
        """The sides of an answer by its question, else those of its paragraph."""
        return find_sides_asked(self.reading, number) or find_sides_at(self.reading, number)

    def _get_clause(self, draft: Draft, *, stays: bool) -> Clause:
        beside = self._list_beside(draft)
        return Clause(self.reading.sentences[draft.number], draft.clause, self.partners, stays=stays, beside=beside)

    def _list_beside(self, draft: Draft) -> tuple[Span, ...]:
        """The things after it in its list that are of another sector («… рейса и меморандума между вузами»)."""
        if draft.alone or draft.formal:
            return ()
        others = [d for d in self.drafts if d.clause == draft.clause and d.span.start > draft.span.start]
        sector = self._get_told_sector(draft) if others else None
        return tuple(d.span for d in others if self._get_told_sector(d) != sector)

    def _find_instrument(self, told: _Told, draft: Draft) -> str | None:
        clause = self._get_clause(draft, stays=False)
        named = (n.meaning for n in told.namings if n.meaning != BOTH and clause.holds(n.span))
        kept = find_title_instrument(self.reading) if draft.formal else None
        return next(named, None) or kept or (_ROAD_MAP if draft.row else None)


def _is_counted(sentence: ReadSentence, draft: Draft) -> bool:
    """Whether a thing is counted: «12 соглашений»."""
    return any(p.kind in ("count", "number") and draft.span.covers(p.span) for p in sentence.parts)


def _is_now(part: Part, day: date) -> bool:
    period: Period | None = part.value.period
    return period is not None and period.first <= day <= period.last and period.last.year == day.year


def _get_periods(told: _Told, draft: Draft) -> list[Part]:
    """Times of the labels, else within the thing, else in its clause (before it, where the clause tells more)."""
    labelled = [p for label in told.labels for p in label.of("period")]
    inside = labelled or [p for p in told.periods if draft.span.covers(p.span)]
    if inside:
        return inside
    beside = [p for p in told.periods if draft.clause.covers(p.span)]
    return beside if draft.alone else [p for p in beside if p.span.end <= draft.leads]
