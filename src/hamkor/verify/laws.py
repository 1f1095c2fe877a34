"""What holds between the levels that one voice tells by what the words mean: sums, parts of time and of space."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import cast

from hamkor.model.interval import point
from hamkor.verify.equations import AtMost, Equation, Sum
from hamkor.verify.figure import MUTUAL, get_sides
from hamkor.verify.nested import ADDITIVE, FLOWS
from hamkor.verify.network import Network, Quantity, get_quantity

_NOTHING = point(Decimal(0))
_LEAST_DAYS = 27  # shorter times than a month are of single events
# Of these the regions of a country together have no more than it: nothing is counted in two of them.
_APART = frozenset({"trade_turnover", "exports", "imports", "production", "population", "cargo"})
_What = tuple[str, str | None, Hashable]
_Group = Mapping[_What, int]


def add_laws(network: Network, parts: Mapping[str, Sequence[str]]) -> None:
    """Take in the equations that need no figure.

    parts  ids of the figures that a text names as parts of another one, by the id of that one
    """
    at_once: defaultdict[Hashable, dict[_What, int]] = defaultdict(dict)
    over_time: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, quantity in enumerate(network.quantities):
        at_once[quantity.voice, quantity.period, quantity.unit][cast(_What, quantity.what)] = number
        over_time[quantity.voice, quantity.what, quantity.unit].append(number)
    for group in list(at_once.values()):
        network.equations += [*_add_flows(network, group), *_find_regions(group)]
    for numbers in over_time.values():
        network.equations += _find_longer(network, numbers)
    network.equations += _find_named_parts(network, parts)


def _add_flows(network: Network, group: _Group) -> Iterator[Equation]:
    """Turnover is exports and imports, where two of the three are told."""
    for home, away, subject in dict.fromkeys(_find_homes(group)):
        whats = [(flow, subject, get_sides(flow, home, away)) for flow in ("trade_turnover", "exports", "imports")]
        told = [group[what] for what in whats if what in group]
        if len(told) >= 2:
            turnover, *flows = [_take_beside(network, told[0], what) for what in whats]
            yield Sum(None, "sum", turnover, tuple(flows), _NOTHING)


def _find_homes(group: _Group) -> Iterator[tuple[str | None, str | None, str | None]]:
    for indicator, subject, sides in group:
        if indicator in ("exports", "imports"):
            home, away = cast("tuple[str | None, str | None]", sides)
            yield home, away, subject


def _take_beside(network: Network, number: int, what: _What) -> int:
    """The same voice's quantity of another thing, told of by the same figures."""
    beside = network.quantities[number]
    quantity = Quantity(what, beside.period, beside.unit, beside.voice)
    found = network.find(quantity)
    if found is not None:
        return found
    return network.take(quantity, network.tellers[number][0], reporter=network.get_reporter(number))


def _find_regions(group: _Group) -> Iterator[Equation]:
    """A country has at least what its region has, and what its regions have together where they are counted apart."""
    for whole, number in group.items():
        if whole[0] not in ADDITIVE:
            continue
        within = [n for what, n in group.items() if what[:2] == whole[:2] and what != whole and _holds(whole, what)]
        if len(within) > 1 and whole[0] in _APART and _are_apart(group, within):
            yield AtMost(None, "containment", number, tuple(within))
        else:
            yield from (AtMost(None, "containment", number, (part,)) for part in within)


def _holds(whole: _What, part: _What) -> bool:
    """Whether one side of the part lies in a side of the whole and the other is the same."""
    wholes, inner = _order(whole), _order(part)
    orders = [inner, inner[::-1]] if whole[0] in MUTUAL else [inner]
    return any(
        (_is_within(a, wholes[0]) and b == wholes[1]) or (a == wholes[0] and _is_within(b, wholes[1]))
        for a, b in orders
    )


def _order(what: _What) -> tuple[str | None, str | None]:
    sides = what[2]
    if isinstance(sides, frozenset):
        ordered = sorted(sides, key=str)
        return (ordered[0], ordered[-1])
    return cast("tuple[str | None, str | None]", sides)


def _is_within(part: str | None, whole: str | None) -> bool:
    return bool(part and whole and part.startswith(f"{whole}-"))


def _are_apart(group: _Group, numbers: Sequence[int]) -> bool:
    """Whether all are of regions of one side with one and the same other side."""
    sides = [set(_order(what)) for what, number in group.items() if number in numbers]
    return len(set.intersection(*sides)) == 1


def _find_longer(network: Network, numbers: Sequence[int]) -> Iterator[Equation]:
    """Of two times that begin together the longer has at least as much."""
    if len(numbers) < 2 or cast(_What, network.quantities[numbers[0]].what)[0] not in FLOWS:
        return
    ordered = sorted(numbers, key=lambda n: (network.quantities[n].period.first, network.quantities[n].period.last))
    for shorter, longer in pairwise(ordered):
        part, whole = network.quantities[shorter].period, network.quantities[longer].period
        if part.first == whole.first and part.last < whole.last and (part.last - part.first).days >= _LEAST_DAYS:
            yield AtMost(None, "cumulation", longer, (shorter,))


def _find_named_parts(network: Network, parts: Mapping[str, Sequence[str]]) -> Iterator[Equation]:
    """Parts that a text names add up to no more than their total."""
    for total, named in parts.items():
        figures = [network.figures[id_] for id_ in (total, *named) if id_ in network.figures]
        quantities = [quantity for figure in figures if (quantity := get_quantity(figure))]
        if len(set(quantities)) == len(named) + 1:
            whole, *numbers = [network.take(q, f, reporter=f.ref) for q, f in zip(quantities, figures, strict=True)]
            yield AtMost(None, "parts", whole, tuple(numbers))
