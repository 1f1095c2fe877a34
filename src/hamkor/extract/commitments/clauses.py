"""From the words of a stage to the words of the thing: how far a clause reaches."""

from __future__ import annotations

import re
from itertools import pairwise

from hamkor.extract.commitments.fronted import find_fronted
from hamkor.extract.commitments.stages import Trigger
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar.kinds import PART_CHARACTERS
from hamkor.model.value import value

_ACTING = tuple(PART_CHARACTERS[kind] for kind in ("person", "position"))
_BODY, _PERIOD = PART_CHARACTERS["organisation"], PART_CHARACTERS["period"]
_TWO = 2  # bodies that sign with one another
_HEAD = 15  # characters between a verb and the colon before its list («договорились о следующем:»)
PARTING = ";"  # between the things of a list after a colon
_QUANTITIES = frozenset("\ue000\ue001\ue002\ue003\ue004\ue005")


@value(frozen=True, slots=True)
class Region:
    """Where the thing of a trigger stands, and the clause around it; places in the scene's text.

    listed  whether the words are a list that one verb governs, so that it may be split
    """

    trigger: Trigger
    start: int
    end: int
    left: int
    right: int
    listed: bool


def find_regions(words: ClauseWords, text: str, triggers: list[Trigger]) -> list[Region]:
    """One region for each trigger, none overlapping another."""
    edges = [_left_edge(words, text, 0, triggers[0].start) if triggers else 0]
    for before, after in pairwise(triggers):
        edges.append(_border(words, text, before, after))
    ends = [*edges[1:], len(text)]
    return [_region(words, text, t, left=edge, limit=end) for t, edge, end in zip(triggers, edges, ends, strict=True)]


def _left_edge(words: ClauseWords, text: str, left: int, start: int) -> int:
    """The last place before `start` where a clause begins."""
    for met in words.starts.finditer(text, left, start):
        left = left if words.is_aside(text, met.start()) else met.end()
    relative = words.relatives.search(text, left, start)
    return relative.end("head") if relative else left


def _border(words: ClauseWords, text: str, before: Trigger, after: Trigger) -> int:
    """Where the clause of the second trigger begins: at its own beginning, else after the last mark of a list."""
    low, high = before.begins, after.start
    stop = words.stops.search(text, low, high)
    edge = _left_edge(words, text, stop.start() if stop else low, high)
    if edge > low or high <= low or after.where == "before":
        return max(edge, low)
    comma = text.rfind(", ", low, high)
    return comma + 2 if comma >= 0 else _last_joint(words, text, low, high)


def _last_joint(words: ClauseWords, text: str, low: int, high: int) -> int:
    edge = high
    for met in words.joints.finditer(text, low, high):
        edge = met.end()
    return edge


def _region(words: ClauseWords, text: str, trigger: Trigger, *, left: int, limit: int) -> Region:
    left = min(_left_edge(words, text, left, trigger.start), trigger.start)
    if trigger.where == "before":
        if _opens_list(words, text, trigger, left):
            return Region(trigger, _skip(text, trigger.end, limit), _trim(text, trigger.end, limit), left, limit, True)
        return _region_before(words, text, trigger, left)
    begins = _skip_pointing(words, text, trigger.begins, limit)
    stop = _find_stop(words, text, begins, limit)
    right = _trim(text, begins, stop.start() if stop else limit)
    before, after = text[left : trigger.start], text[begins:right]
    fronted = find_fronted(words, before, after) if trigger.where in ("after", "either") else None
    if fronted:
        start, end = (left + at for at in fronted)
        return Region(trigger, start, _trim(text, start, end), left, right, listed=True)
    if trigger.where == "after":
        follows = not _is_inverted(words, before, after)
    else:
        follows = trigger.where == "either" and not words.is_subject(before) and has_substance(words, after)
    if follows and not _is_fronted(words, before, after):
        start = trigger.start if trigger.keeps else _skip(text, begins, right)
        return Region(trigger, start, right, left, right, listed=True)
    start = left + words.opening(before)
    if not follows and (trigger.where == "after" or (trigger.where == "either" and not has_substance(words, after))):
        end = _trim(text, start, trigger.start)
        counted = trigger.keeps and (
            end == start or is_of_two(words, text, trigger, right)
        )  # «12 соглашений подписано»: these words are the thing
        return Region(trigger, start, trigger.end if counted else end, left, right, listed=True)
    return Region(trigger, start, max(right, _trim(text, start, trigger.end)), left, right, listed=False)


