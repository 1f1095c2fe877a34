"""The areas that a figure's own words name for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import TURNOVER
from hamkor.extract.observations.layout import STATUSES, Figure, Line
from hamkor.extract.observations.roles import PLACE, get_role, get_role_beside, is_joined
from hamkor.extract.observations.sides.named import Named, get_pointed, name_area, with_rank, with_region, with_share
from hamkor.extract.observations.sides.states import raise_states
from hamkor.extract.observations.sides.stretches import find_areas_told, own_before
from hamkor.extract.parts import OrganisationMention
from hamkor.grammar.kinds import PART_CHARACTERS
from hamkor.text.fold import fold

_LISTED = 5  # words from a group to an area that is named in one breath with it
_APPOSED = 2  # characters between a city and the country it lies in
_PAIR = 2
_POINTS = 10  # characters from a place to the word behind it that points back («Toshkent shahrida bu ulush»)
_INTO = "investment"
_OF_WHOM = 10  # characters from a person to the body named after him
_PERSON = PART_CHARACTERS["person"]
_VIA = "via"
_ASIDE = re.compile(r"\s*,[^,;:.]{1,30},")
_STEM = 4  # letters that the forms of a name begin with
_STANDING = frozenset(("facility", "university"))  # sorts of organisations that stand where their name says


def find_named(figure: Figure, indicator: str, story: Story) -> list[Named]:
    """Areas among the figure's own words, but no bases of comparison, wholes of a share, offices, places of talks."""
    found = find_areas_told(figure, story)
    own = [named for at, part in found for named in name_area(figure, at, part, indicator=indicator, story=story)]
    own = _join_regions(figure, [named for named in _without_transit(own) if not _is_apposed(named, own)])
    own = [_as_state(named, figure.line, story) for named in own]
    own.extend(Named(None, "with", "group", c.start) for c in figure.cues("group") if not is_total(figure, c.start))
    own.extend(Named(figure.nation, "from", "nation", figure.place) for _ in (figure.nation,) if figure.nation)
    own.extend(_find_meant(figure, indicator, own, story))
    own.extend(_find_owners(figure, indicator, own, story))
    own.extend(_find_ours(figure, own, story))
    own = [with_rank(with_share(with_region(n, figure, indicator, story), figure, story), figure, story) for n in own]
    sides = [_hosts(n, indicator, figure, own) or _has_the_same(n, figure) for n in own]
    placed = [not side and _is_place(n, indicator, own, story) for side, n in zip(sides, own, strict=True)]
    told = [_get_state_told(n, figure) if place else n for n, place in zip(own, placed, strict=True)]
    own = [n for n in told if n]
    own = [n for n in own if not (indicator == TURNOVER and _is_of_talks(n, figure))]
    own = raise_states(own, figure, indicator, story)
    return _without_far_groups(_without_foreign(sorted(own, key=lambda n: n.at), indicator), figure)


def _as_state(named: Named, line: Line, story: Story) -> Named:
    """“Baku has promised to cut the fees by 10%”: a capital that acts is its state, but in a text of the city."""
    focus = story.focus
    own = {focus.sides.ref, focus.sides.counterpart, *focus.local}
    capital = named.sort == "city" and named.role == "by" and named.noun and is_capital(str(named.code))
    if not capital or named.code in own or line.words.verb_last or _is_within(named.code, story):
        return named
    aside = _ASIDE.match(line.scene.text, named.at + 1)  # “Baku, meanwhile, has promised …”
    start = aside.end() if aside else named.at + 1
    verb = any(line.between(start, start + _APPOSED, sort) for sort in STATUSES)
    acts = verb or not line.words.linking.isdisjoint(line.scene.text[start:].split(maxsplit=1)[:1])
    return replace(named, code=get_country(named.code), sort="country") if acts else named


def _is_within(code: str | None, story: Story) -> bool:
    """Whether a text that is about one country alone, or has told of regions of it, names its capital: as one more."""
    country, focus = get_country(code), story.focus
    told = {code for d in story.drafts for code in (d.sides.ref, d.sides.counterpart) if code and "-" in code}
    alone = not focus.sides.both and country == focus.countries.ref
    return alone or country in map(get_country, told)


def _get_state_told(named: Named, figure: Figure) -> Named | None:
    """«Миссия в столице Таджикистана»: the country, which is named where its capital only says where something was."""
    part, country = figure.line.area_at(named.at), get_country(named.code)
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


def _without_transit(named: list[Named]) -> list[Named]:
    """«Rossiya gazi Qozog'iston orqali kelmoqda»: what goods only pass through is no side where another is named."""
    apart = [n for n in named if n.role != _VIA]
    return apart if any(n.code for n in apart) else [replace(n, role="by") if n.role == _VIA else n for n in named]


