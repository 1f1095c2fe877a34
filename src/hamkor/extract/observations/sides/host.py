"""Of whom a sentence tells: the one area that what it says belongs to, and whether a pair told before goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator.near import counts
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role, get_role_beside
from hamkor.extract.observations.sides.frame import says
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.status.telling import get_status
from hamkor.extract.parts import OrganisationMention, PersonMention, PositionMention

_OWN = ("by", "at", "in")  # roles of the area that does, or where it is done
_OF_INDICATOR = {"exports": ("from",), "cargo": ("from",), "passengers": ("from",)}
_INTO = ("to",)  # of what is not sent but received or stands there, «in Jizzakh» is its own side, too
_GIVEN, _OWNED = "investment", "enterprises"
_POINTING = ("partner", "there", "neighbour", "mutual", "states", "regions", "each")
_TOWARDS = ("to", "from", "with", "on")  # roles of a partner
_OF_STATE = frozenset(("ministry", "government", "statistics"))
_STOP = re.compile(r"[,;:()—]")
_PAIR = 2
_ACTING = (OrganisationMention, PersonMention, PositionMention)


def is_of_one(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> bool:
    """Whether a figure's own words tell whose it is and nothing tells a partner: then it has none.

    The one told is an area («Фергана вывезла …») or what stands for one («экспорт области»). Where the figure before
    it, in its paragraph or in the sentence right before, was of a pair that this one belongs to, the pair goes on.
    """
    if any(says(figure, sort) for sort in _POINTING) or (named and says(figure, "joint")) or counts(figure, "mutual"):
        return False
    if _is_titled(figure, story):
        return False
    sold = indicator not in SORTS.hosted
    ahead = sold and story.focus.sides.both and get_status(figure, indicator, story) != "actual"
    if ahead and not _is_of_many(indicator, story):
        return False  # what one means to sell is for the other
    own = _find_own(figure, indicator, named, story)
    if own is None or _names_partner(figure, own) or _goes_on(figure, own, indicator, story):
        return False
    return not is_partner(figure, own, indicator, story)


def _is_titled(figure: Figure, story: Story) -> bool:
    """Whether the title tells this very figure of what goes between the two («Тәжікстаннан Шымкентке 189 тонна …»)."""
    title = story.title
    if title is None or not story.focus.sides.both or figure.part.span.within(figure.line.folded) not in title.folded:
        return False
    roles = {c: get_role(title, at) for at, p in title.parts(0, len(title.scene.text), "area") for c in p.value.codes}
    sides = (story.focus.sides.ref, story.focus.sides.counterpart)
    return set(sides) <= set(roles) and any(roles[code] in _TOWARDS for code in sides if code)


def _is_of_many(indicator: str, story: Story) -> bool:
    """Whether the text has told of several who bought it: then what is to be sold in all is for none of them."""
    return len({d.sides.counterpart for d in story.drafts if d.indicator == indicator and d.sides.both}) > _PAIR


def _names_partner(figure: Figure, own: str) -> bool:
    """Whether the rest of the clause, be it of the next figure, names another («12 т на 6 млн долларов в …»)."""
    line = figure.line
    stop = _STOP.search(line.scene.text, figure.place)
    areas = line.parts(figure.place, stop.start() if stop else len(line.scene.text), "area", "adjective")
    others = [at for at, part in areas if get_country(own) not in {get_country(c) for c in part.value.codes}]
    return any(get_role(line, at) in _TOWARDS for at in others)


def _find_own(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> str | None:
    """The one area named as whose it is, or the one that its words stand for; None where nothing tells it."""
    if not named:
        return find_region(figure, story) if says(figure, "region") else _find_site(figure, story)
    roles = (*_OWN, *_OF_INDICATOR.get(indicator, _INTO))
    codes = list(dict.fromkeys(n.code for n in named))
    if len(codes) != 1 or any(n.role not in roles or _gives(n, indicator) for n in named):
        return None
    if indicator == _OWNED and named[0].role == "by" and _is_owner(codes[0], figure, story):
        return None
    home = _list_home(story)
    return codes[0] if get_country(codes[0]) in home or not home else None


def _find_site(figure: Figure, story: Story) -> str | None:
    """The document's region where a body named after a place of it is what a figure is of («Ақтау порты арқылы»)."""
    line = figure.line
    bodies = [p.value.area for _, p in line.parts(*figure.before, "organisation")]
    sites = {code for code in bodies if code and "-" in code}
    return sites.pop() if len(sites) == 1 and sites <= {story.focus.sides.ref} else None


