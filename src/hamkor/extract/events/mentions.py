"""Where a sentence tells of an event: matches of the rules, one for each, with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Language, Match, Part, Rulebook, load_rules
from hamkor.model import Span

_CLAUSE_ENDS = re.compile(r"[;!?]|\.(?=\s|$)")
_PHRASE_END = re.compile(r"[,;:!?()]|\.(?=\s|$)|\s—\s")
_NAMING = frozenset({"person", "position", "area", "adjective", "organisation", "period"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that tell of an event.

    number  of its sentence in the reading
    span    the words, with the people and places that follow them, in the prepared text
    words   the words that the rule read, without what follows
    clause  the part of the sentence it stands in, up to a semicolon
    bare    whether it may only point back to an event told before; `weak`: whether it only implies one
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


def find_mentions(language: Language, number: int, sentence: ReadSentence) -> list[Mention]:
    """The events that one sentence tells of, in order; may be empty."""
    rulebook: Rulebook = language.remember("events.rules", lambda spoken: Rulebook(load_rules(spoken, "events")))
    met = _without_overlaps(rulebook.find(sentence.scene))
    return [_mention(number, sentence, match) for match in met]


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


def _mention(number: int, sentence: ReadSentence, match: Match) -> Mention:
    gives, scene = match.rule.gives, match.scene
    end = _end_of_phrase(match)
    left, right = _clause(scene.text, match.start, match.end)
    return Mention(
        number,
        gives["type"],
        match.rule.name,
        scene.to_text(match.start, end),
        scene.to_text(match.start, match.end),
        scene.to_text(left, right),
        gives.get("status"),
        bool(gives.get("bare")),
        bool(gives.get("weak")),
    )


def _end_of_phrase(match: Match) -> int:
    """After the last person, office, place or body that follows the words before a comma."""
    scene = match.scene
    stop = _PHRASE_END.search(scene.text, match.end)
    limit = stop.start() if stop else len(scene.text)
    named = [at for part, at in zip(scene.parts, scene.places, strict=True) if _is_named(part, at, match.end, limit)]
    return max(named) + 1 if named else match.end


def _is_named(part: Part, at: int, start: int, end: int) -> bool:
    return part.kind in _NAMING and start <= at < end


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    left = 0
    for met in _CLAUSE_ENDS.finditer(text, 0, start):
        left = met.end()
    right = _CLAUSE_ENDS.search(text, end)
    return left, right.start() if right else len(text)


def list_people(sentence: ReadSentence, span: Span) -> Iterator[Part]:
    """The people named in `span`."""
    return (p for p in sentence.of("person") if span.covers(p.span))
