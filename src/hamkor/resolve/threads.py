"""Promises followed over time: which tellings are of one promise, across documents, languages and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations
from operator import attrgetter

from hamkor.resolve import promise_findings as findings
from hamkor.resolve import promise_particulars as particulars
from hamkor.resolve.judgement import NEGATIVE, UNSURE, Comparison, Judged, judge
from hamkor.resolve.kinds import Kind
from hamkor.resolve.promises import MAYBE, Promise, take_promise

THREAD = (
    Comparison(findings.find_same_way, 0.7),
    Comparison(findings.find_other_way, -2.0),
    Comparison(findings.find_same_thing, 0.35),
    Comparison(findings.find_other_thing, -0.6),
    Comparison(findings.find_same_setting, 0.1),
    Comparison(findings.find_same_paper, 0.2),
    Comparison(findings.find_one_signing, 0.35),
    Comparison(findings.find_other_signing, -0.6),
    Comparison(findings.find_same_topics, 0.5),
    Comparison(findings.find_same_field, 0.1),
    Comparison(findings.find_other_topics, -0.6),
    Comparison(findings.find_nothing_shared, -0.3),
    Comparison(findings.find_loose_sides, -0.3),
    Comparison(particulars.find_shared_name, 0.45),
    Comparison(particulars.find_same_amount, 0.3),
    Comparison(particulars.find_same_ordinal, 0.45),
    Comparison(particulars.find_other_ordinal, -2.0),
    Comparison(particulars.find_other_year, -1.0),
    Comparison(particulars.find_other_row, -9.0),
    Comparison(particulars.find_same_town, 0.25),
    Comparison(particulars.find_other_town, -1.15),
    Comparison(particulars.find_other_site, -1.2),
    Comparison(particulars.find_same_sides, 0.15),
    Comparison(particulars.find_other_sides, -0.4),
    Comparison(particulars.find_same_body, 0.25),
    Comparison(particulars.find_other_partner, -1.0),
    Comparison(particulars.find_other_lender, -1.0),
    Comparison(particulars.find_untold_partner, -0.25),
    Comparison(particulars.find_same_due, 0.2),
    Comparison(particulars.find_same_sector, 0.07),
    Comparison(particulars.find_same_words, 0.2),
    Comparison(particulars.find_same_frame, 0.25),
)

_FULL = 2.5  # a sum that nothing adds to: surer pairs are joined first, so that sums below it must differ

# Which of two comes first, so that their order makes no difference.
get_place = attrgetter(*(field.name for field in fields(Promise)))


def compare_promises(left: Promise, right: Promise) -> Judged:
    """Whether two tellings are of one promise; the same from either side. NEGATIVE: they contradict one another."""
    first, second = sorted((left, right), key=get_place)
    judged = judge(THREAD, first, second, full=_FULL)
    if judged.score and judged.judgement == NEGATIVE:
        return Judged(0.0, UNSURE, judged.reasons)  # that little speaks for it says nothing against it
    return judged


def find_keys(promise: Promise) -> frozenset[str]:
    """What tellings of one promise share at least one of: what is promised with the nations, its ends, its names."""
    return frozenset(_list_keys(promise))


def _list_keys(promise: Promise) -> Iterator[str]:
    nations = sorted({area[:2] for area in promise.areas})
    pairs = ["".join(pair) for pair in combinations(nations, 2)] or nations
    kinds = (*promise.ways, *promise.things, *promise.papers, *promise.topics, *promise.near_things)
    for kind in kinds:
        yield from (f"{kind} {pair}" for pair in (*pairs, *nations))
        yield from (f"{kind} {end.partition(':')[0] or end[2:6]}" for end in (*promise.ends, *promise.towns))
    for counted in promise.counted:
        yield from (f"{counted} {pair}" for pair in (*pairs, *nations))
    if promise.ways:
        yield from (f"way {end.partition(':')[0] or end[2:6]}" for end in promise.ends)
    for name in (*promise.names, *promise.bodies, *promise.near_names):
        sounds, _, words = name.removeprefix(MAYBE).partition("|")
        yield f"name {sounds.replace('w', 'o')[:4]}"
        if words:
            yield f"words {words}"
    yield from (f"{promise.sector} {pair} {promise.due[:4]}" for pair in pairs if promise.due)


KIND = Kind("thread", Promise, take_promise, repr, find_keys, compare_promises)
