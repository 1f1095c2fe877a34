"""What a telling does with a promise: postpones it, says that it still waits, or only prepares what lies ahead."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from hamkor.codes.promise_rules import MOVED, NOT_BY_THEN, SOLD_AHEAD, STILL_NOT, WAITING
from hamkor.model import Commitment
from hamkor.resolve.following import PLANNED, POSTPONES, UNDER_WAY, WAITS
from hamkor.resolve.meanings import list_concepts


def find_deeds(promise: Commitment, words: Collection[str]) -> frozenset[str]:
    """What is done with the promise; what is neither done nor moved to a new term only waits.

    words  recalls | postpones | suspends, as far as words of the telling say so
    """
    rule, does = promise.rule, frozenset(words)
    if rule == NOT_BY_THEN:
        return does | {POSTPONES}
    still_open = rule in WAITING or (rule in MOVED and POSTPONES not in does)
    waits = rule == STILL_NOT or (still_open and not promise.due)
    return does | {WAITS} if waits else does


def find_stage_ahead(promise: Commitment, things: Collection[str], day: date | None) -> str:
    """The stage told on a day: while a gathering lies ahead, or what is sold for it, preparing it leaves it planned."""
    prepared = promise.rule == SOLD_AHEAD or bool(list_concepts("event").intersection(things))
    ahead = day and promise.due and promise.due.first > day
    return PLANNED if promise.stage == UNDER_WAY and prepared and ahead else promise.stage
