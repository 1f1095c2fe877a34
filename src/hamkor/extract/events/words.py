"""The words around an event (events.toml, table `clause`), compiled once for a language."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from hamkor.extract.reading import Reading
from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_phrases

_TITLE = re.compile(r'"[^"\s]+(?:\s[^"\s]+){0,4}"')  # of five words at most
_NO_PHRASES = frozenset({"place_endings", "toward_endings", "held_in", "verb_last", "ands"})


@dataclass(frozen=True, slots=True)
class EventWords:
    """What tells the status, time and place of an event; all run over folded text.

    place_endings   how the name of a place ends where an event is there; `toward_endings`: where a visit goes there;
                    `held_in`: where an office is held there
    verb_last       whether the verb ends its clause, so that time, place and people stand before it
    ands            words that join the things of a list
    """

    proposed: re.Pattern[str]
    bids: re.Pattern[str]
    planned: re.Pattern[str]
    coming: re.Pattern[str]
    held: re.Pattern[str]
    same_time: re.Pattern[str]
    same_year: re.Pattern[str]
    here: re.Pattern[str]
    there: re.Pattern[str]
    that_country: re.Pattern[str]
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
    opens_none: re.Pattern[str]
    no_guests: re.Pattern[str]
    recalled: re.Pattern[str]
    moved: re.Pattern[str]
    agreed_to: re.Pattern[str]
    invited: re.Pattern[str]
    pointing: re.Pattern[str]
    of_these: re.Pattern[str]
    led: re.Pattern[str]
    same_then: re.Pattern[str]
    place_of: re.Pattern[str]
    not_there: re.Pattern[str]
    hosting: re.Pattern[str]
    thither: re.Pattern[str]
    returning: re.Pattern[str]
    visited_words: re.Pattern[str]
    counting: re.Pattern[str]
    content: re.Pattern[str]
    place_endings: tuple[str, ...]
    toward_endings: tuple[str, ...]
    held_in: tuple[str, ...]
    verb_last: bool
    ands: frozenset[str]

    def is_there(self, place: str, *, visited: bool) -> bool:
        """Whether the case of a place's name says that something is there, or that a visit goes there."""
        return place.endswith(self.place_endings) or (visited and place.endswith(self.toward_endings))


def get_event_words(language: Language) -> EventWords:
    """The words around events, compiled when first asked for."""
    words: EventWords = language.remember("events.words", _compile)
    return words


def get_untitled(reading: Reading) -> str:
    """The folded text with short names in quotation marks blanked: what they say tells no tense («Шаг в будущее»)."""
    return reading.remember("events.untitled", _blank_titles)


def _blank_titles(reading: Reading) -> str:
    return _TITLE.sub(lambda met: " " * len(met.group()), reading.folded)


def _compile(language: Language) -> EventWords:
    phrases = [f.name for f in fields(EventWords) if f.name not in _NO_PHRASES]
    found: dict[str, Any] = {name: compile_phrases(language, "events", f"clause.{name}") for name in phrases}
    for name in ("place_words", "place_of", "not_there", "visited_words"):
        found[name] = re.compile(f"(?:{found[name].pattern})\\s*$")
    for name in ("place_endings", "toward_endings"):
        found[name] = tuple(language.get("events", f"clause.{name}"))
    found["held_in"] = tuple(language.get("positions", "in_area.ends"))
    found["ands"] = frozenset(language.lists.get("and", ()))
    return EventWords(**found, verb_last=bool(language.get("language", "final_verb")))
