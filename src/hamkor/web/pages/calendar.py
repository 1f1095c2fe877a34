"""What is held, planned and due: a month, lists of the past and of what comes, a file for other calendars."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import Request, Response
from starlette.datastructures import QueryParams

from hamkor.errors import UsageError
from hamkor.ledger import Filter, Ledger
from hamkor.messages import find_code, find_codes, get_language, get_text
from hamkor.model import Period
from hamkor.publish.asking import parse_time
from hamkor.publish.calendars import CalendarEntry, write_icalendar
from hamkor.publish.dated import EVENT, PROMISE, Dated, Nearest, find_dated
from hamkor.publish.places import tell_area
from hamkor.publish.times import tell_day, tell_period
from hamkor.web.cells import tell_names
from hamkor.web.pages.asked import describe_areas, read_areas
from hamkor.web.rendering import render

_NAMES = ("one", "other", "kind", "sector")
_KINDS = (EVENT, PROMISE)
_FAR = timedelta(days=366 * 2)  # that lists and files reach back and ahead
_MOST = 100  # of one list
_LOOKED_AT, _IN_A_FILE = 300, 500  # statements of each kind that lists and files are made of, before and after today
_SHORT = 80  # characters of words in an entry of a file


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month with what is on it; `is_other` for those of the months around that fill the weeks."""

    day: date
    entries: tuple[Dated, ...]
    is_other: bool
    is_today: bool


def show(request: Request) -> Response:
    """The month after `?month=`, else this one; with `?view=list` what comes and what was."""
    asked = _read_asked(request.query_params)
    if request.query_params.get("view") == "list":
        return _show_list(request, asked)
    named = request.query_params.get("month") or date.today().isoformat()[:7]
    month = Period(parse_time(named, "month").last.isoformat()[:7])
    found = _find(request, asked, month)
    vague = [one for one in found if one.time.first != one.time.last]
    days = list(_list_days(month, [one for one in found if one.time.first == one.time.last]))
    values: dict[str, Any] = {"before": _move(month.first, -1), "after": _move(month.last, 1), "month": str(month)}
    return _render(request, asked, told=tell_period(month), vague=vague, days=days, number=len(found), **values)


def _show_list(request: Request, asked: dict[str, str]) -> Response:
    past, coming = _find_around(request, asked, _LOOKED_AT)
    return _render(request, asked, told=None, coming=coming[:_MOST], past=past[::-1][:_MOST])


def _render(request: Request, asked: dict[str, str], **values: Any) -> Response:
    told: dict[str, Any] = {"tell_kind": tell_kind, "tell_state": tell_state, "tell_who": tell_who}
    sectors = find_codes("sector")
    return render(request, "calendar.html", asked=asked, kinds=_KINDS, sectors=sectors, **told, **values)


def send_file(request: Request) -> Response:
    """What is nearest to today as an iCalendar file, which calendars fetch again and again."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        key = ("calendar", str(request.url), get_language(), date.today())
        written = view.remember_things(key, lambda: _write_file(request))
    headers = {"Content-Disposition": 'attachment; filename="hamkor.ics"'}
    return Response(written, media_type="text/calendar; charset=utf-8", headers=headers)


def _write_file(request: Request) -> bytes:
    asked = _read_asked(request.query_params)
    past, coming = _find_around(request, asked, _IN_A_FILE)
    base = str(request.base_url).rstrip("/")
    entries = (_make_entry(one, base) for one in (*past, *coming))
    return write_icalendar(entries, name=_name(asked), link=f"{base}/calendar")


def _read_asked(query: QueryParams) -> dict[str, str]:
    asked = {name: value for name in _NAMES if (value := query.get(name, "").strip())}
    if (kind := asked.get("kind")) and kind not in _KINDS:
        do = get_text("error.name_one")
        raise UsageError("kind", found=repr(kind), expected=", ".join(_KINDS), do=do)
    return asked


def _find_around(request: Request, asked: dict[str, str], most: int) -> tuple[list[Dated], list[Dated]]:
    """What was and what comes within two years; of each kind so many statements, those nearest to today."""
    today = date.today()
    before = Period((today - _FAR).isoformat(), (today - timedelta(days=1)).isoformat())
    after = Period(today.isoformat(), (today + _FAR).isoformat())
    return _find(request, asked, before, Nearest(most, latest=True)), _find(request, asked, after, Nearest(most))


def _find(request: Request, asked: dict[str, str], during: Period, nearest: Nearest | None = None) -> list[Dated]:
    areas = describe_areas(read_areas(asked))
    kinds = (asked["kind"],) if "kind" in asked else _KINDS
    kinds = (PROMISE,) if "sector" in asked else kinds
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        wanted = Filter(**areas, sector=asked.get("sector"))
        return find_dated(view, during, wanted, kinds, nearest=nearest)


def _list_days(month: Period, found: list[Dated]) -> Iterator[Day]:
    """Whole weeks, from Monday on."""
    for day in Calendar().itermonthdates(month.first.year, month.first.month):
        entries = tuple(one for one in found if one.time.last == day)
        yield Day(day, entries, day.month != month.first.month, day == date.today())


def _move(edge: date, days: int) -> str:
    """The month on the other side of an edge."""
    return (edge + timedelta(days=days)).isoformat()[:7]


def _name(asked: dict[str, str]) -> str:
    areas = tell_names(asked[name] for name in ("one", "other") if name in asked)
    return f"Hamkor: {areas}" if areas else "Hamkor"


def _make_entry(one: Dated, base: str) -> CalendarEntry:
    told: Any = one.row.statement
    words = one.row.evidence.exact
    path = f"/thread/{one.thing}" if one.kind == PROMISE and one.thing else f"/statement/{one.row.id}"
    return CalendarEntry(
        uid=f"{one.id}@hamkor",
        first=one.time.first if one.kind == EVENT else one.time.last,
        last=one.time.last,
        changed=one.row.document.read_at,
        summary=f"{tell_kind(one)}: {words if len(words) <= _SHORT else words[: _SHORT - 1] + '…'}",
        description="\n".join(_describe(one)),
        categories=(get_text(f"kind.{one.kind}"), *_list_categories(told)),
        state=one.state if one.kind == EVENT else "",
        place=(told.place or tell_area(told.place_code)) if one.kind == EVENT else "",
        link=base + path,
    )


def tell_kind(one: Dated) -> str:
    """What it is in a word or two: the type of an event, that something is due."""
    told: Any = one.row.statement
    return find_code("event", told.type) if one.kind == EVENT else get_text("column.due")


def tell_state(one: Dated) -> str:
    return find_code("status" if one.kind == EVENT else "stage", one.state)


def tell_who(one: Dated) -> str:
    told: Any = one.row.statement
    return tell_names(part.name for part in told.participants) if one.kind == EVENT else tell_names(told.parties)


def _describe(one: Dated) -> Iterator[str]:
    yield " · ".join(filter(None, (tell_state(one), tell_who(one))))
    yield f"«{one.row.evidence.exact}»"
    document = one.row.document
    yield ", ".join(filter(None, (document.publisher, tell_day(document.published), document.title)))


def _list_categories(told: Any) -> tuple[str, ...]:
    sector = getattr(told, "sector", None)
    return (find_code("sector", sector),) if sector else ()