def _is_owner(code: str | None, figure: Figure, story: Story) -> bool:
    """«Xitoy korxonasi», «viloyatda Xitoy sarmoyasi bilan …»: a firm of one country that stands in another's region."""
    here = "-" not in (code or "-") and says(figure, "region")
    return here or get_country(code) != get_country(story.focus.sides.ref)


def _list_home(story: Story) -> set[str | None]:
    """The countries of the document's sides."""
    return {story.focus.countries.ref, story.focus.countries.counterpart} - {None}


def _gives(named: Named, indicator: str) -> bool:
    """Whether who is named is the one that invests or comes («российских предприятий»), not whose it is."""
    invests = indicator == _GIVEN and named.role == "by" and not named.taker
    return invests or (not named.noun and indicator not in HALVES)


def _goes_on(figure: Figure, own: str, indicator: str, story: Story) -> bool:
    """Whether the figure before was of a pair of this very side: «товарооборот A и B — …; экспорт A — …»."""
    before = (
        story.in_paragraph(figure) or right_before(figure, story) or (story.find_counted() if story.opener else None)
    )
    if before is not None and _is_of_all(own, indicator, before):
        return False
    here = before is not None and before.figure.line.paragraph == figure.line.paragraph
    carried = before is not None and (here or before.indicator in (TURNOVER, indicator))
    pair = (before.sides.ref, before.sides.counterpart) if before else ()
    told = own in pair or _is_by_region(own, pair, story, before)
    return bool(before and carried and before.sides.both and told)


def _is_by_region(own: str, pair: Sequence[str | None], story: Story, before: Draft | None) -> bool:
    """Whether a list tells by regions what was just told of their country and another («ҳудудлар кесимида: …»)."""
    counted = before is not None and before.size.kind == "count" and story.opener is not None
    return counted and "-" in own and get_country(own) in {get_country(code) for code in pair}


def _is_of_all(own: str, indicator: str, before: Draft) -> bool:
    """«В Узбекистан съездили 2,5 млн казахстанцев; Казахстан посетили 7 млн туристов»: of all who came to another."""
    turned = own == before.sides.counterpart != before.sides.ref
    return indicator in SORTS.hosted and turned


def is_partner(figure: Figure, own: str | None, indicator: str, story: Story) -> bool:
    """«Экспорт A — 400 млн. 96 млн из них забрала B»: after the same of one side, another is its partner."""
    before = story.in_paragraph(figure) or (right_before(figure, story) if figure.cues("sum") else None)
    same = before is not None and before.indicator == indicator and not before.sides.both
    return bool(before and same and get_country(before.sides.ref) != get_country(own))


def right_before(figure: Figure, story: Story) -> Draft | None:
    """The figure before this one, where it stands in the sentence before at the latest."""
    latest = story.drafts[-1] if story.drafts else None
    return latest if latest and latest.figure.line.number >= figure.line.number - 1 else None


def find_host(figure: Figure, story: Story) -> str | None:
    """Whose a figure of one side is that names nobody: by the words that stand for an area, by what was told before.

    «The region» is the one told of in its paragraph, else the document's. Without such words it is that of the figure
    before in its paragraph, or where its sentence says that this one was; then of the sentence before.
    """
    if says(figure, "region"):
        return find_region(figure, story)
    nation = find_nation(figure, story) if says(figure, "nation") and figure.given.get("measure") != "share" else None
    if nation:
        return nation
    acting = _find_acting(figure, story) or _find_state_acting(figure, story)
    if acting:
        return acting
    before = story.in_paragraph(figure)
    if before and not before.sides.both:
        return before.sides.ref
    line = before.figure.line if before else story.before
    told = _find_place(line) if line and line.paragraph == figure.line.paragraph else None
    return told if get_country(told) in (_list_home(story) or {get_country(told)}) else None


def _find_acting(figure: Figure, story: Story) -> str | None:
    """The one region whose people tell or do it in its sentence («глава управления сказал, что готовы 20 гектаров»)."""
    people = [p.value.area for _, p in figure.line.parts(0, figure.place, "person", "position", "organisation")]
    regions = {code for code in people if code and "-" in code and get_country(code) in _list_home(story)}
    return regions.pop() if len(regions) == 1 else None


