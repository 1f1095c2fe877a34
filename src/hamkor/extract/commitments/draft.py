"""A thing with its stage, before sector, sides and term are told; and what only recalls one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hamkor.extract.commitments.roadmaps import RoadMapRow
from hamkor.extract.commitments.sectors import TELLING
from hamkor.extract.commitments.stages import Trigger
from hamkor.extract.reading import ReadSentence
from hamkor.model import Span
from hamkor.model.value import value

CONCLUDED = ("signed", "agreed")
_OPEN = ("planned", "proposed", "discussed")
_RECALLED = 6  # sentences back in which a paper was told that words point back at


@value(frozen=True, slots=True)
class Draft:
    """A thing with its stage. All spans count in the prepared text.

    number  of its sentence in the reading
    span    the words of the thing
    clause  the clause it stands in
    formal  whether it is a clause of minutes; `item` is then its number there
    alone   whether it is the only thing of its clause
    leads   where the first thing of its clause begins: what stands before is told of all of them
    later   a clause after it that only tells its term
    source  what the list it stands in hangs on
    row     of a road map: told once, whatever else is told
    """

    number: int
    stage: str
    rule: str
    span: Span
    clause: Span
    sector: str | None
    weight: int
    formal: bool = False
    item: str | None = None
    alone: bool = True
    leads: int = 0
    later: Draft | None = None
    source: Draft | None = None
    row: RoadMapRow | None = None


def confirm(done: list[Draft], number: int, trigger: Trigger) -> bool:
    """Give what the sentence before only planned the stage that this one recalls, where no paper was told before.

    Whether there was such a thing.
    """
    before = max((d.number for d in done), default=-1)
    known = any(d.stage == trigger.stage and d.number >= number - _RECALLED for d in done)  # «Документ подписали …»
    if before < number - 2 or known:
        return False
    open_ones = [at for at, d in enumerate(done) if d.number == before and d.stage in _OPEN]
    for at in open_ones:
        done[at] = replace(done[at], stage=trigger.stage)
    return bool(open_ones)


def has_figure(folded: str, span: Span) -> bool:
    """Whether a digit stands there."""
    return any(c.isdigit() for c in folded[span.start : span.end])


def drop_bare(done: list[Draft], number: int, folded: str) -> None:
    """Leave out the paper of sentence `number` of which nothing but its signing is told: what it holds follows."""
    paper = done[-1] if done and done[-1].number == number else None
    bare = paper is not None and paper.alone and paper.stage in CONCLUDED and paper.weight <= TELLING
    if paper and bare and not has_figure(folded, paper.span):
        done.pop()


@dataclass(slots=True)
class Provided:
    """The stage of the paper whose contents a paragraph, `block`, began to tell."""

    stage: str = ""
    block: int = -1

    def go_on(self, sentence: ReadSentence, told: list[Trigger]) -> list[Trigger]:
        """The words of stages of the next sentence: of what it goes on to tell, plans without a time are the paper's.

        “The document obliges both to run a database. Children are to be admitted to schools.”
        """
        block = sentence.sentence.block
        if any(t.takes and t.stage in CONCLUDED for t in told):
            self.stage, self.block = told[0].stage, block
        elif self.block == block and not sentence.of("period"):
            return [replace(t, stage=self.stage) if t.stage == "planned" else t for t in told]
        return told
