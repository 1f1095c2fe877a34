"""Two areas: figures on a line of time, events, promises, people and sources between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from hamkor.ledger import Filter, Ledger, StatementRow, View
from hamkor.model import Observation, Statistic
from hamkor.publish.amounts import write_figure, write_short
from hamkor.publish.asking import parse_area
from hamkor.publish.places import tell_areas
from hamkor.publish.times import tell_period
from hamkor.web.chart import Chart, Point, draw_chart
from hamkor.web.pages.asked import read_asked, read_filter
from hamkor.web.pages.cards import make_card
from hamkor.web.rendering import render

_MOST = 2000  # figures and other statements that a page takes in, the latest
_SHOWN = 30  # events and people listed; the lists have them all
_CHARTS = 6
_KINDS = ("event", "commitment", "person")


def ask(request: Request) -> Response:
    """To the page of the pair that was chosen."""
    one, other = (request.query_params.get(name, "").strip() for name in ("one", "other"))
    if one and other:
        return RedirectResponse(f"/between/{parse_area(one, 'one')}/{parse_area(other, 'other')}", 303)
    return render(request, "pairs.html")


def show(request: Request, one: str, other: str) -> Response:
    """What the ledger holds between two areas, each with its regions."""
    pair = (parse_area(one, "one"), parse_area(other, "other"))
    asked = {**read_asked("observation", request.query_params), "newest_first": "1"}
    wanted = read_filter({**asked, "one": pair[0], "other": pair[1]})
    days = Filter(between=pair, since=wanted.since, until=wanted.until, newest_first=True)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        figures = list(islice(view.find_statements("observation", wanted), _MOST))
        told = {kind: list(islice(view.find_statements(kind, days), _MOST)) for kind in _KINDS}
        charts = list(islice(_draw_charts(figures, view), _CHARTS))
    values: dict[str, Any] = {"pair": pair, "asked": asked, "charts": charts, "number": len(figures)}
    return render(request, "pair.html", **values, **_list_others(told), sources=_count_sources(figures, told))


def _draw_charts(figures: Iterable[StatementRow], view: View) -> Iterator[tuple[str, str, Chart]]:
    """Charts of levels, those with most figures first: indicator, unit, chart."""
    groups: defaultdict[tuple[str, str], list[StatementRow]] = defaultdict(list)
    for row in figures:
        figure: Any = row.statement
        if figure.measure == "level" and figure.time_period and figure.subject is None:
            groups[figure.indicator, figure.unit_measure].append(row)
    for (indicator, unit), rows in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        points = [*_find_official(view, rows, unit), *map(_make_point, rows)]
        if chart := draw_chart(points):
            yield indicator, unit, chart


def _make_point(row: StatementRow) -> Point:
    figure: Observation = row.statement  # type: ignore[assignment]
    assert figure.time_period
    told = f"{_tell_scope(figure)}: {write_figure(figure)}"
    source = row.document.publisher or row.document.id
    style = "told" if figure.status == "actual" else "planned"
    return Point(figure.time_period, figure.low, figure.high, f"{told} ({source})", f"/statement/{row.id}", style)


def _find_official(view: View, rows: Iterable[StatementRow], unit: str) -> Iterator[Point]:
    """The statistics of the same sides, beside what was told."""
    sides = {(o.indicator, o.ref_area, o.counterpart_area) for o in (row.statement for row in rows)}  # type: ignore[union-attr]
    indicators = frozenset(indicator for indicator, _, _ in sides)
    areas = frozenset(area for _, *both in sides for area in both if area)
    for id_, figure in view.find_official(indicators, areas):
        one, other = figure.ref_area, figure.counterpart_area
        same = (figure.indicator, one, other) in sides or (figure.indicator, other, one) in sides
        if same and figure.unit_measure == unit and figure.measure == "level":
            yield _make_official(id_, figure)


def _make_official(id_: str, figure: Statistic) -> Point:
    low, high = figure.low or figure.obs_value, figure.high or figure.obs_value
    told = f"{_tell_scope(figure)}: {write_short(figure.obs_value)} {figure.unit_measure} ({figure.source})"
    return Point(figure.time_period, low, high, told, f"/statistics#{id_}", "official")


def _tell_scope(figure: Observation | Statistic) -> str:
    period = f", {tell_period(figure.time_period)}" if figure.time_period else ""
    return tell_areas(figure.ref_area, figure.counterpart_area) + period


def _list_others(told: dict[str, list[StatementRow]]) -> dict[str, Any]:
    """Events and people as cards, promises by sector and stage."""
    promises: defaultdict[str, list[StatementRow]] = defaultdict(list)
    for row in told["commitment"]:
        promises[row.statement.sector].append(row)  # type: ignore[union-attr]
    return {
        "events": [make_card(row) for row in told["event"][:_SHOWN]],
        "promises": {sector: [make_card(row) for row in rows] for sector, rows in sorted(promises.items())},
        "people": list(_list_people(told["person"])),
    }


def _list_people(rows: Iterable[StatementRow]) -> Iterator[StatementRow]:
    """Each name with its post once, as it was told last."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        person: Any = row.statement
        key = (person.name, person.position, person.area)
        if key not in seen and len(seen) < _SHOWN:
            seen.add(key)
            yield row


def _count_sources(figures: list[StatementRow], told: dict[str, list[StatementRow]]) -> list[tuple[str, int]]:
    """Publishers with how many of their documents stand here."""
    documents = {row.document.id: row.document.publisher for rows in (figures, *told.values()) for row in rows}
    return Counter(publisher or "–" for publisher in documents.values()).most_common()
