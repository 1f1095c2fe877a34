"""The two sides of what goes from one to the other, in the order of GUIDE: exporter, importer, receiver first."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.terms import BUYER, TURNOVER
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import DIRECTED, says
from hamkor.extract.observations.sides.host import find_region
from hamkor.extract.observations.sides.mutual import list_distinct
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.words import IndicatorWord

_FAR = {"exports": "to", "imports": "from"}
GIVES = {"exports": ("from", "by", "at"), "imports": ("to", "by", "at"), "investment": ("to", "at", "in")}


def get_directed(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    """Sides of exports (from, to), imports (to, from), investment (receiver, giver) beside which areas are named."""
    same = _get_going_on(figure, indicator, named, story) or _get_half(figure, indicator, named, story)
    same = same or _get_own_money(figure, indicator, named)
    if same:
        return same
    directed = _from_neighbour(figure, named, frame) or _directed(named, indicator, frame)
    listed = _in_parallel(figure, named, story) or _listed(figure, named, frame)
    return listed or _of_told_region(figure, named, directed, story)


def _get_own_money(figure: Figure, indicator: IndicatorWord, named: Sequence[Named]) -> Sides | None:
    """«O'sh viloyati turizmga 2 mlrd som yo'naltirdi»: what a region spends in its country's money it spends at home.

    The first two letters of a currency are its country's (ISO 4217).
    """
    spends = indicator.name == "investment" and len(named) == 1 and named[0].role == "by" and not named[0].taker
    own = spends and "-" in (named[0].code or "") and (figure.quantity.unit or "")[:2] == get_country(named[0].code)
    return Sides(named[0].code) if own else None


def _get_going_on(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """«Экспорт в Турцию упал: турки взяли 412 тыс. тонн»: the direction goes on where no word of trade turns it."""
    before = story.in_paragraph(figure)
    if before is None or before.indicator != indicator.name or not before.sides.both:
        return None
    own = figure.line.indicators(figure.before[0], figure.after[1])
    turned = any(c.indicator and c.indicator.name in DIRECTED for c in own)
    pair = (before.sides.ref, before.sides.counterpart)
    apart = any(n.code not in pair or n.role not in ("by", "on") for n in named)
    return None if turned or apart else before.sides


def _get_half(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """«Xitoy bilan savdo 3,3 mlrd, shundan Xitoy importi 2,7»: of a turnover just told, what came from the partner.

    So it is where an adjective tells it (“Trade with China made 6 billion. Chinese imports accounted for 5”).
    """
    before = story.in_paragraph(figure)
    whole = before is not None and before.indicator == TURNOVER and before.sides.both
    told_so = figure.line.between(0, figure.place, "sum") or not any(n.noun for n in named)
    if before is None or not whole or indicator.name != "imports" or not told_so:
        return None
    partner = named[0].code if len(named) == 1 and named[0].role in ("by", "on") else None
    owner = next((c for c in (before.sides.ref, before.sides.counterpart) if c != partner), None)
    told = partner in (before.sides.ref, before.sides.counterpart) and get_country(partner) != story.home
    return Sides(owner, partner) if told else None


def _directed(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of exports (from, to), imports (to, from), investment (receiver, giver)."""
    reporters = [n for n in named if _is_reporter(n, indicator)]
    reporters = reporters or _list_makers(named, indicator)
    told_where = [n for n in reporters if n.role != "by"]
    if indicator.name == "investment" and told_where:  # «китайские инвестиции, привлечённые в область»: hers
        reporters = told_where
    ref, other = list_distinct([n.code for n in reporters]), [n.code for n in named if n not in reporters]
    if not ref and len({get_country(code) for code in other}) > 1 and frame.ref and "to" in {n.role for n in named}:
        return Sides(frame.ref)  # what goes to several is nobody's alone
    if not ref:
        return _reported(other[-1] if other else None, frame)
    if other:
        return Sides(ref[0], other[0])
    if len(ref) > 1:
        return Sides(ref[0], ref[1])
    third = frame.both and get_country(ref[0]) not in (get_country(frame.ref), get_country(frame.counterpart))
    alone = indicator.one_sided or third or any(n.taker for n in named)
    return Sides(ref[0], None if alone else _partner(ref[0], frame))


