"""Boxes lie within the chart, and higher figures stand higher; pictures are as they were agreed to be."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.messages import LANGUAGES, get_text, speak
from hamkor.model import Period
from hamkor.web.chart import STYLES, WIDTH, Point, draw_chart, find_ticks
from hamkor.web.pictures import write_png, write_svg

NUMBERS = st.decimals(-(10**12), 10**12, places=2)
GOLDEN = Path(__file__).parent / "golden" / "chart.svg"
TITLE = "товарооборот, Кызылординская область – Навоийская область, USD"


@st.composite
def points(draw: st.DrawFn) -> Point:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    first, last = sorted((draw(st.integers(1991, 2035)), draw(st.integers(1991, 2035))))
    return Point(Period(f"{first}-01", f"{last}-12"), low, high, draw(st.sampled_from(STYLES)), "told", "/")


@given(st.lists(points(), min_size=1, max_size=8))
def test_boxes_lie_within_the_chart(drawn: list[Point]) -> None:
    chart = draw_chart("title", drawn)
    assert chart is not None
    assert len(chart.boxes) == len(drawn)
    for box in chart.boxes:
        assert -5 <= box.x <= box.middle <= box.x + box.width <= WIDTH + 5
        assert chart.top - 5 <= box.y <= box.y + box.height <= chart.floor + 5
    for one in chart.boxes:
        for other in chart.boxes:
            if one.point.low > other.point.high:
                assert one.y <= other.y + other.height
    assert {entry.style for entry in chart.legend} == {point.style for point in drawn}
    assert all(entry.y < chart.height for entry in chart.legend)


def test_marks_of_one_time_stand_side_by_side() -> None:
    one = Point(Period("2024"), Decimal(1), Decimal(2), "fits", "told", "/")
    chart = draw_chart("title", [one, one, one])
    assert chart is not None
    assert len({box.middle for box in chart.boxes}) == 3


@given(NUMBERS.filter(lambda n: n > 0))
def test_ticks_are_few_and_reach_the_highest(high: Decimal) -> None:
    ticks = find_ticks(high)
    assert ticks[0] == 0
    assert ticks[-1] >= high
    assert len(ticks) <= 12


def test_nothing_is_no_chart() -> None:
    assert draw_chart("title", []) is None


def draw_example() -> str:
    """One figure of every style, in two years."""
    told = [
        Point(Period("2024"), Decimal(80 + 5 * n), Decimal(84 + 5 * n), style, f"{n} <told>", "/", tellings=n)
        for n, style in enumerate(STYLES)
    ]
    chart = draw_chart(TITLE, [*told, Point(Period("2025-01", "2025-09"), Decimal(90), Decimal(120), "fits", "t", "/")])
    assert chart is not None
    return write_svg(chart)


def test_a_picture_is_as_agreed() -> None:
    """HAMKOR_WRITE_GOLDEN=1 writes the file anew; look at it before it is kept."""
    with speak("ru"):
        drawn = draw_example()
    if os.environ.get("HAMKOR_WRITE_GOLDEN"):
        GOLDEN.write_text(drawn, "utf-8")
    assert drawn == GOLDEN.read_text("utf-8")
    root = ET.fromstring(drawn)
    assert root.find("{*}title") is not None
    assert root.find("{*}desc") is not None
    assert not root.findall(".//{*}a")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_has_letters_of_every_language(language: str) -> None:
    """Each letter that messages are written in is drawn by the font that travels with the pictures."""
    with speak(language):
        months = get_text("period.names")
    letters = sorted({*months, *"әғқңөұүһіўқғҳʻʼё"} - {" "})
    blank, missing = draw_letter(" "), draw_letter("\u4e00")
    pictures = {letter: draw_letter(letter) for letter in letters}
    assert [letter for letter, picture in pictures.items() if picture in (blank, missing)] == []


def draw_letter(letter: str) -> bytes:
    return write_png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="DejaVu Sans">'
        f'<text x="2" y="16">{letter}</text></svg>'
    )
