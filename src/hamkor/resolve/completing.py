"""Events held, against promises to hold them: a forum that took place, a first flight that was received.

A telling of an event is never one of a promise: what joins them is that they are of one thing (`threads`), and that the
event is of a kind that completes it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hamkor.model import POSITIVE
from hamkor.resolve.happenings import Happening
from hamkor.resolve.judgement import Comparison, Finding, Judged, judge
from hamkor.resolve.meanings import list_concepts
from hamkor.resolve.promises import Promise
from hamkor.resolve.sameness import write_list
from hamkor.resolve.threads import THREAD, find_keys, get_place

_OPENING = "opening"
_GATHERINGS = frozenset({"forum", "meeting", "visit", "other"})  # types of what takes place, and is over then
_OPEN = frozenset({"discussed", "proposed", "planned", "agreed", "signed", "in_progress"})  # what may be completed yet


def find_other_subject(left: Promise, right: Promise) -> Finding | None:
    """What is held there is of something else: a fair of crafts, not of farming; all that is told around counts."""
    gathering = set(left.things) & set(right.things) & list_concepts("event")
    own, other = (_list_subjects(one) for one in (left, right))
    if not (gathering and own and other) or own & _list_around(right) or other & _list_around(left):
        return None
    return Finding(1.0, f"of {write_list(sorted(own))}, not of {write_list(sorted(other))}")


def _list_subjects(promise: Promise) -> set[str]:
    return {*promise.topics, *promise.fields} - (list_concepts("event") - list_concepts("topic"))


def _list_around(promise: Promise) -> set[str]:
    return {*_list_subjects(promise), *promise.near_topics, *promise.near_fields}


COMPLETED = (*THREAD, Comparison(find_other_subject, -0.6))


def find_completing_keys(event: Happening) -> frozenset[str]:
    """The keys of promises that an event may complete; none of one that completes nothing."""
    told = read_as_promise(event)
    things, ways = _list_completed(event, told)
    if not (things or ways):
        return frozenset()
    return find_keys(
        Promise("completed", "", told.areas, (), "", ways=ways, things=things, ends=told.ends, towns=told.towns)
    )


def compare_completing(event: Happening, promise: Promise) -> Judged | None:
    """Whether an event is what was promised; None where it cannot complete it, whatever they have in common.

    NEGATIVE: something tells that it is another one. Trap: which came first is told by their documents, not here.
    """
    told = read_as_promise(event)
    things, ways = _list_completed(event, told)
    if not is_open(promise) or not (set(things) & set(promise.things) or set(ways) & set(promise.ways)):
        return None
    return judge(COMPLETED, *sorted((told, promise), key=get_place))


def completes(event: Happening, promise: Promise) -> Judged | None:
    """The judgement, where the event is surely what was promised."""
    judged = compare_completing(event, promise)
    return judged if judged and judged.judgement == POSITIVE else None


def _list_completed(event: Happening, told: Promise) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The things and ways of which an event may be the completion: a forum was held, a plant or a flight opened."""
    if event.status != "held":
        return (), ()
    if event.type == _OPENING:
        return told.things, told.ways
    held = list_concepts("event") if event.type in _GATHERINGS else frozenset()
    return tuple(thing for thing in told.things if thing in held), ()


def read_as_promise(event: Happening) -> Promise:
    """What an event tells, as a telling of a promise that is kept would."""
    around = tuple(one for one in event.around if "|" not in one)
    first, last = (None if day is None else date.fromordinal(day) for day in (event.first, event.last))
    one_month = first and last and (first.year, first.month) == (last.year, last.month)
    made = Promise(
        stage="completed",
        sector="",
        areas=event.areas,
        bodies=(),
        due=last.isoformat()[:7] if last and one_month else "",
        ways=event.ways,
        things=event.things,
        topics=tuple(sorted({*event.topics, *(set(event.things) & list_concepts("topic"))})),
        fields=event.fields,
        ends=event.ends if event.ways else (),
        towns=event.towns,
        names=event.names,
        counted=event.counted,
        sited=event.towns,
        named=bool(event.names),
        year=str(last.year) if last else "",
    )
    return replace(
        made,
        near_things=around,
        near_topics=around,
        near_names=tuple(one for one in event.around if "|" in one),
        near_towns=event.towns,
    )


def is_gathering(event: Happening) -> bool:
    """Whether it is of what is held again and again: a forum, a fair; not the opening of what stands from then on."""
    return bool(set(event.things) & list_concepts("event"))


def is_open(promise: Promise) -> bool:
    """Whether a telling says that it is still to be completed."""
    return promise.stage in _OPEN
