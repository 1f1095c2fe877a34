"""Tellings of one thing put together: the same groups in whatever order they come.

What is told alike is one node. Nodes that share a key are compared; a key that more than `MOST_SHARING` nodes share
tells too little and is passed over. Then groups grow, the surest pairs first; no pair joins two groups that hold nodes
judged to be different, and what fits two such groups equally well joins neither. The ledger does the same step by
step, and comes to the same.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, groupby
from operator import itemgetter

from hamkor.model import NEGATIVE, POSITIVE, UNSURE, Pair
from hamkor.model.pair import MOST_SHARING
from hamkor.resolve.clusters import Clusters
from hamkor.resolve.judgement import Judged
from hamkor.resolve.kinds import Item, Kind
from hamkor.resolve.telling import Telling

_ALIKE = Judged(1.0, POSITIVE, ("told alike",))


def group_tellings(kind: Kind[Item], tellings: Iterable[Telling]) -> dict[str, str]:
    """The thing each telling is of, by the telling's id: the least id of those that tell it."""
    items = {told.id: item for told in tellings if (item := kind.take(told)) is not None}
    named = {id_: name_node(kind.name, kind.sign(item)) for id_, item in items.items()}
    nodes = {named[id_]: item for id_, item in sorted(items.items(), reverse=True)}
    things = group_nodes(nodes, find_pairs(kind, nodes))
    least: dict[str, str] = {}
    for id_ in sorted(items):
        least.setdefault(things[named[id_]], id_)
    return {id_: least[things[named[id_]]] for id_ in items}


def name_node(kind: str, signature: str) -> str:
    """The lasting name of all that is told alike: 60 bits over kind and signature, as of statements."""
    return base64.b32encode(hashlib.sha256(f"{kind}\x1f{signature}".encode()).digest()[:8])[:12].decode().lower()


def find_pairs(kind: Kind[Item], nodes: Mapping[str, Item]) -> Iterator[Pair]:
    """What is found between nodes that share a key; only what counts."""
    first, blocks = dict[str, str](), dict[str, list[str]]()  # most keys have one holder, and need no list
    for name in sorted(nodes):
        for key in kind.find_keys(nodes[name]):
            holder = first.setdefault(key, name)
            if holder is not name:
                blocks.setdefault(key, [holder]).append(name)
    told = (block for block in blocks.values() if len(block) <= MOST_SHARING)
    for left, right in sorted({pair for block in told for pair in combinations(block, 2)}):
        judged = compare_items(kind, nodes[left], nodes[right])
        if counts(judged):
            yield Pair(left, right, judged.judgement, judged.score, judged.reasons)


def compare_items(kind: Kind[Item], left: Item, right: Item) -> Judged:
    """Whether two are one; those told alike are, unless a user keeps them apart."""
    return _ALIKE if left == right else kind.compare(left, right)


def counts(judged: Judged) -> bool:
    """Whether a judgement is kept; that nothing is known is not."""
    return judged.judgement != UNSURE or judged.score > 0


def group_nodes(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """The thing each node is of: the least name of its nodes.

    pairs  what users judged outweighs what was found between the same two. What users join is joined before all else,
           the first pair of `pairs` first; nothing joins what users keep apart
    """
    judged = _weigh(pairs)
    clusters = Clusters(nodes, ((p.left, p.right) for p in judged if p.judgement == NEGATIVE and p.by_user))
    for pair in judged:
        if pair.judgement == POSITIVE and pair.by_user:
            clusters.join(pair.left, pair.right)
    clusters.keep_apart((p.left, p.right) for p in judged if p.judgement == NEGATIVE and not p.by_user)
    found = sorted((-p.score, *_ends(p)) for p in judged if p.judgement == POSITIVE and not p.by_user)
    for _, equally_sure in groupby(found, key=itemgetter(0)):
        clusters.join_all((left, right) for _, left, right in equally_sure)
    return clusters.name_all()


def _ends(pair: Pair) -> tuple[str, str]:
    return (pair.left, pair.right) if pair.left < pair.right else (pair.right, pair.left)


def _weigh(pairs: Iterable[Pair]) -> list[Pair]:
    """Each two nodes once: as users judged them where they did."""
    listed = list(pairs)
    users = {_ends(pair) for pair in listed if pair.by_user}
    return [pair for pair in listed if pair.by_user or _ends(pair) not in users]
