"""Joins drafts that tell one promise in other words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from hamkor.codes.promise_rules import MOVED
from hamkor.extract.commitments.draft import Draft, has_figure
from hamkor.extract.commitments.following import goes_on, tells_of_other
from hamkor.extract.commitments.papers import is_paper_again
from hamkor.extract.commitments.sectors import TELLING
from hamkor.extract.commitments.words import get_words
from hamkor.extract.reading import Reading
from hamkor.extract.titled import is_title
from hamkor.model import Span

_WORD = re.compile(r"[\w-]+")
_STEM = 6  # characters of a word that count
_SECTOR_NAMED = 40  # characters of a thing that only names a sector
_NEAR = 2  # sentences within which a thing's term is told
_BEFORE = 25  # characters before a clause where its first words may stand
_LONG_AGO = 365  # days after which what was completed is no news, but background
_OF_WORKS = ("planned", "agreed", "in_progress", "completed")
_OPEN = ("discussed", "proposed")
_DONE = ("in_progress", "completed")
_IDLE = (*_OPEN, *_DONE)  # what has no term and no paper
_CONCLUDED = {"agreed", "signed"}
_LEAD = 4  # sentences after a title in which the text tells the same
_TITLED = 0.5  # share of the shorter one's words that a title shares with what it announces
_STANDING = (*_OPEN, "planned", "agreed", "signed")
ALIKE = 0.6  # share of the shorter one's words that must be shared


def merge_drafts(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say again what an earlier one said."""
    kept: list[tuple[Draft, frozenset[str]]] = []
    drafts = _without_titled(reading, _with_moves(drafts))
    drafts = _without_outcomes(reading, _without_rounds(reading, _without_old(reading, drafts)))
    drafts = _without_habits(reading, _without_idle(reading, drafts))
    drafts = _with_ends(reading, _without_details(reading, drafts))
    for draft in _with_terms(reading, _without_announced(_without_recancelled(drafts))):
        words = _get_words(reading, draft)
        if not any(
            _is_again(draft, words, other, known) or is_paper_again(reading, draft, other) for other, known in kept
        ):
            kept.append((draft, words))
    return [draft for draft, _ in kept]


