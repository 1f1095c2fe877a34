"""Goals of one side alone: a figure of its own that is to be reached («довести экспорт до 900 млн долларов»)."""

from __future__ import annotations

import re
from typing import NamedTuple

from hamkor.extract.commitments.draft import Draft, has_figure
from hamkor.extract.reading import Reading
from hamkor.extract.sides import Sides, get_country, list_areas
from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span

_DEEDS = frozenset({"planned", "in_progress", "completed"})


class _GoalWords(NamedTuple):
    """`aims` runs over a scene's text, the others over folded text."""

    aims: re.Pattern[str]
    own: re.Pattern[str]
    mutual: re.Pattern[str]
    own_thing: re.Pattern[str]


def keep_own(reading: Reading, sides: Sides, draft: Draft) -> Sides:
    """The one side whose own figure a plan is to bring to some height, or whose own thing it is; else both."""
    doer = _find_doer(reading, sides, draft)
    if doer:
        return Sides((doer,), (get_country(doer),))
    if not _is_own_goal(reading, draft):
        return sides
    told = {get_country(c) for p in list_areas(reading.sentences[draft.number]) for c in p.value.codes}
    named = [a for a in sides.areas if get_country(a) in told]
    regions = [a for a in sides.areas if "-" in a]
    home = [a for a in sides.areas if a == reading.language.get("positions", "home.country")]
    kept = next((areas for areas in (named, regions, home) if len(areas) == 1), sides.areas[:1])
    return sides if len(named) > 1 else Sides(tuple(kept), tuple(map(get_country, kept)))


def _find_doer(reading: Reading, sides: Sides, draft: Draft) -> str | None:
    """The one nation of the sides that a clause names, before words that say that the thing is its own."""
    words: _GoalWords = reading.language.remember("commitments.goals", _compile)
    own = words.own_thing.search(reading.folded, draft.clause.start, draft.clause.end)
    if not own or draft.stage not in _DEEDS or words.mutual.search(reading.folded, *_bounds(draft)):
        return None
    named = [p for p in list_areas(reading.sentences[draft.number]) if draft.clause.covers(p.span)]
    nations = {get_country(c) for p in named for c in p.value.codes}
    before = any(p.kind == "area" and p.span.end <= own.start() for p in named)
    return next((a for a in sides.areas if {get_country(a)} == nations and before), None)


def _bounds(draft: Draft) -> tuple[int, int]:
    return draft.clause.start, draft.clause.end


def is_mutual(reading: Reading, draft: Draft) -> bool:
    """Whether a clause tells of what two sides have together, as their turnover."""
    words: _GoalWords = reading.language.remember("commitments.goals", _compile)
    return bool(words.mutual.search(reading.folded, draft.clause.start, draft.clause.end))


def _is_own_goal(reading: Reading, draft: Draft) -> bool:
    """Whether a plan is to bring a figure of one side's own to some height, told in its clause or right before it."""
    if draft.stage != "planned" or draft.formal or not has_figure(reading.folded, draft.clause):
        return False
    words: _GoalWords = reading.language.remember("commitments.goals", _compile)
    if not words.aims.search(reading.sentences[draft.number].scene.text):
        return False
    return any(words.own.search(reading.folded, s.start, s.end) for s in _list_scopes(reading, words, draft))


def _list_scopes(reading: Reading, words: _GoalWords, draft: Draft) -> list[Span]:
    """The clause, then the sentence before it, up to the first that tells of what two sides have together."""
    before = reading.sentences[draft.number - 1].sentence.span if draft.number else draft.clause
    found: list[Span] = []
    for scope in (draft.clause, before):
        if words.mutual.search(reading.folded, scope.start, scope.end):
            break
        found.append(scope)
    return found


def _compile(language: Language) -> _GoalWords:
    return _GoalWords(*(compile_phrases(language, "stages", key) for key in _GoalWords._fields))
