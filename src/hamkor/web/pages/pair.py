"""Two areas: figures on a line of time, events, promises, people and sources between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from hamkor.codes import is_part_of
from hamkor.errors import NotFoundError
from hamkor.ledger import Filter, Ledger, StatementRow, View
from hamkor.messages import get_language, get_text
from hamkor.publish.followed import Promises
from hamkor.publish.standing import Stand, Standing
from hamkor.publish.tellings import count_tellings
from hamkor.web.map import read_first, show_map
from hamkor.web.pages.asked import read_areas, read_asked, read_filter
from hamkor.web.pages.cards import Card, make_card
from hamkor.web.pages.charts import draw_counted, list_counted
from hamkor.web.pictures import write_png, write_svg
from hamkor.web.rendering import render, render_part

_MOST, _MOST_OF_ALL = 300, 1000  # figures that a page takes in, the latest; where all charts are asked for
_SHOWN = 30  # events, people and documents that are looked at; the lists have them all
_TELLINGS = 100  # the latest, of which the events that are shown are told
_PROMISES = 100  # the latest tellings whose promises are listed
_CHARTS = 6
_ALL = 60  # charts, where all are asked for
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event told once or many times, as it was told last."""

    card: Card
    tellings: int


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as told last, and the id of his or her card, where there is one."""

    row: StatementRow
    thing: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The charts of two areas as they stand on the page, whether there are more.

    number     of all figures of the two; None where there are more than were taken in
    documents  the latest of those that tell them
    """

    charts: Markup
    more: bool
    number: int | None
    documents: tuple[str, ...]


def ask(request: Request) -> Response:
    """To the page of the pair that was chosen; else the map to choose one from, or the other."""
    areas = read_areas({name: request.query_params.get(name, "").strip() for name in ("one", "other")})
    if areas:
        path = f"/between/{'/'.join(areas)}" if len(areas) > 1 else f"/between?first={areas[0]}#map"
        return RedirectResponse(path, 303)
    ledger: Ledger = request.app.state.ledger
    first = read_first(request.query_params)
    with ledger.view() as view:
        return render(request, "pairs.html", map=show_map(view, first=first, path=request.url.path))


def show(request: Request, one: str, other: str) -> Response:
    """What the ledger holds between two areas, each with its regions."""
    pair, asked = _read_pair(one, other), read_asked("observation", request.query_params)
    every = bool(request.query_params.get("charts"))
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        # Found once for all who read in this language, for as long as the ledger and the day are the same.
        key = ("pair", pair, tuple(asked.items()), every, get_language(), date.today())
        found = view.remember_things(key, lambda: _find(view, pair, asked, every=every))
    return render(request, "pair.html", pair=pair, asked=asked, **found)


def _find(view: View, pair: Pair, asked: dict[str, str], *, every: bool) -> dict[str, Any]:
    """What the parts of the page show, by their names."""
    figures, days = _draw_figures(view, pair, asked, every=every), _read_days(pair, asked)
    events = list(view.find_statements("event", days, most=_TELLINGS))
    documents = list(dict.fromkeys((*(row.document.id for row in events), *figures.documents)))
    return {
        "figures": figures,
        "events": _list_events(view, events),
        "promises": _list_promises(view, days),
        "people": _list_people(view, documents[:_SHOWN], pair),
        "sources": [(row.name or "–", row.documents) for row in view.count_publishers(days)],
    }


def _draw_figures(view: View, pair: Pair, asked: dict[str, str], *, every: bool) -> Figures:
    most, charts = (_MOST_OF_ALL, _ALL) if every else (_MOST, _CHARTS)
    figures = _find_figures(view, pair, asked, most)
    counted, has_all = list_counted(figures), len(figures) < most
    drawn = list(draw_counted(view, counted[:charts]))
    written = render_part("pair/charts.html", charts=drawn, path=f"/between/{'/'.join(pair)}", asked=asked)
    documents = tuple(dict.fromkeys(row.document.id for row in figures))[:_SHOWN]
    more = not every and not (has_all and len(counted) == len(drawn))
    return Figures(written, more, len(figures) if has_all else None, documents)


