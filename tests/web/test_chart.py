"""Boxes lie within the chart, and higher figures stand higher."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Period
from hamkor.web.chart import HEIGHT, WIDTH, Point, draw_chart, find_ticks

NUMBERS = st.decimals(-(10**12), 10**12, places=2)


@st.composite
def points(draw: st.DrawFn) -> Point:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    first, last = sorted((draw(st.integers(1991, 2035)), draw(st.integers(1991, 2035))))
    return Point(Period(f"{first}-01", f"{last}-12"), low, high, "told", "/", "told")


@given(st.lists(points(), min_size=1, max_size=8))
def test_boxes_lie_within_the_chart(drawn: list[Point]) -> None:
    chart = draw_chart(drawn)
    assert chart is not None
    assert len(chart.boxes) == len(drawn)
    for box in chart.boxes:
        assert -5 <= box.x <= box.x + box.width <= WIDTH + 5
        assert -5 <= box.y <= box.y + box.height <= HEIGHT
    for one in chart.boxes:
        for other in chart.boxes:
            if one.point.low > other.point.high:
                assert one.y <= other.y + other.height


@given(NUMBERS.filter(lambda n: n > 0))
def test_ticks_are_few_and_reach_the_highest(high: Decimal) -> None:
    ticks = find_ticks(high)
    assert ticks[0] == 0
    assert ticks[-1] >= high
    assert len(ticks) <= 12


def test_nothing_is_no_chart() -> None:
    assert draw_chart([]) is None
