"""The undertaking that a paragraph tells of: where it stands, is built or is to be, and who has a part in it.

«Ош тадбиркори Марғилонда цех очмоқчи. Цех 1,2 миллион долларга тушади»: the cost is of Fergana and Osh, whatever two
sides the document is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Site, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import PLACE, get_role, is_office
from hamkor.extract.observations.sides.frame import says
from hamkor.extract.parts import OrganisationMention
from hamkor.grammar import Found

_PLACED = (*PLACE, "at")
_BESIDE = 20  # characters from an adjective to the thing it goes with
_STOP = re.compile(r"[,;:()—]")
_OTHERS = ("states", "region", "nation", "there", "partner")  # words that point to other sides


def find_site(line: Line, story: Story) -> Site | None:
    """What a sentence says to stand somewhere, else what it goes on to tell of; None where it tells of neither."""
    nouns = list(_list_nouns(line))
    code = _find_place(line, nouns, story) if nouns else _get_heading(line)
    if code:
        site = Site(Sides(code, _find_partner(line, code, story)), bool(nouns))
        story.see_site(site, {noun.value for noun in nouns})
        return site
    before = story.site or _get_only(line, nouns, story)
    if before is None or _is_elsewhere(line, before):
        return None
    if not story.is_in_paragraph(line):
        return before if line.figures and before.named and nouns else None
    partner = before.sides.counterpart or (_find_partner(line, str(before.sides.ref), story) if nouns else None)
    return Site(Sides(before.sides.ref, partner), before.named or bool(nouns))


def _get_only(line: Line, nouns: Sequence[Found], story: Story) -> Site | None:
    """The one undertaking of the text, told of again by its noun («Завод выпустит 1000 машин», paragraphs later)."""
    site, words = next(iter(story.sites.values()), (None, frozenset()))
    if len(story.sites) != 1 or not line.figures:
        return None
    areas = line.parts(0, len(line.scene.text), "area")
    placed = any(get_role(line, at) in _PLACED for at, _ in areas)
    return site if any(noun.value in words for noun in nouns) and not placed else None


def get_at_site(figure: Figure, indicator: str, frame: Sides, story: Story) -> Sides:
    """The sides of the undertaking that a figure is of, with the other side of the frame where none is told.

    The frame itself where nothing is told to stand anywhere, or words point to other sides.
    """
    site = story.site
    told = site is not None and site.named and indicator in SORTS.sited
    if site is None or not told or any(says(figure, sort) for sort in _OTHERS):
        return frame
    code, partner = site.sides.ref, site.sides.counterpart
    own = [c for c in (frame.ref, frame.counterpart) if get_country(c) == get_country(code)]
    others = [c for c in (frame.ref, frame.counterpart) if get_country(c) != get_country(code)]
    if frame.ref and not own and not _is_told_of(figure.line, code) and not _is_told_of(story.title, code):
        return frame  # a branch in a third country told of in passing: the text goes on with its own
    return Sides(code, partner or (others[0] if own and others else None))


def _is_told_of(line: Line | None, code: str | None) -> bool:
    """Whether a sentence or the title names an area of that country."""
    parts = line.parts(0, len(line.scene.text), "area", "adjective") if line else []
    return get_country(code) in {get_country(c) for _, p in parts for c in p.value.codes}


def _list_nouns(line: Line) -> Iterator[Found]:
    """Nouns of what stands somewhere, also those that are part of its name («запуск завода "Тулпар Моторс"»)."""
    yield from line.words.sites.find_in(line.scene)
    for at, part in line.parts(0, len(line.scene.text), "organisation"):
        inner = line.words.sites.find(line.folded, part.span.start, part.span.end)
        yield from (replace(noun, start=at, end=at + 1) for noun in inner if noun.start == part.span.start)


def _find_place(line: Line, nouns: Sequence[Found], story: Story) -> str | None:
    """The one region or town in which the thing is told to be: in its clause, or the only one of the sentence."""
    regions = list(_list_regions(line))
    placed = [(at, code) for at, code, role in regions if role in _PLACED]
    own = (story.focus.sides.ref, story.focus.sides.counterpart) if story.focus.sides.both else ()
    placed = placed or [(at, code) for at, code, _ in regions if _is_whose(line, at, nouns, side=code in own)]
    beside = {code for at, code in placed if any(_is_in_clause(line, at, noun.start) for noun in nouns)}
    codes = {code for _, code in placed}
    return codes.pop() if len(codes) == 1 and (beside or len(nouns) == 1) else None


def _is_whose(line: Line, at: int, nouns: Sequence[Found], *, side: bool) -> bool:
    """Whether a region is named right before the thing, or does it in its clause («Fergana region opened a plant»).

    One of the document's two sides may do it at the other's.
    """
    part = line.scene.part_at(at)
    beside = any(0 < noun.start - at <= _BESIDE for noun in nouns)
    acts = not side and part is not None and part.kind == "area"
    return beside or (acts and any(_is_in_clause(line, at, noun.start) for noun in nouns))


def _list_regions(line: Line) -> Iterator[tuple[int, str, str]]:
    for at, part in line.parts(0, len(line.scene.text), "area", "adjective"):
        role = get_role(line, at) if part.kind == "area" else "by"
        passing = is_office(line, at) or line.is_base(at) or at in line.ways
        yield from ((at, code, role) for code in part.value.codes if "-" in code and not passing)


def _is_in_clause(line: Line, at: int, other: int) -> bool:
    return not _STOP.search(line.scene.text, min(at, other), max(at, other))


def _get_heading(line: Line) -> str | None:
    """The region that a sentence names and nothing else («Қызылорда.»): what follows is there."""
    parts = line.scene.parts
    alone = len(line.scene.text.split()) == 1 and len(parts) == 1 and parts[0].kind == "area"
    codes: list[str] = [code for code in parts[0].value.codes if "-" in code] if alone else []
    return codes[0] if codes else None


def _find_partner(line: Line, code: str, story: Story) -> str | None:
    """Who of another country has a part in it: the one that the sentence names, or of two sides the other."""
    areas = line.parts(0, len(line.scene.text), "area", "adjective")
    free = [p for at, p in areas if not line.is_base(at) and get_role(line, at) != "to"]
    told: list[str] = [c for p in free for c in p.value.codes]
    told += [p.value.area for p in line.scene.parts if isinstance(p.value, OrganisationMention) and p.value.area]
    others = list(dict.fromkeys(c for c in told if get_country(c) != get_country(code)))
    if len({get_country(c) for c in others}) == 1:
        return max(others, key=len)
    joint = line.between(0, len(line.scene.text), "mutual") or line.between(0, len(line.scene.text), "joint")
    sides = (story.focus.sides.ref, story.focus.sides.counterpart)
    apart = [c for c in sides if c and get_country(c) != get_country(code)]
    return apart[0] if joint and not others and len(apart) == 1 else None


def _is_elsewhere(line: Line, site: Site) -> bool:
    """Whether a sentence names a region where something is, other than the site."""
    return any(code != site.sides.ref and role in _PLACED for _, code, role in _list_regions(line))
