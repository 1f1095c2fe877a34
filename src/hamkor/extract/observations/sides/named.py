"""The areas that a figure's own words name for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hamkor.codes.areas import is_capital
from hamkor.extract.observations.draft import Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import PLACE, get_role, get_role_beside, is_joined, is_office
from hamkor.extract.observations.sides.states import raise_states
from hamkor.extract.parts import AreaMention, OrganisationMention
from hamkor.grammar import Part
from hamkor.model.value import value
from hamkor.text.fold import fold

_LISTED = 5  # words from a group to an area that is named in one breath with it
_APPOSED = 2  # characters between a city and the country it lies in
_GOODS = 24  # characters from a word of buying to the adjective of the goods
_PAIR = 2
_NEXT = 2  # characters to the word that an adjective goes with
_WORD = re.compile(r"\s+(\w+)")
_ENDS = (",", ";")
_INTO = "investment"
_STEM = 4  # letters that the forms of a name begin with
_STANDING = frozenset(("facility", "university"))  # sorts of organisations that stand where their name says
_AREA = "\ue011"
_STANDS = ("in", "at")  # roles of the place where something is
_BODY = re.compile(r"\W{0,2}(?:\w+ )?(\ue015)")
_IS = re.compile(r"(?: \w+){0,3} — (?:\w+ ){0,2}(?=\ue011)")
_TAIL = re.compile(r", (?:\w+ ){2,5}\ue011(?=[.,;]|$)")
_GONE = frozenset(("money", "measure", "count", "number"))
_CLAUSE = re.compile(r"[,;:()—]")
_WORTH = {"money", "measure"}
_LIST = re.compile(r"(?:\s*,\s*\ue011)*(?:\s*,?\s*\w+\s+\ue011(?:\s*,\s*\ue011)*)?")


@value(frozen=True, slots=True)
class Named:
    """An area named for a figure: its code (None for a group), role (to, from, with, on, by …) and sort."""

    code: str | None
    role: str
    sort: str
    at: int
    taker: bool = False  # it is said to have got what the figure tells
    noun: bool = True  # named by a noun, not by an adjective


def find_named(figure: Figure, indicator: str, story: Story) -> list[Named]:
    """Areas among the figure's own words, but no bases of comparison, wholes of a share, offices, places of talks."""
    found = _find(figure, story)
    own = [named for at, part in found for named in _name(figure, at, part, indicator=indicator, story=story)]
    own = [named for named in own if not _is_apposed(named, own)]
    own.extend(Named(None, "with", "group", c.start) for c in figure.cues("group") if not is_total(figure, c.start))
    own.extend(Named(figure.nation, "from", "nation", figure.place) for _ in (figure.nation,) if figure.nation)
    own.extend(_find_meant(figure, indicator, own, story))
    own.extend(_find_owners(figure, indicator, own, story))
    own = [_ranked(_with_share(_of_region(n, figure, story), figure, story), figure, story) for n in own]
    placed = [not _hosts(n, indicator, figure, own, story=story) and _is_place(n, indicator, own, story) for n in own]
    told = [_get_state_told(n, figure) if place else n for n, place in zip(own, placed, strict=True)]
    own = [n for n in told if n]
    own = [n for n in own if not (indicator == TURNOVER and _is_of_talks(n, figure))]
    own = raise_states(own, figure, indicator, story)
    return _without_far_groups(_without_foreign(sorted(own, key=lambda n: n.at), indicator), figure)


def _get_state_told(named: Named, figure: Figure) -> Named | None:
    """«Миссия в столице Таджикистана»: the country, which is named where its capital only says where something was."""
    part, country = figure.line.scene.part_at(named.at), get_country(named.code)
    said = part.span.within(figure.line.folded) if part else ""
    by_country = is_capital(str(named.code)) and part is not None and fold(part.value.name)[:_STEM] not in said
    return replace(named, code=country, sort="country") if by_country else None


def _without_foreign(named: list[Named], indicator: str) -> list[Named]:
    """“With a Chinese company … through direct foreign investment”: whose it is, is told by name beside the word."""
    countries = {get_country(n.code) for n in named if n.code}
    return [n for n in named if n.code] if indicator == _INTO and len(countries) == _PAIR else named


def _is_apposed(named: Named, others: list[Named]) -> bool:
    """«Qirg'izistonning Jalolobod viloyatiga»: a country right before its region only tells where that lies."""
    after = [n for n in others if 0 < n.at - named.at <= _APPOSED]
    return any(n.code != named.code and get_country(n.code) == named.code for n in after)


