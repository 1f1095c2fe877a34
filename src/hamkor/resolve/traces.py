"""Traces of promises: clauses that promise nothing, held against promises of the very thing that they tell of.

Like an event (`completing`), a trace is never a telling of a promise by itself and joins no two of them: it is held
against each, and the surest one that is known has it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hamkor.model import Commitment, Trace
from hamkor.resolve.following import POSTPONES, RECALLS, SUSPENDS, WAITS
from hamkor.resolve.judgement import Judged, judge
from hamkor.resolve.kinds import Kind
from hamkor.resolve.meanings import list_concepts
from hamkor.resolve.promises import MAYBE, Promise, read_promise
from hamkor.resolve.sameness import count_shared, is_same_town, share_names
from hamkor.resolve.telling import Telling
from hamkor.resolve.threads import THREAD, compare_promises, find_keys, get_place

_STAGES = {
    "dropped": "cancelled",
    "stopped": "in_progress",
    "late": "planned",
    "waits": "planned",
    "ahead": "planned",
    "held": "completed",
    "whole": "completed",
    "served": "completed",
    "going": "in_progress",
    "used": "in_progress",
    "done": "in_progress",
}
_DOES = {"stopped": SUSPENDS, "late": POSTPONES, "waits": WAITS, "ahead": RECALLS}
_OVER = frozenset({"held", "whole", "served", "used", "done"})  # what happened
_ENOUGH, _NAMED = 0.7, 0.55  # of the sum; where only the name is told
_DONE, _USED, _SERVED = "done", "used", "served"
_FLOWS = frozenset({"exchange", "internship", "telemedicine"})  # concepts of what goes on and is never done
_SELDOM = ("rare", "event", "site", "topic")  # marks of concepts of which a town has few


def take_trace(told: Telling) -> Promise | None:
    """What counts of a trace, its state as the stage; None of what is none, or names no thing of its own."""
    trace = told.statement
    if not isinstance(trace, Trace):
        return None
    as_told = Commitment(trace.state, "", trace.areas, trace.due, None, (), None, None, None, trace.evidence)
    promise = read_promise(told, as_told)
    if promise.lent or not (promise.ways or promise.things or promise.topics or promise.names):
        return None
    return promise


def find_no_keys(trace: Promise) -> frozenset[str]:
    """None: traces are not compared with one another."""
    return frozenset()


def compare_traces(left: Promise, right: Promise) -> Judged:
    """Whether two traces are told alike; never asked, since they share no key."""
    return compare_promises(left, right)


def find_traced_keys(trace: Promise) -> frozenset[str]:
    """The keys of promises that a trace may be of."""
    return find_keys(trace)


def traces(trace: Promise, promise: Promise) -> Judged | None:
    """The judgement, where a trace is surely of what is promised: it names the thing itself, or bears its name."""
    if not _names(trace, promise) or not _is_there(trace, promise) or _is_of_more(trace, promise):
        return None
    left, right = sorted((trace, replace(promise, sector="")), key=get_place)
    if any(c.weight < 0 and c.find(left, right) for c in THREAD):
        return None
    judged = judge(THREAD, left, right)
    enough = _ENOUGH if trace.things or trace.ways or trace.topics else _NAMED
    return judged if judged.score >= enough else None


def _names(trace: Promise, promise: Promise) -> bool:
    """Whether a trace names what is promised, or only the name that it bears, which is of no body."""
    own, other = {*trace.things, *trace.ways, *trace.topics}, {*promise.things, *promise.ways, *promise.topics}
    return bool(own & other) or (not own and (_bears_name(trace, promise) or _is_of_dealer(trace, promise, other)))


def _is_of_dealer(trace: Promise, promise: Promise, named: set[str]) -> bool:
    """Whether neither tells a thing that a table knows, and who promised it acts in the very town that was promised.

    «Банк откроет отделение в Караколе», “the bank has begun serving customers in Karakol”.
    """
    there = count_shared(trace.towns, promise.towns, is_same_town) > 0
    return not named and there and bool(share_names(trace.names, promise.bodies))


def _bears_name(trace: Promise, promise: Promise) -> bool:
    return bool(share_names(trace.names, promise.names)) and not share_names(trace.names, promise.bodies)


def _is_of_more(trace: Promise, promise: Promise) -> bool:
    """Whether a gathering is promised of something of which the trace says nothing: any festival may be told of."""
    subjects = {*promise.topics} - list_concepts("event")
    held = {*trace.things} & {*promise.things} & list_concepts("event")
    around = {*trace.topics, *trace.things, *trace.fields, *trace.near_topics, *trace.near_fields}
    return bool(held and subjects) and not subjects & around and not share_names(trace.names, promise.names)


def _is_there(trace: Promise, promise: Promise) -> bool:
    """Whether it is told whose, or where, the thing is: by two regions that share it, a name, who deals, a way's ends.

    A town is not enough for what every town has: «a plant in Andijan» may be any.
    """
    opening = [name for name in trace.near_names if name.startswith(MAYBE)]
    if _are_of_two_regions(trace, promise) or share_names((*trace.names, *opening), promise.names):
        return True
    if _names_body(trace, promise):
        return True
    if set(trace.ways) & set(promise.ways):
        return count_shared(trace.ends, promise.ends, is_same_town) > 1
    seldom = {concept for mark in _SELDOM for concept in list_concepts(mark)}
    seldom &= {*trace.things, *trace.topics} & {*promise.things, *promise.topics}
    return bool(seldom) and count_shared(trace.towns, promise.towns, is_same_town) > 0


def _names_body(trace: Promise, promise: Promise) -> bool:
    """Whether the body that promised it is named, or stands around in the sentence and paragraph."""
    return bool(share_names((*trace.names, *trace.near_names), promise.bodies))


def _are_of_two_regions(trace: Promise, promise: Promise) -> bool:
    """Whether both are of one pair of regions; one of them may leave out who the other side is."""
    own, other = set(trace.areas), set(promise.areas)
    if len(own | other) != 2 or not all("-" in area for area in own | other):
        return False
    named = {*promise.things, *promise.topics}
    whole = named <= {*trace.things, *trace.topics}
    return own == other or (bool(own & other) and (whole or bool(set(trace.things) & set(promise.things))))


def find_stage(trace: Promise, promise: Promise) -> str:
    """The stage that a trace tells of a promise: what took place is over, what serves its users was opened.

    What else was done is a step on the way.
    """
    own = {*trace.things, *trace.ways} & {*promise.things, *promise.ways}
    held = {*trace.things} & list_concepts("event") and {*promise.things} & list_concepts("event")
    if (trace.stage in (_DONE, _USED) and held) or (trace.stage == _USED and own):
        return "completed"
    if trace.stage == _SERVED and _FLOWS & {*promise.things, *promise.topics}:
        return "in_progress"
    return _STAGES[trace.stage]


def is_this_one(trace: Promise, promise: Promise, day: date) -> bool:
    """Whether what took place is what was promised: of what is held again, not before its month, nor years after."""
    held = {*trace.things} & {*promise.things} & list_concepts("event")
    if not held or trace.stage not in _OVER or not promise.year:
        return True
    return promise.due <= day.isoformat()[: len(promise.due)] and day.year - int(promise.year) <= 1


def find_deeds(trace: Promise) -> frozenset[str]:
    """What a trace does with a promise: postpones, suspends; what only waits or lies ahead never sets it back."""
    does = _DOES.get(trace.stage)
    return frozenset({*trace.does, does} if does else trace.does)


KIND = Kind("trace", Promise, take_trace, repr, find_no_keys, compare_traces)
