"""What several voices tell from one side is the same number, or one that was revised since.

What the other side tells of the same trade is never evidence: the two do not agree, and nobody knows by how much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Scale
from hamkor.verify.network import Network
from hamkor.verify.releases import REVISED

MOST_VOICES = 12  # voices of one quantity that are held against one another
NEWS_DAYS = 31  # what one side tells within a month is told of the same release
_SAME = point(Decimal(1))


class _Voice(NamedTuple):
    """What is to be known of a quantity to tie it to others: the day it could last be known, whose it is, how told."""

    number: int
    day: date | None
    official: bool
    tells_level: bool
    source: str


def add_links(network: Network) -> None:
    """Tie what several voices tell of one thing from one side, at most so many of them."""
    told: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, quantity in enumerate(network.quantities):
        if reporter := network.get_reporter(number):
            told[quantity.what, quantity.period, quantity.unit, reporter].append(number)
    for numbers in told.values():
        if len(numbers) > 1:
            network.equations += _tie([_get_voice(network, number) for number in numbers])


def _get_voice(network: Network, number: int) -> _Voice:
    tellers = network.tellers[number]
    day = max((f.known for f in tellers if f.known), default=None)
    tells_level = any(figure.is_level for figure in tellers)
    return _Voice(number, day, any(figure.official for figure in tellers), tells_level, tellers[0].teller)


def _tie(told: Sequence[_Voice]) -> Iterator[Equation]:
    voices = sorted(told, key=_rank)[:MOST_VOICES]
    official = [voice for voice in voices if voice.official]
    documents = [voice for voice in voices if not voice.official]
    for one, other in combinations(documents, 2):
        yield _link(one, other)
    for document in documents:
        for release in _find_releases(official, document):
            yield _link(release, document)


def _find_releases(official: Sequence[_Voice], document: _Voice) -> Iterable[_Voice]:
    """Of each source what a document could know: its last release by then, else its first one.

    Releases are not tied to one another: nobody knows by how much a source revises.
    """
    told, found = document.day, dict[str, _Voice]()
    for release in sorted(official, key=lambda voice: voice.day or date.min):
        if release.source not in found or (told and release.day and release.day <= told):
            found[release.source] = release
    return found.values()


def _rank(voice: _Voice) -> tuple[bool, bool, int]:
    """Official voices first, then those that tell the number itself, the latest first."""
    return not voice.official, not voice.tells_level, -(voice.day.toordinal() if voice.day else 0)


def _link(one: _Voice, other: _Voice) -> Equation:
    check = "official" if one.official or other.official else "same_figure"
    return Scale(None, check, one.number, other.number, _SAME if _is_of_one_release(one, other) else REVISED)


def _is_of_one_release(one: _Voice, other: _Voice) -> bool:
    """Whether both were told of the same state of the statistics."""
    if one.day is None or other.day is None or (one.official and other.official):
        return False
    if one.official or other.official:
        released, told = (one.day, other.day) if one.official else (other.day, one.day)
        return told >= released
    return abs((one.day - other.day).days) <= NEWS_DAYS
