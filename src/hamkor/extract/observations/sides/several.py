"""Partners named in one breath before a figure: “from Russia, China and Turkey”, «Tojikiston va Qozog'istondan»."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.stretches import find_respective

_TOWARDS = ("from", "to")
_WORD = re.compile(r"\w+")
_TWO = 2


def list_several(figure: Figure, *kinds: str) -> tuple[str, ...]:
    """The countries told in one breath before a figure, all of which goods or people come from, or go to.

    kinds  parts that tell countries beside their names: the adjective of people who came (“Turkish and Chinese guests”)
    """
    return _list_towards(figure, *figure.before, *kinds)


def _list_towards(figure: Figure, start: int, end: int, *kinds: str) -> tuple[str, ...]:
    told: tuple[str, ...] = ()
    for run in _list_runs(figure, start, end, *kinds):
        codes = tuple(dict.fromkeys(code for _, code, role in run if role in _TOWARDS))
        told = codes if len(codes) >= _TWO else told
    return told


def list_alike(figure: Figure) -> tuple[str, ...]:
    """The countries, or else the regions, told in one breath before a figure, else behind it, whatever they do."""
    end = len(figure.line.scene.text) if figure.line.figures[-1] == figure.place else figure.after[1]
    for stretch in (figure.before, (figure.after[0], end)):
        for regions in (False, True):
            runs = [[code for _, code, _ in run] for run in _list_runs(figure, *stretch, regions=regions)]
            several = [tuple(dict.fromkeys(run)) for run in runs if len(set(run)) >= _TWO]
            if several:
                return several[-1] if stretch is figure.before else several[0]
    return ()


def _list_behind(figure: Figure) -> set[str]:
    """The same behind the last figure of a sentence: «90 % приезжают из A, B и C», “10 percent are from A and B”."""
    if figure.line.figures[-1] != figure.place:
        return set()
    return set(_list_towards(figure, figure.after[0], len(figure.line.scene.text)))


def _list_runs(
    figure: Figure, start: int, end: int, *kinds: str, regions: bool = False
) -> list[list[tuple[int, str, str]]]:
    """Countries (or else regions) of a stretch with place and role, those of one role told in one breath together."""
    line, runs = figure.line, list[list[tuple[int, str, str]]]()
    for at, part in line.parts(start, end, "area", *kinds):
        if len(part.value.codes) != 1 or ("-" in part.value.codes[0]) != regions or line.is_base(at):
            continue
        role = "from" if part.kind == "adjective" else get_role(line, at)
        last = runs[-1][-1] if runs else None
        breath = last is not None and _is_breath(line.scene.text[last[0] + 1 : at], line.words.joints)
        if last and breath and role == "by":
            role = last[2]  # a preposition governs all of a list («из A, B и C»)
        one = (at, part.value.codes[0], role)
        runs.append([*runs.pop(), one] if last and breath and last[2] == role else [one])
    return runs


def _list_after(figure: Figure) -> set[str]:
    """Three countries or more told in one breath after things that are counted («20 ta hamkori orasida A, B va C»)."""
    runs = [run for run in _list_runs(figure, figure.after[0], len(figure.line.scene.text)) if len(run) > _TWO]
    return {code for _, code, _ in runs[0]} if runs and figure.line.figures[-1] == figure.place else set()


def _is_breath(between: str, joints: frozenset[str]) -> bool:
    """Whether nothing but a comma or an "and" stands between two areas."""
    words = _WORD.findall(between)
    return ("," in between or bool(words)) and all(word in joints for word in words)


def get_of_several(figure: Figure, indicator: str, frame: Sides, story: Story) -> Sides | None:
    """Whose a flow is that several partners have together: with none of them alone.

    The owner is named beside them, else that of the figure before, of the document, of the text.
    """
    if find_respective(figure) is not None:
        return None
    counted = figure.part.kind == "count" and indicator not in SORTS.people
    share = figure.part.kind in ("percent", "fraction") and figure.given.get("measure", "share") == "share"
    kinds = ("adjective",) if indicator in SORTS.hosted else ()
    towards = set(list_several(figure, *kinds)) or _list_behind(figure)
    several = towards if share or indicator in SORTS.flows else set()
    several = several or (_list_after(figure) if counted else set())
    if not several:
        return _get_of_regions(figure, indicator, frame, story)
    named = [c for _, p in figure.line.parts(figure.before[0], figure.after[1], "area") for c in p.value.codes]
    told = () if story.focus.countries.ref in several else (frame.ref, story.focus.sides.ref, story.home)
    owner = next((code for code in (*named, *told) if code and get_country(code) not in several), None)
    return Sides(owner) if owner else None


def _get_of_regions(figure: Figure, indicator: str, frame: Sides, story: Story) -> Sides | None:
    """«В Оренбургскую, Самарскую и Челябинскую области отправили …»: with the nation whose regions these are."""
    if indicator not in SORTS.flows:
        return None
    behind = (figure.after[0], len(figure.line.scene.text)) if figure.line.figures[-1] == figure.place else (0, 0)
    runs = [run for stretch in (figure.before, behind) for run in _list_runs(figure, *stretch, regions=True)]
    several = next(([code for _, code, _ in run] for run in runs if len(run) > 1 and run[0][2] in _TOWARDS), [])
    nations = {get_country(code) for code in several}
    if len(nations) != 1:
        return None
    nation = nations.pop()
    named = [code for run in runs for _, code, _ in run]
    told = (*named, frame.ref, story.focus.sides.ref, story.focus.sides.counterpart, story.home)
    owner = next((code for code in told if code and get_country(code) != nation), None)
    return Sides(owner, nation) if owner else None
