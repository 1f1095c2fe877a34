"""A list as a file: CSV and XLSX with typed columns, JSON Lines in the words of `hamkor extract`."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from hamkor.ledger import Ledger
from hamkor.messages import get_language, get_text
from hamkor.publish.columns import COLUMNS, Column
from hamkor.publish.plain import write_jsonl
from hamkor.publish.plain_rows import get_writer
from hamkor.publish.writers import write_csv, write_xlsx
from hamkor.web.pages.asked import find_shown, read_asked, read_filter
from hamkor.web.pages.rows import find_rows, list_sortable
from hamkor.web.plan import ListPage
from hamkor.web.sorting import read_sorting

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}
TABLES = ("csv", "xlsx")  # forms of what is no statement
_AT_ONCE = 64 * 1024
_SMALL = 128 * 1024  # bytes of a file that is remembered


Write = Callable[[str, IO[bytes]], None]


def make_file(listed: ListPage, form: str) -> Callable[[Request], Response]:
    """The file of a list, in one form, its rows in the order in which the page has them."""

    def send(request: Request) -> Response:
        told = read_asked(listed.kind, request.query_params)
        asked, kind = read_filter(told), find_shown(listed.kind, told)
        sorting = read_sorting(request.query_params, list_sortable(kind))
        ledger: Ledger = request.app.state.ledger

        def write(form: str, file: IO[bytes]) -> None:
            with ledger.view() as view:
                write_rows(kind, find_rows(view, kind, asked, sorting), form, file)

        return send_file(request, f"{listed.name}.{form}", write)

    return send


def send_file(request: Request, name: str, write: Write) -> Response:
    """A file in the form that its name ends in; whole before the first byte is sent, so that an error can be told.

    A small one is remembered for as long as the ledger and the day are the same: spreadsheets and calendars fetch a
    file again and again.
    """
    form = name.rpartition(".")[2]
    how: Any = {"media_type": FORMS[form], "headers": {"Content-Disposition": f'attachment; filename="{name}"'}}
    known = _recall(request)
    if not known:
        file = _write_file(form, write)
        if file.tell() > _SMALL:
            file.seek(0)
            parts = iter(lambda: file.read(_AT_ONCE), b"")
            return StreamingResponse(parts, background=BackgroundTask(file.close), **how)
        file.seek(0)
        known.append(file.read())
        file.close()
    return Response(known[0], **how)


def _recall(request: Request) -> list[bytes]:
    """The file of this address in this language; empty until it was written."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        return view.remember_things(("file", str(request.url), get_language(), date.today()), list)


def _write_file(form: str, write: Write) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 - closed by whoever reads it
    try:
        write(form, file)
    except BaseException:
        file.close()
        raise
    return file


def write_rows(kind: str, rows: Iterable[Any], form: str, file: IO[bytes]) -> None:
    """Rows of a kind that `COLUMNS` knows, or as the plain objects of `hamkor extract`."""
    if form == "jsonl":
        with _as_text(file) as text:
            write_jsonl(map(get_writer(kind), rows), text)
    else:
        write_columns(COLUMNS[kind], rows, form, file, title=get_text(f"kind.{kind}"))


def write_columns(columns: Sequence[Column], rows: Iterable[Any], form: str, file: IO[bytes], *, title: str) -> None:
    """A table as XLSX or CSV."""
    if form == "xlsx":
        write_xlsx(columns, rows, file, title=title)
        return
    with _as_text(file) as text:
        write_csv(columns, rows, text, bom=True)


@contextmanager
def _as_text(file: IO[bytes]) -> Iterator[IO[str]]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
    yield text
    text.flush()
    text.detach()
