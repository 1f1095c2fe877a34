"""Whose figure it is: the areas of its own words, else those of the figure before, else those of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator import MIRRORED, is_total
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.words import IndicatorWord
from hamkor.extract.parts import AreaMention, OrganisationMention, PersonMention, PositionMention

DIRECTED = frozenset(("exports", "imports", "investment"))
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:()—\ue000-\ue006\ue010]")
_OFFICES = frozenset("\ue013\ue014")
_AFTER_DATELINE = frozenset("/.(")
_PARTNERS = 2  # more than so many partners told of in a sentence are a list
_LISTED = 5  # words from a group to an area that is named in one breath with it
_REACH = 4  # words between a preposition and its area
_GIVES = {"exports": ("from", "by"), "imports": ("to", "by"), "investment": ("to", "at")}


@dataclass(frozen=True, slots=True)
class Named:
    """An area named for a figure: its code (None for a group), role (to, from, with, on, by …) and sort."""

    code: str | None
    role: str
    sort: str
    at: int
    taker: bool = False  # it is said to have got what the figure tells


def get_sides(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides:
    """The two sides of a figure, in the order that the indicator asks for."""
    if figure.given.get("each") and figure.cues("each") and story.focus.sides.both:
        return story.focus.sides
    frame = _frame(figure, story)
    named = _named(figure, story)
    if not named:
        return _unnamed(figure, indicator, frame, story)
    if indicator.role == MIRRORED:
        return Sides(frame.ref, named[-1].code)
    if indicator.name in DIRECTED:
        return _listed(figure, named, frame) or _directed(named, indicator, frame)
    return _mutual(named, indicator, frame)


# ---- what is named


def _named(figure: Figure, story: Story) -> list[Named]:
    """Areas among the figure's own words, without bases of comparison, wholes of a share, offices and agencies."""
    line = figure.line
    found = [*line.parts(*figure.before, "area", "adjective"), *line.parts(*figure.after, "area", "adjective")]
    own: list[Named] = []
    for at, part in found:
        if not (line.is_base(at) or _is_office(figure, at) or is_total(figure, at)):
            own.extend(_name(figure, at, part.value, story))
    own.extend(Named(None, "with", "group", c.start) for c in figure.cues("group") if not is_total(figure, c.start))
    own.extend(Named(figure.nation, "from", "nation", figure.place) for _ in (figure.nation,) if figure.nation)
    own = [n for n in own if not _is_place(n, story)]
    return _without_far_groups(sorted(own, key=lambda n: n.at), figure, story.words.joints)


def _is_place(named: Named, story: Story) -> bool:
    """A city that only says where something was told: of neither of the document's countries."""
    countries = story.focus.countries
    foreign = get_country(named.code) not in (countries.ref, countries.counterpart)
    return named.sort == "city" and named.role == "to" and foreign


def _without_far_groups(named: list[Named], figure: Figure, joints: frozenset[str]) -> list[Named]:
    """A group counts where no area stands between it and the figure, unless both are listed together."""
    text, groups = figure.line.scene.text, [n for n in named if n.code is None]
    codes = [n for n in named if n.code]
    near = [g for g in groups if all(c.at < g.at or _is_listed(text, g.at, c.at, joints) for c in codes)]
    return [n for n in named if n.code or n in near]


def _is_listed(text: str, group: int, area: int, joints: frozenset[str]) -> bool:
    """Whether an "and" stands right before the area that follows a group."""
    words = _WORD.findall(text[group:area])
    return len(words) <= _LISTED and bool(joints & set(words[-2:]))


def _name(figure: Figure, at: int, mention: AreaMention, story: Story) -> list[Named]:
    role, taker = get_role(figure, at, story), bool(figure.cues("taker"))
    return [Named(code, role, mention.sort, at, taker) for code in mention.codes or (None,)]


def get_role(figure: Figure, at: int, story: Story) -> str:
    """How an area stands: by the nearest preposition before it in its phrase; `by` where there is none."""
    text = figure.line.scene.text
    stop = max((m.end() for m in _BREAK.finditer(text, 0, at)), default=0)
    words = _WORD.findall(text[stop:at])[-_REACH:]
    roles = story.words.roles
    for word in reversed(words):
        if word in roles or word in story.words.no_role:
            return roles.get(word, "by")
    return "by"


def _is_office(figure: Figure, at: int) -> bool:
    """An area right beside an office or a person is whom they act for; one that heads the sentence is a dateline."""
    scene = figure.line.scene
    before, after = scene.text[:at].rstrip(), scene.text[at + 1 :].lstrip()
    dateline = not before and after[:1] in _AFTER_DATELINE
    return dateline or (before[-1:] or "-") in _OFFICES or (after[:1] or "-") in _OFFICES


# ---- what is not named