def make_picture(form: str) -> Callable[..., Response]:
    """The chart after `?chart=` as a file."""

    def send(request: Request, one: str, other: str) -> Response:
        key = request.query_params.get("chart", "")
        svg = _load_picture(request, _read_pair(one, other), key)
        name = f"{one}-{other}-{key.partition('~')[0]}.{form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(svg if form == "svg" else write_png(svg), media_type=PICTURES[form], headers=headers)

    return send


def _load_picture(request: Request, pair: Pair, key: str) -> str:
    """A chart as a file that this reader can read, drawn once as the page is."""
    asked = read_asked("observation", request.query_params)
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        named = ("picture of a pair", pair, tuple(asked.items()), key, get_language(), date.today())
        return view.remember_things(named, lambda: _draw_picture(view, pair, asked, key))


def _draw_picture(view: View, pair: Pair, asked: dict[str, str], key: str) -> str:
    """Of the figures that the page shows, else of those that it shows with all charts."""
    for most in (_MOST, _MOST_OF_ALL):
        counted = list_counted(_find_figures(view, pair, asked, most))
        for drawn in draw_counted(view, [one for one in counted if one.key == key]):
            return write_svg(drawn.chart)
    expected, do = get_text("page.chart.one"), get_text("page.chart.choose")
    raise NotFoundError("chart", found=repr(key), expected=expected, do=do)


def _read_pair(one: str, other: str) -> Pair:
    first, second = read_areas({"one": one, "other": other})
    return first, second


def _find_figures(view: View, pair: Pair, asked: dict[str, str], most: int) -> list[StatementRow]:
    wanted = read_filter({**asked, "one": pair[0], "other": pair[1], "newest_first": "1"})
    return list(view.find_statements("observation", wanted, most=most))


def _read_days(pair: Pair, asked: dict[str, str]) -> Filter:
    return Filter(between=pair, since=asked.get("since"), until=asked.get("until"), newest_first=True)


def _list_events(view: View, rows: Sequence[StatementRow]) -> list[Happening]:
    """Each event once, the latest by its own day first."""
    things = view.find_things_of([row.id for row in rows])
    once = {things.get(row.id, row.id): row for row in reversed(rows)}
    found = sorted(once.values(), key=_get_last, reverse=True)[:_SHOWN]
    return [Happening(make_card(row), row.told.documents if row.told else 1) for row in count_tellings(view, found)]


def _get_last(row: StatementRow) -> str:
    event: Any = row.statement
    return event.date.last.isoformat() if event.date else (row.document.published or "")[:10]


def _list_promises(view: View, days: Filter) -> dict[str, list[Stand]]:
    """Promises by sector, in each those that are overdue first, then by stage; of all that were told in these days."""
    told = [row.id for row in view.find_statements("commitment", days, most=_PROMISES)]
    things = frozenset(view.find_things_of(told).values())
    found: defaultdict[str, list[Stand]] = defaultdict(list)
    for stand in Promises(view, date.today(), Standing(), among=things).find():
        found[stand.sector].append(stand)
    for threads in found.values():
        threads.sort(key=lambda thread: (not thread.followed.overdue, thread.followed.stage))
    return dict(sorted(found.items()))


def _list_people(view: View, documents: Sequence[str], pair: Pair) -> list[Someone]:
    """Who of either side is named in these documents, each once, as told last."""
    named = view.find_statements("person", Filter(documents=tuple(documents), newest_first=True))
    own = [row for row in named if _is_of(row, pair)]
    things = view.find_things_of([row.id for row in own])
    found: dict[str, Someone] = {}
    for row in own:
        thing = things.get(row.id)
        found.setdefault(thing or row.statement.name, Someone(row, thing))  # type: ignore[union-attr]
    return list(found.values())[:_SHOWN]


def _is_of(row: StatementRow, pair: Pair) -> bool:
    person: Any = row.statement
    return bool(person.area and person.position) and any(is_part_of(person.area, area) for area in pair)
