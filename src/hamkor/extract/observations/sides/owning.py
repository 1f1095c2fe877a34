"""Whose a figure of one side is: the area named, where it stands, who borrows, to whom many came."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.sides.frame import get_introduced, says
from hamkor.extract.observations.sides.host import find_host, find_nation, find_only, find_region
from hamkor.extract.observations.sides.named import Named

_ACTING = ("organisation", "person", "position")
MANY = 2  # more countries than these have it in common with nobody


def get_owner(figure: Figure, indicator: str, named: Sequence[Named], *, frame: Sides, story: Story) -> Sides:
    """Whose it is: the area named, the last of several; of money borrowed for a place, the country that borrows."""
    comers, codes = find_comers(figure, named), [n.code for n in named if n.code]
    if comers:
        return _get_host(comers, codes, story)
    if indicator in SORTS.of_place and find_site(named):
        return Sides(find_site(named))
    if indicator not in SORTS.got:
        introduced = None if codes else get_introduced(figure, indicator, story)
        return introduced or _get_last(figure, named, frame=frame, story=story)
    if indicator in SORTS.borrowed:
        return _get_borrower(figure, named, frame=frame, story=story)
    same = [c for c in codes if c != get_country(frame.ref)] if len(set(codes)) == 1 else []
    return Sides(same[-1] if same else frame.ref)


def _get_host(comers: set[str | None], codes: Sequence[str], story: Story) -> Sides:
    """The region to which they came, else the document's first side."""
    hosts = [code for code in codes if "-" in code and get_country(code) not in comers]
    return Sides(hosts[-1] if hosts else story.focus.sides.ref)


def _get_last(figure: Figure, named: Sequence[Named], *, frame: Sides, story: Story) -> Sides:
    """The last area named, but not whom it is meant for («12 га под узбекский завод»); else whose the sentence is."""
    own = [n.code for n in named if n.code and n.sort != "nation" and (n.noun or n.role != "to")]
    told = own[-1] if own else find_host(figure, story) or frame.ref
    return Sides(told or find_only(figure, story))


def _get_borrower(figure: Figure, named: Sequence[Named], *, frame: Sides, story: Story) -> Sides:
    """The one who gets the loan, «the region» too; of a place named otherwise its country."""
    codes = [n.code for n in named if n.code]
    host = {n.code for n in named if n.code and n.role == "by"}
    if len(host) == 1:
        return Sides(host.pop())
    if not codes and says(figure, "region"):
        return Sides(find_region(figure, story))
    placed = None if codes else _get_place_told(figure, story)
    if placed:
        return Sides(placed)
    nation = find_nation(figure, story) if not codes and says(figure, "nation") else None
    return Sides(nation or get_country(codes[-1] if codes else frame.ref))


def _get_place_told(figure: Figure, story: Story) -> str | None:
    """The document's region, where the sentence before tells what a bank pays for there, and of no state that borrows.

    «Bank Namangan viloyatida suv ta'minotini yaxshilash loyihasini ma'qulladi. Kredit — 139 mln».
    """
    own, line = story.focus.sides.ref or "", story.before if story.is_in_paragraph(figure.line) else None
    if line is None or "-" not in own or story.focus.sides.both:
        return None
    told = {c for _, p in line.parts(0, len(line.scene.text), "area", "adjective") for c in p.value.codes}
    acting = {
        getattr(p.value, "area", None) for read in (line, figure.line) for _, p in read.parts(0, figure.place, *_ACTING)
    }
    return own if told == {own} and get_country(own) not in acting else None


def find_comers(figure: Figure, named: Sequence[Named]) -> set[str | None]:
    """The countries, three or more, from which those counted came («180 компаний из России, Китая и Турции»).

    Of a list after a preposition only the first has its role.
    """
    told = [n for n in named if n.code and n.sort == "country"]
    first = next((place for place, n in enumerate(told) if n.role == "from"), len(told))
    came = {get_country(n.code) for n in told[first:] if n.role in ("from", "by")}
    return came if figure.part.kind == "count" and len(came) > MANY else set()


def find_site(named: Sequence[Named]) -> str | None:
    """Where it stands, where others are named who build it («Туркия компанияси Сирдарёда қурган станция»)."""
    placed = {n.code for n in named if n.code and n.role in ("at", "in") and n.sort in ("region", "city")}
    return placed.pop() if len(placed) == 1 else None
