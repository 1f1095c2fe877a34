"""The regions of one country with another: latest figure, growth, verdict, meetings, open promises, in one table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import IO, Any

from fastapi import Request, Response

from hamkor.ledger import Ledger, StatementRow
from hamkor.messages import find_code, get_text
from hamkor.publish.amounts import write_figure
from hamkor.publish.columns import Column
from hamkor.publish.places import tell_area
from hamkor.publish.regions import FIGURE, Region, load_regions
from hamkor.publish.times import tell_time
from hamkor.web.cells import Cell, tell_verdict
from hamkor.web.links import link_statement
from hamkor.web.map import show_map
from hamkor.web.pages.asked import read_areas
from hamkor.web.pages.files import send_file, write_columns
from hamkor.web.rendering import render
from hamkor.web.sorting import Key, Sorting, make_headings, read_sorting, sort_rows


def show(request: Request, one: str, other: str) -> Response:
    """The regions of the first country with the second."""
    country, partner = read_areas({"one": one, "other": other})
    sorting = _read_sorting(request)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        rows = sort_rows(load_regions(view, country, partner), sorting, _KEYS)
        map = show_map(view, first=partner, path=request.url.path)
    titles = {
        "area": get_text("column.area"),
        "figure": find_code("indicator", FIGURE),
        "time_period": get_text("column.time_period"),
        "verdict": get_text("column.verdict"),
        "growth": find_code("measure", "change"),
        "meetings": get_text("page.regions.meetings"),
        "promises": get_text("page.regions.promises"),
    }
    values: dict[str, Any] = {
        "headings": make_headings(titles, sorting, _KEYS, path=request.url.path, asked={}),
        "cells": [_make_cells(region, partner) for region in rows],
        "kept": sorting.write(),
        "map": map,
    }
    return render(request, "regions.html", country=country, partner=partner, **values)


def make_file(form: str) -> Callable[..., Response]:
    """The same as a file, in the same order."""

    def send(request: Request, one: str, other: str) -> Response:
        country, partner = read_areas({"one": one, "other": other})
        ledger: Ledger = request.app.state.ledger

        def write(form: str, file: IO[bytes]) -> None:
            with ledger.view() as view:
                rows = sort_rows(load_regions(view, country, partner), _read_sorting(request), _KEYS)
            write_columns(_COLUMNS, rows, form, file, title=f"{country} – {partner}")

        return send_file(request, f"regions-{country}-{partner}.{form}", write)

    return send


def _read_sorting(request: Request) -> Sorting:
    """The greatest first where nothing else is asked."""
    return read_sorting(request.query_params, _KEYS, Sorting("figure", descending=True))


def _make_cells(region: Region, partner: str) -> list[Cell]:
    level: Any = region.level and region.level.statement
    growth: Any = region.growth and region.growth.statement
    level_of, growth_of = (_tell_other(figure, region.code, partner) for figure in (level, growth))
    return [
        Cell(tell_area(region.code), "", f"/between/{region.code}/{partner}"),
        Cell(write_figure(level) + level_of, "head wide", link_statement(region.level)) if level else Cell(""),
        Cell(tell_time(level.time_period) if level else ""),
        tell_verdict(region.verdict) if region.verdict else Cell(""),
        Cell(
            f"{write_figure(growth)}, {tell_time(growth.time_period)}{growth_of}", "wide", link_statement(region.growth)
        )
        if growth
        else Cell(""),
        Cell(str(region.meetings), "number"),
        Cell(str(region.promises), "number"),
    ]


def _tell_other(figure: Any, region: str, partner: str) -> str:
    """With whom, where that is not the whole country."""
    others = {figure.ref_area, figure.counterpart_area} - {region, partner, None} if figure else ()
    return "".join(f" ({tell_area(other)})" for other in others)


def _of(name: str, field: str) -> Callable[[Region], Any]:
    """A field of the level or the growth, None where there is none."""

    def get(region: Region) -> Any:
        row: StatementRow | None = getattr(region, name)
        return getattr(row.statement, field) if row else None

    return get


def _get_last(region: Region) -> date | None:
    period = _of("level", "time_period")(region)
    return period.last if period else None


_KEYS: dict[str, Key] = {
    "area": lambda region: tell_area(region.code).casefold(),
    "figure": _of("level", "obs_value"),
    "time_period": _get_last,
    "verdict": lambda region: region.verdict,
    "growth": _of("growth", "obs_value"),
    "meetings": lambda region: region.meetings,
    "promises": lambda region: region.promises,
}


def _get_partner(region: Region) -> str | None:
    """Whom the level is of beside the region."""
    sides = {_of("level", name)(region) for name in ("ref_area", "counterpart_area")} - {region.code, None}
    return next(iter(sides), None)


def _text(name: str, field: str) -> Callable[[Region], str | None]:
    get = _of(name, field)
    return lambda region: None if (value := get(region)) is None else str(value)


_COLUMNS = (
    Column("REF_AREA", lambda region: region.code),
    Column("area", lambda region: tell_area(region.code)),
    *(Column(name.upper(), _of("level", name)) for name in ("obs_value", "low", "high", "unit_measure")),
    Column("TIME_PERIOD", _text("level", "time_period")),
    Column("verdict", lambda region: region.verdict),
    *(Column(f"GROWTH_{name.upper()}", _of("growth", name)) for name in ("obs_value", "low", "high")),
    Column("GROWTH_TIME_PERIOD", _text("growth", "time_period")),
    Column("meetings", lambda region: region.meetings),
    Column("open_promises", lambda region: region.promises),
    Column("partner_area", lambda region: tell_area(_get_partner(region))),
    Column("source", lambda region: region.level.document.publisher if region.level else None),
    Column("url", lambda region: region.level.document.url if region.level else None, is_link=True),
    Column("note", lambda region: get_text("page.regions.note")),
)
