"""Official series, their values with every release, and the import of more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO, Annotated, Any

from fastapi import File, Request, Response, UploadFile

from hamkor.errors import HamkorError
from hamkor.ledger import Ledger, ReleaseRow, SeriesRow, View
from hamkor.messages import tell_error
from hamkor.publish.series import SeriesFilter
from hamkor.read.statistics import read_table
from hamkor.web.cells import list_fields, make_cells
from hamkor.web.pages.files import send_file, write_rows
from hamkor.web.rendering import render
from hamkor.web.sorting import Key, make_headings, read_sorting, sort_rows

_MOST = 2000  # values on one page
_TOLD = 20  # wrong cells of a file that are told
_PATH = "/statistics"


def show(request: Request) -> Response:
    """All series; with `?series=ID` the values of one."""
    return _render(request)


def add(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
    """Keep the official figures of files; what cannot be read is told, cell by cell."""
    ledger: Ledger = request.app.state.ledger
    told: list[str] = []
    number = 0
    with ledger.writer(by=request.state.who.name) as writer:
        for file in files:
            try:
                table = read_table(file.file.read(), file.filename or "-")
            except HamkorError as error:
                told.append(tell_error(error))
                continue
            number += writer.add_statistics(table.figures)
            told += [tell_error(error) for error in table.wrong[:_TOLD]]
    return _render(request, added=number, told=told)


def make_file(form: str) -> Callable[[Request], Response]:
    """The series, or the values of one, as a file in the order in which the page has them."""

    def send(request: Request) -> Response:
        ledger: Ledger = request.app.state.ledger

        def write(form: str, file: IO[bytes]) -> None:
            with ledger.view() as view:
                write_rows(_get_kind(request), _find(view, request), form, file)

        return send_file(request, f"statistics.{form}", write)

    return send


def _render(request: Request, *, added: int | None = None, told: list[str] | None = None) -> Response:
    kind, series = _get_kind(request), request.query_params.get("series")
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        rows = _find(view, request)
    fields, sorting = list_fields(kind), read_sorting(request.query_params, _KEYS[kind])
    asked = {"series": series} if series else {}
    titles = {field.name: field.title for field in fields}
    values: dict[str, Any] = {
        "headings": make_headings(titles, sorting, _KEYS[kind], path=_PATH, asked=asked),
        "cells": [make_cells(kind, fields, row) for row in rows[:_MOST]],
        "kept": {**asked, **sorting.write()},
    }
    return render(request, "statistics.html", series=series, added=added, told=told or [], **values)


def _get_kind(request: Request) -> str:
    return "statistic" if request.query_params.get("series") else "series"


def _find(view: View, request: Request) -> list[Any]:
    series, kind = request.query_params.get("series"), _get_kind(request)
    wanted = SeriesFilter(series=(series,)) if series else SeriesFilter()
    found: Iterable[Any] = filter(wanted.takes, view.find_releases()) if series else _list_series(view)
    return sort_rows(found, read_sorting(request.query_params, _KEYS[kind]), _KEYS[kind])


def _list_series(view: View) -> list[SeriesRow]:
    """All series, found once for a state of the ledger: every value counts for them."""
    return view.remember_things(("series",), lambda: list(view.find_series()))


def _told(kind: str, name: str) -> Key:
    """What a reader sees there, by the alphabet."""

    def get(row: SeriesRow | ReleaseRow) -> str:
        fields = [field for field in list_fields(kind) if field.name == name]
        return make_cells(kind, fields, row)[0].text.casefold()

    return get


_KEYS: dict[str, dict[str, Key]] = {
    "series": {
        **{name: _told("series", name) for name in ("indicator", "areas", "unit", "teller")},
        "periods": lambda row: row.periods,
        "first": lambda row: row.first.first,
        "last": lambda row: row.last.last,
        "released": lambda row: row.released,
    },
    "statistic": {
        **{name: _told("statistic", name) for name in ("indicator", "areas", "teller")},
        "obs_status": lambda row: row.statistic.obs_status,
        "time_period": lambda row: (row.statistic.time_period.last, row.statistic.time_period.first),
        "value": lambda row: row.statistic.obs_value,
        "released": lambda row: row.statistic.released,
        "release": lambda row: row.release,
    },
}
