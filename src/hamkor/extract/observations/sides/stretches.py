"""Where the areas stand that a figure may tell of: before it, after it, in a list or a tail, or each in its turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role, is_office
from hamkor.grammar import Part

NEXT = 2  # characters to the word that an adjective goes with
_ENDS = (",", ";")
_AREA = "\ue011"
_IS = re.compile(r"(?: \w+){0,3} — (?:\w+ ){0,2}(?=\ue011)")
_TAIL = re.compile(r", (?:\w+ ){2,5}\ue011(?=[.,;]|$)")
_GONE = frozenset(("money", "measure", "count", "number"))
_CLAUSE = re.compile(r"[,;:()—]")
_WORTH = {"money", "measure"}
_LIST = re.compile(r"(?:\s*,\s*\ue011)*(?:\s*,?\s*\w+\s+\ue011(?:\s*,\s*\ue011)*)?")


def find_areas_told(figure: Figure, story: Story) -> Iterator[tuple[int, Part]]:
    """Places and parts of the areas that a figure may tell of; no bases, offices, borders, ways, wholes.

    Nor where the rest went («203 минг тоннаси Қозоғистон, қолгани Россия ҳиссасига …»).
    """
    line = figure.line
    own, listed = find_respective(figure), _list_respective(line)
    if own is not None:
        yield from _tell_respective(figure, own, listed)
        return
    after = (figure.after[0], _end_of_list(figure))
    stretches = (own_before(figure, story), after, find_told_to_be(figure), _find_tail(figure))
    for at, part in (p for stretch in stretches for p in line.parts(*stretch, "area", "adjective")):
        passing = line.is_base(at) or is_office(line, at) or _is_of_border(line, at, part) or at in line.ways
        if not (passing or is_total(figure, at) or line.between(figure.place, at, "rest")):
            yield at, part


def _tell_respective(figure: Figure, own: int, listed: Sequence[int]) -> Iterator[tuple[int, Part]]:
    """The area in the figure's turn, and those that stand beside the list: whose all of the figures are."""
    line = figure.line
    for at, part in line.parts(0, len(line.scene.text), "area", "adjective"):
        if at == own or not (at in listed or line.is_base(at) or is_office(line, at)):
            yield at, part


def _find_tail(figure: Figure) -> tuple[int, int]:
    """“148 million kilowatt-hours, all of them to Uzbekistan”: after the last figure, where all of it went."""
    line, text = figure.line, figure.line.scene.text
    met = _TAIL.match(text, figure.after[1])
    if met is None or line.words.verb_last or line.figures[-1] != figure.place or figure.part.kind not in _GONE:
        return (0, 0)
    pointed = line.between(*met.span(), "whole") or line.between(*met.span(), "previous")
    moved = get_role(line, met.end() - 1) in ("to", "from")
    return (met.end() - 1, met.end()) if pointed and moved else (0, 0)


def find_respective(figure: Figure) -> int | None:
    """«A и B получили соответственно 5 и 7 млн»: of as many areas as figures the one in the figure's turn."""
    listed = _list_respective(figure.line)
    return listed[figure.line.figures.index(figure.place)] if listed else None


def _list_respective(line: Line) -> Sequence[int]:
    """The areas of a line, told in one breath, that have its figures in turn: before the first, else after the last."""
    told = bool(line.between(0, len(line.scene.text), "respectively"))
    if not told and not _are_joined(line, line.figures):
        return ()  # «39 тысяч и 25 тысяч турецких и китайских туристов»: as many nations as numbers, in turn
    number = len(line.figures)
    before = _list_areas(line, 0, line.figures[0], told=told)
    behind = _list_areas(line, line.figures[-1], len(line.scene.text), told=told)
    choices = (before[-number:], behind[:number]) if told else (before,)
    return next((areas for areas in choices if 1 < len(areas) == number and _in_one_breath(line, areas)), ())


def _list_areas(line: Line, start: int, end: int, *, told: bool) -> list[int]:
    kinds = ("area",) if told else ("adjective",)
    return [at for at, _ in line.parts(start, end, *kinds) if not line.is_base(at) and not is_office(line, at)]


def _in_one_breath(line: Line, areas: Sequence[int]) -> bool:
    return all(len(line.scene.text[a + 1 : b].split()) <= 1 for a, b in pairwise(areas))


def _are_joined(line: Line, places: Sequence[int]) -> bool:
    """Whether figures stand in one breath, an "and" or a comma between each two."""
    between = [line.scene.text[a + 1 : b].replace(",", " ").split() for a, b in pairwise(places)]
    return bool(between) and all(set(words) <= line.words.joints for words in between)


def _is_of_border(line: Line, at: int, part: Part) -> bool:
    """An adjective of a border («на узбекско-афганской границе») says where, not whose."""
    return part.kind == "adjective" and bool(line.between(at + 1, at + 1 + NEXT, "border"))


def find_told_to_be(figure: Figure) -> tuple[int, int]:
    """«әрбір бесінші турист – Қытай азаматы»: the word right after the dash, which tells what the part counted is."""
    met = _IS.match(figure.line.scene.text, figure.place + 1) if figure.part.kind == "fraction" else None
    return (met.end(), met.end() + 1) if met else (0, 0)


def _end_of_list(figure: Figure) -> int:
    """The end of the words after a figure, with the rest of a list of areas that begins there («из A, B и C»)."""
    met = _LIST.match(figure.line.scene.text, figure.after[1])
    before = figure.line.scene.text[figure.after[0] : figure.after[1]].rstrip()
    return met.end() if met and before.endswith(_AREA) else _end_of_worth(figure)


def _end_of_worth(figure: Figure) -> int:
    """Where verbs stand last: of goods and what they cost, told in one breath, to the end of the clause of both.

    «290 тонна етті 1,3 млн долларға Иран алған»; where neither has an area before it.
    """
    line, end = figure.line, figure.after[1]
    later = [f for f in line.figures if f > figure.place][:1]
    kinds = {figure.part.kind, *(p.kind for f in later if (p := line.scene.part_at(f)))}
    if not line.words.verb_last or kinds != _WORTH or figure.quantity.unit in SORTS.durations:
        return end
    if line.parts(figure.before[0], later[0], "area", "adjective"):
        return end
    text = line.scene.text
    stop = _CLAUSE.search(text, figure.place)
    apart = stop and stop.start() < later[0]
    others = [f for f in line.figures if f > later[0]]
    return end if apart else min(stop.start() if stop else len(text), *others, len(text))


def own_before(figure: Figure, story: Story) -> tuple[int, int]:
    """The words before a figure; after another figure only its own clause, where both clauses name areas."""
    start, end = figure.before
    if story.in_sentence(figure) is None:
        return start, end
    text = figure.line.scene.text
    cut = max(text.rfind(stop, start, end) for stop in _ENDS) + 1
    parts = figure.line.parts(start, figure.after[1], "area", "adjective")
    if cut and _tells(p for at, p in parts if at < cut) and _tells(p for at, p in parts if at >= cut):
        return cut, end
    return start, end


def _tells(parts: Iterable[Part]) -> bool:
    return any(part.value.codes for part in parts)
