"""What the regions of one country have with another: latest figure, growth, verdict, meetings, open promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hamkor.codes.areas import find_regions, get_area
from hamkor.ledger import Filter, Order, StatementRow, View
from hamkor.publish.judged import Judged
from hamkor.resolve.following import ENDED

FIGURE = "trade_turnover"
_LATEST = Order("time_period", descending=True)
_WANTED = frozenset(("level", "change"))
_MOST = 60  # of its latest figures in which a region's level and growth are looked for


@dataclass(frozen=True, slots=True)
class Region:
    """What a region has with the other country; figures are the latest by the end of their time.

    verdict            of the level
    meetings, promises how many events were held, and how many promises are neither kept nor cancelled
    """

    code: str
    level: StatementRow | None
    growth: StatementRow | None
    verdict: str | None
    meetings: int
    promises: int


def load_regions(view: View, country: str, partner: str) -> tuple[Region, ...]:
    """The regions of today of which anything is known with the partner; found once while the ledger is the same."""
    codes = tuple(code for code in find_regions(country) if get_area(code).stood_on(date.today()))
    return view.remember_things(("regions", codes, partner), lambda: tuple(_find_regions(view, codes, partner)))


def _find_regions(view: View, codes: Sequence[str], partner: str) -> Iterator[Region]:
    held = view.count_things("event", codes, with_area=partner, stages=("held",))
    promised = view.count_things("commitment", codes, with_area=partner, never=tuple(sorted(ENDED)))
    known = view.count_areas(with_area=partner)
    latest = {code: _find_latest(view, code, partner) for code in codes if code in known}
    judged = Judged(view)
    judged.load(level for level, _ in latest.values() if level)
    for code, (level, growth) in latest.items():
        verdict = judged.get(level) if level else None
        yield Region(code, level, growth, verdict, held.get(code, 0), promised.get(code, 0))


def _find_latest(view: View, region: str, partner: str) -> tuple[StatementRow | None, StatementRow | None]:
    """The latest level and growth of a region's trade: with the whole country, else with a region of it."""
    whole = Filter(between=(region, partner), exactly=True, indicator=FIGURE, order=_LATEST)
    found = _pick_latest(view, whole) or _pick_latest(view, replace(whole, exactly=False))
    return found.get("level"), found.get("change")


def _pick_latest(view: View, asked: Filter) -> dict[str, StatementRow]:
    """The first of each measure, read no further than needed."""
    found: dict[str, StatementRow] = {}
    for row in view.find_statements("observation", asked, most=_MOST):
        if _counts(row):
            found.setdefault(row.statement.measure, row)  # type: ignore[union-attr]
            if found.keys() >= _WANTED:
                break
    return found


def _counts(row: StatementRow) -> bool:
    figure: Any = row.statement
    return figure.status == "actual" and not figure.subject and figure.time_period is not None