def _join_regions(figure: Figure, named: list[Named]) -> list[Named]:
    """«O‘sh va Jalolobod viloyatlariga»: regions of one country in one breath are that country's."""
    joined: list[Named] = []
    for one in named:
        last = joined[-1] if joined else None
        if last and _are_of_one_breath(figure, last, one):
            joined[-1] = replace(one, code=get_country(one.code), sort="country")
        else:
            joined.append(one)
    return joined


def _are_of_one_breath(figure: Figure, first: Named, second: Named) -> bool:
    """Whether an "and" alone joins two regions of one country before a figure, or a comma those of a longer list."""
    words = figure.line.scene.text[first.at + 1 : second.at].replace(",", " ").split()
    told = "-" in (second.code or "") and first.code != second.code and first.noun and second.noun
    joined = set(words) <= figure.line.words.joints and first.at < second.at < figure.place
    return told and joined and get_country(first.code) == get_country(second.code)


def _find_ours(figure: Figure, others: list[Named], story: Story) -> Iterator[Named]:
    """«480 mln dollari — bizning eksportimiz»: of the country for which whoever speaks acts."""
    if story.focus.acting and figure.cues("ours") and not any(n.role == "by" for n in others):
        yield Named(story.focus.acting, "by", "country", figure.place)


def _find_owners(figure: Figure, indicator: str, others: list[Named], story: Story) -> Iterator[Named]:
    """The area in the name of the plant or university that does it («Андижанский завод собрал …»)."""
    if indicator == TURNOVER or any(n.role == "by" for n in others):
        return
    bodies = figure.line.parts(*own_before(figure, story), "organisation")
    for at, part in bodies if len(bodies) == 1 else ():
        body: OrganisationMention = part.value
        speaks = _PERSON in figure.line.scene.text[max(0, at - _OF_WHOM) : at]  # “analyst X of the Tbilisi Institute”
        if body.area and body.sort in _STANDING and part.inner and get_role(figure.line, at) == "by" and not speaks:
            yield Named(body.area, "by", "region" if "-" in body.area else "country", at)


def _find_meant(figure: Figure, indicator: str, others: list[Named], story: Story) -> Iterator[Named]:
    """The country that words point back to («поставки туда», “with that country”): the last told of but its partner."""
    apart = {get_country(n.code) for n in others} or {story.focus.countries.ref}
    cue = next(iter(figure.cues("there")), None)
    if cue is None or len(apart) > 1 or any(get_pointed(figure, n.at) for n in others):
        return
    same = story.before is not None and story.before.paragraph == figure.line.paragraph
    before = _list_countries(story.before) if story.before and same else []
    told = [c for c in (*before, *_list_countries(figure.line, cue.start)) if c not in apart]
    spots = (
        [c for _, p in figure.line.parts(0, cue.start, "area") for c in p.value.codes] if "spot" in cue.sorts else []
    )
    if told and spots and get_country(spots[-1]) == told[-1]:
        told = [spots[-1]]
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


def _hosts(named: Named, indicator: str, figure: Figure, others: list[Named]) -> bool:
    """«В Самарканд приехали 87 тысяч туристов», «в Оше работают 12 компаний»: where people came is no mere place."""
    if indicator in SORTS.hosted and named.role == "to" and figure.cues("came"):
        return True
    working = figure.cues("present") and indicator not in SORTS.flows | SORTS.met | SORTS.signed
    return bool(working) and named.role in PLACE and all(n.code != get_country(named.code) for n in others)


def _has_the_same(named: Named, figure: Figure) -> bool:
    """«Olmaotada bu ulush 20 foizga teng»: where words right behind a place point back, it is told of that place."""
    pointing = figure.line.between(named.at, named.at + _POINTS, "previous")
    return named.role in PLACE and figure.given.get("measure", "share") == "share" and bool(pointing)


def _is_of_talks(named: Named, figure: Figure) -> bool:
    """Whether the two countries settle their trade in a region («Ыстықкөлде екі елдің министрлері … сауданы»)."""
    return named.role == "at" and named.sort == "region" and bool(figure.cues("states"))


def _is_place(named: Named, indicator: str, others: list[Named], story: Story) -> bool:
    """A city that only says where something was told or signed, or where a side named beside it has it."""
    if named.sort != "city" or named.role not in PLACE or indicator in SORTS.standing:
        return False
    if indicator in SORTS.of_way and named.role == "to":
        return False  # «Түрікменбашыға паром айына төрт рейс жасайды»: the other end of the way
    countries, country = story.focus.countries, get_country(named.code)
    if indicator == _INTO and (not story.focus.sides.both or _is_given(named, others)):
        return False
    if country not in (countries.ref, countries.counterpart):
        return True
    sides = (story.focus.sides.ref, story.focus.sides.counterpart)
    if (named.role == "in" or indicator in SORTS.signed) and named.code not in sides:
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
