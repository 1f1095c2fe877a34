"""The times that only what follows tells of a promise: the rest of its sentence, or the next one.

«Ректоры подписали договор о совместном факультете. Он откроется 1 сентября.»
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.minutes import get_mark
from hamkor.extract.commitments.words import ClauseWords, get_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part, Scene
from hamkor.model import Span

_STOP = re.compile(r"[,;:()—](?=\s)|(?<=\s)[-–](?=\s)")
_WORD = re.compile(r"[^\W\d_][\w'ʼʽ]*")
_LABEL = ("-", "–", "—", ":")  # what stands between the word for a term and the time
_NEAR = 2  # sentences within which it is told again
_PRONOUN = 4  # letters at most of a word that only points at a thing
_LEAD = 3  # words of a clause that tells of something
_ASIDE = 2  # stops about an aside
_STEM = 5  # characters by which a noun is told again


def list_following(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> list[Part]:
    """Times at which, by what follows it, the thing opens, is finished or takes place; of a later promise none."""
    sentence = reading.sentences[draft.number]
    rest = Span(draft.clause.end, max(draft.clause.end, sentence.sentence.span.end))
    own = [t.part for t in _list_told(reading, sentence, rest) if not _is_parted(draft, t.clause, drafts)]
    alone = sum(d.number == draft.number for d in drafts) == 1
    return own or next(filter(None, _list_after(reading, draft, drafts, alone=alone)), [])


def _list_after(reading: Reading, draft: Draft, drafts: Sequence[Draft], *, alone: bool) -> Iterator[list[Part]]:
    """By sentence, the times of the thing in the sentences after it."""
    for number in _list_near(reading, draft.number):
        after = reading.sentences[number]
        told = _list_told(reading, after, after.sentence.span)
        free = (t for t in told if not _is_parted(draft, t.clause, drafts))
        yield [t.part for t in free if _is_of(reading, draft, number, t.clause, alone=alone)]


def list_whole(reading: Reading, number: int, drafts: Sequence[Draft]) -> list[Part]:
    """The times at which, by a sentence beside it, all of the project ends («Работы завершат в декабре 2027 года»)."""
    near = range(max(0, number - _NEAR), min(number + _NEAR + 2, len(reading.sentences)))
    ends = [at for at in near if at != number and _ends_whole(reading, number, at, drafts)]
    return [part for at in ends for part in reading.sentences[at].of("period")]


def _ends_whole(reading: Reading, number: int, at: int, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence tells when all of the project ends; of another paragraph, with its first words.

    Not where that paragraph has told a promise of its own, nor where one stands in the sentence before these words.
    """
    words, sentences = get_words(reading.language), reading.sentences
    span, block = sentences[at].sentence.span, sentences[at].sentence.block
    begins = sentences[number].sentence.block != block
    told = (words.whole_ends.match if begins else words.whole_ends.search)(reading.folded, span.start, span.end)
    if told is None:
        return False
    if begins:
        return not any(sentences[d.number].sentence.block == block and d.number < at for d in drafts)
    return not any(d.number == at and d.span.end <= told.start() for d in drafts)


def goes_on(reading: Reading, before: Draft, draft: Draft, *, alone: bool) -> bool:
    """Whether a draft only tells when the thing before it opens, is finished or takes place."""
    if draft.number not in (before.number, *_list_near(reading, before.number)):
        return False
    sentence = reading.sentences[draft.number]
    told = _list_told(reading, sentence, sentence.sentence.span)
    own = (t.clause for t in told if t.clause.overlaps(draft.span) and t.clause.start >= before.span.end)
    return any(_is_of(reading, before, draft.number, clause, alone=alone) for clause in own)


def tells_of_other(reading: Reading, before: Draft, number: int, clause: Span) -> bool:
    """Whether «he …» in a later sentence points at what that sentence begins with, which is nothing of `before`.

    «Подписан меморандум о группе. Строительство оценено в 4 млрд, оно начнётся осенью.»
    """
    start = reading.sentences[number].sentence.span.start
    lead = reading.folded[start : clause.start]
    first = _WORD.search(reading.folded, clause.start, clause.end)
    pointing = first is not None and len(first.group()) <= _PRONOUN
    if number == before.number or not pointing or not lead.rstrip().endswith(",") or len(lead.split()) < _LEAD:
        return False
    words = get_words(reading.language)
    own = _get_stems(words, reading.sentences[before.number].scene, before.span)
    return not own & _get_stems(words, reading.sentences[number].scene, Span(start, clause.start))


