"""Which patterns are worth trying in a scene, and at which places: by the words and parts that stand in it.

A pattern is tried where all that it requires stands in the scene, at the words that it may begin with.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import itemgetter

from hamkor.grammar.index import Interest, Remembered
from hamkor.grammar.notation import Notation
from hamkor.grammar.pieces import START
from hamkor.grammar.requirements import Requirements, as_bits, list_bits
from hamkor.grammar.scene import Scene

_bits = itemgetter(1)
ANYWHERE = -1  # the place of a match that may begin with anything


class Tries:
    """The patterns of a rulebook by what they require and by what they begin with."""

    def __init__(self, notations: Sequence[Notation]) -> None:
        self._requirements = Requirements(notations)
        self._known: Remembered[str, int] = Remembered(self._requirements.tell)
        self._interest: Interest[int] = Interest(self._known.__getitem__, self._requirements.anchors)
        self._in_front = as_bits(n for n, notation in enumerate(notations) if (notation.begins or frozenset()) >= START)
        self._anywhere = as_bits(n for n, notation in enumerate(notations) if notation.begins is None)
        self._numbers: Remembered[int, tuple[int, ...]] = Remembered(list_bits)

    def find(self, scene: Scene) -> list[tuple[int, int]]:
        """Numbers of patterns, each with a place where it may begin; by number, then by place."""
        words, known = self._find_words(scene), self._known
        stands = chain(map(_bits, words), map(known.__getitem__, scene.characters))
        likely = self._requirements.get_likely(stands)
        return self._list_places(scene, words, likely) if likely else []

    def _list_places(self, scene: Scene, words: Sequence[tuple[int, int]], likely: int) -> list[tuple[int, int]]:
        """The likely patterns at the places that they may begin at."""
        numbers, known = self._numbers, self._known
        begun = [(ANYWHERE, likely & self._anywhere), (0, likely & self._in_front)]
        begun += [(at, likely & known[scene.text[at]]) for at in scene.places]
        begun += [
            (offset if scene.cuts_words else scene.at(offset), likely & bits) for offset, bits in words if likely & bits
        ]
        tries = [(n, at) for at, bits in begun if bits for n in numbers[bits]]
        return sorted(set(tries)) if len(tries) > 1 else tries

    def _find_words(self, scene: Scene) -> Sequence[tuple[int, int]]:
        """The words of a scene, at their places in its document, or in its own text where that has other words."""
        if scene.cuts_words:
            return self._interest.find(scene.text, 0, len(scene.text))
        return self._interest.find(scene.folded, scene.span.start, scene.span.end)
