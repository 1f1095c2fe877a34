"""Sides that words tell by themselves: a figure pointed back at, who came where, of whom the whole is."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import PLACE, get_role
from hamkor.extract.observations.sides.gathering import find_met
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.words import IndicatorWord

_TWO = 2
_NEXT = 4  # characters to the next of a list


def get_told_pair(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """The sides that words tell: those who meet, the figure pointed back at, who came where."""
    pointed = find_met(figure, indicator.name, named, story) or _get_pointed(figure, named, story)
    pointed = pointed or _get_comers(figure, indicator.name) or _get_of_told(figure, indicator, named, story)
    return pointed or _of_several(figure, named)


def _get_pointed(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
    """«Это 9,8% торговли двух стран»: a share that begins by pointing back is that of the figure before it."""
    before, cues = story.in_paragraph(figure), figure.cues("previous")
    if before is None or story.in_sentence(figure) or figure.given.get("measure") != "share" or not cues:
        return None
    first = min(cue.start for cue in cues)
    own = {get_country(before.sides.ref), get_country(before.sides.counterpart)}
    apart = any(n.at < first or get_country(n.code) not in own for n in named)
    return before.sides if before.sides.both and first < figure.place and not apart else None


def get_reversed(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """«В обратную сторону съездили 3 млн»: the sides of the figure before, the other way round."""
    told = figure.cues("reversed") and not figure.line.parts(figure.before[0], figure.after[1], "area")
    back = indicator not in TRADE or bool(figure.cues("return"))  # other exports that turn are told as imports
    before = story.in_paragraph(figure) if told and back else None
    same = before is not None and before.indicator == indicator and before.sides.both
    return Sides(before.sides.counterpart, before.sides.ref) if before and same else None


def _get_comers(figure: Figure, indicator: str) -> Sides | None:
    """«В клиниках Ташкента лечились 2,4 тыс. пациентов из Таджикистана»: people of where they are and come from."""
    line, end = figure.line, figure.after[1]
    if figure.quantity.unit != "person" or indicator in SORTS.flows or line.parts(end, end + _NEXT, "area"):
        return None
    areas = [(at, p) for at, p in line.parts(figure.before[0], end, "area") if not line.is_base(at)]
    places = [c for at, p in areas if get_role(line, at) in (*PLACE, "at") for c in p.value.codes]
    origins = [c for at, p in areas if get_role(line, at) == "from" for c in p.value.codes]
    apart = len(places) == len(origins) == 1 and get_country(places[0]) != get_country(origins[0])
    return Sides(places[0], origins[0]) if apart and len(areas) == _TWO else None


def _get_of_told(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """«Из них 1310 — в Алматы»: of what the figure before counts of two sides, what is in a region of one of them.

    Or in all of its country («всего по Узбекистану таких компаний …»).
    """
    before, codes = story.drafts[-1] if story.drafts else None, {n.code for n in named}
    if before is None or before.indicator != indicator.name or len(codes) != 1 or not before.sides.both:
        return None
    region, line = codes.pop(), figure.line
    others = [c for c in (before.sides.ref, before.sides.counterpart) if get_country(c) != get_country(region)]
    pointed = line.between(0, figure.place, "sum") or line.between(*figure.before, "previous")
    told = pointed if "-" in (region or "") else figure.cues("such")
    counts = figure.part.kind in ("count", "number") and len(others) == 1
    beside = _is_beside(figure, region, before, story)
    return Sides(region, others[0]) if (told or beside) and counts else None


def _is_beside(figure: Figure, region: str | None, before: Draft, story: Story) -> bool:
    """«В Ташкенте их 704, в Ташкентской области 187»: in another region of one country, of the same other side."""
    own = before.sides.ref if get_country(before.sides.ref) == get_country(region) else before.sides.counterpart
    regions = region != own and "-" in (region or "") and "-" in (own or "")
    return bool(story.in_sentence(figure)) and regions and get_country(own) == get_country(region)


def _of_several(figure: Figure, named: Sequence[Named]) -> Sides | None:
    """“China and Russia account for 15% of Uzbekistan's exports”: of whom the whole is, with nobody alone."""
    line, holders = figure.line, {get_country(n.code) for n in named if n.role == "on"}
    if figure.given.get("measure") != "share" or len(holders) < _TWO or any(n.role != "on" for n in named):
        return None
    areas = line.parts(*figure.after, "area", "adjective")
    owner = [c for at, part in areas if is_total(figure, at) for c in part.value.codes]
    return Sides(owner[0]) if len(owner) == 1 else None
