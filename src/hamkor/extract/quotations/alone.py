"""Speech that stands alone: whole sentences in quotation marks, with no words beside them that tell who speaks."""

from __future__ import annotations

from hamkor.extract.quotations.speakers import find_speaker, rulebook
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Match, build_scene
from hamkor.model import Span

FEWEST_ALONE = 8  # words that are surely no name, no title


def is_alone(reading: Reading, said: Span) -> bool:
    """Whether a quotation is long enough, and of whole sentences, to be speech though nobody is told to speak."""
    words = said.within(reading.prepared.text).split()
    return len(words) >= FEWEST_ALONE and words[0][:1].isupper()


def find_told_before(reading: Reading, said: Span) -> tuple[str, str] | None:
    """Who was said to speak in the sentence before («Посол отметил, что … . «Мы …»»), and the rule that says so.

    None where that sentence names nobody who speaks.
    """
    before = _find_before(reading, said)
    met = _find_attribution(reading, before) if before else None
    speaker = find_speaker(reading, said, met) if met else None
    return (speaker, met.rule.name) if met and speaker else None


def _find_before(reading: Reading, said: Span) -> ReadSentence | None:
    told = [read for read in reading.sentences if read.sentence.span.end <= said.start]
    return told[-1] if told else None


def _find_attribution(reading: Reading, before: ReadSentence) -> Match | None:
    scene = build_scene(reading.folded, before.sentence.span, before.parts, text=reading.prepared.text)
    return next(rulebook(reading.language).find(scene), None)
