"""Narrowing never loses what is true, proves nothing wrong in floats, and ends."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.model import Interval
from hamkor.model.interval import point
from hamkor.verify.equations import AtMost, Equation, Level, Scale, Sum
from hamkor.verify.narrowing import narrow
from hamkor.verify.rough import may_clash

NUMBERS = st.integers(1, 10**6).map(Decimal)
QUANTITIES = 6


def around(draw: st.DrawFn, number: Decimal) -> Interval:
    below, above = draw(st.integers(0, 100)), draw(st.integers(0, 100))
    return Interval(number * (1 - Decimal(below) / 1000), number * (1 + Decimal(above) / 1000))


@st.composite
def true_systems(draw: st.DrawFn) -> tuple[list[Decimal], list[Equation]]:
    """Numbers, and equations that hold for them."""
    numbers = draw(st.lists(NUMBERS, min_size=QUANTITIES, max_size=QUANTITIES))
    numbers.append(sum(numbers[:2], Decimal(0)))
    equations: list[Equation] = []
    for name in range(draw(st.integers(1, 12))):
        a, b = draw(st.permutations(range(QUANTITIES)))[:2]
        kind = draw(st.sampled_from("lslsat"))
        if kind == "l":
            equations.append(Level(str(name), "official", a, around(draw, numbers[a])))
        elif kind == "s":
            ratio = point(numbers[a]) / point(numbers[b])
            equations.append(Scale(str(name), "growth", a, b, ratio * around(draw, Decimal(1))))
        elif kind == "a":
            equations.append(Sum(None, "sum", QUANTITIES, (0, 1), point(Decimal(0))))
        elif numbers[a] >= numbers[b]:
            equations.append(AtMost(None, "containment", a, (b,)))
    return numbers, equations


@settings(max_examples=150, deadline=None)
@given(true_systems())
def test_what_is_true_is_never_lost(system: tuple[list[Decimal], list[Equation]]) -> None:
    numbers, equations = system
    narrowed = narrow(equations)
    assert narrowed.clash is None
    for quantity, number in enumerate(numbers):
        left = narrowed.known[quantity]
        slack = number * Decimal("1e-50")  # a quotient may not end
        assert left.low - slack <= number <= left.high + slack


@settings(max_examples=150, deadline=None)
@given(true_systems(), st.integers(2, 9))
def test_floats_never_hide_a_contradiction(system: tuple[list[Decimal], list[Equation]], far: int) -> None:
    numbers, equations = system
    equations = [*equations, Level("moved", "official", 0, around_far(numbers[0], far))]
    if narrow(equations).clash is not None:
        assert may_clash(equations)


def around_far(number: Decimal, far: int) -> Interval:
    return Interval(number * far, number * far * Decimal("1.01"))


def test_a_circle_that_narrows_for_ever_ends() -> None:
    shrinking = [Scale("a", "growth", 0, 1, point(Decimal("0.999"))), Scale("b", "growth", 1, 0, point(Decimal(1)))]
    narrow([Level("c", "official", 0, Interval(Decimal(1), Decimal(2))), *shrinking])
