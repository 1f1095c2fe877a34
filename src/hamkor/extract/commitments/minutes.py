"""Minutes, road maps and lists under a heading: which sentences are clauses, and what their labels say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from hamkor.extract.commitments.stages import Trigger
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_NUMBER = re.compile(r"\s*(?:(\d{1,3}(?:\.\d{1,3})*)(?:[.)]|\s*\|)|[^\W\d_]\)|[-—•·▪●■◦‣*])\s+")
_HEADINGS_READ = 3  # sentences at the beginning that may say what the document is


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """The words of minutes; all run over folded text."""

    headings: re.Pattern[str]
    decided: re.Pattern[str]
    no_promise: re.Pattern[str]
    due: re.Pattern[str]
    responsible: re.Pattern[str]
    standing: re.Pattern[str]
    quarterly: re.Pattern[str]
    among: re.Pattern[str]
    dropped: re.Pattern[str]
    put_off: re.Pattern[str]
    noted_done: re.Pattern[str]

    def is_label(self, folded: str) -> bool:
        """Whether a sentence only tells the term or who is responsible."""
        return bool(self.due.match(folded) or self.responsible.match(folded))

    def is_bare_label(self, folded: str) -> bool:
        """Whether a sentence is a label and nothing else, so that what it labels stands in the next one."""
        met = self.due.match(folded) or self.responsible.match(folded)
        return bool(met and not folded[met.end() :].strip(" .:-—"))

    def get_disposal(self, folded: str) -> str | None:
        """The stage of what a clause takes off the agenda, puts off, or notes as done; None for orders."""
        told = {"cancelled": self.dropped, "discussed": self.put_off, "completed": self.noted_done}
        return next((stage for stage, words in told.items() if words.search(folded)), None)

    def is_no_promise(self, folded: str, start: int) -> bool:
        """Whether a clause only hears or notes something, be it not what was done."""
        return bool(self.no_promise.match(folded, start)) and not self.noted_done.search(folded, start)

    def list_responsible(self, folded: str, labels: Iterable[Span]) -> Iterator[Span]:
        """What stands after the words for who is responsible, of the labels that begin with them."""
        for label in labels:
            met = self.responsible.match(folded, label.start, label.end)
            if met and (named := folded[met.end() : label.end]).lstrip(" :—–-").strip(" .;"):
                yield Span(label.end - len(named.lstrip(" :—–-")), label.end)

    def get_term(self, folded: str, span: Span) -> str | None:
        """standing | quarterly | None, by the words of `span`."""
        if self.standing.search(folded, span.start, span.end):
            return "standing"
        return "quarterly" if self.quarterly.search(folded, span.start, span.end) else None


@value(frozen=True, slots=True)
class Head:
    """What stands over the items of a list: a stage for those that tell none of their own.

    formal  whether the list is a decision (minutes, a road map)
    """

    stage: str
    rule: str
    formal: bool


def get_minutes_words(language: Language) -> MinutesWords:
    """The words of minutes of the language, compiled when first asked for."""
    words: MinutesWords = language.remember("commitments.minutes", _compile)
    return words


def _compile(language: Language) -> MinutesWords:
    names = [f.name for f in fields(MinutesWords)]
    patterns = {name: compile_phrases(language, "stages", f"minutes.{name}") for name in names}
    return MinutesWords(**patterns)


def is_formal(words: MinutesWords, reading: Reading) -> bool:
    """Whether the document calls itself minutes or a road map, in its title or at its beginning."""
    if _is_titled(words, reading):
        return True
    for sentence in reading.sentences[:_HEADINGS_READ]:
        span = sentence.sentence.span
        met = words.headings.search(reading.folded, span.start, span.end)
        if met and reading.prepared.text[met.start() : met.end()].split()[0].isupper():
            return True
        if met and met.start() == span.start and sentence.sentence.kind == "heading":
            return True
    return False


def _is_titled(words: MinutesWords, reading: Reading) -> bool:
    """Whether the title begins with what the document is or, where heads stand last, ends with it."""
    title = fold(reading.title or "").strip(" .")
    if not reading.language.get("language", "final_verb"):
        return bool(words.headings.match(title))
    return any(met.start() == 0 or met.end() == len(title) for met in words.headings.finditer(title))


def get_mark(folded: str) -> tuple[int, str | None]:
    """How long the mark of an item is (`1.`, `2)`, `—`), and its number."""
    met = _NUMBER.match(folded)
    return (met.end(), met.group(1)) if met else (0, None)


def find_head(words: MinutesWords, folded: str, triggers: Sequence[Trigger], before: str | None) -> Head | None:
    """The head that a sentence ending in a colon makes for the list after it; None where it tells no stage.

    `before` is the stage of what the sentence before told: a list of what was signed is signed («в их числе: …»).
    """
    if not folded.rstrip().endswith(":"):
        return None
    if before and (words.among.search(folded) or (triggers and before == "signed" and triggers[-1].stage == "planned")):
        return Head(before, "list", formal=False)
    met = words.decided.search(folded)
    if met and met.end() >= len(folded.rstrip()) - 2:
        return Head("agreed", "minutes", formal=True)
    if triggers:
        last = triggers[-1]
        return Head(last.stage, last.rule, formal=False)
    return None


def list_labels(words: MinutesWords, reading: Reading, number: int) -> Iterator[ReadSentence]:
    """The sentences that tell the term of sentence `number` and who is responsible: after it, or in its table's row."""
    row = reading.sentences[number].sentence.row
    if row is not None:
        yield from (s for n, s in enumerate(reading.sentences) if s.sentence.row == row and n != number)
        return
    bare, block = False, reading.sentences[number].sentence.block
    for sentence in reading.sentences[number + 1 :]:
        span = sentence.sentence.span
        folded = reading.folded[span.start : span.end]
        if bare or words.is_label(folded):
            bare = words.is_bare_label(folded)
            yield sentence
        elif sentence.sentence.block != block or get_mark(folded)[0]:
            return  # what stands between in the same item («Стоимость: 2 млн.») tells something else of it
