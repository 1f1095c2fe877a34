"""Which patterns are worth trying in a scene, and at which places: by the words and parts that stand in it.

A pattern is tried where all that it requires stands in the scene, at the words that it may begin with.
"""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.grammar.index import Interest, Remembered, tokens_of
from hamkor.grammar.notation import START, Notation
from hamkor.grammar.requirements import Requirements, as_bits, list_bits
from hamkor.grammar.scene import Scene

ANYWHERE = -1  # the place of a match that may begin with anything
_Hits = list[tuple[int, int]]  # places of words, and what these mean to the patterns


class Tries:
    """The patterns of a rulebook by what they require and by what they begin with."""

    def __init__(self, notations: Sequence[Notation]) -> None:
        self._requirements = Requirements(notations)
        self._known = Remembered(self._requirements.tell)
        self._interest = Interest(self._known.__getitem__, self._requirements.anchors)
        self._in_front = as_bits(n for n, notation in enumerate(notations) if START <= (notation.begins or frozenset()))
        self._anywhere = as_bits(n for n, notation in enumerate(notations) if notation.begins is None)
        self._numbers = Remembered(list_bits)

    def find(self, scene: Scene) -> list[tuple[int, int]]:
        """Numbers of patterns, each with a place where it may begin; by number, then by place."""
        words, parts = self._find_hits(scene)
        likely = self._requirements.get_likely([known for _, known in words + parts])
        if not likely:
            return []
        numbers = self._numbers
        tries = [(n, 0) for n in numbers[likely & self._in_front]]
        tries += [(n, ANYWHERE) for n in numbers[likely & self._anywhere]]
        tries += [(n, at) for at, known in parts if likely & known for n in numbers[likely & known]]
        for offset, known in words:
            if likely & known:
                at = scene.at(offset)
                tries += [(n, at) for n in numbers[likely & known]]
        return sorted(set(tries)) if len(tries) > 1 else tries

    def _find_hits(self, scene: Scene) -> tuple[_Hits, _Hits]:
        """The words of a scene, by their places in its document, and its parts, by their places in the scene."""
        known, text = self._known, scene.text
        if scene.cuts_words:
            return [], [(at, known[word]) for at, word in tokens_of(text)]
        words = self._interest.find(scene.folded, scene.span.start, scene.span.end)
        return words, [(at, known[text[at]]) for at in scene.places]
