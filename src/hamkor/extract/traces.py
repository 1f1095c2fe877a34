"""Traces: clauses that tell in what state some thing is, and that no rule of promises reads.

A trace promises nothing: it counts only where a promise of the very thing is known (`resolve.traces`).
«Жамбылский театр дал в Бишкеке три спектакля» — of a tour that was promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hamkor.extract.commitments.measured import is_counted
from hamkor.extract.commitments.terms import find_due
from hamkor.extract.commitments.words import get_words as get_clause_words
from hamkor.extract.evidence import get_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sections import find_sides_at
from hamkor.grammar import Language, Match, Rulebook, load_rules
from hamkor.model import Commitment, Event, Evidence, Observation, Span, Trace

_STOP = re.compile(r"[,;:]\s+|\s[—–]\s(?=(?P<next>\w))")  # no dash between two names
_SAID = "said"  # by the rules: somebody spoke, nothing happened
_NO_VERB = "no_verb"  # a noun that ends as a verb does («филиал»)
_TERMED = frozenset({"ahead", "late", "waits"})
_WHOLE, _GOING = frozenset({"held", "whole", "done"}), "going"
_COUNTED = frozenset({"served"})  # of whom it is for some came
_TALKS = frozenset(("meeting", "visit", "call", "signing", "appointment"))
_PUT_IN = 3  # parts of a sentence of which the second stands between subject and verb
_SHORTEST = 15  # characters of a clause that names a thing and says something of it


def find_traces(
    reading: Reading, commitments: Iterable[Commitment], events: Iterable[Event], figures: Iterable[Observation]
) -> list[Trace]:
    """The traces of a document, in order of the text: clauses apart from its promises, talks and trade figures."""
    told = [c.evidence for c in commitments]
    told += [event.evidence for event in events if event.type in _TALKS]
    told += [f.evidence for f in figures if is_counted(f)]
    rulebook: Rulebook = reading.language.remember("traces.rules", _load_rulebook)
    numbers = range(len(reading.sentences))
    return [trace for number in numbers for trace in _read(reading, rulebook, number, told)]


def _load_rulebook(spoken: Language) -> Rulebook:
    return Rulebook(load_rules(spoken, "traces"))


def _read(reading: Reading, rulebook: Rulebook, number: int, told: Sequence[Evidence]) -> Iterator[Trace]:
    sentence = reading.sentences[number]
    once = get_clause_words(reading.language).list_once_promised(sentence.scene.text)
    matches = _leave_said(list(rulebook.find(sentence.scene)))  # in the order of the rules
    matches = [m for m in matches if not any(start <= m.start and m.end < end for start, end in once)]
    clauses = list(_list_clauses(reading, sentence)) if matches else []
    for at, clause in enumerate(clauses):
        inside = [m for m in matches if clause.overlaps(m.span())]
        whole = [_join_subject(clauses[: at + 1], matches), clause] if inside else []
        free = (w for w in whole if w.end - w.start >= _SHORTEST and not _is_told(get_words(reading, w), told))
        if words := next(free, None):
            yield _make(reading, number, (words, clause), inside[0])


def _join_subject(clauses: Sequence[Span], matches: Sequence[Match]) -> Span:
    """A clause with the words that it goes on with over what is put in («Цех, обещанный к маю, ещё не открыт»)."""
    first, last = clauses[0], clauses[-1]
    parted = len(clauses) == _PUT_IN and not any(first.overlaps(m.span()) for m in matches)
    return Span(first.start, last.end) if parted else last


def _is_told(words: Evidence, told: Iterable[Evidence]) -> bool:
    return any(words.start < other.end and other.start < words.end for other in told)


def _leave_said(matches: Sequence[Match]) -> list[Match]:
    """Without verbs of speech, of which other rules know only that they are of the past, and without mere nouns."""
    said = [m for m in matches if m.rule.gives["state"] == _SAID]
    nouns = [m for m in matches if m.rule.gives["state"] == _NO_VERB]
    told = [m for m in matches if not any(noun.start <= m.start and m.end <= noun.end for noun in nouns)]
    return [m for m in told if not any(m.start < s.end and s.start < m.end for s in said)]


def _list_clauses(reading: Reading, sentence: ReadSentence) -> Iterator[Span]:
    """The parts of a sentence between stops, without the marks and spaces at their ends."""
    span, text = sentence.sentence.span, reading.prepared.text
    cuts = [span.start, *(met.end() for met in _STOP.finditer(text, span.start, span.end) if _parts(met)), span.end]
    for start, end in pairwise(cuts):
        said = text[start:end]
        trimmed = said.rstrip(" \n,;:.!—–")
        first = start + len(said) - len(said.lstrip())
        if first < start + len(trimmed):
            yield Span(first, start + len(trimmed))


def _parts(met: re.Match[str]) -> bool:
    return not (met["next"] or "").isupper()


def _make(reading: Reading, number: int, told: tuple[Span, Span], match: Match) -> Trace:
    """The trace of a clause, which is told with the words that it goes on with."""
    words, clause = told
    sentence, state = reading.sentences[number], _lower(reading, number, words, match.rule.gives["state"])
    periods = [p for p in sentence.of("period") if clause.covers(p.span)] if state in _TERMED else []
    return Trace(
        state=state,
        areas=_list_areas(reading, number),
        due=find_due(periods, reading.published),
        evidence=get_words(reading, words, sentence.sentence),
        rule=match.rule.name,
    )


def _lower(reading: Reading, number: int, words: Span, state: str) -> str:
    """The state of a clause; what is done in part, or for the thing before it stands, is under way («70 % готово»)."""
    scene, told = reading.sentences[number].scene, get_clause_words(reading.language)
    part = state in _WHOLE and told.partly.search(scene.text, scene.at(words.start), scene.at(words.end))
    rest = state in _WHOLE | _COUNTED and (told.rest.search(scene.text) or told.still_left.search(scene.text))
    return _GOING if part or rest else state


def _list_areas(reading: Reading, number: int) -> tuple[str, ...]:
    """Whose the thing is: the areas that the sentence names, with the side of the other country where it names none."""
    told = dict.fromkeys(code for p in reading.sentences[number].of("area") for code in p.value.codes)
    return tuple(sorted(find_sides_at(reading, number).with_areas(told)))
