"""The principles by which a reader finds whose a figure is: each has a name, and proposes areas where it applies.

None is right always; `votes` weighs what they propose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.observations.choice.told import Told
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure

RULES, NOBODY = "rules", "nobody"
Code = str | None
Proposal = tuple[str, Code, Code]  # the principle's name, the first area, the other


@dataclass(frozen=True, slots=True)
class Setting:
    """The areas around a figure: those of its clause, those `earlier` in its sentence, those of the sentence before."""

    figure: Figure
    story: Story
    clause: Sequence[Told]
    earlier: Sequence[Told]
    before: Sequence[Told]


def get_setting(figure: Figure, story: Story) -> Setting:
    """The areas around a figure; of its clause those that are named, before those for whom somebody only acts."""
    line, lines = figure.line, story.atlas.lines
    start, end = figure.before[0], figure.after[1]
    own = [t for t in lines[line.number] if t.at < end and (t.at <= figure.place or t.at not in line.figures)]
    clause = [t for t in own if t.at >= start]
    earlier = [t for t in own if t.at < start]
    before = lines[line.number - 1] if line.number and story.is_in_paragraph(line) else ()
    return Setting(figure, story, [t for t in clause if not t.acting] or clause, earlier, before)


def list_proposals(rules: Sides, setting: Setting) -> Iterator[Proposal]:
    """What each principle proposes, what the rules say first."""
    partners = setting.story.focus.sides
    yield RULES, rules.ref, rules.counterpart
    yield from _vary_rules(rules, partners)
    yield from _by_told("clause", setting.clause, partners)
    yield from _by_told("sentence", setting.earlier, partners)
    yield from _by_told("sentence before", setting.before, partners)
    yield from _by_figure_before(setting.story)
    yield from _by_document(setting.story)
    if setting.figure.nation:
        yield from _by_people(setting.figure.nation, setting)
    yield NOBODY, None, None


def _vary_rules(rules: Sides, partners: Sides) -> Iterator[Proposal]:
    """The rules' answer without one of its sides, with a country for a region, or with a partner."""
    first, second = rules.ref, rules.counterpart
    if first is None:
        return
    yield "rules, first alone", first, None
    yield "rules, country of first", get_country(first), second
    if second:
        yield "rules, second alone", second, None
        yield "rules, country of second", first, get_country(second)
    else:
        yield from _with_partner(RULES, first, partners)


def _by_told(where: str, told: Sequence[Told], partners: Sides) -> Iterator[Proposal]:
    """The first or last area that a stretch of text tells of, alone or with the document's other side; or two of it.

    Several regions of one country stand for it, not one of them («Buxoro, Urganch va Xivani bog'laydigan yo'l»).
    """
    if not told:
        return
    first, last = told[0].code, told[-1].code
    other = next((t.code for t in told if get_country(t.code) != get_country(first)), None)
    yield f"{where}, country alone", get_country(last), None
    if other is None and first != last and "-" in first and "-" in last:
        yield f"{where}, country of several", get_country(last), None
        return
    yield f"{where}, last alone", last, None
    yield f"{where}, first alone", first, None
    if other:
        yield f"{where}, two", first, other
    else:
        yield from _with_partner(where, last, partners)


def _with_partner(where: str, code: str, partners: Sides) -> Iterator[Proposal]:
    other = _find_other(code, partners)
    if other:
        yield f"{where}, with the document's other", code, other
        yield f"{where}, with the document's other country", code, get_country(other)


def _by_figure_before(story: Story) -> Iterator[Proposal]:
    if story.drafts:
        sides = story.drafts[-1].sides
        yield "figure before", sides.ref, sides.counterpart
        yield "figure before, first alone", sides.ref, None
        yield "figure before, second alone", sides.counterpart, None


def _by_document(story: Story) -> Iterator[Proposal]:
    """What the document is about: its two sides, those of its title, the area told of most, the region told of last."""
    (first, second), regions = (story.focus.sides.ref, story.focus.sides.counterpart), story.focus.regions
    yield "document", first, second
    yield "document, first alone", first, None
    yield "document, second alone", second, None
    yield "document, countries", get_country(first), get_country(second)
    yield "document, country of second", first, get_country(second)
    yield "document, country of first alone", get_country(first), None
    yield "document, regions", regions.ref, regions.counterpart
    yield from _by_atlas(story)


def _by_atlas(story: Story) -> Iterator[Proposal]:
    atlas = story.atlas
    yield "told of most", atlas.most, None
    yield "region told of most", atlas.region, None
    yield "where the text comes from", next(iter(atlas.homes), None), None
    yield "region told of last", story.region, None
    if story.region:
        yield from _with_partner("region told of last", story.region, story.focus.sides)
    yield from _by_told("title", atlas.title, story.focus.sides)


def _by_people(guests: str, setting: Setting) -> Iterator[Proposal]:
    """«40 узбекских фирм»: theirs and whose the place is."""
    hosts = [t.code for t in setting.clause if get_country(t.code) != guests]
    if hosts:
        yield "people counted, clause", hosts[-1], guests
    if setting.story.region and get_country(setting.story.region) != guests:
        yield "people counted, region", setting.story.region, guests
    host = _find_other(guests, setting.story.focus.sides)
    if host:
        yield "people counted, document", host, guests


def _find_other(code: str, sides: Sides) -> str | None:
    """The side that lies in another country."""
    own = get_country(code)
    if sides.counterpart and get_country(sides.counterpart) != own:
        return sides.counterpart
    return sides.ref if sides.ref and get_country(sides.ref) != own else None
