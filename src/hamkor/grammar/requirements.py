"""What must stand in a text for a pattern to match there, asked of many patterns at once.

Sets of patterns are the bits of whole numbers, so that a word costs two operations, however many patterns it concerns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from hamkor.grammar.index import Anchor, AnchorIndex, Anchors
from hamkor.grammar.notation import Notation
from hamkor.grammar.pieces import START

_REQUIRED = 3  # sets of anchors a pattern that are looked for; more sort out little


class Requirements:
    """What a word means to N patterns: bit n where the pattern n may begin with it, and bit n + i * N where the word is
    of the i-th set of anchors of which the pattern requires one.

    >>> from hamkor.grammar.notation import compile_notation
    >>> patterns = Requirements([compile_notation(source, place="") for source in ("in march", "in (april|may)")])
    >>> patterns.get_likely([patterns.tell("in"), patterns.tell("may")])
    2
    """

    def __init__(self, notations: Sequence[Notation]) -> None:
        self._size = len(notations)
        required = [[_get_required(n, number) for n in notations] for number in range(_REQUIRED)]
        asked = [(n.begins or frozenset()) - START for n in notations]
        asked += [anchors for row in required for anchors in row]
        self._index = AnchorIndex(asked)
        self._all = (1 << self._size) - 1
        self._always = as_bits(n for n, anchors in enumerate(asked) if n >= self._size and not anchors)

    @property
    def anchors(self) -> Anchors:
        """All words that mean something to a pattern."""
        return self._index.by

    def tell(self, word: str) -> int:
        """What a word (folded) or a part means to the patterns."""
        return as_bits(self._index.get(word))

    def get_likely(self, told: Iterable[int]) -> int:
        """The patterns of which all that they require is among what was told of a text's words."""
        size = self._size
        required = reduce(or_, told, self._always) >> size
        return required & required >> size & required >> 2 * size & self._all


def _get_required(notation: Notation, number: int) -> frozenset[Anchor]:
    return notation.requires[number] if number < len(notation.requires) else frozenset()


def as_bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def list_bits(bits: int) -> tuple[int, ...]:
    """The numbers that make up these bits, in order.

    >>> list_bits(as_bits([1, 5]))
    (1, 5)
    """
    return tuple([number for number in range(bits.bit_length()) if bits >> number & 1])
