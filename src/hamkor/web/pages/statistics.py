"""Official series, their values with every release, and the import of more."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

from fastapi import File, Request, Response, UploadFile

from hamkor.errors import HamkorError
from hamkor.ledger import Ledger
from hamkor.messages import tell_error
from hamkor.publish.listing import get_fields
from hamkor.publish.series import SeriesFilter
from hamkor.read.statistics import read_table
from hamkor.web.rendering import render

_MOST = 2000  # values on one page
_TOLD = 20  # wrong cells of a file that are told


def show(request: Request) -> Response:
    """All series; with `?series=ID` the values of one."""
    return _render(request, request.query_params.get("series"))


def add(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
    """Keep the official figures of files; what cannot be read is told, cell by cell."""
    ledger: Ledger = request.app.state.ledger
    told: list[str] = []
    number = 0
    with ledger.writer() as writer:
        for file in files:
            try:
                table = read_table(file.file.read(), file.filename or "-")
            except HamkorError as error:
                told.append(tell_error(error))
                continue
            number += writer.add_statistics(table.figures)
            told += [tell_error(error) for error in table.wrong[:_TOLD]]
    return _render(request, None, added=number, told=told)


def _render(
    request: Request, series: str | None, *, added: int | None = None, told: list[str] | None = None
) -> Response:
    kind = "statistic" if series else "series"
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        wanted = SeriesFilter(series=(series,)) if series else SeriesFilter()
        found: Any = filter(wanted.takes, view.find_releases()) if series else view.find_series()
        rows = list(islice(found, _MOST))
    fields = get_fields(kind)
    cells = [(row, [(field.style, field.get(row)) for field in fields]) for row in rows]
    values: dict[str, Any] = {"series": series, "added": added, "told": told or []}
    return render(request, "statistics.html", fields=fields, cells=cells, **values)
