"""The partner whom the sentence before names, where it tells of a trade without a figure: the next gives the figures.

«Көрші Қырғызстанға сатылған астық көбейді. Бұрын 85 мың тонна болса, қазір 150 мың тонна.»
"""

from __future__ import annotations

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.terms import TRADE, TRADERS
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import says

# How the partner of a trade stands in its sentence: what goes to one, comes from one.
_TOWARDS = {"exports": ("to", "with"), "imports": ("from", "with"), "trade_turnover": ("to", "from", "with")}
_ALLIED = ("allied", "partnered", "ranked")  # whom a sentence calls a partner, or puts first among them
_OTHERS = (
    "mutual",
    "states",
    "region",
    "regions",
    "nation",
    "group",
    "large",
    "whole",
    "alone",
)  # words for another whole


def get_told_before(figure: Figure, indicator: str, frame: Sides, story: Story) -> Sides | None:
    """The frame's first side with the one partner that the sentence before names; None of any other figure."""
    line = story.before
    if indicator not in TRADE or line is None or line.figures or not story.is_in_paragraph(figure.line):
        return None
    if figure.line.parts(0, len(figure.line.scene.text), "area", "adjective") or any(says(figure, s) for s in _OTHERS):
        return None
    allied = _get_allied(line, story)
    if allied:
        return allied
    owner = next((code for code in (frame.ref, story.focus.sides.ref, story.words.home) if code), None)
    partner = _get_partner(line, owner, indicator)
    return Sides(owner, partner) if owner and partner else None


def _get_allied(line: Line, story: Story) -> Sides | None:
    """«Казахстан — один из партнёров нашего региона»: the document's region and the one country that is its partner."""
    end = len(line.scene.text)
    codes = {get_country(c) for at, p in line.parts(0, end, "area") if not line.is_base(at) for c in p.value.codes}
    allied = any(line.between(0, end, sort) for sort in _ALLIED)
    if len(codes) != 1 or not allied or not line.between(0, end, "region"):
        return None
    country, focus = codes.pop(), story.focus
    own = (focus.sides.ref, focus.sides.counterpart, focus.regions.ref, focus.regions.counterpart, story.region)
    region = next((code for code in own if code and "-" in code and get_country(code) != country), None)
    return Sides(region, country) if region else None


def _get_partner(line: Line, owner: str | None, indicator: str) -> str | None:
    """The one area that a sentence on trade names as where it goes, where it comes from, with whom it is."""
    words = [c.indicator for c in line.indicators(0, len(line.scene.text)) if c.indicator]
    if not any(word.name in TRADE or word.role in TRADERS for word in words):
        return None
    areas = [(at, p) for at, p in line.parts(0, len(line.scene.text), "area", "adjective") if not line.is_base(at)]
    others = [(at, c) for at, p in areas for c in p.value.codes if get_country(c) != get_country(owner)]
    alone = len(others) == 1 and get_role(line, others[0][0]) in _TOWARDS[indicator]
    return others[0][1] if alone else None
