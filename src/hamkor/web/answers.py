"""What is answered where something went wrong or may not be: in the form asked for, in the reader's language."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from hamkor.errors import HamkorError, LedgerError, NotFoundError, UsageError
from hamkor.ledger import ChangedMeanwhileError, RefusedError, Review
from hamkor.messages import get_text, tell_error
from hamkor.publish.times import tell_day
from hamkor.web.access import SAFE, SIGN_IN, is_api
from hamkor.web.door import WaitError
from hamkor.web.links import with_query
from hamkor.web.rendering import render, write_here

# The first that fits counts.
_STATUS: dict[type[HamkorError], int] = {
    WaitError: 429,
    UsageError: 400,
    ChangedMeanwhileError: 409,
    RefusedError: 400,
    NotFoundError: 404,
    LedgerError: 503,
}


def tell(request: Request, error: Exception) -> Response:
    """An error of ours."""
    assert isinstance(error, HamkorError)
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 422)
    answer = _tell(request, error, status)
    if isinstance(error, WaitError):
        answer.headers["Retry-After"] = str(error.seconds)
    return answer


def _tell(request: Request, error: HamkorError, status: int) -> Response:
    if is_api(request.scope["path"]):
        parts = {"place": error.place, "found": error.found, "expected": error.expected, "do": error.do}
        return JSONResponse({"detail": tell_error(error), **parts}, status)
    said = error.meanwhile if isinstance(error, ChangedMeanwhileError) else None
    told = _tell_review(said) if said else tell_error(error)
    return render(request, "error.html", status=status, told=told, document=said and said.document_id)


def _tell_review(said: Review) -> str:
    """What somebody said of a statement while another looked at it."""
    done = get_text(f"page.review.done.{said.action}")
    return get_text("page.review.meanwhile", by=said.by, done=done, day=tell_day(said.at))


def tell_missing(request: Request, _: Exception) -> Response:
    if is_api(request.scope["path"]):
        return JSONResponse({"detail": "Not Found"}, 404)
    return render(request, "error.html", status=404, told=None)


def refuse(request: Request, text: str) -> Response:
    """They are known, and may not."""
    if is_api(request.scope["path"]):
        return JSONResponse({"detail": text}, 403)
    return render(request, "error.html", status=403, told=text)


def ask_to_sign_in(request: Request) -> Response:
    """Nobody knows who asks: a page leads to the door and back; what was written in a form is not lost."""
    if is_api(request.scope["path"]):
        return JSONResponse({"detail": get_text("page.sign_in.token")}, 401, {"WWW-Authenticate": "Bearer"})
    if "hx-request" in request.headers:  # a part of a page that stands in a browser: the page goes to the door
        return Response(status_code=401, headers={"HX-Redirect": SIGN_IN})
    if request.method in SAFE:
        return RedirectResponse(with_query(SIGN_IN, back=write_here(request)), 303)
    return render(request, "error.html", status=401, told=get_text("page.sign_in.over"))
