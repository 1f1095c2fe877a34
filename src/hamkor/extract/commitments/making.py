"""From a draft to a commitment: sector, parties, term, place, instrument, who is responsible, evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from hamkor.extract.anyof import compile_phrases
from hamkor.extract.commitments.drafts import Draft
from hamkor.extract.commitments.minutes import get_minutes_words, list_labels
from hamkor.extract.commitments.sectors import TELLING, Hit, find_hits, get_sector
from hamkor.extract.commitments.terms import find_due, find_instrument, find_place
from hamkor.extract.evidence import get_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import Sides, find_sides, list_areas
from hamkor.grammar import Part
from hamkor.model import Commitment, Span

_AUTHORITIES = frozenset({"ministry", "government", "authority"})  # they act for their side, which is named instead


@dataclass(slots=True)
class Maker:
    """Makes the commitments of one document; what they share is found once."""

    reading: Reading
    sides: Sides
    both_countries: re.Pattern[str]
    _hits: dict[int, list[Hit]] = field(default_factory=dict)
    _topic: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, reading: Reading) -> Maker:
        both: re.Pattern[str] = reading.language.remember(
            "commitments.both", lambda spoken: compile_phrases(spoken, "stages", "both_countries")
        )
        return cls(reading, find_sides(reading), both)

    def make(self, draft: Draft) -> Commitment:
        sentence = self.reading.sentences[draft.number]
        labels = self._get_labels(draft)
        responsible = tuple(p.value.name for label in labels for p in label.of("organisation"))
        parties = self._get_parties(sentence, draft)
        due = find_due(self._get_periods(sentence, draft, labels), self.reading.published)
        return Commitment(
            stage=draft.stage,
            sector=self.get_sector(draft),
            parties=tuple(dict.fromkeys((*parties, *responsible))),
            due=due,
            place_code=find_place(_parts_in(sentence, draft.span), parties),
            responsible=responsible,
            instrument=self._find_instrument(draft),
            clause=draft.item if draft.formal else None,
            term=self._get_term(labels) or ("date" if due else None),
            evidence=get_words(self.reading, draft.span, sentence.sentence),
            rule=draft.rule,
        )

    def get_sector(self, draft: Draft) -> str:
        """By the words of the thing, then of its clause, its sentence, the whole text."""
        hits = self._get_hits(draft.number)
        own, weight = get_sector(hits, draft.span.start, draft.span.end)
        if own and weight >= TELLING:
            return own
        clause, weight = get_sector(hits, draft.clause.start, draft.clause.end)
        if clause and weight >= TELLING:
            return clause
        return self._get_near(draft.number) or own or self._get_topic() or "other"

    def _get_near(self, number: int) -> str | None:
        """The sector of the sentence before in the same block, where it speaks of one."""
        if not number or self._block(number - 1) != self._block(number):
            return None
        sector, weight = get_sector(self._get_hits(number - 1))
        return sector if weight > TELLING else None

    def _block(self, number: int) -> int:
        return self.reading.sentences[number].sentence.block

    def _get_hits(self, number: int) -> list[Hit]:
        if number not in self._hits:
            span = self.reading.sentences[number].sentence.span
            folded = self.reading.folded[span.start : span.end]
            found = find_hits(self.reading.language, folded)
            self._hits[number] = [replace(h, at=h.at + span.start) for h in found]
        return self._hits[number]

    def _get_topic(self) -> str | None:
        if not self._topic:
            hits = [h for n in range(len(self.reading.sentences)) for h in self._get_hits(n) if h.weight >= TELLING]
            self._topic.append(get_sector(hits)[0] or "")
        return self._topic[0] or None

    def _get_labels(self, draft: Draft) -> tuple[ReadSentence, ...]:
        words = get_minutes_words(self.reading.language)
        return tuple(list_labels(words, self.reading, draft.number))

    def _get_term(self, labels: tuple[ReadSentence, ...]) -> str | None:
        words = get_minutes_words(self.reading.language)
        spans = (label.sentence.span for label in labels)
        terms = (words.get_term(self.reading.folded[span.start : span.end]) for span in spans)
        return next((term for term in terms if term), None)

    def _get_periods(self, sentence: ReadSentence, draft: Draft, labels: tuple[ReadSentence, ...]) -> list[Part]:
        """Times of the labels, else within the thing, else (for the one thing of a clause) in its clause."""
        told = [p for label in labels for p in label.of("period")]
        told = told or [p for p in sentence.of("period") if draft.span.covers(p.span)]
        if told or not draft.alone:
            return told
        return [p for p in sentence.of("period") if draft.clause.covers(p.span)]

    def _get_parties(self, sentence: ReadSentence, draft: Draft) -> tuple[str, ...]:
        if self.both_countries.search(self.reading.folded, draft.clause.start, draft.clause.end):
            return self.sides.countries
        told = (p for p in list_areas(sentence) if draft.clause.covers(p.span))
        areas = self.sides.with_areas(code for p in told for code in p.value.codes)
        bodies = (p for p in sentence.of("organisation") if draft.clause.covers(p.span))
        acting = (p.value.name for p in bodies if p.value.sort not in _AUTHORITIES)
        return tuple(dict.fromkeys((*areas, *acting)))

    def _find_instrument(self, draft: Draft) -> str | None:
        folded = self.reading.folded
        own = find_instrument(self.reading.language, folded[draft.clause.start : draft.clause.end])
        if own or not draft.formal:
            return own
        title = self.reading.prepared.document.title or ""
        first = self.reading.sentences[0].sentence.span
        return find_instrument(self.reading.language, f"{title.casefold()} {folded[first.start : first.end]}")


def _parts_in(sentence: ReadSentence, span: Span) -> list[Part]:
    return [p for p in sentence.parts if span.covers(p.span)]

