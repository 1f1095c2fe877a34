"""Which patterns are worth trying in a scene, and at which places: by the words and parts that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.grammar.index import Anchor, AnchorIndex, Interest, tokens_of
from hamkor.grammar.kinds import FIRST_PART
from hamkor.grammar.notation import START, Notation
from hamkor.grammar.scene import Scene

_REMEMBERED = 1000  # sets of parts at most
ANYWHERE = -1  # the place of a match that may begin with anything
_RARE = 4  # letters of words worth waiting for: a pattern that begins with such needs no other anchor


class Tries:
    """The patterns of a rulebook by their anchors; one that begins with its anchors is tried at these alone."""

    def __init__(self, notations: Sequence[Notation]) -> None:
        anchors = [_choose_anchors(notation) for notation in notations]
        self._needs = [tuple(notation.needs) for notation in notations]
        self._places = [_get_place(n.begins, known) for n, known in zip(notations, anchors, strict=True)]
        self._always = [number for number, known in enumerate(anchors) if not known]
        self._index = AnchorIndex(anchors)
        self._interest = Interest(self._index.get, self._index.by)
        self._possible: dict[frozenset[str], frozenset[int]] = {}

    def find(self, scene: Scene) -> list[tuple[int, int]]:
        """Numbers of patterns, each with a place where it may begin; by number, then by place."""
        possible, places = self._get_possible(scene.characters), self._places
        tries = [(number, places[number] or 0) for number in self._always if number in possible]
        for at, numbers in self._find_hits(scene):
            for number in numbers:
                if number in possible:
                    place = places[number]
                    tries.append((number, at if place is None else place))
        return sorted(set(tries)) if len(tries) > 1 else tries

    def _find_hits(self, scene: Scene) -> list[tuple[int, tuple[int, ...]]]:
        """The places in the scene of words and parts that are anchors, and the numbers of their patterns."""
        get = self._index.get
        if scene.cuts_words:
            return [(at, get(word)) for at, word in tokens_of(scene.text)]
        words = self._interest.find(scene.folded, scene.span.start, scene.span.end)
        hits = [(scene.at(offset), numbers) for offset, numbers in words]
        return hits + [(at, get(scene.text[at])) for at in scene.places]

    def _get_possible(self, parts: frozenset[str]) -> frozenset[int]:
        """The patterns that need no parts but these."""
        found = self._possible.get(parts)
        if found is None:
            if len(self._possible) >= _REMEMBERED:
                self._possible.clear()
            needs = enumerate(self._needs)
            found = frozenset(n for n, sets in needs if not any(choices.isdisjoint(parts) for choices in sets))
            self._possible[parts] = found
        return found


def _choose_anchors(notation: Notation) -> frozenset[Anchor]:
    """The anchors to find a pattern by: what it begins with, where that is rare or what else there is are parts."""
    begins = notation.begins or START
    if begins >= START:
        return notation.anchors
    rare = all(len(word) >= _RARE and word < FIRST_PART and how != "ending" for word, how in begins)
    return begins if rare or all(word >= FIRST_PART for word, _ in notation.anchors) else notation.anchors


def _get_place(begins: frozenset[Anchor] | None, anchors: frozenset[Anchor]) -> int | None:
    """Where a pattern may begin: at the places of its anchors (None), in front, or anywhere."""
    if begins and begins <= anchors:
        return None
    return 0 if begins == START else ANYWHERE