def _find_owners(figure: Figure, indicator: str, others: list[Named], story: Story) -> Iterator[Named]:
    """The area in the name of the plant or university that does it («Андижанский завод собрал …»)."""
    if indicator == TURNOVER or any(n.role == "by" for n in others):
        return
    bodies = figure.line.parts(*_own_before(figure, story), "organisation")
    for at, part in bodies if len(bodies) == 1 else ():
        body: OrganisationMention = part.value
        if body.area and body.sort in _STANDING and part.inner and get_role(figure.line, at) == "by":
            yield Named(body.area, "by", "region" if "-" in body.area else "country", at)


def _find_meant(figure: Figure, indicator: str, others: list[Named], story: Story) -> Iterator[Named]:
    """The country that words point back to («поставки туда», “with that country”): the last told of but its partner."""
    apart = {get_country(n.code) for n in others} or {story.focus.countries.ref}
    cue = next(iter(figure.cues("there")), None)
    if cue is None or len(apart) > 1 or any(_get_pointed(figure, n.at) for n in others):
        return
    same = story.before is not None and story.before.paragraph == figure.line.paragraph
    before = _list_countries(story.before) if story.before and same else []
    told = [c for c in (*before, *_list_countries(figure.line, cue.start)) if c not in apart]
    first = _get_subject(story.before) if story.before and same and not others else None
    if first:
        told = [first]
    if told:
        yield Named(told[-1], "to" if indicator == "investment" else "with", "country", cue.start)


def _get_subject(line: Line) -> str | None:
    """Of two countries that a sentence names, the first, where neither stands as a partner: it is told of another's.

    «Узбекистан — главный партнёр Казахстана».
    """
    areas = line.parts(0, len(line.scene.text), "area")
    codes = list(dict.fromkeys(get_country(c) for _, p in areas for c in p.value.codes))
    roles = [get_role_beside(line, at) for at, _ in areas]
    owned = roles[:1] == [None] and set(roles) <= {None, "from"}
    return codes[0] if owned and len(codes) == _PAIR and not line.figures else None


def _list_countries(line: Line, end: int | None = None) -> list[str | None]:
    parts = line.parts(0, len(line.scene.text) if end is None else end, "area")
    return [get_country(code) for _, part in parts for code in part.value.codes]


def _find(figure: Figure, story: Story) -> Iterator[tuple[int, Part]]:
    line = figure.line
    own = find_respective(figure)
    if own is not None:
        part = line.scene.part_at(own)
        yield from [(own, part)] if part else ()
        return
    after = (figure.after[0], _end_of_list(figure))
    stretches = (_own_before(figure, story), after, find_told_to_be(figure), _find_tail(figure))
    for at, part in (p for stretch in stretches for p in line.parts(*stretch, "area", "adjective")):
        passing = line.is_base(at) or is_office(line, at) or _is_of_border(line, at, part) or at in line.ways
        if not (passing or is_total(figure, at)):
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
    line, text = figure.line, figure.line.scene.text
    told = bool(line.between(0, len(text), "respectively"))
    kinds = ("area",) if told else ("adjective",)
    if not told and not _are_joined(line, line.figures):
        return None  # «39 тысяч и 25 тысяч турецких и китайских туристов»: as many nations as numbers, in turn
    areas = [at for at, _ in line.parts(0, line.figures[0], *kinds) if not line.is_base(at) and not is_office(line, at)]
    joined = all(len(text[a + 1 : b].split()) <= 1 for a, b in pairwise(areas))
    return areas[line.figures.index(figure.place)] if joined and 1 < len(areas) == len(line.figures) else None


def _are_joined(line: Line, places: Sequence[int]) -> bool:
    """Whether figures stand in one breath, an "and" or a comma between each two."""
    between = [line.scene.text[a + 1 : b].replace(",", " ").split() for a, b in pairwise(places)]
    return bool(between) and all(set(words) <= line.words.joints for words in between)


def _is_of_border(line: Line, at: int, part: Part) -> bool:
    """An adjective of a border («на узбекско-афганской границе») says where, not whose."""
    return part.kind == "adjective" and bool(line.between(at + 1, at + 1 + _NEXT, "border"))


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
    if not line.words.verb_last or kinds != _WORTH or figure.quantity.unit in line.words.durations:
        return end
    if line.parts(figure.before[0], later[0], "area", "adjective"):
        return end
    text = line.scene.text
    stop = _CLAUSE.search(text, figure.place)
    apart = stop and stop.start() < later[0]
    others = [f for f in line.figures if f > later[0]]
    return end if apart else min(stop.start() if stop else len(text), *others, len(text))


def _name(figure: Figure, at: int, part: Part, *, indicator: str, story: Story) -> list[Named]:
    mention: AreaMention = part.value
    role, taker, noun = get_role(figure.line, at), bool(figure.cues("taker")), part.kind == "area"
    pointed = _get_pointed(figure, at) if role == "by" else None
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


