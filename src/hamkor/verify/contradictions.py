"""The smallest sets of figures that cannot all be true, each with the equation that a pencil checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from hamkor.model import Reason
from hamkor.verify.closing import close
from hamkor.verify.equations import Equation
from hamkor.verify.figure import Figure
from hamkor.verify.network import Network
from hamkor.verify.systems import can_clash, find_clash, split

MOST_SETS = 20  # that are looked for in one system


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all be true, while any of them left out they can.

    figures   the most trusted first
    closing   the figure that the others are held against
    check     the equation that closes the chain: growth, share, sum …
    reason    the equation in numbers, step by step
    """

    figures: tuple[Figure, ...]
    closing: Figure
    check: str
    reason: Reason


def find_contradictions(
    network: Network, *, wanted: Collection[str] | None = None, without: Collection[str] = ()
) -> Iterator[Contradiction]:
    """The smallest contradicting sets, one after the other; each is broken by leaving its least trusted figure out.

    wanted   ids of figures of which one is to close the chain where a set has one; None for all
    without  ids of figures that are not to be used, since something else is known to be wrong with them
    """
    for equations in split(network.equations):
        if can_clash(equations):
            yield from _find_in(network, [e for e in equations if e.claim not in without], wanted)


def _find_in(
    network: Network, equations: Sequence[Equation], wanted: Collection[str] | None
) -> Iterator[Contradiction]:
    for _ in range(MOST_SETS):
        clash = find_clash(equations)
        if clash is None:
            return
        smallest = _reduce(network, equations, clash)
        figures = sorted((network.figures[id_] for id_ in smallest), key=get_trust)
        yield Contradiction(tuple(figures), *close(network, equations, figures, wanted=wanted))
        equations = [e for e in equations if e.claim != figures[-1].id]


def _reduce(network: Network, equations: Sequence[Equation], clash: Collection[str]) -> list[str]:
    """Leave out one figure after the other, the least trusted first, wherever the rest still contradicts itself.

    Deletion filtering (Chinneck & Dravnieks 1991): what is left is a smallest set, though there may be others.
    """
    kept = sorted(clash, key=lambda id_: get_trust(network.figures[id_]))
    laws = [e for e in equations if e.claim is None]
    claims = {e.claim: e for e in equations if e.claim is not None}
    for id_ in reversed(list(kept)):
        if id_ in kept:
            rest = [other for other in kept if other != id_]
            found = find_clash([*(claims[other] for other in rest), *laws])
            kept = kept if found is None else [other for other in rest if other in found]
    return kept


def get_trust(figure: Figure) -> tuple[int, int, str]:
    """Official figures first, then those that an agency is credited with, then the rest; earlier ones first."""
    rank = 0 if figure.official else 1 if figure.attributed else 2
    return rank, figure.known.toordinal() if figure.known else 0, figure.id
