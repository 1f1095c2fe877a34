"""From a draft to a commitment: sector, parties, term, place, instrument, who is responsible, evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hamkor.extract.asked import find_sides_asked
from hamkor.extract.commitments.beside import Beside, read_beside
from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.dues import Dues
from hamkor.extract.commitments.goals import is_mutual, keep_own
from hamkor.extract.commitments.locality import keep_local
from hamkor.extract.commitments.minutes import get_minutes_words
from hamkor.extract.commitments.naming import BOTH, find_title_instrument
from hamkor.extract.commitments.parties import Clause, find_parties, find_partners, list_charged
from hamkor.extract.commitments.roadmaps import list_named, list_names
from hamkor.extract.commitments.sectors import TELLING, WEIGHTS, Sectors, find_flag, get_sector
from hamkor.extract.commitments.terms import find_place
from hamkor.extract.commitments.words import get_words as get_clause_words
from hamkor.extract.evidence import get_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sections import find_sides_at
from hamkor.extract.sides import Sides, find_joined, find_sides
from hamkor.grammar import Part
from hamkor.model import Commitment, Span

_ROAD_MAP = "road_map"
_WORKS = frozenset({"planned", "in_progress", "completed"})
_OPEN = frozenset({"discussed", "proposed"})
_NAMES = frozenset({"organisation", "person", "area", "adjective"})
_BODIES = frozenset({"organisation", "person"})
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_NEAR = 2  # sentences in which a deal is gone on with
_STAYING = frozenset({"transport", "construction"})  # carriers and builders work beside the sides


@dataclass(slots=True)
class Maker:
    """Makes the commitments of one document; what they share is found once."""

    reading: Reading
    sides: Sides
    partners: tuple[str, ...]
    sectors: Sectors
    drafts: Sequence[Draft]
    _dues: Dues
    _told: dict[int, Beside] = field(default_factory=dict)
    _last: tuple[Draft, tuple[str, ...]] | None = None

    @classmethod
    def of(cls, reading: Reading, sectors: Sectors, drafts: Sequence[Draft]) -> Maker:
        sides = find_sides(reading)
        partners = find_partners(reading, sides)
        sides = Sides(sides.areas[:1], sides.countries[:1]) if partners else sides
        return cls(reading, sides, partners, sectors, drafts, Dues(reading, drafts))

    def make(self, draft: Draft) -> Commitment:
        told = self._told.get(draft.number)
        if told is None:
            told = self._told[draft.number] = read_beside(self.reading, draft)
        bodies = self._list_responsible(told, draft)
        responsible = tuple(p.value.name for p in bodies)
        if draft.row:
            responsible = list_names(self.reading, draft.row, bodies)
        elif draft.formal:
            labels = (label.sentence.span for label in told.labels)
            named = get_minutes_words(self.reading.language).list_responsible(self.reading.folded, labels)
            responsible = list_named(self.reading, named, bodies)
        sector = self._get_sector(told, draft)
        clause = self._get_clause(draft, stays=draft.formal or sector in _STAYING)
        parties = self._carry(told, draft) or self._get_parties(told, draft, clause)
        self._last = (draft, parties)
        due = self._dues.find(told, draft)
        return Commitment(
            stage=draft.stage,
            sector=sector,
            parties=tuple(dict.fromkeys((*parties, *responsible))),
            due=due,
            place_code=find_place((p for p in told.areas if draft.span.covers(p.span)), parties),
            responsible=responsible,
            instrument=self._find_instrument(told, draft, clause),
            clause=draft.item if draft.formal else None,
            term=self._get_term(told) or ("date" if due else None),
            evidence=get_words(self.reading, draft.span, told.sentence.sentence),
            rule=draft.rule,
        )

    def _carry(self, told: Beside, draft: Draft) -> tuple[str, ...]:
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

    def _list_responsible(self, told: Beside, draft: Draft) -> list[Part]:
        """The bodies that labels name, or the cells after the thing in its row."""
        labelled = [p for label in told.labels for p in label.of("organisation")]
        row = self.reading.folded.startswith(" | ", draft.span.end)
        cells = told.sentence.of("organisation") if row else ()
        return labelled + [p for p in cells if p.span.start > draft.span.end]

    def _get_sector(self, told: Beside, draft: Draft) -> str:
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
        money = (p.span for p in told.sentence.parts if p.kind == "money")
        paid = any(counted or draft.clause.covers(span) for span in money)  # «9 ta shartnoma, jami 14 mln dollar»
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

    def _get_term(self, told: Beside) -> str | None:
        words = get_minutes_words(self.reading.language)
        terms = (words.get_term(self.reading.folded, label.sentence.span) for label in told.labels)
        return next((term for term in terms if term), None)

    def _get_parties(self, told: Beside, draft: Draft, clause: Clause) -> tuple[str, ...]:
        if any(n.meaning == BOTH and draft.clause.covers(n.span) for n in told.namings):
            return self.sides.countries
        source = self._get_clause(draft.source, stays=True) if draft.source else None
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

    def _find_instrument(self, told: Beside, draft: Draft, clause: Clause) -> str | None:
        named = (n.meaning for n in told.namings if n.meaning != BOTH and clause.holds(n.span))
        kept = find_title_instrument(self.reading) if draft.formal else None
        return next(named, None) or kept or (_ROAD_MAP if draft.row else None)


def _is_counted(sentence: ReadSentence, draft: Draft) -> bool:
    """Whether a thing is counted: «12 соглашений»."""
    return any(p.kind in ("count", "number") and draft.span.covers(p.span) for p in sentence.parts)