def _list_makers(named: Sequence[Named], indicator: IndicatorWord) -> list[Named]:
    """«Теміртауда шыққан болатты Самарқандқа экспорттау»: a town where it is, beside where it goes to or comes from."""
    away = {n.code for n in named if n.role == _FAR.get(indicator.name)}
    makers = [n for n in named if n.role == "in" and n.code not in away]
    apart = not {get_country(n.code) for n in makers} & {get_country(code) for code in away}
    return makers if away and apart else []


def _reported(other: str | None, frame: Sides) -> Sides:
    """Only the other side is named: the reporter is the frame's."""
    if other and get_country(other) == get_country(frame.ref):
        return Sides(frame.counterpart, other) if frame.counterpart else Sides(other)
    return Sides(frame.ref, other)


def _listed(figure: Figure, named: Sequence[Named], frame: Sides) -> Sides | None:
    """The next partner of a list whose indicator was named before: «на Россию — 454 млн, далее Турция (278 млн)»."""
    codes = {n.code for n in named}
    told = figure.line.indicators(*figure.before) or figure.line.indicators(*figure.after)
    shared = figure.given.get("measure") == "share"  # «доля Казахстана»: a partner's
    if (told and not shared) or len(codes) != 1 or not frame.ref or None in codes:
        return None
    code = codes.pop()
    ours = {frame.ref, frame.counterpart, get_country(frame.ref)}
    return None if code in ours or get_country(code) in ours else Sides(frame.ref, code)


def _in_parallel(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
    """«Таджикистан нарастил закупки в Китае на 18%, Узбекистан — на 32%»: one subject takes the place of another."""
    before = story.in_sentence(figure)
    if before is None or not before.sides.both or len(named) != 1 or not _is_subject(figure.line, named[0].at):
        return None
    told = figure.line.parts(0, before.figure.place, "area")
    subjects = [c for at, p in told if _is_subject(figure.line, at) for c in p.value.codes]
    if subjects[-1:] != [before.sides.ref] or figure.line.indicators(*figure.before):
        return None
    return Sides(named[0].code, before.sides.counterpart)


def _is_subject(line: Line, at: int) -> bool:
    """Whether an area stands in its own form without a preposition."""
    part = line.area_at(at)
    own = part is not None and part.value.is_nominative(part.span.within(line.folded))
    return own and get_role(line, at) == "by"


def _from_neighbour(figure: Figure, named: Sequence[Named], frame: Sides) -> Sides | None:
    """«Узбекская компания …: ввоз из соседней страны»: the one named is the neighbour, not the reporter."""
    codes = {n.code for n in named}
    if len(codes) != 1 or not figure.cues("neighbour") or not frame.ref:
        return None
    code = codes.pop()
    return Sides(frame.ref, code) if get_country(code) != get_country(frame.ref) else None


def _is_reporter(named: Named, indicator: IndicatorWord) -> bool:
    """Whether an area is the exporter, the importer, the receiver of the investment."""
    if indicator.name == "investment" and named.role == "by":
        return named.taker
    if indicator.role == BUYER and named.role == "to":
        return False
    return named.role in GIVES[indicator.name]


def _partner(code: str | None, frame: Sides) -> str | None:
    if get_country(code) == get_country(frame.ref):
        return frame.counterpart
    return frame.ref


def _of_told_region(figure: Figure, named: Sequence[Named], sides: Sides, story: Story) -> Sides:
    """«Экспорт области в Китай»: of the region that the words stand for, where only its partner is named."""
    region = find_region(figure, story) if says(figure, "region") else None
    apart = all(get_country(n.code) != get_country(region) for n in named)
    own = region and apart and "-" in region and sides.ref == get_country(region)
    return Sides(region, sides.counterpart) if own else sides
