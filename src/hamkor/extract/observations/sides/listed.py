"""Partners listed with their figures in brackets: “China (18.5%), Russia (15.8%) and Kazakhstan (8.5%)”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import ROW, Figure, Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.trade import find_next_to_figures
from hamkor.extract.observations.words import IndicatorWord
from hamkor.extract.parts import AreaMention

_KINDS = ("area", "adjective")
_IN_BRACKETS = re.compile(r"([\ue011\ue012])\s*\(\s*[^\w()]?\s*([\ue000-\ue006])")
_SENT = "exports"
_AREA = "\ue011"
_TOWARDS = ("with", "to", "from", "among", "on")  # roles of partners, not of whose the trade is


def is_listed(figure: Figure) -> bool:
    """Whether a figure stands in brackets after a partner, in a list of two or more."""
    partners = _find_partners(figure.line)
    return figure.place in partners and len(partners) > 1


def get_listed(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides | None:
    """Whose a figure is that stands in brackets after a partner, in a list of two or more; None of any other figure.

    The owner is whom the sentence names beside the list, else whom the document is about, else the home of its
    language. Of those who bought or sent, themselves, the owner is the other side.
    """
    partners = _find_partners(figure.line)
    code = partners.get(figure.place)
    if code is None or len(partners) < 2:
        stands = indicator.name in SORTS.standing and not _goes_on(figure, indicator.name, story)
        return None if stands else _get_of_row(figure, indicator, story)
    listed = {get_country(other) for other in partners.values()}
    trade = [story.trade.owner] if story.trade else []
    owners = (*trade, *_list_owners(figure.line, partners), *_list_told(figure, story), story.home)
    owner = next((o for o in owners if o and get_country(o) not in listed), None)
    if owner is None:
        return None
    return Sides(code, owner) if _act(figure.line, partners) else Sides(owner, code)


def _goes_on(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether rows go on with people of whom all were just told («35 ming talaba. Yetakchi davlatlar: …»)."""
    before = story.drafts[-1] if story.drafts else None
    return bool(before and figure.quantity.unit == before.size.unit == "person" and before.indicator == indicator)


def _get_of_row(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides | None:
    """«· Rossiya – 609,7 ming nafar»: the country of a row is with whom the list is of; None where nothing tells whose.

    Whose it is tells the sentence that opens the list with a colon, else the figure before this one.
    """
    line = figure.line
    if story.opener is None or figure.place != line.figures[0] or not ROW.match(line.scene.text):
        return None
    parts = [p for _, p in line.parts(0, figure.place, "area") if p.value.sort == "country" and len(p.value.codes) == 1]
    colon = story.opener.scene.text.rstrip().endswith(":")
    named = story.opener.parts(0, len(story.opener.scene.text), "area") if colon else []
    opening = [c for _, p in named for c in p.value.codes]
    owner = [*opening[:1], *(d.sides.ref for d in story.drafts[-1:])][:1]
    if not parts or not owner or owner[0] is None or get_country(owner[0]) in parts[0].value.codes:
        return None
    sent = indicator.name == _SENT and bool(named) and get_role(story.opener, named[0][0]) == "to"
    code = parts[0].value.codes[0]
    return Sides(code, owner[0]) if sent else Sides(owner[0], code)  # «O'zbekistonga … yetkazib bergan davlatlar: …»


def _act(line: Line, partners: Mapping[int, str]) -> bool:
    """Where verbs stand last: whether those listed do it themselves; the last of them would bear the ending."""
    last, end = line.scene.text.rfind(_AREA, 0, max(partners)), len(line.scene.text)
    trade = any(c.indicator and c.indicator.role for c in line.indicators(max(partners), end))
    return line.words.verb_last and trade and get_role(line, last) == "by"


def _find_partners(line: Line) -> Mapping[int, str]:
    """By the place of a figure in brackets, the country right before it; or the region of the one nation listed.

    Regions are partners where goods come from or go to them («из Самарской (31%), Саратовской (24%) областей»), or
    where the sentence names an area of another nation.
    """
    if not line.brackets:
        return {}
    told = [(met, line.scene.part_at(met.start(1))) for met in _IN_BRACKETS.finditer(line.scene.text)]
    areas = {met.start(2): p.value for met, p in told if p and p.kind in _KINDS and len(p.value.codes) == 1}
    countries = {at: area.codes[0] for at, area in areas.items() if area.sort == "country"}
    return countries or (_list_regions(line, areas) if len(areas) > 1 else {})


def _list_regions(line: Line, areas: Mapping[int, AreaMention]) -> Mapping[int, str]:
    regions = {at: area.codes[0] for at, area in areas.items() if "-" in area.codes[0]}
    nations = {get_country(code) for code in regions.values()}
    parts = line.parts(0, len(line.scene.text), *_KINDS)
    apart = {get_country(c) for _, p in parts for c in p.value.codes} - nations
    first = next((at for at, p in parts if set(p.value.codes) & set(regions.values())), 0)
    preposition = line.scene.text[:first].split()[-1:]  # it governs adjectives, too
    moved = {get_role(line, first), *map(line.words.roles.get, preposition)} & {"from", "to"}
    return regions if len(nations) == 1 and (apart or moved) else {}


def _list_owners(line: Line, partners: Mapping[int, str]) -> list[str]:
    named = line.parts(max(partners), len(line.scene.text), "area", "adjective")
    named += line.parts(0, min(partners), "area", "adjective")
    listed = find_next_to_figures(line)
    owners = [(at, p) for at, p in reversed(named) if at not in listed and get_role(line, at) not in _TOWARDS]
    return [code for _, part in owners for code in part.value.codes]


def _list_told(figure: Figure, story: Story) -> list[str | None]:
    before = story.in_paragraph(figure)
    return [before.sides.ref if before else None, story.focus.sides.ref]
