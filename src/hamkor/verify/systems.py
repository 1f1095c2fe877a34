"""From figures to the system they make, and what of it cannot be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Level, Scale
from hamkor.verify.figure import Figure
from hamkor.verify.laws import add_laws
from hamkor.verify.links import add_links
from hamkor.verify.narrowing import narrow
from hamkor.verify.network import Network, add_levels
from hamkor.verify.relations import add_relations
from hamkor.verify.rough import may_clash


def build_system(figures: Iterable[Figure], parts: Mapping[str, Sequence[str]] | None = None) -> Network:
    """The equations that figures make together.

    parts  ids of the figures that a text names as parts of another one, by the id of that one
    """
    network, told = Network(), list(figures)
    add_levels(network, told)
    add_relations(network, told)
    add_laws(network, parts or {})
    add_links(network)
    return network


def find_clash(equations: Sequence[Equation]) -> list[Equation] | None:
    """Equations that cannot all hold: by the levels that they leave, or by their factors alone; None where all can.

    Levels printed as "over 4 bn" are so wide that factors around a circle may contradict one another and yet leave
    some of them: so these are looked at by themselves, with one level of each circle taken as 1.
    """
    clash = narrow(equations).clash if may_clash(equations) else None
    if clash is not None:
        return clash
    factors = [e for e in equations if isinstance(e, Scale)]
    circles = [group for group in split(factors) if can_clash(group)] if has_circle(factors) else []
    told = [e for group in circles for e in (*group, make_unit(group[0].quantities[-1]))]
    return narrow(told).clash if told and may_clash(told) else None


def make_unit(quantity: int) -> Equation:
    """A level taken as 1."""
    return Level(None, "", quantity, point(Decimal(1)))


def has_circle(factors: Iterable[Scale]) -> bool:
    """Whether a factor ties two levels that others tie already: seldom so, and found sooner than the circle itself."""
    roots: dict[int, int] = {}
    for factor in factors:
        first, second = _find_root(roots, factor.result), _find_root(roots, factor.base)
        if first == second:
            return True
        roots[second] = first
    return False


def split(equations: Iterable[Equation]) -> list[list[Equation]]:
    """The parts of a system that have nothing to do with one another."""
    roots: dict[int, int] = {}
    groups: defaultdict[int, list[Equation]] = defaultdict(list)
    listed = list(equations)
    for equation in listed:
        first, *others = (_find_root(roots, quantity) for quantity in equation.quantities)
        roots.update(dict.fromkeys(others, first))
    for equation in listed:
        groups[_find_root(roots, equation.quantities[0])].append(equation)
    return list(groups.values())


def _find_root(roots: dict[int, int], quantity: int) -> int:
    root = roots.get(quantity, quantity)
    while (above := roots.get(root, root)) != root:
        root = above
    roots[quantity] = root
    return root


def can_clash(equations: Sequence[Equation]) -> bool:
    """Whether more is told than is needed to tell every level: else nothing can be contradicted."""
    quantities = {quantity for e in equations for quantity in e.quantities}
    plain = all(isinstance(e, Level | Scale) for e in equations)
    told = sum(isinstance(e, Level) for e in equations)
    # A tree of factors has one fewer than it has levels; one level more tells them all.
    return not plain or len(equations) - told > len(quantities) - 1 or told > 1
