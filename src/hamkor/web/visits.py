"""When a reader was here last: two moments in a cookie, so that nobody needs an account to be told what is new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.requests import HTTPConnection
from starlette.responses import Response

COOKIE = "seen"
_APART = timedelta(minutes=30)  # without a look at the first page, after which one visit has ended
_YEAR_S = 365 * 24 * 3600
_FORM = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?_(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")


@dataclass(frozen=True, slots=True)
class Visit:
    """This visit: when the one before ended (None: there was none), and now."""

    before: str | None
    now: str

    def remember(self, answer: Response) -> None:
        """Let the browser keep it."""
        value = f"{self.before or ''}_{self.now}"
        answer.set_cookie(COOKIE, value, max_age=_YEAR_S, httponly=True, samesite="lax")


def find_visit(asked: HTTPConnection, now: datetime | None = None) -> Visit:
    """The visit that this question belongs to; what the cookie cannot have got from us counts as a first visit."""
    moment = now or datetime.now(UTC)
    told, kept = moment.strftime("%Y-%m-%dT%H:%M:%SZ"), _FORM.fullmatch(asked.cookies.get(COOKIE, ""))
    if kept is None:
        return Visit(None, told)
    before, last = kept.groups()
    return Visit(before if moment - _read(last, moment) < _APART else last, told)


def _read(text: str, moment: datetime) -> datetime:
    """A moment of a cookie; one that there never was counts as now."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return moment
