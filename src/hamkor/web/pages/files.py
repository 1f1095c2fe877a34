"""A list as a file: CSV and XLSX with typed columns, JSON Lines in the words of `hamkor extract`."""

from __future__ import annotations

import io
from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from hamkor.ledger import Ledger
from hamkor.messages import get_text
from hamkor.publish.columns import COLUMNS
from hamkor.publish.kept import write_document, write_statement
from hamkor.publish.plain import write_jsonl
from hamkor.publish.writers import write_csv, write_xlsx
from hamkor.web.pages.asked import read_asked, read_filter
from hamkor.web.pages.lists import find_rows
from hamkor.web.plan import ListPage

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}
_AT_ONCE = 64 * 1024


def make_file(listed: ListPage, form: str) -> Callable[[Request], Response]:
    """The file of a list, in one form; written whole before the first byte is sent, so that an error can be told."""

    def send(request: Request) -> Response:
        file = TemporaryFile()  # noqa: SIM115 - closed when it has been sent
        try:
            _write(request, listed.kind, form, file)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        headers = {"Content-Disposition": f'attachment; filename="{listed.name}.{form}"'}
        parts = iter(lambda: file.read(_AT_ONCE), b"")
        return StreamingResponse(parts, media_type=FORMS[form], headers=headers, background=BackgroundTask(file.close))

    return send


def _write(request: Request, kind: str, form: str, file: IO[bytes]) -> None:
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        rows = find_rows(view, kind, read_filter(read_asked(kind, request.query_params)))
        if form == "xlsx":
            write_xlsx(COLUMNS[kind], rows, file, title=get_text(f"kind.{kind}"))
            return
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
        if form == "csv":
            write_csv(COLUMNS[kind], rows, text, bom=True)
        else:
            write_jsonl(map(write_document if kind == "document" else write_statement, rows), text)
        text.flush()
        text.detach()
