"""Whose a figure is that names nobody: of the figure before it, else of what the document is about."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.counted import is_service, is_thing
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country, join
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Cue, Figure
from hamkor.extract.observations.sides.gathering import find_acting
from hamkor.extract.observations.sides.wholes import find_before, get_countries_told

DIRECTED = frozenset(("exports", "imports", "investment"))
RELATIVE = ("percent", "fraction", "times")  # their sides are those of what they are relative to
_NEAR = 2  # sentences back that all the trade of a side is still told of
_AFTER = 16  # characters from a word to the area in which it is
_PARTNERS = 2  # more than so many partners told of in a sentence are a list


def get_frame(figure: Figure, indicator: str, story: Story) -> Sides:
    """The sides that a figure has unless it names others: of the figure before it, else of the document."""
    before = find_before(figure, story)
    told = get_introduced(figure, indicator, story) or _get_of_all_trade(figure, indicator, story)
    if told:
        return told
    if before and before.indicator == indicator and before.figure.cues("within") and story.in_sentence(figure):
        return before.sides
    if before is None or before.figure.given.get("each") or not before.sides.ref:
        return _told_of(figure, indicator, story)
    if before.part_of and figure.cues("which"):
        return Sides(before.part_of.ref_area, before.part_of.counterpart_area)
    return _get_of_figure(figure, indicator, before, story)


def _get_of_all_trade(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """«Внешний товарооборот области — 640 млн. Экспорт — 388 млн»: the halves of all the trade of one side."""
    if indicator not in HALVES or says(figure, "mutual") or says(figure, "states"):
        return None
    near = [d for d in story.drafts if d.figure.line.number >= figure.line.number - _NEAR]
    apart = any(d.sides.both or d.indicator != TURNOVER for d in near) or bool(story.in_sentence(figure))
    return Sides(near[-1].sides.ref) if not apart and any(d.one_sided for d in near) else None


def get_introduced(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """Where the sentence before says that is to which it turns («Упала добыча в РУз. Показатель снизился …»)."""
    line = story.before if story.is_in_paragraph(figure.line) else None
    if line is None or line.figures or indicator not in SORTS.of_place or not figure.cues("previous"):
        return None
    cues = [c.end for c in line.cues if c.indicator and c.indicator.name == indicator]
    areas = line.parts(cues[-1], cues[-1] + _AFTER, "area") if cues else []
    codes = {code for _, part in areas for code in part.value.codes}
    return Sides(codes.pop()) if len(codes) == 1 else None


def _get_of_figure(figure: Figure, indicator: str, before: Draft, story: Story) -> Sides:
    """The sides that the figure before leaves: its own, or the document's again after what was of one side."""
    if _is_more_of_it(figure, before, story):
        return before.sides
    alone = not before.sides.both and not _is_of_it(figure, story)
    if alone and (is_thing(before.figure) or is_service(before.figure) or _is_for_region(figure, before, story)):
        return _told_of(figure, indicator, story)
    if story.in_sentence(figure) is None and _is_list(before, story):
        return Sides(before.sides.ref)
    if figure.part.kind in RELATIVE and before.indicator == indicator:
        return before.sides
    if alone and before.sides.ref and before.indicator in SORTS.alone:
        of_it = story.in_sentence(figure) is not None and indicator in SORTS.projects
        apart = indicator in SORTS.apart and not of_it
        return Sides(before.sides.ref) if apart else join(before.sides.ref, story.focus.sides)
    again = figure.given.get("base") and before.indicator == indicator  # «o'tgan yili bu raqam 940 nafar edi»
    kept = story.in_sentence(figure) or again or indicator in DIRECTED or indicator in SORTS.hosted
    whole = indicator == TURNOVER and before.indicator in HALVES and _is_within(before.sides, story)
    return before.sides if kept else _home_first(story.focus.sides if whole else before.sides, story)


def _is_within(sides: Sides, story: Story) -> bool:
    """Whether the partner of a figure is but a region of the country whose trade with one side the document tells.

    «Боткенга 22 млн долларлик товар жўнатилди. Савдо 160 млн долларга етади»: the turnover is with the country.
    """
    focus, partner = story.focus.sides, sides.counterpart
    return focus.both and sides.ref == focus.ref and get_country(partner) == focus.counterpart != partner


