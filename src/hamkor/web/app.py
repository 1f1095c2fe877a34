"""Pages, API and assets put together over one ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

import hamkor
from hamkor.errors import HamkorError, LedgerError, NotFoundError, UsageError
from hamkor.ledger import ChangedMeanwhileError, Ledger, RefusedError
from hamkor.messages import tell_error
from hamkor.web.api import API
from hamkor.web.guard import Guard
from hamkor.web.jobs import Jobs
from hamkor.web.pages import PAGES
from hamkor.web.rendering import render
from hamkor.web.tongue import Tongue

STATIC = Path(__file__).parent / "static"
API_PREFIX = "/api"


def make_app(
    ledger: Ledger, *, hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]"), by: str = "reviewer"
) -> FastAPI:
    """The application.

    ledger  what is shown
    hosts   the names under which it answers: a page elsewhere that bends its own name to this machine gets nothing
    by      in whose name statements are reviewed
    """
    jobs = Jobs(ledger)
    app = FastAPI(
        title="Hamkor",
        version=hamkor.__version__,
        description=hamkor.__doc__ or "",
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        openapi_url=f"{API_PREFIX}/openapi.json",
        lifespan=_stop_afterwards(jobs),
    )
    app.state.ledger, app.state.jobs, app.state.by = ledger, jobs, by
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(API, prefix=API_PREFIX)
    for page in PAGES:
        app.add_api_route(page.path, page.show, methods=[page.method], include_in_schema=False, response_model=None)
    app.add_exception_handler(HamkorError, _tell)
    app.add_exception_handler(404, _tell_missing)
    app.add_middleware(Tongue)
    app.add_middleware(Guard, hosts=hosts)
    return app


def _stop_afterwards(jobs: Jobs) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.stop()

    return live


# The first that fits counts.
_STATUS: dict[type[HamkorError], int] = {
    UsageError: 400,
    ChangedMeanwhileError: 409,
    RefusedError: 400,
    NotFoundError: 404,
    LedgerError: 503,
}


def _tell(request: Request, error: Exception) -> Response:
    """An error of ours in the form that was asked for, in the reader's language."""
    assert isinstance(error, HamkorError)
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 422)
    if request.url.path.startswith(API_PREFIX):
        parts = {"place": error.place, "found": error.found, "expected": error.expected, "do": error.do}
        return JSONResponse({"detail": tell_error(error), **parts}, status)
    return render(request, "error.html", status=status, told=tell_error(error))


def _tell_missing(request: Request, _: Exception) -> Response:
    if request.url.path.startswith(API_PREFIX):
        return JSONResponse({"detail": "Not Found"}, 404)
    return render(request, "error.html", status=404, told=None)
