"""From sentences to drafts of commitments: stages, clauses and lists, before sector, sides and term are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hamkor.extract.commitments.clause_drafts import read_clauses
from hamkor.extract.commitments.clauses import PARTING
from hamkor.extract.commitments.draft import CONCLUDED, Draft, Provided, confirm, drop_bare, has_figure
from hamkor.extract.commitments.minutes import Head, MinutesWords, find_head, get_mark, get_minutes_words, is_formal
from hamkor.extract.commitments.roadmaps import RoadMapRow, find_road_map, get_span
from hamkor.extract.commitments.sectors import Sectors
from hamkor.extract.commitments.stages import Trigger, find_triggers
from hamkor.extract.commitments.words import ClauseWords, get_words
from hamkor.extract.interviews import asks
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.model import Span

_OPENING = frozenset({"planned", "completed", "in_progress"})
_PLANNED, _AGREED = "planned", "agreed"  # what a paper may say of what it holds («В нём стороны условились …»)
_TALKED = "discussed"
_DONE, _UNDER_WAY = "completed", "in_progress"
_AMOUNT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}\s?[:—–-] ?[^\w\s]?\d")
_SOON = 2  # sentences after a paper in which its contents are told
_GAP = 4  # characters between the sentences of a list


@dataclass(slots=True)
class _Drafting:
    """Walks over the sentences; `head` is the head of the list it is in, `formal` whether it reads minutes.

    `paper` is the signing of what the sentence tells the contents of.
    `counted` is the stage of what was only counted, and the paragraph that tells of it.
    `provided` is what the paragraph goes on to tell of a paper.
    `concluded` is the stage of the last paper, signed or agreed in sentence `concluded_at`.
    `told` are the last words of a stage before, of sentence `told_at`, though they told no thing of their own.
    """

    reading: Reading
    sectors: Sectors
    words: ClauseWords
    minutes: MinutesWords
    formal: bool
    head: Head | None = None
    head_block: int = -1
    carried: str | None = None
    labelled: bool = False
    source: Draft | None = None
    paper: Draft | None = None
    told: Trigger | None = None
    told_at: int = -1
    counted: tuple[str, int] | None = None
    provided: Provided = field(default_factory=Provided)
    concluded: str | None = None
    concluded_at: int = 0

    def walk(self) -> Iterator[Draft]:
        done: list[Draft] = []
        rows = find_road_map(self.reading)
        for number, sentence in enumerate(self.reading.sentences):
            if number in rows:
                row = rows[number]
                drafts = [self.read_row(number, row)] if row else []
            else:
                drafts = list(self.read(number, sentence, done))
            done += drafts
        yield from done

    def read_row(self, number: int, row: RoadMapRow) -> Draft:
        """A row of a road map: its measure is the thing, all of it."""
        span = get_span(self.reading, row.measure)
        thing = Span(span.start, _end(self.reading.folded, span))
        return Draft(number, "agreed", "road-map", thing, span, None, 0, formal=True, item=row.number, row=row)

    def read(self, number: int, sentence: ReadSentence, done: list[Draft]) -> Iterator[Draft]:
        span = sentence.sentence.span
        folded = self.reading.folded[span.start : span.end]
        mark = get_mark(folded)
        labelled, self.labelled = self.labelled, self.minutes.is_bare_label(folded)
        triggers = find_triggers(self.reading.language, sentence.scene)
        is_label = self.minutes.is_label(folded) and not any(t.holds for t in triggers)  # «срок сдачи перенесён»
        if labelled or is_label or asks(folded) or self.minutes.is_no_promise(folded, mark[0]):
            return
        if self.head and not self._is_item(sentence, mark[0]) and sentence.sentence.block != self.head_block:
            self.head = None
        clause = self._read_item(number, sentence, mark, triggers)
        if clause:
            yield clause
            return
        paper = self.told.stage if self.told and self.told_at == number - 1 else None
        told = self._take(number, self._read_head(number, sentence, triggers, done), paper, done)
        told = self.provided.go_on(sentence, self._take_under(number, sentence, told, done))
        carried, self.carried = self._get_carried(sentence, told), None
        told = [t for t in told if carried or not t.carried]
        drafts, self.carried = read_clauses(self.words, sentence.scene, told, number=number, sectors=self.sectors)
        for draft in drafts:
            kept = replace(draft, stage=carried) if carried and draft.stage == "planned" else draft
            yield replace(kept, source=self.paper, later=self.paper) if self.paper else kept

    def _take(self, number: int, told: list[Trigger], paper: str | None, done: list[Draft]) -> list[Trigger]:
        """Give what a paper provides for its stage, told right before; mostly its own signing is then no thing."""
        self.paper = None
        if paper not in CONCLUDED or not any(t.takes for t in told):
            return told
        self.paper = before = done[-1] if done and done[-1].number == number - 1 else None
        apart = before and before.alone and not any(t.beside for t in told)
        if before and apart and before.stage == paper and not has_figure(self.reading.folded, before.span):
            done.pop()
        return [replace(t, stage=paper) if t.takes and paper else t for t in told]

    def _get_carried(self, sentence: ReadSentence, told: list[Trigger]) -> str | None:
        """The stage of things that were only counted before: of all plans of the paragraph that follow."""
        block = sentence.sentence.block
        if self.carried:
            self.counted = (self.carried, block)
        elif not self.counted or self.counted[1] != block or any(t.stage in (*CONCLUDED, _TALKED) for t in told):
            self.counted = None
        return self.counted[0] if self.counted else None

    def _take_under(self, number: int, sentence: ReadSentence, told: list[Trigger], done: list[Draft]) -> list[Trigger]:
        """Give plans, and what was agreed, the stage of the paper told right before, where «Under it …» begins."""
        concluded = self.concluded if self.concluded and number - self.concluded_at <= _SOON else None
        block = self.reading.sentences[self.concluded_at].sentence.block
        said = sentence.scene.text
        under = self.words.under_paper
        begins = concluded and (under.match(said) or under.match(self.words.strip_openers(said)))
        last = next((t for t in reversed(told) if t.stage in CONCLUDED), None)
        if concluded and begins and block == sentence.sentence.block:
            if any(t.stage == _AGREED for t in told):
                drop_bare(done, self.concluded_at, self.reading.folded)
            told = [replace(t, stage=concluded) if t.stage in (_PLANNED, _AGREED) else t for t in told]
        elif last:
            self.concluded, self.concluded_at = last.stage, number
        return told

    def _is_item(self, sentence: ReadSentence, mark: int) -> bool:
        """Whether a sentence goes on with a list: by its mark, or because it begins in the middle of one."""
        start = sentence.sentence.span.start
        opens_low = self.reading.prepared.text[start : start + 1].islower()
        return bool(mark) or sentence.sentence.kind == "item" or opens_low or self._is_parted(sentence)

    def _is_parted(self, sentence: ReadSentence) -> bool:
        """Whether a semicolon parts it from what stands before or after it in the list."""
        span, folded = sentence.sentence.span, self.reading.folded
        before = folded[max(0, span.start - _GAP) : span.start]
        return before.rstrip().endswith(PARTING) or folded[span.start : span.end].rstrip().endswith(PARTING)

    def _read_head(
        self, number: int, sentence: ReadSentence, triggers: list[Trigger], done: list[Draft]
    ) -> list[Trigger]:
        """Take note of what the sentence is the head of; the triggers that tell things of its own."""
        span = sentence.sentence.span
        before = done[-1] if done and done[-1].number == number - 1 else None
        recalled = self.told.stage if self.told and self.told_at == number - 1 else None
        stage = before.stage if before else recalled
        head = find_head(self.minutes, self.reading.folded[span.start : span.end], triggers, stage)
        if triggers:
            self.told, self.told_at = triggers[-1], number
        if head:
            self.head, self.head_block = head, sentence.sentence.block
            self.source = before if head.rule == "list" else None
            if before and head.rule == "list" and not has_figure(self.reading.folded, before.span):
                done.pop()
        recalls = [t for t in triggers if t.recalls]
        confirmed = bool(recalls) and confirm(done, number, recalls[0])
        told = [t for t in triggers if not t.recalls or (t.keeps and not confirmed)]
        if head and told and (head.rule == "list" or not self._tells_after(sentence, told[-1])):
            told.pop()
        return told

    def _tells_after(self, sentence: ReadSentence, trigger: Trigger) -> bool:
        return self.words.has_content(sentence.scene.text[trigger.begins :])

    def _read_item(
        self, number: int, sentence: ReadSentence, mark: tuple[int, str | None], triggers: list[Trigger]
    ) -> Draft | None:
        """An item as one thing: a clause of minutes, or one whose head alone tells the stage."""
        length, item = mark
        cell = sentence.sentence.kind == "cell"
        listed = (
            self.head is not None and sentence.sentence.block != self.head_block and self._is_item(sentence, length)
        )
        if not (length or cell or listed) or (not length and self._is_amount(sentence)):
            return None
        if self._heads_items(number):
            return None
        span = sentence.sentence.span
        start = span.start + length
        folded = self.reading.folded[start : span.end]
        formal = (item is not None or cell) and (self.formal or bool(self.head and self.head.formal))
        opens = self.words.opens_action(folded) == "verb"
        disposed = self.minutes.get_disposal(folded) if formal or self.formal else None
        if not (formal or self.head) or (not disposed and (cell or self._has_own_stage(triggers)) and not opens):
            return None
        stage, rule = (self.head.stage, self.head.rule) if self.head else ("agreed", "minutes")
        stage = disposed or stage
        cell_end = self.reading.folded.find(" | ", start, span.end)
        body = Span(span.start, cell_end) if cell_end > start else span
        thing = Span(self._skip_order(start, folded), _end(self.reading.folded, body))
        return Draft(number, stage, rule, thing, span, None, 0, formal=formal, item=item, source=self.source)

    def _heads_items(self, number: int) -> bool:
        """Whether an item only names what the items below it are of («В транспорте:»), and tells nothing to be done."""
        folded, *after = (
            each.sentence.span.within(self.reading.folded) for each in self.reading.sentences[number : number + 2]
        )
        below = [self._is_item(self.reading.sentences[number + 1], get_mark(said)[0]) for said in after]
        opens = folded.rstrip().endswith(":") and any(below)
        return opens and self.words.opens_action(folded[get_mark(folded)[0] :]) != "verb"

    def _is_amount(self, sentence: ReadSentence) -> bool:
        """Whether a sentence only tells a number of the item it stands in («Стоимость: 2 млн долларов»)."""
        span = sentence.sentence.span
        return bool(_AMOUNT.match(self.reading.folded, span.start, span.end))

    def _has_own_stage(self, triggers: list[Trigger]) -> bool:
        """Whether an item tells a stage that its head does not: things signed or agreed are told as plans."""
        if self.head and self.head.stage in ("signed", "agreed"):
            return any(t.stage not in ("planned", "completed", "in_progress") for t in triggers)
        return bool(triggers)

    def _skip_order(self, start: int, folded: str) -> int:
        """Where what is ordered begins: after the order's own verb and its addressee, where a second verb follows."""
        order = self.minutes.decided.match(folded)
        if not order:
            return start
        for word in folded[order.end() :].split():
            if self.words.is_verb(word.strip(",.;")):
                return start + folded.index(word, order.end())
        return start


def _end(folded: str, span: Span) -> int:
    end = span.end
    while end > span.start and folded[end - 1] in " .;,:":
        end -= 1
    return end


def list_drafts(reading: Reading, sectors: Sectors) -> list[Draft]:
    """All things with a stage, in order of the text, before those told twice are joined."""
    words = get_words(reading.language)
    minutes = get_minutes_words(reading.language)
    return list(_Drafting(reading, sectors, words, minutes, is_formal(minutes, reading)).walk())
