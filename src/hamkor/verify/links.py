"""What several voices tell from one side is the same number, or one that was revised since.

What the other side tells of the same trade is never evidence: the two do not agree, and nobody knows by how much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Scale
from hamkor.verify.network import Network
from hamkor.verify.releases import REVISED

MOST_VOICES = 12  # voices of one quantity that are held against one another
NEWS_DAYS = 31  # what one side tells within a month is told of the same release
_SAME = point(Decimal(1))


def add_links(network: Network) -> None:
    """Tie what several voices tell of one thing from one side, at most so many of them."""
    told: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, quantity in enumerate(network.quantities):
        if reporter := network.get_reporter(number):
            told[quantity.what, quantity.period, quantity.unit, reporter].append(number)
    for numbers in told.values():
        if len(numbers) > 1:
            network.equations += _tie(network, numbers)


def _tie(network: Network, numbers: Sequence[int]) -> Iterator[Equation]:
    voices = sorted(numbers, key=lambda n: _rank(network, n))[:MOST_VOICES]
    official = [n for n in voices if _is_official(network, n)]
    documents = [n for n in voices if n not in official]
    for one, other in combinations(documents, 2):
        yield _link(network, one, other)
    for document in documents:
        for release in _find_releases(network, official, document):
            yield _link(network, release, document)


def _find_releases(network: Network, official: Sequence[int], document: int) -> Iterable[int]:
    """Of each source what a document could know: its last release by then, else its first one.

    Releases are not tied to one another: nobody knows by how much a source revises.
    """
    told, found = _day(network, document), dict[str, int]()
    for number in sorted(official, key=lambda n: _day(network, n) or date.min):
        released, source = _day(network, number), network.tellers[number][0].teller
        if source not in found or (told and released and released <= told):
            found[source] = number
    return found.values()


def _rank(network: Network, number: int) -> tuple[bool, bool, int]:
    """Official voices first, then those that tell the number itself, the latest first."""
    day = _day(network, number)
    return not _is_official(network, number), not _tells_level(network, number), -(day.toordinal() if day else 0)


def _link(network: Network, one: int, other: int) -> Equation:
    check = "official" if _is_official(network, one) or _is_official(network, other) else "same_figure"
    return Scale(None, check, one, other, _SAME if _is_of_one_release(network, one, other) else REVISED)


def _is_of_one_release(network: Network, one: int, other: int) -> bool:
    """Whether both were told of the same state of the statistics."""
    days = [_day(network, number) for number in (one, other)]
    official = [_is_official(network, number) for number in (one, other)]
    first, second = days
    if first is None or second is None or all(official):
        return False
    if any(official):
        released, told = (first, second) if official[0] else (second, first)
        return told >= released
    return abs((first - second).days) <= NEWS_DAYS


def _day(network: Network, number: int) -> date | None:
    return max((f.known for f in network.tellers[number] if f.known), default=None)


def _is_official(network: Network, number: int) -> bool:
    return any(figure.official for figure in network.tellers[number])


def _tells_level(network: Network, number: int) -> bool:
    return any(figure.is_level for figure in network.tellers[number])
