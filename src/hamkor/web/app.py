"""Pages, API and assets put together over one ledger."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Security
from fastapi.security import HTTPBearer
from fastapi.staticfiles import StaticFiles

import hamkor
from hamkor.errors import HamkorError
from hamkor.ledger import Ledger
from hamkor.web.access import API_PREFIX
from hamkor.web.answers import tell, tell_missing
from hamkor.web.api import API
from hamkor.web.door import Door, LockedDoor
from hamkor.web.gate import Gate
from hamkor.web.guard import Guard
from hamkor.web.jobs import Jobs
from hamkor.web.keeper import Keeper
from hamkor.web.pages import ACCOUNT_PAGES, PAGES
from hamkor.web.place import LOCAL
from hamkor.web.tongue import Tongue

# Answers that are made at the same time; the others wait for their turn, which is quicker for all than to share.
_AT_ONCE = 4
STATIC = Path(__file__).parent / "static"
_REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"description": "No token, or one that does not hold"},
    403: {"description": "The token may not do this"},
    429: {"description": "Too many calls: wait as many seconds as Retry-After says"},
}


def make_app(ledger: Ledger, door: Door, *, hosts: tuple[str, ...] = LOCAL) -> FastAPI:
    """The application.

    ledger  what is shown
    door    finds who asks
    hosts   the names under which it answers: a page elsewhere that bends its own name to this machine gets nothing
    """
    jobs = Jobs(ledger)
    app = FastAPI(
        title="Hamkor",
        version=hamkor.__version__,
        description=hamkor.__doc__ or "",
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        openapi_url=f"{API_PREFIX}/openapi.json",
        lifespan=_live(jobs, Keeper(ledger)),
    )
    app.state.ledger, app.state.jobs, app.state.door = ledger, jobs, door
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    if isinstance(door, LockedDoor):
        bearer = Security(HTTPBearer(auto_error=False, description="hamkor users token NAME"))
        app.include_router(API, prefix=API_PREFIX, dependencies=[bearer], responses=_REFUSALS)
    else:
        app.include_router(API, prefix=API_PREFIX)
    for page in (*PAGES, *ACCOUNT_PAGES) if isinstance(door, LockedDoor) else PAGES:
        app.add_api_route(page.path, page.show, methods=[page.method], include_in_schema=False, response_model=None)
    app.add_exception_handler(HamkorError, tell)
    app.add_exception_handler(404, tell_missing)
    app.add_middleware(Gate, door=door)
    app.add_middleware(Tongue)
    app.add_middleware(Guard, hosts=hosts)
    return app


def _live(jobs: Jobs, keeper: Keeper) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        gc.freeze()  # what was loaded stays: it need not be looked through for garbage again and again
        keeper.start()
        yield
        keeper.stop()
        jobs.stop()

    return live
