"""Tellings of one thing put together: whatever a chain of pairs judged the same connects, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from hamkor.resolve.judgement import POSITIVE
from hamkor.resolve.kinds import Item, Kind
from hamkor.resolve.telling import Telling


def group_tellings(kind: Kind[Item], tellings: Iterable[Telling]) -> dict[str, str]:
    """The thing each telling is of, by the telling's id: the least id of those that tell it."""
    items = {told.id: item for told in tellings if (item := kind.take(told)) is not None}
    leader = {id_: id_ for id_ in items}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for id_, item in items.items():
        for key in (f"={kind.sign(item)}", *kind.find_keys(item)):
            blocks[key].append(id_)
    for left, right in sorted({tuple(sorted(pair)) for block in blocks.values() for pair in combinations(block, 2)}):
        if _are_one(kind, items[left], items[right]):
            _join(leader, left, right)
    return {id_: _find(leader, id_) for id_ in items}


def _are_one(kind: Kind[Item], left: Item, right: Item) -> bool:
    return kind.sign(left) == kind.sign(right) or kind.compare(left, right).judgement == POSITIVE


def _find(leader: dict[str, str], id_: str) -> str:
    while leader[id_] != id_:
        leader[id_] = id_ = leader[leader[id_]]
    return id_


def _join(leader: dict[str, str], left: str, right: str) -> None:
    first, second = sorted((_find(leader, left), _find(leader, right)))
    leader[second] = first
