"""How many sources of their own stand behind what is told many times: copies, and who credits the same, are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hamkor.resolve.publishers import get_publisher, is_credited


@dataclass(frozen=True, slots=True)
class Teller:
    """A document that tells something.

    copies     what its copies and it have in common, empty where it has none
    publisher  whose document it is
    credited   whom it names as its source
    """

    document: str
    copies: str
    publisher: str | None
    credited: tuple[str, ...]


def count_sources(tellers: Sequence[Teller]) -> int:
    """How many of these documents speak independently of one another.

    Copies of one text, documents of one publisher and those that credit the same count once; so do who is credited and
    who credits.

    >>> akimat = ("акимат",)
    >>> count_sources([Teller("a", "", "Вести", akimat), Teller("b", "", "Qala", akimat), Teller("c", "", "Орал", ())])
    2
    """
    leader = list(range(len(tellers)))
    for one, other in combinations(range(len(tellers)), 2):
        if leader[one] != leader[other] and _is_one_source(tellers[one], tellers[other]):
            old, new = sorted((leader[one], leader[other]), reverse=True)
            leader = [new if group == old else group for group in leader]
    return len(set(leader))


def _is_one_source(left: Teller, right: Teller) -> bool:
    if left.document == right.document or (left.copies and left.copies == right.copies):
        return True
    publishers = get_publisher(left.publisher or ""), get_publisher(right.publisher or "")
    if publishers[0] and publishers[0] == publishers[1]:
        return True
    credited = [{get_publisher(name) for name in one.credited} for one in (left, right)]
    if credited[0] & credited[1]:
        return True
    return any(is_credited(publishers[0], name) for name in credited[1]) or any(
        is_credited(publishers[1], name) for name in credited[0]
    )
