"""Events put off or brought forward: they are still to come, at the time they were moved to."""

from __future__ import annotations

import re
from datetime import date

from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords
from hamkor.extract.reading import Reading
from hamkor.extract.times.moved import get_new_time
from hamkor.grammar import Part
from hamkor.model import Period, Span
from hamkor.model.value import value

_REACH = 32  # characters between a verb of moving and the time
_LEFT = 1  # words between an event's own and the verb that may belong to its name («открытие моста перенесли»)
_WORD = re.compile(r"\w{4,}")  # no prepositions
_ASIDE = re.compile(r",[^,]*,|\([^)]*\)|\"[^\"]*\"")
_WITHIN = frozenset({"meeting", "visit", "call"})  # what is moved may be told at one of these


@value(frozen=True, slots=True)
class Moved:
    """That an event was moved; `to` is its new time, None where none is told («на неопределённый срок»)."""

    to: Period | None


def find_moved(reading: Reading, words: EventWords, mention: Mention) -> Moved | None:
    """Whether the sentence tells that the event was moved: by a verb after its words, or right before them."""
    sentence = reading.sentences[mention.number]
    for verb in words.moved.finditer(reading.folded, mention.clause.start, sentence.sentence.span.end):
        own = Span(*verb.span())
        if own.start >= mention.words.start and _is_of(reading, words, mention, own):
            return Moved(_find_time(reading, words, mention, own))
        if (
            not words.verb_last
            and own.end <= mention.words.start
            and not _WORD.search(_tell_between(reading, words, mention, own))
        ):
            return Moved(_find_time(reading, words, mention, Span(own.start, mention.words.end)))
    return None


def is_ahead(moved: Moved | None, published: date | None) -> bool:
    """Whether what was moved is still to come: its new time is not told, or has not passed."""
    return moved is not None and (moved.to is None or published is None or moved.to.last >= published)


def _is_of(reading: Reading, words: EventWords, mention: Mention, verb: Span) -> bool:
    """Whether nothing but the event's name stands between its words and the verb."""
    between = _tell_between(reading, words, mention, verb)
    return "," not in between and len(_WORD.findall(between)) <= (0 if mention.type in _WITHIN else _LEFT)


def _tell_between(reading: Reading, words: EventWords, mention: Mention, verb: Span) -> str:
    """The words between an event and a verb, without asides, areas, bodies and times; none where it has the verb."""
    after = verb.start >= mention.words.start
    between = Span(mention.words.end, verb.start) if after else Span(verb.end, mention.words.start)
    told = list(reading.folded[between.start : between.end])
    for part in reading.sentences[mention.number].parts:
        if between.covers(part.span):
            start, end = part.span.start - between.start, part.span.end - between.start
            told[start:end] = " " * (end - start)
    return words.of_event.split(_ASIDE.sub(" ", "".join(told)), maxsplit=1)[0]


def _find_time(reading: Reading, words: EventWords, mention: Mention, verb: Span) -> Period | None:
    """The time beside the verb: right before it where verbs stand last, else after it, before a comma."""
    times = reading.sentences[mention.number].of("period")
    if words.verb_last:
        told = [p for p in times if 0 <= verb.start - p.span.end <= _REACH]
    else:
        told = [p for p in times if 0 <= p.span.start - verb.end <= _REACH and _is_one(reading, verb, p)]
    return get_new_time(told, reading.folded, reading.published)


def _is_one(reading: Reading, verb: Span, time: Part) -> bool:
    return "," not in reading.folded[verb.end : time.span.start]
