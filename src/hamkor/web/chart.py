"""Figures on a line of time: each a box, as wide as its period and as high as the interval of what it can mean.

What stands on a box says by its shape how the figure fares: charts are read without colours, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor, log10

from hamkor.messages import get_text
from hamkor.model import Period
from hamkor.publish.amounts import write_short

WIDTH = 360  # about what a phone shows, so that letters keep their size there
_PLOT = 190  # pixels from the highest value to the line of time
_LEFT, _RIGHT = 58, 10
_LINE = 15  # pixels that a line of text takes
_LETTER, _WIDE_LETTER = 6.6, 7.3  # pixels of a letter of the legend and of the title, on the average
_BELOW = 30  # the line of time with its years
_LEAST = 4.0  # pixels that a box is high and wide at least, so that an exact figure is seen
_TICKS = 5
_MOST_YEARS = 8  # named below the line
_ROOM = 27.0  # pixels from one time to the next
# Months named between years, where a quarter has at least so many pixels.
_MONTHS = (((4, 7, 10), 32), ((7,), 17))

OFFICIAL, PLANNED = "official", "planned"
# In the order of the legend: what was told with its verdict, official series, targets and forecasts.
STYLES = ("fits", "conflicts", "fits_other_period", "unchecked", OFFICIAL, PLANNED)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to be drawn.

    style     one of STYLES
    told      what a reader is told of it; link  where it leads
    tellings  how many documents tell it so
    """

    period: Period
    low: Decimal
    high: Decimal
    style: str
    told: str
    link: str
    tellings: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """Where a point is drawn, in pixels; its mark stands at `middle`, apart from those of the same time."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    point: Point


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend."""

    x: float
    y: float
    style: str
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`values`, `times` and `title` are text with its position on one axis; `floor` is the line of time.

    told  what a screen reader says of it
    """

    title: tuple[tuple[float, str], ...]
    told: str
    boxes: tuple[Box, ...]
    values: tuple[tuple[float, str], ...]
    times: tuple[tuple[float, str], ...]
    legend: tuple[Entry, ...]
    top: float
    floor: float
    height: float
    width: int = WIDTH
    left: int = _LEFT
    right: int = WIDTH - _RIGHT


def draw_chart(title: str, points: Iterable[Point]) -> Chart | None:
    """The points in pixels, later ones above earlier ones, all above official ones; None where there are none."""
    known = sorted(points, key=lambda point: (point.style != OFFICIAL, point.period.last, point.period.first))
    if not known:
        return None
    lines = tuple((_LINE * n, line) for n, line in enumerate(_break(title), 1))
    top = lines[-1][0] + _LINE
    base = top + _PLOT
    first, last = min(p.period.first for p in known), max(p.period.last for p in known)
    ticks = find_ticks(max(Decimal(0), *(p.high for p in known)), min(Decimal(0), *(p.low for p in known)))
    across = _Scale(first.toordinal(), last.toordinal() + 1, _LEFT, WIDTH - _RIGHT)
    up = _Scale(float(ticks[0]), float(ticks[-1]), base, top)
    legend = tuple(_list_entries({point.style for point in known}, base + _BELOW + _LINE))
    return Chart(
        title=lines,
        told=get_text("page.chart.told", number=len(known), first=write_short(ticks[0]), last=write_short(ticks[-1])),
        boxes=tuple(_draw(known, across, up)),
        values=tuple((up(float(tick)), write_short(tick)) for tick in ticks),
        times=tuple(_find_times(first, last, across)),
        legend=legend,
        top=top,
        floor=base,
        height=legend[-1].y + _LINE / 2,
    )


def _break(text: str) -> list[str]:
    """The text in lines that fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * _WIDE_LETTER > WIDTH - 2 * _RIGHT and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


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


def _draw(points: Sequence[Point], across: _Scale, up: _Scale) -> Iterator[Box]:
    """Boxes, the marks of those of one time side by side."""
    of_time = Counter(point.period for point in points)
    before: Counter[Period] = Counter()
    for point in points:
        before[point.period] += 1
        x, end = across(point.period.first.toordinal()), across(point.period.last.toordinal() + 1)
        y, base = up(float(point.high)), up(float(point.low))
        width, height = max(_LEAST, end - x), max(_LEAST, base - y)
        middle = x + width * before[point.period] / (of_time[point.period] + 1)
        y = round(y - (height - (base - y)) / 2, 1)
        yield Box(x, y, round(width, 1), round(height, 1), round(middle, 1), point)


def _list_entries(styles: set[str], y: float) -> Iterator[Entry]:
    """The legend of what occurs, as many entries in a line as fit."""
    x = float(_RIGHT)
    for style in (style for style in STYLES if style in styles):
        told = get_text(f"page.chart.{style}")
        wide = 22 + len(told) * _LETTER
        if x > _RIGHT and x + wide > WIDTH - _RIGHT:
            x, y = _RIGHT, y + _LINE + 2
        yield Entry(round(x, 1), y, style, told)
        x += wide + 10


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


def _find_times(first: date, last: date, across: _Scale) -> Iterator[tuple[float, str]]:
    """The years; of a few years as many of their months as have room, too."""
    years = range(first.year, last.year + 1)
    every = -(-len(years) // _MOST_YEARS)
    quarter = across(first.toordinal() + 91) - across(first.toordinal())
    months = next((months for months, least in _MONTHS if quarter >= least), ())
    begins = [
        (date(year, month, 1), str(year) if month == 1 else _name(month))
        for year in years[::every]
        for month in (1, *months)
    ]
    free = -_ROOM
    for begin, told in begins:
        x = across(max(first, begin).toordinal())
        if begin <= last and x >= free and (begin >= first or begin.month == 1):
            free = x + _ROOM * (1.5 if x == _LEFT else 1)  # the first one begins where others have their middle
            yield x, told


def _name(month: int) -> str:
    """The first letters of its name."""
    return get_text("period.names").split()[month - 1][:3]
