"""Figures on a line of time: each a box, as wide as its period and as high as the interval of what it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor, log10

from hamkor.model import Period

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 70, 12, 12, 28
_LEAST = 4.0  # pixels that a box is high and wide at least, so that an exact figure is seen
_TICKS = 5
_MOST_YEARS = 12  # named below the line


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to be drawn.

    told  what a reader is told of it; link  where it leads; style  a class of the style sheet
    """

    period: Period
    low: Decimal
    high: Decimal
    told: str
    link: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """Where a point is drawn, in pixels."""

    x: float
    y: float
    width: float
    height: float
    point: Point


@dataclass(frozen=True, slots=True)
class Chart:
    """`values` and `years` are what stands at the two lines: position and text."""

    boxes: tuple[Box, ...]
    values: tuple[tuple[float, Decimal], ...]
    years: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw_chart(points: Iterable[Point]) -> Chart | None:
    """The points in pixels, later ones above earlier ones; None where there are none."""
    known = sorted(points, key=lambda point: (point.period.last, point.period.first))
    if not known:
        return None
    first, last = min(p.period.first for p in known), max(p.period.last for p in known)
    ticks = find_ticks(max(Decimal(0), *(p.high for p in known)), min(Decimal(0), *(p.low for p in known)))
    across, up = (
        _Scale(first.toordinal(), last.toordinal() + 1, LEFT, WIDTH - RIGHT),
        _Scale(float(ticks[0]), float(ticks[-1]), HEIGHT - BOTTOM, TOP),
    )
    boxes = tuple(_draw(point, across, up) for point in known)
    return Chart(boxes, tuple((up(float(t)), t) for t in ticks), tuple(_find_years(first, last, across)))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a number between two to a position between two."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        part = (number - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(self.start + part * (self.end - self.start), 1)


def _draw(point: Point, across: _Scale, up: _Scale) -> Box:
    x, end = across(point.period.first.toordinal()), across(point.period.last.toordinal() + 1)
    y, base = up(float(point.high)), up(float(point.low))
    width, height = max(_LEAST, end - x), max(_LEAST, base - y)
    return Box(x, round(y - (height - (base - y)) / 2, 1), round(width, 1), round(height, 1), point)


def find_ticks(high: Decimal, low: Decimal = Decimal(0)) -> Sequence[Decimal]:
    """Round numbers from at most `low` to at least `high`, about five of them.

    >>> [str(t) for t in find_ticks(Decimal(850))]
    ['0', '200', '400', '600', '800', '1000']
    """
    span = float(high - low) or 1.0
    size = Decimal(10) ** floor(log10(span / _TICKS))
    step = next(size * n for n in (1, 2, 5, 10) if float(size * n) * _TICKS >= span)
    first, last = floor(low / step), -floor(-high / step)
    return [
        (step * n).normalize().quantize(Decimal(1)) if step >= 1 else step * n
        for n in range(first, max(last, first + 1) + 1)
    ]


def _find_years(first: date, last: date, across: _Scale) -> Iterable[tuple[float, int]]:
    years = range(first.year, last.year + 1)
    every = -(-len(years) // _MOST_YEARS)
    for year in years[::every]:
        begin = max(first, date(year, 1, 1))
        yield across(begin.toordinal()), year
