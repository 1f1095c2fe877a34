"""Reprints: another outlet's text in its own words, shortened, in another script, under another headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from hamkor.model import NEGATIVE, UNSURE
from hamkor.resolve.judgement import Comparison, Finding, Judged, judge
from hamkor.resolve.kinds import Kind
from hamkor.resolve.publishers import get_publisher, is_credited
from hamkor.resolve.telling import Telling
from hamkor.resolve.wordprints import Shared, get_print, list_keys, measure_shared

_FEWEST_WORDS = 8  # of a text that says enough to be a copy


@dataclass(frozen=True, slots=True)
class Copy:
    """A document as copies are told by.

    words      its print: one character a word
    language   without its script
    published  the day's number in the calendar, None where it is not told
    """

    words: str
    language: str
    published: int | None
    publisher: str
    credited: tuple[str, ...]


def take_copy(told: Telling) -> Copy | None:
    """What counts of a document; None where it is too short to tell."""
    words = get_print(told.words, told.language)
    if len(words) < _FEWEST_WORDS:
        return None
    day = told.published.toordinal() if told.published else None
    credited = tuple(get_publisher(name) for name in told.credited)
    return Copy(words, told.language.partition("-")[0], day, get_publisher(told.publisher or ""), credited)


def sign_copy(item: Copy) -> str:
    """All that is known of it, as one checksum."""
    told = (item.words, item.language, item.published, item.publisher, item.credited)
    return sha256(repr(told).encode()).hexdigest()[:24]


def find_copy_keys(item: Copy) -> frozenset[str]:
    """Some of its words in a row, which a copy has kept."""
    return list_keys(item.words, item.language)


def find_same_words(left: Copy, right: Copy) -> Finding | None:
    """How many of the copy's pairs of words the other text has; its marked speech is left out."""
    pairs = _measure(left, right).pairs
    return Finding(pairs, f"{pairs:.0%} of its pairs of words stand in the other") if pairs else None


def find_other_numbers(left: Copy, right: Copy) -> Finding | None:
    """The copy tells numbers that the other does not: the next report in the same set form, no reprint."""
    numbers = _measure(left, right).numbers
    return Finding(numbers, f"{numbers:.0%} of its numbers are new") if numbers > _FEW_NEW else None


def find_same_credit(left: Copy, right: Copy) -> Finding | None:
    """One names the publisher of the other as its source."""
    if _credits(left, right) or _credits(right, left):
        return Finding(1.0, "one credits the other")
    return None


def find_other_time(left: Copy, right: Copy) -> Finding | None:
    """More than a month lies between them: a form letter or a yearly notice rather than a reprint."""
    if left.published is None or right.published is None:
        return None
    days = abs(left.published - right.published)
    return Finding(1.0, f"{days} days apart") if days > _MONTH else None


_MONTH = 31
_FEW_NEW = 0.6  # of the numbers: a copy may round some, or tell the day
_ENOUGH = 0.37
# From 37 % of its pairs it is a copy: of reprints in our stories the least was 54 %, of other reports the most 25 %;
# where three words of ten are replaced by others, half of the pairs are left.
_PAIRS, _NUMBERS = 1.9, -0.8
COPY = (
    Comparison(find_same_words, _PAIRS),
    Comparison(find_other_numbers, _NUMBERS),
    Comparison(find_same_credit, 0.1),
    Comparison(find_other_time, -0.3),
)


def compare_copies(left: Copy, right: Copy) -> Judged:
    """Whether one is a reprint of the other; a report in another language never is.

    Two that share little may still be cut from one text: only where they share enough do their own numbers, or another
    time, speak against it.
    """
    if left.language != right.language:
        return Judged(0.0, NEGATIVE, ("another language",))
    judged = judge(COPY, left, right)
    if judged.judgement != NEGATIVE or _measure(left, right).pairs >= _ENOUGH:
        return judged
    return Judged(0.0, UNSURE, judged.reasons)


@lru_cache(maxsize=64)  # each of the findings asks
def _measure(left: Copy, right: Copy) -> Shared:
    """What the later has of the earlier; where nobody knows which was first, whatever makes more of a copy.

    A copy that dropped numbers has a few pairs less than its source has of it; but it is the source that has numbers
    of its own then, and that tells nothing.
    """
    found = [measure_shared(copy.words, source.words) for copy, source in _get_directions(left, right)]
    return max(found, key=lambda shared: (_weigh(shared), shared.pairs))


def _weigh(shared: Shared) -> float:
    """What its words and numbers come to together."""
    return _PAIRS * shared.pairs + _NUMBERS * (shared.numbers if shared.numbers > _FEW_NEW else 0.0)


def _get_directions(left: Copy, right: Copy) -> tuple[tuple[Copy, Copy], ...]:
    """Which may be the copy of which: the one that credits, else the later one, else either."""
    if _credits(left, right) != _credits(right, left):
        return ((left, right),) if _credits(left, right) else ((right, left),)
    if left.published == right.published or left.published is None or right.published is None:
        return (left, right), (right, left)
    return ((left, right),) if left.published > right.published else ((right, left),)


def _credits(copy: Copy, source: Copy) -> bool:
    return any(is_credited(source.publisher, name) for name in copy.credited)


def find_original(members: Sequence[Telling]) -> str:
    """The document that all others of one group of copies go back to.

    Whoever credits another of them is a copy. Then the earliest day counts; of one day who is credited; of them the
    longest text. One without a day is the first where it is credited, and else the last.
    """
    taken = {told.id: take_copy(told) for told in members}
    items = {id_: item for id_, item in taken.items() if item}
    return min(items or taken, key=lambda id_: _rank(id_, items))


def _rank(id_: str, items: dict[str, Copy]) -> tuple[bool, float, bool, int, str]:
    if id_ not in items:
        return True, 0.0, True, 0, id_
    item, others = items[id_], [other for key, other in items.items() if key != id_]
    credited = any(_credits(other, item) for other in others)
    credits_another = any(_credits(item, other) and not _credits(other, item) for other in others)
    day = float("-inf" if credited else "inf") if item.published is None else float(item.published)
    return credits_another, day, not credited, -len(item.words), id_


KIND = Kind("copy", Copy, take_copy, sign_copy, find_copy_keys, compare_copies)