def _without_old(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what was completed long before the day of publication."""
    return [d for d in drafts if d.stage != "completed" or not _is_old(reading, d)]


def _is_old(reading: Reading, draft: Draft) -> bool:
    read, words = reading.sentences[draft.number], get_words(reading.language)
    periods = [p for p in read.of("period") if p.value.period and draft.clause.covers(p.span)]
    told = [p.value.period.last for p in periods if not words.is_aside(read.scene.text, read.scene.at(p.span.start))]
    if not told or reading.published is None:
        return False
    days: int = (reading.published - max(told)).days
    return days > _LONG_AGO


def _without_rounds(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is only planned as an event.

    Talks that are to go on («следующее заседание намечено на май»), a visit with all that is to be seen on it (“will
    visit the mill and the museum”).
    """
    words = get_words(reading.language)

    def is_event(draft: Draft) -> bool:
        goes = words.goings.match(reading.folded, draft.leads, draft.clause.end)
        return bool(goes or words.rounds.search(reading.folded, *_get_bounds(draft)))

    return [d for d in drafts if d.stage != "planned" or d.formal or not is_event(d)]


def _without_titled(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what the title says where the first sentences of the text say it in full."""
    titled = [d for d in drafts if is_title(reading, d.number)]
    lead = [d for d in drafts if 0 < d.number <= _LEAD]
    told = [d for d in titled if any(_tells_titled(reading, d, other) for other in lead)]
    return [d for d in drafts if d not in told]


def _tells_titled(reading: Reading, titled: Draft, draft: Draft) -> bool:
    """Whether a thing is the one of the title: of its sector or stage, in half of its words."""
    own, other = _get_words(reading, titled), _get_words(reading, draft)
    alike = len(own & other) >= _TITLED * min(len(own), len(other))
    near = titled.stage == draft.stage or {titled.stage, draft.stage} <= _CONCLUDED
    return near and (alike or (titled.sector is not None and titled.sector == draft.sector))


def _without_outcomes(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what good a thing will do and what it will be able to: nobody promises that."""
    words = get_words(reading.language)

    def is_outcome(draft: Draft) -> bool:
        scene = reading.sentences[draft.number].scene
        start, end = scene.at(draft.clause.start), scene.at(draft.clause.end)
        good = words.effects.search(scene.text, start, end) and not has_figure(reading.folded, draft.span)
        return bool(good or words.abilities.search(scene.text, start, end))

    return [d for d in drafts if d.stage != "planned" or d.formal or not is_outcome(d)]


def _without_idle(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out goods that went («3,7 млн тонна өнім жеткізілді» is a figure) and what only leads to a remark.

    A delegation that came and looked round is an event. What went in full, or so much of so much, was promised
    («толық жеткізілді», «11 из 18 тонн»).
    """
    words = get_words(reading.language)

    def is_idle(draft: Draft) -> bool:
        scene = reading.sentences[draft.number].scene
        where = scene.text, scene.at(draft.clause.start), scene.at(draft.clause.end)
        if draft.stage in _DONE and words.visits.search(*where):
            return True
        promised = words.in_full.search(*where) or words.partly.search(*where)
        return bool(words.idle.search(*where)) and not promised

    return [d for d in drafts if d.formal or d.stage not in _IDLE or not is_idle(d)]


def _without_habits(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is done again and again, where verbs tell it as what lies ahead («жыл сайын … жөнелтіледі»).

    Not where a time to come is told of it, nor what a paper holds.
    """
    habits = get_words(reading.language).habits

    def is_habit(draft: Draft) -> bool:
        return draft.source is None and _is_done_again(habits, reading, draft) and not _is_ahead(reading, draft)

    return [d for d in drafts if d.stage != "planned" or d.formal or not is_habit(d)]


def _is_done_again(habits: re.Pattern[str], reading: Reading, draft: Draft) -> bool:
    """Whether a verb of what is done again follows a word that tells so, or a time that is nobody's year."""
    scene = reading.sentences[draft.number].scene
    at, end = scene.at(draft.clause.start), scene.at(draft.clause.end)
    while told := habits.search(scene.text, at, end):
        time = scene.part_at(told.start())
        if time is None or time.kind != "period":
            return True
        if time.value.period is None and "," not in told.group():
            return True
        at = told.start() + 1
    return False


def _is_ahead(reading: Reading, draft: Draft) -> bool:
    times = (p for p in reading.sentences[draft.number].of("period") if draft.clause.covers(p.span))
    ends = [p.value.period.last for p in times if p.value.period]
    return reading.published is not None and any(end > reading.published for end in ends)


def _get_bounds(draft: Draft) -> tuple[int, int]:
    return draft.clause.start, draft.clause.end


def _without_details(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Leave out what only tells what the thing before takes or brings: money, jobs («на это направят 3 млн сомов»)."""
    return [d for d, before in zip(drafts, [None, *drafts], strict=False) if not _is_detail(reading, d, before)]


def _is_detail(reading: Reading, draft: Draft, before: Draft | None) -> bool:
    if before is None or draft.row or draft.item or draft.stage not in _OF_WORKS:
        return False
    own, other = (reading.sentences[d.number].sentence for d in (draft, before))
    near = own.block == other.block and draft.number - before.number <= _NEAR
    end = reading.folded.find(", ", draft.span.start, draft.clause.end)  # what stands after it may be such, too
    told = Span(draft.clause.start, end if end > 0 else draft.clause.end)
    details = get_words(reading.language).details.search(reading.folded, told.start, told.end)
    return near and bool(details) and has_figure(reading.folded, told)


def _with_moves(drafts: list[Draft]) -> list[Draft]:
    """What was planned and, as its sentence goes on, put off is one thing (“… that was to open in May was moved”)."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        again = before and before.stage == draft.stage == "planned" and before.number == draft.number
        if before and again and draft.rule in MOVED and before.span.end <= draft.span.start:
            known = max(before, draft, key=lambda d: d.weight)
            whole = Span(before.span.start, draft.span.end)
            kept[-1] = replace(draft, span=whole, sector=known.sector, weight=known.weight)
        else:
            kept.append(draft)
    return kept


def _with_ends(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """What its own sentence says to have ended is cancelled («… kelishgan edi, ammo loyiha to'xtatildi»)."""
    returns = get_words(reading.language).returns
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        ends = draft.stage == "cancelled" and returns.search(reading.folded, draft.span.start, draft.span.end)
        if before and ends and draft.weight < TELLING and draft.number == before.number and before.stage in _STANDING:
            kept[-1] = replace(before, stage=draft.stage, rule=draft.rule)
        else:
            kept.append(draft)
    return kept


def _with_terms(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Give things the term that the next clause tells of them («закончить его намерены к осени»), and leave it out."""
    continues = get_words(reading.language).continues
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        near = before and before.stage != "cancelled" and draft.number - before.number <= _NEAR
        start = max(draft.clause.start - _BEFORE, reading.sentences[draft.number].sentence.span.start)
        told = draft.stage in ("planned", "agreed") and continues.search(reading.folded, start, draft.clause.end)
        if told and before and tells_of_other(reading, before, draft.number, draft.clause):
            told, near = None, False
        again = [] if told or not near or draft.row else _list_again(reading, kept, draft)
        if near and told and not draft.row:
            kept = [_go_on(d, draft) if before and d.number == before.number else d for d in kept]
        elif again:
            kept = [replace(d, later=d.later or draft) if d in again else d for d in kept]
        else:
            kept.append(draft)
    return kept


def _list_again(reading: Reading, kept: list[Draft], draft: Draft) -> list[Draft]:
    """The things of the sentence before of which a plan only tells when they open («Лаборатория заработает в мае»)."""
    if draft.stage not in ("planned", "agreed") or draft.formal:
        return []
    last = [d for d in kept if d.number == kept[-1].number and d.span.end <= draft.span.start]
    near = [d for d in last if d.stage not in ("cancelled", "completed")]
    return [d for d in near if goes_on(reading, d, draft, alone=len(near) == 1)]


def _go_on(draft: Draft, after: Draft) -> Draft:
    """With the term of the clause after it; what one proposes and the other takes up is agreed, in words of both."""
    taken_up = draft.stage in _OPEN and after.stage == "agreed" and draft.number == after.number
    if not taken_up:
        return replace(draft, later=draft.later or after)
    return replace(draft, later=after, stage=after.stage, span=Span(draft.span.start, after.span.end))


def _get_words(reading: Reading, draft: Draft) -> frozenset[str]:
    words = _WORD.findall(reading.folded[draft.span.start : draft.span.end])
    return frozenset(w[:_STEM] for w in words if len(w) > 2)


def _is_again(draft: Draft, words: frozenset[str], other: Draft, known: frozenset[str]) -> bool:
    if draft.span.overlaps(other.span) and draft.stage == other.stage:
        return True
    shorter = min(len(words), len(known))
    if draft.sector != other.sector and min(draft.weight, other.weight) >= TELLING:
        return False  # «открыть школу в 2027 году» and «открыть завод в 2027 году»
    if shorter < 2 or draft.row or other.row or draft.item != other.item or draft.number == other.number:
        return False
    return len(words & known) >= ALIKE * max(shorter, 0.75 * max(len(words), len(known)))


def _without_announced(drafts: list[Draft]) -> list[Draft]:
    """Leave out a sector named («внимание уделили экологии») where the next sentence says what was discussed of it."""
    return [d for d, after in zip_longest(drafts, drafts[1:]) if not (after and _announces(d, after))]


def _announces(draft: Draft, after: Draft) -> bool:
    short = draft.span.end - draft.span.start <= _SECTOR_NAMED
    beside = draft.stage == after.stage == "discussed" and after.number == draft.number + 1
    return beside and short and draft.sector is not None and draft.sector == after.sector


def _without_recancelled(drafts: list[Draft]) -> list[Draft]:
    """Of sentences in a row that tell one thing cancelled, only the first."""
    pairs = zip([None, *drafts], drafts, strict=False)
    return [d for before, d in pairs if not (before and d.stage == before.stage == "cancelled" and _follows(before, d))]


def _follows(before: Draft, draft: Draft) -> bool:
    if draft.number == before.number:
        return True
    return draft.number == before.number + 1 and draft.sector in (before.sector, None, "regional")
