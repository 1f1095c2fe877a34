"""The addresses of the API."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from hamkor.ledger import Filter, Ledger
from hamkor.publish.exported import write_exported
from hamkor.publish.kept import write_document, write_hit, write_statement
from hamkor.web.api.parameters import Limit, Start, read_list_filter
from hamkor.web.pages.rows import find_rows
from hamkor.web.plan import LISTS

API = APIRouter(tags=["ledger"])


def _add_list(name: str, kind: str) -> None:
    """A list under its name, with the filters that the command of this name has."""

    asks = Depends(read_list_filter(kind))

    def get_list(
        request: Request,
        asked: Filter = asks,
        limit: Limit = 100,
        start: Start = 0,
    ) -> list[dict[str, Any]]:
        ledger: Ledger = request.app.state.ledger
        write = write_document if kind == "document" else write_statement
        with ledger.view() as view:
            return [write(row) for row in find_rows(view, kind, asked, part=(start, limit))]

    API.add_api_route(f"/{name}", get_list, name=f"list_{name}", summary=f"List {name}", responses=_BAD)


_BAD: dict[int | str, dict[str, Any]] = {400: {"description": "An area, a day or a period that cannot be read"}}
_NONE: dict[int | str, dict[str, Any]] = {404: {"description": "There is none"}}
for listed in LISTS:
    _add_list(listed.name, listed.kind)


@API.get("/document", responses=_NONE)
def get_document(request: Request, id: Annotated[str, Query(min_length=1)]) -> dict[str, Any]:
    """A document with its text and all that it states, as `hamkor export statements` has it."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        document = view.get_document(id)
        rows = list(view.find_statements(None, Filter(document=id)))
        return write_exported(document, rows, view.find_things(id)) | {"text": document.text}


@API.get("/statement/{id}", responses=_NONE)
def get_statement(request: Request, id: str) -> dict[str, Any]:
    """A statement, with its words within their paragraph."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        row = view.get_statement(id)
        passage = view.get_passage(row)
    around = {"before": passage.before, "words": passage.words, "after": passage.after}
    return write_statement(row) | {"stands": row.stands, "passage": around}


@API.get("/search", responses=_NONE)
def search(request: Request, words: Annotated[str, Query(min_length=1)], limit: Limit = 50) -> list[dict[str, Any]]:
    """Documents that hold all these words or "quoted phrases", best first."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        return [write_hit(hit) for hit in view.search(words, most=limit)]


@API.get("/count")
def count(request: Request) -> dict[str, int]:
    """How many documents there are and how many statements of each kind."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        return view.count()