def _find_state_acting(figure: Figure, story: Story) -> str | None:
    """The state whose body tells of all of it, after a region of it was told of («Минэнерго ждёт потребление …»)."""
    bodies = [p.value for _, p in figure.line.parts(0, figure.place, "organisation")]
    before = story.in_paragraph(figure)
    told = before is not None and "-" in (before.sides.ref or "") and before.figure.line.number < figure.line.number
    state = get_country(before.sides.ref) if before and told else None
    speaks = {b.area or state for b in bodies if b.sort in _OF_STATE} == {state}
    named = figure.line.parts(0, len(figure.line.scene.text), "area") or (story.site and story.site.named)
    return state if speaks and not named else None


def find_only(figure: Figure, story: Story) -> str | None:
    """The one area that the sentence before names, in the same paragraph of a document that is about no side."""
    line = story.before
    if line is None or line.paragraph != figure.line.paragraph:
        return None
    told = {code for _, part in line.parts(0, len(line.scene.text), "area") for code in part.value.codes}
    return told.pop() if len(told) == 1 else None


def find_region(figure: Figure, story: Story) -> str | None:
    """What «the region», «the city» mean: the document's own, else the region of its country told of last before."""
    sides = (story.focus.sides.ref, story.focus.sides.counterpart)
    own = next((code for code in sides if code and "-" in code), sides[0])
    acting = [p.value.area for p in figure.line.scene.parts if isinstance(p.value, _ACTING) and p.value.area]
    regions = {code for code in acting if "-" in code and get_country(code) in _list_home(story)}
    if len(regions) == 1:
        return regions.pop()
    return story.regions.get(own, own) if own else own


def find_nation(figure: Figure, story: Story) -> str | None:
    """What «the country» means: the only one that its sentence told of or who acts in it is of, else the one before.

    “Uzbekistan's demand grows. The country produced …”; None where neither tells of one alone.
    """
    before = story.before if story.is_in_paragraph(figure.line) else None
    told = _list_told(figure.line, figure.place) or (_list_told(before, len(before.scene.text)) if before else set())
    if before and says(figure, "large"):
        told -= _list_partners(before)  # «Ресейге 3 млн тонна кетті. Ел бойынша …» is of who sent it
    return told.pop() if len(told) == 1 else _get_subject(before) if before and len(told) == _PAIR else None


def _get_subject(line: Line) -> str | None:
    """The one country of a sentence that no word or ending puts beside another («КР … для туристов из РУз»)."""
    areas = [(at, c) for at, p in line.parts(0, len(line.scene.text), "area") for c in p.value.codes]
    subjects = {code for at, code in areas if get_role_beside(line, at) is None}
    return subjects.pop() if len(subjects) == 1 else None


def _list_partners(line: Line) -> set[str | None]:
    """The countries of a sentence to, from or with which something is done."""
    areas = line.parts(0, len(line.scene.text), "area")
    return {get_country(code) for at, p in areas if get_role(line, at) in _TOWARDS for code in p.value.codes}


def _list_told(line: Line, end: int) -> set[str]:
    """The countries for which somebody acts in a sentence up to `end`; where nobody does, those it names."""
    acting = {get_country(p.value.area) for _, p in line.parts(0, end, "organisation", "person", "position")}
    named = {get_country(c) for _, p in line.parts(0, end, "area", "adjective") for c in p.value.codes}
    return {c for c in acting if c} or {c for c in named if c}


def find_told_region(line: Line) -> str | None:
    """The region that a sentence tells of last: by its name, or by who acts for it."""
    codes = [code for _, part in line.parts(0, len(line.scene.text), "area") for code in part.value.codes]
    acting = [p.value.area for p in line.scene.parts if isinstance(p.value, _ACTING) and p.value.area]
    regions = [code for code in (*acting, *codes) if "-" in code]
    return regions[-1] if regions else None


def find_regions_met(line: Line) -> Sides | None:
    """The two regions, of two countries, that a sentence names with no third; None for any others."""
    parts = [p for at, p in line.parts(0, len(line.scene.text), "area") if not line.is_base(at) and at not in line.ways]
    codes = list(dict.fromkeys(code for p in parts if p.value.sort == "region" for code in p.value.codes))
    if len(codes) != _PAIR or get_country(codes[0]) == get_country(codes[1]):
        return None
    return Sides(*codes)


def _find_place(line: Line) -> str | None:
    """Where a sentence says that something is: the one region or town that it names, no capital where one met."""
    areas = [(at, c) for at, part in line.parts(0, len(line.scene.text), "area") for c in part.value.codes]
    regions = {code for _, code in areas if "-" in code}
    placed = {code for at, code in areas if get_role(line, at) in ("at", "in")}
    return regions.pop() if len(regions) == 1 and regions <= placed and not is_capital(next(iter(regions))) else None
