"""Made-up worlds: what is consistent never conflicts, and a figure moved beyond all doubt is in a contradicting set.

HAMKOR_WORLDS says how many are made (150); 2000 is the full count.
"""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from random import Random

from hamkor.model import Interval
from hamkor.verify import Figure, Known, check_figures
from hamkor.verify.contradictions import find_contradictions
from hamkor.verify.systems import build_system

from .ties import find_tied
from .worlds import make_world

WORLDS = int(os.environ.get("HAMKOR_WORLDS", "150"))
FAR = Decimal(8)  # times beyond what any rounding or qualifier leaves open


def test_what_is_consistent_never_conflicts() -> None:
    for seed in range(WORLDS):
        figures = make_world(seed)
        assert 5 <= len(figures) <= 40
        assert not list(find_contradictions(build_system(figures))), seed
        told = [v for _, verdicts in check_figures(figures, Known(figures)) for v in verdicts]
        assert [v for v in told if v.verdict == "conflicts"] == [], seed


def test_a_figure_moved_beyond_all_doubt_is_in_a_contradicting_set() -> None:
    made, found = 0, 0
    seed = 0
    while made < WORLDS:
        figures, random = make_world(seed), Random(seed)
        seed += 1
        if not (tied := find_tied(figures)):
            continue
        right = random.choice(tied)
        wrong = move(right, figures, random.choice((FAR, 1 / FAR)))
        sets = find_contradictions(build_system([wrong if f is right else f for f in figures]))
        made, found = made + 1, found + any(wrong in chain.figures for chain in sets)
    assert found >= made * 0.99, (found, made)


def move(figure: Figure, figures: list[Figure], far: Decimal) -> Figure:
    """The figure as of a level many times as high or low."""
    low, high = figure.bounds.low, figure.bounds.high
    if figure.measure == "change_abs":
        much = max((f.value for f in figures if f.measure == "level"), default=abs(figure.value)) * (far + 1)
        return replace(figure, value=figure.value + much, bounds=Interval(low + much, high + much))
    base = Decimal(100) if figure.measure == "change" else Decimal(0)
    value, low, high = ((number + base) * far - base for number in (figure.value, low, high))
    return replace(figure, value=value, bounds=Interval(low, high))