class _Told(NamedTuple):
    """A time at which something takes place, with the clause that says so."""

    part: Part
    clause: Span


def _list_near(reading: Reading, number: int) -> list[int]:
    """The next sentences of the paragraph, up to one that is an item of its own."""
    block, found = reading.sentences[number].sentence.block, []
    for after in range(number + 1, min(number + _NEAR + 1, len(reading.sentences))):
        span = reading.sentences[after].sentence.span
        if reading.sentences[after].sentence.block != block or get_mark(reading.folded[span.start : span.end])[0]:
            break
        found.append(after)
    return found


def _list_told(reading: Reading, sentence: ReadSentence, where: Span) -> Iterator[_Told]:
    """The times within `where` whose clause says that something takes place then, be it not only that work begins."""
    words = get_words(reading.language)
    for part in sentence.of("period"):
        clause = _with_subject(words, reading.folded, where, _get_clause(reading.folded, where, part.span))
        clause = _with_label(words, reading.folded, where, clause)
        said = reading.folded[clause.start : clause.end]
        if where.covers(part.span) and words.takes_place.search(said) and not words.only_begins.search(said):
            yield _Told(part, clause)


def _get_clause(folded: str, where: Span, time: Span) -> Span:
    """From the stop before a time to the one after it."""
    start = max((m.end() for m in _STOP.finditer(folded, where.start, time.start)), default=where.start)
    stop = _STOP.search(folded, time.end, where.end)
    return Span(min(start, time.start), stop.start() if stop else max(where.end, time.end))


def _with_subject(words: ClauseWords, folded: str, where: Span, clause: Span) -> Span:
    """A clause that begins with its verb, with what an aside parts from it («рейсы, раз в день, намечены до мая»)."""
    told = folded[clause.start : clause.end]
    verb = clause.start + len(told) - len(told.lstrip())
    stops = [*_STOP.finditer(folded, where.start, verb)]
    aside = len(stops) == _ASIDE and words.takes_place.match(folded, verb)
    return Span(where.start, clause.end) if aside else clause


def _with_label(words: ClauseWords, folded: str, where: Span, clause: Span) -> Span:
    """A time behind a dash or colon, with the word for a term before that («…, muddat – 2026-yil 1-fevral»)."""
    lead = folded[where.start : clause.start].rstrip()
    if not lead.endswith(_LABEL):
        return clause
    start = max(
        (m.end() for m in _STOP.finditer(folded, where.start, where.start + len(lead) - 1)), default=where.start
    )
    label = folded[start : clause.start]
    return Span(start, clause.end) if len(label.split()) <= _LEAD and words.takes_place.search(label) else clause


def _is_parted(draft: Draft, clause: Span, drafts: Sequence[Draft]) -> bool:
    """Whether another promise stands between a thing and a clause, or in it: then the clause tells of that one."""
    return any(draft.span.end <= d.span.start < clause.end or d.span.overlaps(clause) for d in drafts if d is not draft)


def _is_of(reading: Reading, draft: Draft, number: int, clause: Span, *, alone: bool) -> bool:
    """Whether a clause tells of the thing again: by a noun of it or, of the only one, a word for any («он»)."""
    words = get_words(reading.language)
    said = reading.folded[clause.start : clause.end]
    if number == draft.number and _is_elsewhere(reading, draft, clause):
        return False
    pointed = alone and number <= draft.number + 1 and words.same_thing.match(words.strip_openers(said))
    if pointed and not tells_of_other(reading, draft, number, clause):
        return True
    own = _get_stems(words, reading.sentences[draft.number].scene, draft.span)
    return bool(own & _get_stems(words, reading.sentences[number].scene, clause))


def _is_elsewhere(reading: Reading, draft: Draft, clause: Span) -> bool:
    """Whether a clause of the same sentence names a place that the thing's words do not: another bus of one list."""
    areas = [part.span for part in reading.sentences[draft.number].of("area")]
    told = {reading.folded[a.start : a.start + _STEM] for a in areas if draft.span.covers(a)}
    return any(reading.folded[a.start : a.start + _STEM] not in told for a in areas if told and clause.covers(a))


def _get_stems(words: ClauseWords, scene: Scene, where: Span) -> set[str]:
    """The beginnings of the nouns there, without names: those tell where, not what."""
    named = [p.span for p in scene.parts]
    met = ((m.start(), m.group()) for m in _WORD.finditer(scene.folded, where.start, where.end))
    free = (w for at, w in met if not any(s.start <= at < s.end for s in named))
    return {w[:_STEM] for w in free if len(w) >= _STEM and words.has_content(w)}
