"""Every route there is: none is reached without signing in but the door, none is used below its role."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount

from hamkor.ledger import Ledger, open_ledger
from hamkor.users import Accounts
from hamkor.users.roles import ADMIN, READER, REVIEWER, ROLES, allows
from hamkor.web.access import SAFE, find_needed
from hamkor.web.api import API
from hamkor.web.app import make_app
from hamkor.web.door import LockedDoor, OpenDoor
from hamkor.web.gate import Gate
from hamkor.web.pages import ACCOUNT_PAGES, PAGES

# What is open without signing in, and what a reader may send; whatever else changes something is for reviewers.
OPEN = {("GET", "/sign-in"), ("POST", "/sign-in"), ("GET", "/choose")}
OF_READERS = {"/draft", "/sign-out", "/account/password", "/account/token", "/account/token/revoke"}
PASSWORD = "quiet saxaul road"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return open_ledger(tmp_path_factory.mktemp("access") / "desk.db")


@pytest.fixture(scope="module")
def accounts(ledger: Ledger) -> Accounts:
    accounts = Accounts(ledger)
    for role in ROLES:
        accounts.add(role, role, PASSWORD)
    return accounts


@pytest.fixture(scope="module")
def app(ledger: Ledger, accounts: Accounts) -> FastAPI:
    return make_app(ledger, LockedDoor(accounts, calls=10_000), hosts=("testserver",))


def find_routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and address of everything that answers: pages, then the API."""
    for route in app.routes:
        for method in getattr(route, "methods", None) or ():
            yield method, getattr(route, "path", "")
    for path, methods in app.openapi()["paths"].items():
        yield from ((method.upper(), path) for method in methods)


def ask_all(app: FastAPI, cookie: str | None) -> dict[tuple[str, str], httpx.Response]:
    """What somebody is answered who asks for everything there is."""

    async def ask() -> dict[tuple[str, str], httpx.Response]:
        transport, headers = httpx.ASGITransport(app), {"Origin": "http://testserver"}
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver", headers=headers) as client:
            found = {}
            for method, path in find_routes(app):
                if cookie and path == "/sign-out":
                    continue  # they would be out
                cookies = {"Cookie": f"hamkor={cookie}"} if cookie else {}
                filled = re.sub(r"\{\w+\}", "x", path)
                found[method, path] = await client.request(method, filled, headers=cookies)
            return found

    return asyncio.run(ask())


def test_all_that_answers_is_among_the_routes(app: FastAPI) -> None:
    routes = set(find_routes(app))
    assert {(page.method, page.path) for page in (*PAGES, *ACCOUNT_PAGES)} < routes
    assert {f"/api{route.path}" for route in API.routes if isinstance(route, APIRoute)} < {path for _, path in routes}
    assert [route.path for route in app.routes if isinstance(route, Mount)] == ["/static"]
    nested = [route for route in app.routes if not hasattr(route, "path")]
    assert len(nested) <= 1  # the API; some versions of FastAPI spread it out


def test_nobody_gets_in_without_signing_in(app: FastAPI) -> None:
    for (method, path), answer in ask_all(app, None).items():
        if (method, path) in OPEN:
            assert answer.status_code in (200, 303, 403), path
        elif path.startswith("/api"):
            assert answer.status_code == 401, path
        elif method in SAFE:
            assert answer.headers.get("location", "").startswith("/sign-in"), path
        else:
            assert answer.status_code == 401, path


@pytest.mark.parametrize("role", ROLES)
def test_nobody_does_what_their_role_may_not(app: FastAPI, accounts: Accounts, role: str) -> None:
    for (method, path), answer in ask_all(app, accounts.begin_session(role)).items():
        allowed = allows(role, get_expected(method, path))
        refused = answer.status_code == 403 and "does not include this" in answer.text
        assert refused == (not allowed), (method, path, answer.status_code)


def get_expected(method: str, path: str) -> str:
    """The role that is needed, said here once more and otherwise than in the program."""
    if path == "/users" or path.startswith("/users/"):
        return ADMIN
    if path.startswith(("/add", "/review")):
        return REVIEWER
    return READER if method in SAFE or path in OF_READERS or path == "/sign-in" else REVIEWER


def test_what_nobody_thought_of_is_for_reviewers() -> None:
    assert find_needed("POST", "/something/new") == REVIEWER
    assert find_needed("DELETE", "/api/document") == REVIEWER
    assert find_needed("GET", "/something/new") == READER
    assert find_needed("POST", "/usersandmore") == REVIEWER
    assert find_needed("POST", "//users") == REVIEWER


@pytest.mark.parametrize("host", ["testserver:80/static/", "testserver:80/sign-in?", "testserver/static/"])
def test_what_host_says_opens_nothing(app: FastAPI, host: str) -> None:
    """An address that is put together of Host and path is not the one that is routed by."""

    async def ask(asked: FastAPI | Gate) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(asked), base_url="http://testserver") as client:
            return await client.get("/users", headers={"Host": host})

    assert asyncio.run(ask(app)).status_code == 403
    bare = Gate(app, app.state.door)  # without the guard before it
    assert asyncio.run(ask(bare)).headers["location"].startswith("/sign-in?")


def test_behind_https_the_cookie_goes_by_nothing_else(ledger: Ledger, accounts: Accounts) -> None:
    app = make_app(ledger, LockedDoor(accounts, is_secure=True), hosts=("desk.example",))

    async def sign_in() -> list[str]:
        transport, headers = httpx.ASGITransport(app), {"Origin": "https://desk.example"}
        async with httpx.AsyncClient(transport=transport, base_url="https://desk.example", headers=headers) as client:
            answer = await client.post("/sign-in", data={"name": "reader", "password": PASSWORD})
            assert (await client.get("/account")).status_code == 200
            return answer.headers.get_list("set-cookie")

    cookie = asyncio.run(sign_in())[-1]
    assert cookie.startswith("__Host-hamkor=")
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= set(cookie.split("; "))


def test_without_users_there_is_no_door(ledger: Ledger) -> None:
    app = make_app(ledger, OpenDoor("Лола"), hosts=("testserver",))
    paths = {path for _, path in find_routes(app)}
    assert not paths & {page.path for page in ACCOUNT_PAGES}