def _frame(figure: Figure, story: Story) -> Sides:
    """The sides that a figure has unless it names others: of the figure before it, else of the document."""
    before = story.in_paragraph(figure) or _meant(figure, story)
    if before is None or before.figure.given.get("each"):
        return story.focus.sides
    if before.part_of and figure.cues("which"):
        return Sides(before.part_of.ref_area, before.part_of.counterpart_area)
    if before.indicator in story.words.own_side and before.sides.ref and not before.sides.both:
        return join(before.sides.ref, story.focus.sides)
    if story.in_sentence(figure) is None and _is_list(before, story):
        return Sides(before.sides.ref)
    return before.sides if before.sides.ref else story.focus.sides


def _is_list(latest: Draft, story: Story) -> bool:
    """Whether the sentence of a figure lists partners: what follows it is of none of them."""
    listed = [d.sides for d in story.drafts if d.figure.line.number == latest.figure.line.number]
    return len({s.counterpart for s in listed if s.ref == latest.sides.ref}) > _PARTNERS


def _meant(figure: Figure, story: Story) -> Draft | None:
    latest = story.drafts[-1] if story.drafts else None
    return latest if latest and (latest.one_sided or figure.cues("previous")) else None


def _unnamed(figure: Figure, indicator: IndicatorWord, frame: Sides, story: Story) -> Sides:
    """The sides by the words that stand for them («двух стран», «стороны», «область»), else those of the frame."""
    if indicator.one_sided:
        return Sides(frame.ref)
    said = _said(figure, story)
    if said.both:
        return said
    if story.in_sentence(figure) or (story.in_paragraph(figure) and frame.both):
        return frame
    if story.focus.sides.ref and (_says(figure, "mutual") or _says(figure, "region")):
        return story.focus.sides
    return frame if frame.counterpart else Sides(frame.ref, _guest(figure, frame))


def _said(figure: Figure, story: Story) -> Sides:
    """The countries («двух стран») or regions («двух областей») of the document, where the figure's words say so."""
    if _says(figure, "states") and story.focus.sides.both:
        return story.focus.countries
    return story.focus.regions if _says(figure, "regions") else Sides()


def _says(figure: Figure, sort: str) -> bool:
    """Whether such a cue stands among the figure's own words, and not of the whole it is a share of."""
    return any(not is_total(figure, cue.start) for cue in figure.cues(sort))


def _guest(figure: Figure, frame: Sides) -> str | None:
    """The other side where it is only there in person: an envoy or body named in the figure's sentence."""
    for part in figure.line.scene.parts:
        value = part.value
        known = isinstance(value, PersonMention | OrganisationMention | PositionMention)
        if known and value.area and get_country(value.area) != get_country(frame.ref):
            area: str = value.area
            return area
    return None


# ---- two sides of what is named


def _mutual(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of a figure without direction: the two named, or the one named and the other of the frame."""
    codes = _distinct([n.code for n in named])
    owners = [n.code for n in named if n.code and n.role == "by"]
    if any(n.code is None for n in named) or (indicator.one_sided and len(codes) < 2):
        return Sides(owners[-1] if owners else codes[-1] if codes else frame.ref)
    if len(codes) >= 2:
        return Sides(codes[0], codes[1])
    return join(codes[0], frame)


def join(code: str, frame: Sides) -> Sides:
    """One named side set into the frame: for its own country's side there, else as the other side of the first.

    >>> join("CN", Sides("KZ", "UZ"))
    Sides(ref='KZ', counterpart='CN')
    """
    if code in (frame.ref, frame.counterpart):
        return frame
    if get_country(code) == get_country(frame.ref):
        return Sides(code, frame.counterpart)
    if get_country(code) == get_country(frame.counterpart):
        return Sides(frame.ref, code)
    return Sides(frame.ref, code) if frame.ref else Sides(code)


def _distinct(codes: Sequence[str | None]) -> list[str]:
    """Codes in order, each once: a country gives way to its own region, several regions of it to the country."""
    known = list(dict.fromkeys(c for c in codes if c))
    if len({get_country(c) for c in known}) < min(3, len(known)):
        return list(dict.fromkeys(_stands_for(c, known) for c in known))
    return known


def _stands_for(code: str, known: Sequence[str]) -> str:
    country = get_country(code) or code
    regions = [c for c in known if c != country and get_country(c) == country]
    return regions[0] if len(regions) == 1 else country if regions else code


def _directed(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of exports (from, to), imports (to, from), investment (receiver, giver)."""
    ref = _distinct([n.code for n in named if _is_reporter(n, indicator)])
    other = [n.code for n in named if not _is_reporter(n, indicator)]
    if not ref:
        return _reported(other[-1] if other else None, frame)
    if other:
        return Sides(ref[0], other[0])
    if len(ref) > 1:
        return Sides(ref[0], ref[1])
    alone = indicator.one_sided or any(n.taker for n in named)
    return Sides(ref[0], None if alone else _partner(ref[0], frame))


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


def _is_reporter(named: Named, indicator: IndicatorWord) -> bool:
    """Whether an area is the exporter, the importer, the receiver of the investment."""
    if indicator.name == "investment" and named.role == "by":
        return named.taker
    return named.role in _GIVES[indicator.name]


def _partner(code: str | None, frame: Sides) -> str | None:
    if get_country(code) == get_country(frame.ref):
        return frame.counterpart
    return frame.ref
