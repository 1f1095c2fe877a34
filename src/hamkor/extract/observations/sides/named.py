"""An area named for a figure, and the role in which its words, its share, its rank or its body name it."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.extract.observations.draft import Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES, TRADE
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.stretches import NEXT, find_told_to_be
from hamkor.extract.parts import AreaMention
from hamkor.grammar import Part
from hamkor.model.value import value

_PAIR = 2
_GOODS = 48  # characters from a word of buying to the adjective of the goods
_WORD = re.compile(r"\s+(\w+)")
_STANDS = ("in", "at")  # roles of the place where something is
_BODY = re.compile(r"\W{0,2}(?:\w+ )?(\ue015)")


@value(frozen=True, slots=True)
class Named:
    """An area named for a figure: its code (None for a group), role (to, from, with, on, by …) and sort."""

    code: str | None
    role: str
    sort: str
    at: int
    taker: bool = False  # it is said to have got what the figure tells
    noun: bool = True  # named by a noun, not by an adjective


def name_area(figure: Figure, at: int, part: Part, *, indicator: str, story: Story) -> list[Named]:
    """What an area that is told at `at` is for the figure: one Named a code, None for a group."""
    mention: AreaMention = part.value
    role, taker, noun = get_role(figure.line, at), bool(figure.cues("taker")), part.kind == "area"
    pointed = get_pointed(figure, at) if role == "by" else None
    told_to_be = role == "by" and 0 < find_told_to_be(figure)[0] == at
    if told_to_be or (not noun and _is_of_bought(figure, at, indicator)):
        role = "from"
    elif pointed:
        role = pointed
    elif role in _STANDS and _is_of_body(figure.line, at, part):
        role = "by"
    elif (role == "by" and _has_share(figure, at, mention)) or _falls_on(figure, at, mention, story):
        role = "on"
    return [Named(code, role, mention.sort, at, taker, noun) for code in mention.codes or (None,)]


def _is_of_body(line: Line, at: int, part: Part) -> bool:
    """«Vobkent tumanidagi “Tola” korxonasi … oldi»: whether it is the place of the body right behind it, which acts.

    Where its own ending tells that it goes with what follows, and the body is told of in its own form.
    """
    ends, met = line.words.within_endings, _BODY.match(line.scene.text, at + 1)
    if not (ends and met and part.span.within(line.folded).endswith(ends)):
        return False
    body = line.scene.part_at(met.start(1))
    told = body.span.within(line.folded) if body else ""
    return bool(told) and not any(told.endswith(ending) for ending, _ in line.words.role_endings)


def get_pointed(figure: Figure, at: int) -> str | None:
    """«Xitoy yetakchi: bu mamlakatdan … olib kelingan»: of the area that words after it in its sentence point back to.

    The role that the ending of these words tells; None where they point to another, or tell no role.
    """
    line, cues = figure.line, [c for c in figure.cues("there") if c.start > at]
    if not cues or line.parts(at + 1, cues[0].start, "area"):
        return None
    return next((r for e, r in line.words.role_endings if line.scene.text[: cues[0].end].endswith(e)), None)


def with_share(named: Named, figure: Figure, story: Story) -> Named:
    """«Доля Китая в экспорте области»: of a share of all that the region has, another country is the partner.

    So is who is told to take it («три четверти вывоза забирает Россия»).
    """
    share = figure.part.kind in ("percent", "fraction") and figure.given.get("measure", "share") == "share"
    taken = share and figure.place < named.at and figure.line.between(figure.place, named.at, "holds")
    whole = share and "measure" in figure.given and any(is_total(figure, c.start) for c in figure.cues("region"))
    apart = get_country(named.code) not in (None, get_country(story.focus.sides.ref))
    return replace(named, role="on") if (taken or whole) and apart and named.role == "by" else named


def with_rank(named: Named, figure: Figure, story: Story) -> Named:
    """«Importda birinchi o'rinni Xitoy egalladi — 71 mln»: who has a rank is the partner of whom the text is about."""
    home = get_country(story.focus.sides.ref)
    apart = home and get_country(named.code) not in (None, home)
    return replace(named, role="on") if apart and named.role == "by" and figure.cues("ranked") else named


def with_region(named: Named, figure: Figure, indicator: str, story: Story) -> Named:
    """«Казахстанского региона», «узбекской области»: the region of that country that the document is about.

    «Торговля двух областей — 63 млн, две трети — казахстанские поставки»: so is a nation where two regions' trade
    was told of right before and no area is named.
    """
    pair = _list_regions_told(figure, story) if indicator in TRADE else ()
    if named.noun or not (pair or figure.line.between(named.at + 1, named.at + 1 + NEXT, "region")):
        return named
    sides = (*pair, story.focus.sides.ref, story.focus.sides.counterpart, story.region)
    code = next((s for s in sides if s and "-" in s and get_country(s) == named.code), named.code)
    return replace(named, code=code)


def _list_regions_told(figure: Figure, story: Story) -> tuple[str, ...]:
    """The two regions whose trade the paragraph told of last, where the figure's own words name no area."""
    before = story.in_paragraph(figure)
    if before is None or before.indicator not in TRADE or figure.line.parts(figure.before[0], figure.after[1], "area"):
        return ()
    told = tuple(code for code in (before.sides.ref, before.sides.counterpart) if code and "-" in code)
    return told if len(told) == _PAIR else ()


def _has_share(figure: Figure, at: int, mention: AreaMention) -> bool:
    """Whether an area is the partner that has a share of another's trade: “Russia accounted for 15% of its exports”."""
    line = figure.line
    if figure.given.get("measure") != "share" or not line.between(at, figure.place, "holds"):
        return False
    whole = {
        get_country(c)
        for i, p in line.parts(*figure.after, "area", "adjective")
        if is_total(figure, i)
        for c in p.value.codes
    }
    return bool(whole) and not whole & {get_country(c) for c in mention.codes}


def _falls_on(figure: Figure, at: int, mention: AreaMention, story: Story) -> bool:
    """Whether a share falls on a partner, where verbs stand last («55 foizi Xitoyga to'g'ri keladi»)."""
    home = get_country(story.focus.sides.ref)
    if not figure.line.words.verb_last or figure.given.get("measure") != "share":
        return False
    if not home or home in {get_country(c) for c in mention.codes}:
        return False
    start, end = (at, figure.place) if at < figure.place else (figure.place, figure.after[1])
    return bool(figure.line.between(start, end, "holds"))


def _is_of_bought(figure: Figure, at: int, indicator: str) -> bool:
    """An adjective of goods, or after the word of buying, tells whose they are («закупка казахстанской муки»)."""
    if indicator in HALVES and _is_of_goods(figure.line, at):
        return True
    bought = [
        c for c in figure.line.indicators(max(0, at - _GOODS), at) if c.indicator and c.indicator.name == indicator
    ]
    return indicator == "imports" and bool(bought) and not figure.line.indicators(at + 1, at + 1 + NEXT)


def _is_of_goods(line: Line, at: int) -> bool:
    """Whether goods stand right after an adjective without preposition («экспортировано узбекской продукции»)."""
    text = line.scene.text
    after = None if text[:at].rstrip().rpartition(" ")[2] in line.words.roles else _WORD.match(text, at + 1)
    goods = [c.start for c in line.between(at + 1, at + 1 + NEXT, "goods")] + [start for start, _, _ in line.goods]
    return bool(after) and any(after and after.start(1) == start for start in goods)
