"""Where a sentence tells of an event: matches of the rules, one for each, with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hamkor.extract.events.words import EventWords, get_event_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Match, Part, Rulebook, load_rules
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_PHRASE_END = re.compile(r"[,;:!?()]|\.(?=\s|$)|\s—\s")
_NAME = 50  # characters after the words of an event that may belong to its name
_TELLS = "spokesperson"
_OWN_NOUN = frozenset({"opening", "forum"})  # known again by their nouns, whatever the verb
_NAMING = frozenset({"person", "position", "area", "adjective", "organisation", "period"})


@value(frozen=True, slots=True)
class Mention:
    """Words that tell of an event.

    number  of its sentence in the reading
    span    the words, with the people and places that follow them, in the prepared text
    words   the words that the rule read, without what follows
    clause  the part of the sentence it stands in, up to a semicolon
    dated   whether it is an event only where its time is told
    item    whether it stands in an item of a list, so that labels after it may tell its term
    bare    whether it may only point back to an event told before; `weak`: whether it only implies one
    points  other types of event that bare words may point back to
    """

    number: int
    type: str
    rule: str
    span: Span
    words: Span
    clause: Span
    status: str | None = None
    bare: bool = False
    weak: bool = False
    item: bool = False
    dated: bool = False
    points: tuple[str, ...] = ()


def find_mentions(reading: Reading, number: int, sentence: ReadSentence) -> list[Mention]:
    """The events that one sentence tells of, in order; may be empty."""
    language = reading.language
    rulebook: Rulebook = language.remember("events.rules", lambda spoken: Rulebook(load_rules(spoken, "events")))
    words = get_event_words(language)
    met = list(rulebook.find(sentence.scene))
    told = [_mention(words, number, sentence, match=match) for match in _without_overlaps(met)] if met else []
    people = (p for p in sentence.parts if p.kind == "person")
    return told + [_appointment(number, sentence, p) for p in people if _appoints(words, reading, p)]


def _appoints(words: EventWords, reading: Reading, person: Part) -> bool:
    """Whether a person is told with an office that he or she came into («послом стал …»)."""
    return bool(words.appointed.search(reading.folded, person.span.start, person.span.end))


def _appointment(number: int, sentence: ReadSentence, person: Part) -> Mention:
    span = sentence.sentence.span
    return Mention(number, "appointment", "appointment", person.span, person.span, span)


def _without_overlaps(met: Iterable[Match]) -> list[Match]:
    """Of overlapping matches one that names who or where, then the longest; weak ones yield to any other."""
    kept: list[Match] = []
    for match in sorted(met, key=_rank):
        if not any(match.start < k.end and k.start < match.end for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _rank(match: Match) -> tuple[bool, bool, int, int]:
    gives = match.rule.gives
    return bool(gives.get("weak")), bool(gives.get("bare")), match.start - match.end, match.start


def _mention(words: EventWords, number: int, sentence: ReadSentence, *, match: Match) -> Mention:
    gives, scene = match.rule.gives, match.scene
    start, end = (_start_of_phrase(match), match.end) if words.verb_last else (match.start, _end_of_phrase(match))
    left, right = _clause(words, scene.text, match.start, match.end)
    span = scene.to_text(start, end)
    return Mention(
        number,
        _get_type(words, match, start, end),
        match.rule.name,
        span,
        scene.to_text(match.start, match.end),
        scene.to_text(left, right),
        gives.get("status"),
        bool(gives.get("bare")),
        bool(gives.get("weak")),
        sentence.sentence.kind == "item",
        bool(gives.get("dated")),
        tuple(gives.get("points", ())),
    )


def _get_type(words: EventWords, match: Match, start: int, end: int) -> str:
    """The rule's type; sessions of governments and working groups are `plain`, whatever body the rule read."""
    gives, scene = match.rule.gives, match.scene
    plain: str | None = gives.get("plain")
    names = " ".join(str(getattr(p.value, "name", "")) for p in scene.parts_in(start, end))
    if plain and words.plain_sessions.search(f"{scene.text[start:end]} {fold(names)}"):
        return plain
    kind: str = gives["type"]
    return kind


def _end_of_phrase(match: Match) -> int:
    """After the last person, office, place or body that follows the words before a comma."""
    scene = match.scene
    stop = _PHRASE_END.search(scene.text, match.end)
    limit = stop.start() if stop else len(scene.text)
    named = [at for part, at in zip(scene.parts, scene.places, strict=True) if _is_named(part, at, match.end, limit)]
    return max(named) + 1 if named else match.end


def _start_of_phrase(match: Match) -> int:
    """Before the first person, office, place or body between a mark and the words: where verbs stand last."""
    scene = match.scene
    limit = 0
    for stop in _PHRASE_END.finditer(scene.text, 0, match.start):
        limit = stop.end()
    pairs = zip(scene.parts, scene.places, strict=True)
    return min([at for part, at in pairs if _is_named(part, at, limit, match.start)] or [match.start])


def _is_named(part: Part, at: int, start: int, end: int) -> bool:
    return part.kind in _NAMING and start <= at < end


def _clause(words: EventWords, text: str, start: int, end: int) -> tuple[int, int]:
    left = 0
    for met in words.breaks.finditer(text, 0, start):
        left = met.end()
    right = words.ends.search(text, end)
    return left, right.start() if right else len(text)


def list_people(sentence: ReadSentence, span: Span) -> Iterator[Part]:
    """The people named in `span`, but for spokespeople, who only tell of it."""
    return (p for p in sentence.of("person") if span.covers(p.span) and p.value.position != _TELLS)


def get_name(reading: Reading, mention: Mention) -> str:
    """What the event is called, folded: its words with what follows them before a comma, for comparison only.

    Where verbs stand last, with what stands before them after a comma.
    """
    words = get_event_words(reading.language)
    if words.verb_last:
        name = _name_before(reading.folded, mention)
        return _drop_verbs(words, name) if mention.type in _OWN_NOUN else name
    stop = _PHRASE_END.search(reading.folded, mention.words.end, mention.clause.end)
    end = min(stop.start() if stop else mention.clause.end, mention.words.end + _NAME)
    name = reading.folded[mention.words.start : max(end, mention.words.end)]
    return _drop_verbs(words, name) if mention.type in _OWN_NOUN else name


def _name_before(folded: str, mention: Mention) -> str:
    start = max(mention.clause.start, mention.words.start - _NAME)
    for stop in _PHRASE_END.finditer(folded, start, mention.words.start):
        start = stop.end()
    return folded[start : mention.words.end]


def _drop_verbs(words: EventWords, name: str) -> str:
    return words.held.sub(" ", words.planned.sub(" ", name))
