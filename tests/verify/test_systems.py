"""Generated figures: what is consistent never conflicts, and a figure moved beyond all doubt is found."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.model import PartOf
from hamkor.verify import Figure, Known, check_figures

from .figures import make

REGIONS = ("KZ-75", "KZ-61", "KZ-10", "KZ-31")
TURNOVER = PartOf("trade_turnover", "KZ", "UZ")


def printed(value: Decimal, digits: int) -> Decimal:
    """Rounded to so many digits, as a text prints it."""
    return round(value, digits - 1 - value.adjusted()) if value else value


def half(value: Decimal, digits: int) -> tuple[Decimal, Decimal]:
    unit = Decimal(5).scaleb(value.adjusted() - digits)
    return value - unit, value + unit


def figure(value: Decimal, digits: int, **said: object) -> Figure:
    shown = printed(value, digits)
    low, high = half(shown, digits)
    return make(shown, bounds=(str(low), str(high)), **said)  # type: ignore[arg-type]


@st.composite
def systems(draw: st.DrawFn) -> list[Figure]:
    """The trade of regions and of their country in two years: levels, growth, shares, exports and imports."""
    digits = draw(st.integers(2, 5))
    levels = draw(st.lists(st.integers(10**7, 10**9), min_size=1, max_size=len(REGIONS)))
    growth = [Decimal(draw(st.integers(50, 200))) / 100 for _ in levels]
    told: list[Figure] = []
    now_all = sum(map(Decimal, levels)) + draw(st.integers(0, 10**9))
    told.append(figure(now_all, digits))
    for region, level, factor in zip(REGIONS, levels, growth, strict=False):
        now, before = Decimal(level), Decimal(level) / factor
        sides = (region, "UZ")
        told += [figure(now, digits, sides=sides), figure(before, digits, sides=sides, period="2023")]
        change = (now / before - 1) * 100
        if change:
            told.append(figure(change, digits, measure="change", sides=sides))
        told.append(figure(now / now_all * 100, digits, measure="share", sides=sides, part_of=TURNOVER))
        exports = now * draw(st.integers(10, 90)) / 100
        told.append(figure(exports, digits, indicator="exports", sides=sides))
        told.append(figure(now - exports, digits, indicator="imports", sides=sides))
    return told


@settings(max_examples=300, deadline=None)
@given(systems())
def test_what_is_consistent_never_conflicts(told: list[Figure]) -> None:
    for one, verdicts in check_figures(told, Known(told)):
        assert all(v.verdict != "conflicts" for v in verdicts), (one, verdicts)


@settings(max_examples=300, deadline=None)
@given(systems(), st.sampled_from((Decimal("0.3"), Decimal("4"))))
def test_a_level_moved_beyond_all_doubt_is_found(told: list[Figure], factor: Decimal) -> None:
    at = next(n for n, f in enumerate(told) if f.measure == "level" and f.ref == "KZ-75" and str(f.period) == "2024")
    moved = told[at]
    bounds = (str(moved.bounds.low * factor), str(moved.bounds.high * factor))
    told[at] = make(moved.value * factor, sides=(moved.ref, moved.counterpart), bounds=bounds)
    found = [v for _, verdicts in check_figures(told, Known(told)) for v in verdicts if v.verdict == "conflicts"]
    assert any(told[at].id in (v.figure, *v.against) for v in found)
