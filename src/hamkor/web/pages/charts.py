"""Charts of the figures of two areas: one for each thing that is counted, told figures beside official series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from hamkor.ledger import StatementRow, View
from hamkor.messages import find_code, get_text
from hamkor.model import Observation, Period, Statistic
from hamkor.model.verdict import VERDICTS
from hamkor.publish.amounts import write_figure, write_value
from hamkor.publish.equations import tell_unit
from hamkor.publish.judged import Judged
from hamkor.publish.places import tell_areas
from hamkor.publish.tellings import count_tellings
from hamkor.publish.times import tell_time
from hamkor.verify.figure import REPORTED, get_sides
from hamkor.web.cells import Cell, tell_verdict
from hamkor.web.chart import OFFICIAL, PLANNED, Chart, Point, draw_chart
from hamkor.web.links import link_statement, with_query

_COUNT = "COUNT"
_DRAWN = 120  # figures of one chart, those published last


@dataclass(frozen=True, slots=True)
class Counted:
    """What one chart shows: an indicator of two sides in one unit, and the figures that tell it."""

    indicator: str
    unit: str
    ref: str | None
    counterpart: str | None
    rows: tuple[StatementRow, ...]

    @property
    def latest(self) -> tuple[StatementRow, ...]:
        """Those that are drawn."""
        return self.rows[:_DRAWN]

    @property
    def key(self) -> str:
        """Its name in an address."""
        return "~".join((self.indicator, self.unit, self.ref or "", self.counterpart or ""))

    @property
    def title(self) -> str:
        unit = "" if self.unit == _COUNT else tell_unit(self.unit)
        return ", ".join(
            filter(None, (find_code("indicator", self.indicator), tell_areas(self.ref, self.counterpart), unit))
        )


class Line(NamedTuple):
    """A figure of a chart as a row of the table beneath it."""

    period: Period
    point: Point
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, its name in addresses, and the same as a table; how many older figures are left out."""

    key: str
    title: str
    chart: Chart
    lines: tuple[Line, ...]
    left_out: int


def list_counted(figures: Iterable[StatementRow]) -> list[Counted]:
    """What can be drawn of these figures, what is told most first."""
    groups: defaultdict[Any, list[StatementRow]] = defaultdict(list)
    for row in figures:
        figure: Any = row.statement
        if figure.measure == "level" and figure.time_period and figure.subject is None:
            sides = get_sides(figure.indicator, figure.ref_area, figure.counterpart_area)
            groups[figure.indicator, figure.unit_measure, sides].append(row)
    found = [_make_counted(rows) for rows in groups.values()]
    return sorted(found, key=lambda counted: (-len(counted.rows), counted.key))


def _make_counted(rows: Sequence[StatementRow]) -> Counted:
    figure: Any = rows[0].statement
    return Counted(figure.indicator, figure.unit_measure, figure.ref_area, figure.counterpart_area, tuple(rows))


def draw_counted(view: View, wanted: Sequence[Counted]) -> Iterator[Drawn]:
    """The chart of each with its table."""
    official, judged = _Official(view, wanted), Judged(view)
    latest = [row for counted in wanted for row in counted.latest]
    judged.load(latest)
    things = view.find_things_of([row.id for row in latest])
    told = {row.id: row for row in count_tellings(view, latest)}
    for counted in wanted:
        rows = [told[row.id] for row in counted.latest]
        lines = [*official.find(counted), *_find_told(rows, things, judged)]
        lines.sort(key=lambda line: (line.period.first, line.period.last))
        if chart := draw_chart(counted.title, (line.point for line in lines)):
            left_out = len(counted.rows) - len(counted.latest)
            yield Drawn(counted.key, counted.title, chart, tuple(lines), left_out)


def _find_told(latest: Iterable[StatementRow], things: Mapping[str, str], judged: Judged) -> Iterator[Line]:
    """What is told of one time in one way, once, as the first of its documents tells it."""
    groups: defaultdict[Any, list[StatementRow]] = defaultdict(list)
    for row in latest:
        figure: Any = row.statement
        groups[things.get(row.id, row.id), figure.time_period, figure.low, figure.high, figure.status].append(row)
    for rows in groups.values():
        yield _make_line(rows, min((judged.get(row) for row in rows), key=VERDICTS.index))


def _make_line(rows: Sequence[StatementRow], verdict: str) -> Line:
    row = rows[0]
    figure: Observation = row.statement  # type: ignore[assignment]
    assert figure.time_period
    tellings = len({row.document.id for row in rows})
    sources = min(tellings, row.told.sources) if row.told else 1
    source = row.document.publisher or row.document.id
    time, amount = tell_time(figure.time_period), write_figure(figure)
    counts = get_text("page.chart.tellings", number=tellings, sources=sources)
    words = f"{time}: {amount}; {get_text(f'verdict.{verdict}')}; {counts} ({source})"
    style = verdict if figure.status == "actual" else PLANNED
    point = Point(figure.time_period, figure.low, figure.high, style, words, link_statement(row), tellings)
    kind = "" if figure.status == "actual" else find_code("status", figure.status)
    cells = (
        Cell(time),
        Cell(amount, "head", point.link),
        tell_verdict(verdict),
        Cell(str(tellings), "number"),
        Cell(str(sources), "number"),
        Cell(", ".join(filter(None, (kind, source)))),
    )
    return Line(figure.time_period, point, cells)


class _Official:
    """The statistics of the same things."""

    def __init__(self, view: View, wanted: Sequence[Counted]) -> None:
        indicators = frozenset(counted.indicator for counted in wanted)
        areas = frozenset(area for counted in wanted for area in (counted.ref, counted.counterpart) if area)
        self._found: defaultdict[Any, list[Statistic]] = defaultdict(list)
        for _, figure in view.find_official(indicators, areas):
            if figure.measure == "level":
                self._found[_name(figure.indicator, figure.unit_measure, figure)].append(figure)

    def find(self, counted: Counted) -> Iterator[Line]:
        sides = get_sides(counted.indicator, counted.ref, counted.counterpart)
        return map(_make_official, self._found[counted.indicator, counted.unit, sides])


def _name(indicator: str, unit: str, figure: Statistic) -> tuple[Any, ...]:
    return indicator, unit, get_sides(indicator, figure.ref_area, figure.counterpart_area)


def _make_official(figure: Statistic) -> Line:
    low, high = figure.low or figure.obs_value, figure.high or figure.obs_value
    time, amount = tell_time(figure.time_period), write_value(figure)
    style = "unchecked" if figure.obs_status == REPORTED else OFFICIAL
    link = with_query("/statistics", sort="areas")
    point = Point(figure.time_period, low, high, style, f"{time}: {amount} ({figure.source})", link)
    told = get_text("page.chart.official") if style == OFFICIAL else ""
    cells = (Cell(time), Cell(amount, "head", link), Cell(told), Cell(""), Cell(""), Cell(figure.source))
    return Line(figure.time_period, point, cells)
