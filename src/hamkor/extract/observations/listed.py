"""Partners listed with their figures in brackets: “China (18.5%), Russia (15.8%) and Kazakhstan (8.5%)”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role

_IN_BRACKETS = re.compile(r"(\ue011)\s*\(\s*[^\w()]?\s*([\ue000-\ue006])")
_TOWARDS = ("with", "to", "from", "among", "on")  # roles of partners, not of whose the trade is


def get_listed(figure: Figure, story: Story) -> Sides | None:
    """Whose a figure is that stands in brackets after a partner, in a list of two or more; None of any other figure.

    The owner is who the sentence names before the list, else whom the document is about, else the home of its language.
    """
    partners = _find_partners(figure.line)
    code = partners.get(figure.place)
    if code is None or len(partners) < 2:
        return None
    listed = {get_country(other) for other in partners.values()}
    owners = (*_list_owners(figure.line, min(partners)), *_list_told(figure, story), story.words.home)
    owner = next((o for o in owners if o and get_country(o) not in listed), None)
    return Sides(owner, code) if owner else None


def _find_partners(line: Line) -> Mapping[int, str]:
    """By the place of a figure in brackets, the country right before it."""
    if not line.brackets:
        return {}
    found = {}
    for met in _IN_BRACKETS.finditer(line.scene.text):
        part = line.scene.part_at(met.start(1))
        if part and part.kind == "area" and len(part.value.codes) == 1 and part.value.sort == "country":
            found[met.start(2)] = part.value.codes[0]
    return found


def _list_owners(line: Line, end: int) -> list[str]:
    named = line.parts(0, end, "area", "adjective")
    return [c for at, p in reversed(named) if get_role(line, at) not in _TOWARDS for c in p.value.codes]


def _list_told(figure: Figure, story: Story) -> list[str | None]:
    before = story.in_paragraph(figure)
    return [before.sides.ref if before else None, story.focus.sides.ref]
