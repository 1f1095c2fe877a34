"""Papers told again: «Меморандум подписан в рамках …», «Соответствующий меморандум подписали министр А и министр Б»."""

from __future__ import annotations

import re

from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.naming import Naming, find_namings
from hamkor.extract.commitments.words import get_words
from hamkor.extract.reading import Reading

_WORD = re.compile(r"[\w-]+")
_VERB = 2  # words of a verb and of an "and"
_SOON = 3  # sentences within which a paper is told of again


def is_paper_again(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Whether a sentence that begins with a paper only tells more of its signing («Меморандум подписан в рамках …»)."""
    if not draft.stage == other.stage == "signed" or not 0 < draft.number - other.number <= _SOON:
        return False
    meant = {naming.meaning for naming in find_namings(reading, other.span)}
    first = _find_first_paper(reading, draft.number)
    if first is None or first.meaning not in meant:
        return False
    return draft.span.start == first.span.start or _tells_who(reading, draft)


def _find_first_paper(reading: Reading, number: int) -> Naming | None:
    """The paper that a sentence begins with, but for one word («По данным ведомства, соответствующий меморандум …»)."""
    span = reading.sentences[number].sentence.span
    start = span.start + get_words(reading.language).opening(reading.folded[span.start : span.end])
    first = next(iter(find_namings(reading, span)), None)
    return first if first and len(_WORD.findall(reading.folded, start, first.span.start)) <= 1 else None


def _tells_who(reading: Reading, draft: Draft) -> bool:
    """Whether a thing has no words but the verb's beside people and offices («подписали министр А и министр Б»)."""
    scene = reading.sentences[draft.number].scene
    told = scene.text[scene.at(draft.span.start) : scene.at(draft.span.end)]
    return bool(reading.sentences[draft.number].of("person")) and len(_WORD.findall(told)) <= _VERB
