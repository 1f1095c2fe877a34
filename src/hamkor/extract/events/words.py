"""The words around an event (events.toml, table `clause`), compiled once for a language."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from hamkor.extract.anyof import compile_phrases
from hamkor.grammar import Language


@dataclass(frozen=True, slots=True)
class EventWords:
    """What tells the status, time and place of an event; all run over folded text."""

    proposed: re.Pattern[str]
    bids: re.Pattern[str]
    planned: re.Pattern[str]
    coming: re.Pattern[str]
    held: re.Pattern[str]
    same_time: re.Pattern[str]
    same_year: re.Pattern[str]
    here: re.Pattern[str]
    there: re.Pattern[str]
    place_words: re.Pattern[str]
    verbs: re.Pattern[str]
    figure_times: re.Pattern[str]
    term_times: re.Pattern[str]
    scheduled: re.Pattern[str]
    of_event: re.Pattern[str]
    of_place: re.Pattern[str]
    moving: re.Pattern[str]
    plain_sessions: re.Pattern[str]
    breaks: re.Pattern[str]
    ends: re.Pattern[str]
    appointed: re.Pattern[str]
    denied: re.Pattern[str]
    recalled: re.Pattern[str]
    invited: re.Pattern[str]
    same_then: re.Pattern[str]
    place_of: re.Pattern[str]
    hosting: re.Pattern[str]
    thither: re.Pattern[str]


def get_event_words(language: Language) -> EventWords:
    """The words around events, compiled when first asked for."""
    words: EventWords = language.remember("events.words", _compile)
    return words


def _compile(language: Language) -> EventWords:
    patterns = {f.name: compile_phrases(language, "events", f"clause.{f.name}") for f in fields(EventWords)}
    for name in ("place_words", "place_of"):
        patterns[name] = re.compile(f"(?:{patterns[name].pattern})\\s*$")
    return EventWords(**patterns)
