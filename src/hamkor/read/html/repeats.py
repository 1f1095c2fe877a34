"""What a page tells more than once: later copies, and a whole body squeezed into one block."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.read.html.parts import LONG
from hamkor.read.html.units import Unit
from hamkor.read.words import fold

LONG_ENOUGH_TO_REPEAT = 15  # characters: a shorter line may stand twice in its own right
MOST_COMPARED = 1_000  # long paragraphs that are compared with each other


def find_repeated(units: Sequence[Unit]) -> set[Unit]:
    """Units that only say again what others say: a later copy, or a whole body squeezed into one block."""
    first: dict[str, Unit] = {}
    repeated: set[Unit] = set()
    for unit in units:
        if (
            len(unit.text) >= LONG_ENOUGH_TO_REPEAT
            and unit.kind != "row"
            and first.setdefault(unit.folded, unit) is not unit
        ):
            repeated.add(unit)
    long = [unit for unit in units if len(unit.text) >= LONG and unit not in repeated][:MOST_COMPARED]
    return repeated | {unit for unit in long if _is_squeezed(unit, long)}


def _is_squeezed(unit: Unit, others: list[Unit]) -> bool:
    """Whether most of a unit is made of at least two other whole units."""
    parts = [
        len(other.folded)
        for other in others
        if other is not unit and len(other.folded) < len(unit.folded) and other.folded in unit.folded
    ]
    return len(parts) >= 2 and sum(parts) * 2 > len(unit.folded)


def is_told(body: Sequence[Unit], text: str) -> bool:
    """Whether the greater part of `text` stands in the body, sentence by sentence."""
    told = fold(" ".join(unit.text for unit in body))
    sentences = [part for part in fold(text).split(". ") if len(part) > 20]
    return sum(sentence[:60] in told for sentence in sentences) * 2 >= len(sentences)