def _skip_pointing(words: ClauseWords, text: str, start: int, end: int) -> int:
    """`start` moved over what only stands for the clause after it («заинтересованы | в том, чтобы …»)."""
    met = words.pointing.match(text, start, end)
    return met.end() if met else start


def _find_stop(words: ClauseWords, text: str, start: int, end: int) -> re.Match[str] | None:
    """The mark that ends what a stage governs; no semicolon, where these part the things of a list after a colon."""
    head, colon, _ = text[start:end].partition(":")
    listed = bool(colon) and len(head) <= _HEAD and PARTING not in head
    stops = words.stops.finditer(text, start, end)
    return next((s for s in stops if not (listed and s.group().strip() == PARTING)), None)


def _opens_list(words: ClauseWords, text: str, trigger: Trigger, left: int) -> bool:
    """Whether a colon and more stand after a verb that has nothing before it: then it governs the list after it."""
    following = text[trigger.end :].lstrip()
    listed = following.startswith(":") and bool(following.strip(" :."))
    return listed and not has_substance(words, text[left : trigger.start])


def _region_before(words: ClauseWords, text: str, trigger: Trigger, left: int) -> Region:
    """What a verb governs that ends its clause: all from the clause's beginning, as a list."""
    acting = max(text.rfind(who, left, trigger.start) for who in _ACTING) + 1
    sides = words.after_sides.finditer(text, left, trigger.start)
    acting = max([acting, *(met.end() for met in sides if not _holds_thing(words, text[left : met.start()]))])
    own = acting if acting > left and has_substance(words, text[acting : trigger.start]) else left
    start = own + words.opening(text[own : trigger.start])
    start = min(_skip(text, _after_bodies(words, text, start, trigger.start), trigger.start), trigger.start)
    end = _trim(text, start, trigger.start)
    if trigger.keeps or not has_substance(words, text[start:end]):
        end = trigger.end
    return Region(trigger, start, end, left, trigger.end, listed=True)


def _holds_thing(words: ClauseWords, before: str) -> bool:
    """Whether a thing of a list stands before what would end the sides («… ochish, universitetlar o'rtasida …»)."""
    return any(words.opens_action(piece.strip()) for piece in before.split(",")[:-1])


def _after_bodies(words: ClauseWords, text: str, start: int, end: int) -> int:
    """`start` moved over the bodies that act at the beginning of a clause, where more than they stand there."""
    at = _skip(text, start, end)
    while text[at : at + 1] == _BODY:
        joint = words.joints.match(text, _skip(text, at + 1, end))
        at = _skip(text, joint.end() if joint else at + 1, end)
    return at if at > start and has_substance(words, text[at:end]) else start


def _is_inverted(words: ClauseWords, before: str, after: str) -> bool:
    """Whether the thing stands before the verb and who acts after it, or nothing."""
    first = after.lstrip()
    place = words.setting.match(first)
    first = first[place.end() :].lstrip() if place else first
    acts_after = bool(words.actors.match(first)) or not has_substance(words, after)
    return acts_after and words.is_subject(before) and not words.actors.search(before) and not words.orders(first)


def _is_fronted(words: ClauseWords, before: str, after: str) -> bool:
    """Whether the object stands before the verb («завод обещают открыть весной»), so that the clause is the thing."""
    first, _, rest = after.strip().partition(" ")
    if not words.is_verb(first) or (rest and not words.prepositions.match(rest)):
        return False
    return words.is_subject(before) and not words.actors.search(before)


def is_of_two(words: ClauseWords, text: str, trigger: Trigger, right: int) -> bool:
    """Whether two bodies are named after words of a stage: they sign with one another; not in a relative clause."""
    two = text.count(_BODY, trigger.end, right) == _TWO
    return two and not words.relatives.search(text, 0, trigger.end)


def has_substance(words: ClauseWords, text: str) -> bool:
    """Whether the words say something beside place, time and who acts."""
    return words.has_content(text) or has_quantity(text)


def opens_body(text: str) -> bool:
    """Whether a body and a time are told of: with a verb that keeps its words the body is what opens then."""
    return _BODY in text and _PERIOD in text


def has_quantity(text: str) -> bool:
    """Whether something is counted, measured or paid in the words of a scene."""
    return any(c in _QUANTITIES for c in text)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,:—-":
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> int:
    """`end` moved back over spaces and marks, not before `start`."""
    while end > start:
        if text[end - 1] not in ' ,.;:—-!?"(':
            break
        end -= 1
    return end
