"""What several voices tell from one side is the same number, or one that was revised since.

What the other side tells of the same trade is never evidence: the two do not agree, and nobody knows by how much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from itertools import combinations

from hamkor.model import Interval
from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Scale
from hamkor.verify.network import Network
from hamkor.verify.releases import REVISION

MOST_VOICES = 12  # voices of one quantity that are held against one another
NEWS_DAYS = 31  # what one side tells within a month is told of the same release
_SAME = point(Decimal(1))
_REVISED = Interval(1 - REVISION, 1 / (1 - REVISION))


def add_links(network: Network) -> None:
    """Tie what several voices tell of one thing from one side, at most so many of them."""
    told: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, quantity in enumerate(network.quantities):
        told[quantity.what, quantity.period, quantity.unit].append(number)
    for numbers in told.values():
        voices = sorted(numbers, key=lambda n: _rank(network, n))[:MOST_VOICES]
        for one, other in combinations(voices, 2):
            if (reporter := network.get_reporter(one)) and reporter == network.get_reporter(other):
                network.equations.append(_link(network, one, other))


def _rank(network: Network, number: int) -> tuple[bool, bool, int]:
    """Official voices first, then those that tell the number itself, the latest first."""
    day = _day(network, number)
    return not _is_official(network, number), not _tells_level(network, number), -(day.toordinal() if day else 0)


def _link(network: Network, one: int, other: int) -> Equation:
    check = "official" if _is_official(network, one) or _is_official(network, other) else "same_figure"
    return Scale(None, check, one, other, _SAME if _is_of_one_release(network, one, other) else _REVISED)


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
