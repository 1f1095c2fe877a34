"""The smallest sets of figures that cannot all be true, each with the equation that a pencil checks."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hamkor.model import Interval, Reason
from hamkor.verify.closing import close
from hamkor.verify.equations import Equation
from hamkor.verify.figure import Figure
from hamkor.verify.network import Network
from hamkor.verify.systems import can_clash, find_clash, split

MOST_SETS = 8  # that are looked for in one system
MOST_EQUATIONS = 600  # of a system that is looked at as a whole


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all be true, while any of them left out they can.

    figures   the most trusted first
    closing   the figure that the others are held against
    check     the equation that closes the chain: growth, share, sum …
    reason    the equation in numbers, step by step
    computed  what the others give for the closing figure
    """

    figures: tuple[Figure, ...]
    closing: Figure
    check: str
    reason: Reason
    computed: Interval


def find_contradictions(
    network: Network,
    *,
    wanted: Collection[str] | None = None,
    without: Collection[str] = (),
    found: dict[Hashable, list[Contradiction]] | None = None,
    parts: Iterable[Sequence[Equation]] | None = None,
) -> Iterator[Contradiction]:
    """The smallest contradicting sets, one after the other; each is broken by leaving its least trusted figure out.

    wanted   ids of figures of which one is to close the chain where a set has one; None for all
    without  ids of figures that are not to be used, since something else is known to be wrong with them
    found    what was found in the parts of this network for the same `wanted`, which is added to: a part that is
             the same with other figures left out is not looked at again
    parts    the parts of this network, where they are known
    """
    found = {} if found is None else found
    parts = split(network.equations) if parts is None else parts
    for equations in (left for part in parts for left in _leave_out(part, without)):
        for part in [equations] if len(equations) <= MOST_EQUATIONS else _split_voices(network, equations):
            key = tuple(map(id, part))
            if key not in found:
                found[key] = list(_find_in(network, part, wanted)) if can_clash(part) else []
            yield from found[key]


def _leave_out(part: Sequence[Equation], without: Collection[str]) -> Iterable[Sequence[Equation]]:
    """What a part falls into without these figures."""
    left = [e for e in part if e.claim not in without]
    return [part] if len(left) == len(part) else split(left)


def _split_voices(network: Network, equations: Sequence[Equation]) -> list[list[Equation]]:
    """A system too large to be narrowed again and again: what each voice tells by itself."""
    return split([e for e in equations if len({network.quantities[q].voice for q in e.quantities}) == 1])


def _find_in(
    network: Network, equations: Sequence[Equation], wanted: Collection[str] | None
) -> Iterator[Contradiction]:
    for _ in range(MOST_SETS):
        clash = find_clash(equations)
        if clash is None:
            return
        smallest = _reduce(network, clash)
        figures = sorted((network.figures[e.claim] for e in smallest if e.claim), key=get_trust)
        if closed := close(network, smallest, figures, wanted=wanted):
            yield Contradiction(tuple(figures), closed.figure, closed.check, closed.reason, closed.computed)
        equations = [e for e in equations if e.claim != figures[-1].id]


def _reduce(network: Network, clash: Sequence[Equation]) -> list[Equation]:
    """Leave out one figure after the other, the least trusted first, wherever the rest still contradicts itself.

    Deletion filtering (Chinneck & Dravnieks 1991): what is left is a smallest set, though there may be others.
    """
    kept = [e for e in clash if e.claim or e.check]  # without a level taken as 1
    claims = sorted((e.claim for e in kept if e.claim), key=lambda id_: get_trust(network.figures[id_]))
    for claim in reversed(claims):
        rest = [e for e in kept if e.claim != claim]
        found = find_clash(rest) if len(rest) < len(kept) else None
        if found is not None:
            left = set(map(id, found))
            kept = [e for e in rest if id(e) in left]
    return kept


def get_trust(figure: Figure) -> tuple[int, int, str]:
    """Official figures first, then those that an agency is credited with, then the rest; earlier ones first."""
    rank = 0 if figure.official else 1 if figure.attributed else 2
    return rank, figure.known.toordinal() if figure.known else 0, figure.id