def _is_for_region(figure: Figure, before: Draft, story: Story) -> bool:
    """Whether a country borrowed for the region that alone the document is about: the next sentences tell of that."""
    own, other = story.focus.sides.ref or "", story.focus.sides.counterpart
    lent = before.indicator in SORTS.borrowed and before.sides.ref == get_country(own) != own
    return lent and other is None and story.in_sentence(figure) is None


def _home_first(sides: Sides, story: Story) -> Sides:
    """The side that the document is of stands first again, after the other side's imports, say."""
    home = get_country(story.focus.sides.ref)
    away = home and get_country(sides.counterpart) == home != get_country(sides.ref)
    return Sides(sides.counterpart, sides.ref) if away else sides


def _is_of_it(figure: Figure, story: Story) -> bool:
    """Whether a percentage or multiple is of the figure before it in its sentence."""
    return story.in_sentence(figure) is not None and figure.part.kind in RELATIVE


def _is_more_of_it(figure: Figure, before: Draft, story: Story) -> bool:
    """Whether more things of a place are counted without saying again what they are («74 гостиницы, ещё девять …»)."""
    bare = figure.part.kind in ("count", "number") and not figure.quantity.noun
    return bare and story.in_sentence(figure) is not None and not before.sides.both and is_thing(before.figure)


def _told_of(figure: Figure, indicator: str, story: Story) -> Sides:
    """The document's sides; in one that is about nobody in particular, whose the same was told before."""
    host = _get_host(indicator, story)
    if host:
        return host
    if story.focus.sides.ref:
        return find_acting(figure, story) or _in_told_order(indicator, story)
    traded = _get_traded(figure, indicator, story)
    if traded:
        return traded
    same = [d for d in story.drafts if d.indicator == indicator and d.sides.ref]
    return Sides(same[-1].sides.ref) if same and indicator in SORTS.alone else Sides()


def _get_host(indicator: str, story: Story) -> Sides | None:
    """Where the figure before told that people came to in all: a new paragraph goes on with who they were."""
    before = story.drafts[-1] if story.drafts else None
    goes_on = before and indicator in SORTS.hosted and before.indicator == indicator
    return Sides(before.sides.ref) if before and goes_on and before.sides.ref and not before.sides.both else None


def _get_traded(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """Whose trade the sentence right before told: its exports and imports go on with it in a new paragraph."""
    before = story.drafts[-1] if story.drafts else None
    if before is None or before.figure.line.number < figure.line.number - 1:
        return None
    if not {before.indicator, indicator} <= {TURNOVER, *HALVES}:
        return None
    return Sides(before.sides.ref) if _is_list(before, story) else before.sides


def _in_told_order(indicator: str, story: Story) -> Sides:
    """The document's sides; of what has a direction the other way round where the same was told so before."""
    focus = story.focus.sides
    if focus.both and get_country(focus.counterpart) not in {*story.seen, story.words.home}:
        return Sides(focus.ref)  # nobody has named the partner yet; at home nobody need name the own country
    other, wider = Sides(focus.counterpart, focus.ref), get_countries_told(indicator, story)
    if wider:
        return wider
    told = next((d.sides for d in reversed(story.drafts) if d.indicator == indicator and d.sides.both), None)
    ordered = indicator in DIRECTED or indicator in SORTS.hosted  # «туда приехали …»: to whom they came before
    return other if ordered and told == other else focus


def _is_list(latest: Draft, story: Story) -> bool:
    """Whether the paragraph of a figure has told of several partners: what follows them is of none of them."""
    own, at = [d for d in story.drafts if d.sides.ref == latest.sides.ref], latest.figure.line
    here = {d.sides.counterpart for d in own if d.figure.line.number == at.number}
    near = {get_country(d.sides.counterpart) for d in own if d.figure.line.paragraph == at.paragraph} - {None}
    return max(len(here), len(near)) > _PARTNERS


def is_shared(figure: Figure, indicator: str) -> bool:
    """Whether what a side mostly has alone (land) is said to be of both: «100 га (стороны выделили по 50)»."""
    line = figure.line
    told = line.between(0, len(line.scene.text), "mutual") or figure.cues("states")
    return indicator in SORTS.own_side and bool(told)


def says(figure: Figure, sort: str) -> bool:
    """Whether such a cue stands among the figure's own words, and not of the whole it is a share of."""
    cues = figure.cues(sort)
    return bool(cues) and any(_is_own(figure, cue) for cue in cues)


def _is_own(figure: Figure, cue: Cue) -> bool:
    return not is_total(figure, cue.start) and not figure.line.is_base(cue.start)
