"""All regions of one country with another: latest figure, growth, meetings, open promises. Nobody publishes it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import Request, Response

from hamkor.codes.areas import find_regions, get_area
from hamkor.ledger import Filter, Ledger, StatementRow, View
from hamkor.publish.asking import parse_area
from hamkor.web.rendering import render

_FIGURE = "trade_turnover"
_DONE = ("completed", "cancelled")


@dataclass(slots=True)
class Region:
    """What a region has with the other country; figures are the latest by the end of their time."""

    code: str
    level: StatementRow | None = None
    growth: StatementRow | None = None
    meetings: int = 0
    promises: int = 0


def show(request: Request, one: str, other: str) -> Response:
    """The regions of the first country with the second."""
    country, partner = parse_area(one, "one"), parse_area(other, "other")
    regions = {code: Region(code) for code in find_regions(country) if get_area(code).stood_on(date.today())}
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        _fill(regions, view, Filter(between=(country, partner)))
    filled = [region for region in regions.values() if region.level or region.meetings or region.promises]
    rows = sorted(filled, key=lambda region: -_get_value(region))
    return render(request, "regions.html", country=country, partner=partner, rows=rows)


def _fill(regions: dict[str, Region], view: View, between: Filter) -> None:
    for row in view.find_statements("observation", between):
        for region in _find_of(row, regions):
            _take_figure(region, row)
    for row in view.find_statements("event", between):
        for region in _find_of(row, regions):
            region.meetings += row.statement.status == "held"  # type: ignore[union-attr]
    for row in view.find_statements("commitment", between):
        for region in _find_of(row, regions):
            region.promises += row.statement.stage not in _DONE  # type: ignore[union-attr]


def _find_of(row: StatementRow, regions: dict[str, Region]) -> Iterator[Region]:
    """The regions that a statement is of."""
    of: Any = row.statement
    if row.kind == "observation":
        codes = {of.ref_area, of.counterpart_area}
    elif row.kind == "event":
        codes = {part.area for part in of.participants} | {part.name for part in of.participants}
    else:
        codes = set(of.parties)
    return (regions[code] for code in codes if code in regions)


def _take_figure(region: Region, row: StatementRow) -> None:
    figure: Any = row.statement
    if figure.indicator != _FIGURE or figure.status != "actual" or figure.subject or not figure.time_period:
        return
    if figure.measure == "level" and _is_later(row, region.level):
        region.level = row
    elif figure.measure == "change" and _is_later(row, region.growth):
        region.growth = row


def _is_later(row: StatementRow, than: StatementRow | None) -> bool:
    return than is None or row.statement.time_period.last > than.statement.time_period.last  # type: ignore[union-attr]


def _get_value(region: Region) -> float:
    return float(region.level.statement.obs_value) if region.level else -1.0  # type: ignore[union-attr]
