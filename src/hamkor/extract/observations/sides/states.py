"""Cities that stand for their states: who trades, buys and sends is told by the capital («Ташкент купил …»)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure, Line

if TYPE_CHECKING:
    from hamkor.extract.observations.sides.named import Named

_ACTS = 20  # characters from a name to the verb of which it is the subject
_PAIR = 2
_DASH = re.compile(r"\s*—")
_ACTING = frozenset(("actual", "target"))
_SHARES = ("fraction", "percent")


def raise_states(named: list[Named], figure: Figure, indicator: str, story: Story) -> list[Named]:
    """What was named, with the state in place of each city that stands for one."""
    told = [_of_acting(n, figure, story) for n in _of_pair(named, figure, indicator, story)]
    if _is_share_of_states(figure.line, indicator, named):
        return told
    return [_raise(n, indicator, named, story) for n in told]


def keep_part(sides: Sides, figure: Figure, indicator: str, story: Story) -> Sides:
    """«… 850 млн, это пятая часть торговли двух стран»: the share is the city's, whose trade the sentence told."""
    before = story.in_sentence(figure)
    whole = _get_of_wider(figure, before) if before and before.part_of else None
    if whole:
        return whole
    if before is None or before.indicator != indicator or not figure.cues("states"):
        return sides
    told = (before.sides.ref, before.sides.counterpart)
    wider = sides.both and {get_country(code) for code in told} == {sides.ref, sides.counterpart} != set(told)
    return before.sides if wider else sides


def _get_of_wider(figure: Figure, before: Draft) -> Sides | None:
    """«Доля B в торговле области — 14%, а в торговле всего A — 3%»: a second share, of the region's country."""
    line, (start, end) = figure.line, figure.before
    wholes = {c for at, p in line.parts(start, end, "area") if is_total(figure, at) for c in p.value.codes}
    country = wholes.pop() if len(wholes) == 1 else None
    wider = country == get_country(before.sides.ref) != before.sides.ref and before.size.measure == "share"
    return Sides(country, before.sides.counterpart) if wider and before.sides.both else None


def _of_pair(named: list[Named], figure: Figure, indicator: str, story: Story) -> list[Named]:
    """«Товарооборот между Ташкентом и Астаной»: two capitals that trade are their states, unless told as cities.

    As such they are told where their own mayors act.
    """
    cities = [n for n in named if n.noun and n.sort == "city" and is_capital(str(n.code))]
    apart = len({get_country(n.code) for n in cities}) == len(named) == _PAIR
    mayors = {n.code for n in cities} <= story.focus.local
    if indicator != TURNOVER or not apart or mayors or figure.cues("region"):
        return named
    return [replace(n, code=get_country(n.code), sort="country") for n in cities]


def _is_share_of_states(line: Line, indicator: str, named: list[Named]) -> bool:
    """«Товарооборот Ташкента с Казахстаном … это пятая часть всей торговли двух стран»: then the city is no state.

    Two capitals that trade are the two states all the same.
    """
    end = len(line.scene.text)
    if indicator != TURNOVER or len(named) != _PAIR or not line.between(0, end, "states"):
        return False
    told = [c for c in line.indicators(0, end) if c.indicator and c.indicator.name == indicator]
    cities = sum(n.sort == "city" for n in named)
    return cities == 1 and len(told) > 1 and bool(line.parts(0, end, *_SHARES))


def _raise(named: Named, indicator: str, others: list[Named], story: Story) -> Named:
    """A city of the other side's country is that country, for what is sent there, where the country is the side.

    Only a capital is, where it trades or sends: a trade between a city and a country is the city's own.
    """
    country, sides = get_country(named.code), story.focus.sides
    told = named.sort == "city" and named.role not in ("at", "in")
    if not told or indicator not in SORTS.sent or country not in (sides.ref, sides.counterpart):
        return named
    sends = indicator in SORTS.apart and (
        named.role == "by"  # «Кызылорда отправила …»: its own
        or (named.role == "from" and indicator == HALVES[0] and not is_capital(str(named.code)))
    )
    own = indicator == TURNOVER or sends
    if own and not (sides.both and is_capital(str(named.code))):
        return named  # of a text about one country alone, its capital is one of its regions
    alone = all(n is named or n.sort != "city" or not n.noun or (own and is_capital(str(n.code))) for n in others)
    return replace(named, code=country) if alone else named


def _of_acting(named: Named, figure: Figure, story: Story) -> Named:
    """«Ташкент купил …», «Бишкек выделит …»: the capital that acts, in its own form, is the state that is a side."""
    line, sides, country = figure.line, story.focus.sides, get_country(named.code)
    part = line.area_at(named.at)
    city = named.sort == "city" and named.noun and is_capital(str(named.code)) and part is not None
    if not (city and sides.both and country in (sides.ref, sides.counterpart)):
        return named
    own = part is not None and part.value.is_nominative(part.span.within(line.folded))
    placed = line.words.roles.get(line.scene.text[: named.at].rstrip().rpartition(" ")[2])
    acts = any(c.sorts & _ACTING for c in line.cues if named.at < c.start < named.at + _ACTS)
    acts = acts or bool(_DASH.match(line.scene.text, named.at + 1))
    return replace(named, code=country, role="by") if own and acts and not placed else named
