"""Nothing is answered before it is known who asks and that they may."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hamkor.errors import HamkorError
from hamkor.messages import get_text
from hamkor.users import Caller
from hamkor.web.access import ACCOUNT, SAFE, find_needed, is_api, is_own, may
from hamkor.web.answers import ask_to_sign_in, refuse, tell
from hamkor.web.door import Door


class Gate:
    """Finds who asks (`request.state.who`) and refuses what their role may not."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refusal = await self._find_refusal(request)
        await (refusal or self._app)(scope, receive, _keep_private(send, request))

    async def _find_refusal(self, request: Request) -> Response | None:
        request.state.who = None
        if request.scope["path"].startswith("/static/"):
            return None
        try:
            request.state.who = await run_in_threadpool(self._door.find_caller, request)
        except HamkorError as error:
            return tell(request, error)
        return check(request, request.state.who)


def check(request: Request, who: Caller | None) -> Response | None:
    """What is answered instead, where they may not."""
    path = request.scope["path"]  # as it is routed by; `request.url` is put together with what Host says
    if who is None:
        return ask_to_sign_in(request) if find_needed(request.method, path) else None
    if not may(who, path, request.method):
        return refuse(request, get_text("page.refused.role", role=get_text(f"page.role.{who.role}")))
    if who.must_change and not is_own(path):
        return refuse(request, get_text("page.refused.password")) if is_api(path) else RedirectResponse(ACCOUNT, 303)
    if _is_forgeable(request, who):
        return refuse(request, get_text("page.refused.origin"))
    return None


def _is_forgeable(request: Request, who: Caller) -> bool:
    """Whether a change comes with a session's cookie and without a word of which site asks: no browser does that."""
    told = "origin" in request.headers or "sec-fetch-site" in request.headers
    return who.digest is not None and not who.is_program and request.method not in SAFE and not told


def _keep_private(send: Send, request: Request) -> Send:
    """What somebody saw is not shown from a store to whoever sits there next."""

    async def send_private(message: Message) -> None:
        if message["type"] == "http.response.start" and getattr(request.state.who, "digest", None):
            MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
        await send(message)

    return send_private
