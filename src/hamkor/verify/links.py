"""What the levels of different voices have to do with each other: the same number, a revised one, or a mirrored one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import cast

from hamkor.model import Interval
from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Scale
from hamkor.verify.mirrors import MIRROR_GAP
from hamkor.verify.network import Network
from hamkor.verify.releases import REVISION

MOST_VOICES = 12  # voices of one quantity that are held against one another
NEWS_DAYS = 31  # what one side tells within a month is told of the same release
_SAME = point(Decimal(1))
_REVISED = Interval(1 - REVISION, 1 / (1 - REVISION))
# |a − b| ≤ gap × (a + b) / 2, solved for a / b
_GAP = Interval((2 - MIRROR_GAP) / (2 + MIRROR_GAP), (2 + MIRROR_GAP) / (2 - MIRROR_GAP))
_MIRRORED = _GAP * _REVISED  # sides revise at their own times


def add_links(network: Network) -> None:
    """Tie what several voices tell of one thing, at most so many of them."""
    told: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, quantity in enumerate(network.quantities):
        told[quantity.what, quantity.period, quantity.unit].append(number)
    for key, numbers in told.items():
        voices = sorted(numbers, key=lambda n: _rank(network, n))[:MOST_VOICES]
        for one, other in combinations(voices, 2):
            network.equations.append(_link(network, one, other))
        what, period, unit = cast("tuple[Hashable, Hashable, Hashable]", key)
        for mirror in told.get((_get_mirror(what), period, unit), ())[:MOST_VOICES]:
            network.equations += [Scale(None, "mirror", number, mirror, _MIRRORED) for number in voices]


def _get_mirror(what: Hashable) -> Hashable:
    """The other side's name for exports; imports have theirs as the mirror of those."""
    indicator, subject, sides = cast("tuple[str, str | None, Hashable]", what)
    if indicator != "exports":
        return None
    home, away = cast("tuple[str | None, str | None]", sides)
    return "imports", subject, (away, home)


def _rank(network: Network, number: int) -> tuple[bool, bool, int]:
    """Official voices first, then those that tell the number itself, the latest first."""
    day = _day(network, number)
    return not _is_official(network, number), not _tells_level(network, number), -(day.toordinal() if day else 0)


def _link(network: Network, one: int, other: int) -> Equation:
    reporter = network.get_reporter(one)
    if reporter is None or reporter != network.get_reporter(other):
        return Scale(None, "mirror", one, other, _MIRRORED)
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