def _get_pointed(figure: Figure, at: int) -> str | None:
    """«Xitoy yetakchi: bu mamlakatdan … olib kelingan»: of the area that words after it in its sentence point back to.

    The role that the ending of these words tells; None where they point to another, or tell no role.
    """
    line, cues = figure.line, [c for c in figure.cues("there") if c.start > at]
    if not cues or line.parts(at + 1, cues[0].start, "area"):
        return None
    return next((r for e, r in line.words.role_endings if line.scene.text[: cues[0].end].endswith(e)), None)


def _with_share(named: Named, figure: Figure, story: Story) -> Named:
    """«Доля Китая в экспорте области»: of a share of all that the region has, another country is the partner."""
    shared = figure.given.get("measure") == "share" and any(is_total(figure, c.start) for c in figure.cues("region"))
    apart = get_country(named.code) not in (None, get_country(story.focus.sides.ref))
    return replace(named, role="on") if shared and apart and named.role == "by" else named


def _ranked(named: Named, figure: Figure, story: Story) -> Named:
    """«Importda birinchi o'rinni Xitoy egalladi — 71 mln»: who has a rank is the partner of whom the text is about."""
    home = get_country(story.focus.sides.ref)
    apart = home and get_country(named.code) not in (None, home)
    return replace(named, role="on") if apart and named.role == "by" and figure.cues("ranked") else named


def _of_region(named: Named, figure: Figure, story: Story) -> Named:
    """«Казахстанского региона», «узбекской области»: the region of that country that the document is about."""
    if named.noun or not figure.line.between(named.at + 1, named.at + 1 + _NEXT, "region"):
        return named
    sides = (story.focus.sides.ref, story.focus.sides.counterpart, story.region)
    code = next((s for s in sides if s and "-" in s and get_country(s) == named.code), named.code)
    return replace(named, code=code)


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
    return indicator == "imports" and bool(bought) and not figure.line.indicators(at + 1, at + 1 + _NEXT)


def _is_of_goods(line: Line, at: int) -> bool:
    """Whether goods stand right after an adjective without preposition («экспортировано узбекской продукции»)."""
    text = line.scene.text
    after = None if text[:at].rstrip().rpartition(" ")[2] in line.words.roles else _WORD.match(text, at + 1)
    goods = [c.start for c in line.between(at + 1, at + 1 + _NEXT, "goods")] + [start for start, _, _ in line.goods]
    return bool(after) and any(after and after.start(1) == start for start in goods)


def _own_before(figure: Figure, story: Story) -> tuple[int, int]:
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


def _hosts(named: Named, indicator: str, figure: Figure, others: list[Named], *, story: Story) -> bool:
    """«В Самарканд приехали 87 тысяч туристов», «в Оше работают 12 компаний»: where people came is no mere place."""
    words = story.words
    if indicator in words.hosted and named.role == "to" and figure.cues("came"):
        return True
    working = figure.cues("present") and indicator not in words.flows | words.met | words.signed
    return bool(working) and named.role in PLACE and all(n.code != get_country(named.code) for n in others)


def _is_of_talks(named: Named, figure: Figure) -> bool:
    """Whether the two countries settle their trade in a region («Ыстықкөлде екі елдің министрлері … сауданы»)."""
    return named.role == "at" and named.sort == "region" and bool(figure.cues("states"))


def _is_place(named: Named, indicator: str, others: list[Named], story: Story) -> bool:
    """A city that only says where something was told or signed, or where a side named beside it has it."""
    if named.sort != "city" or named.role not in PLACE or indicator in story.words.standing:
        return False
    countries, country = story.focus.countries, get_country(named.code)
    if indicator == _INTO and (not story.focus.sides.both or _is_given(named, others)):
        return False
    if country not in (countries.ref, countries.counterpart):
        return True
    sides = (story.focus.sides.ref, story.focus.sides.counterpart)
    if (named.role == "in" or indicator in story.words.signed) and named.code not in sides:
        return True
    return any(n.code == country and abs(n.at - named.at) > _APPOSED for n in others)


def _is_given(named: Named, others: list[Named]) -> bool:
    """«Узбекская компания вложит 15 млн в завод в Актобе»: where another country's money goes."""
    givers = [n for n in others if n.role == "by" and n is not named and n.code]
    return bool(givers) and all(get_country(n.code) != get_country(named.code) for n in givers)


def _without_far_groups(named: list[Named], figure: Figure) -> list[Named]:
    """A group counts where no area stands between it and the figure, unless both are listed together."""
    text, groups = figure.line.scene.text, [n for n in named if n.code is None]
    codes, joints = [n for n in named if n.code], figure.line.words.joints
    near = [
        g
        for g in groups
        if g.at == figure.place  # «3,9 млн иностранцев посетили Киргизию»: those who are counted
        or all(c.at < g.at or is_joined(text[g.at : c.at], joints, within=_LISTED) for c in codes)
    ]
    return [n for n in named if n.code or n in near]
