"""What a figure goes back to: the whole of the part told before it, the two countries whose trade was told."""

from __future__ import annotations

from hamkor.extract.observations.draft import Draft, Sides, Story
from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import Figure

_PLAIN = "other"  # the indicator of what no other names


def find_before(figure: Figure, story: Story) -> Draft | None:
    """The figure before; after a share in the sentence before, its whole («Половину взял Китай. Экспорт вырос»)."""
    before = story.in_paragraph(figure) or find_meant(figure, story)
    if before is None or story.in_sentence(figure):
        return before
    if before.part_of is None:
        return _get_counted_whole(before, story) or before
    whole = (before.part_of.indicator, before.part_of.ref_area, before.part_of.counterpart_area)
    here = [d for d in story.drafts if d.figure.line.paragraph == before.figure.line.paragraph and d.part_of is None]
    told = [d for d in here if (d.indicator, d.sides.ref, d.sides.counterpart) == whole]
    local = before.indicator == _PLAIN and not before.sides.both and story.focus.sides.both
    return told[-1] if told else None if local else before  # «Бішкекте бұл 8 пайыз» leaves the document's sides


def find_meant(figure: Figure, story: Story) -> Draft | None:
    """The figure told last, where it is of all that one side has, or words of this one point back at it."""
    latest = story.drafts[-1] if story.drafts else None
    previous = [c for c in figure.cues("previous") if not figure.line.is_base(c.start)]
    return latest if latest and (latest.one_sided or previous) else None


def _get_counted_whole(part: Draft, story: Story) -> Draft | None:
    """«211 ta korxona bor, shundan 26 tasi koreyslarniki. Yana 8 tasi ochildi»: after a part, all that it is of.

    Where that is of one side alone, and the part of another's.
    """
    line, (start, end) = part.figure.line, (part.figure.before[0], part.figure.place)
    traded = part.indicator in TRADE and line.between(start, end, "previous")  # «…, в том числе 640 тыс. — в A»
    if not part.sides.both or not (line.between(start, end, "sum") or traded):
        return None
    told = [d for d in story.drafts if d.figure.line.number == line.number and d.indicator == part.indicator]
    whole = told[0]
    alone = whole is not part and whole.sides.ref == part.sides.ref and not whole.sides.counterpart
    return whole if alone and whole.size.unit == part.size.unit else None


def get_countries_told(indicator: str, story: Story) -> Sides | None:
    """The two countries, where the text has told this trade of them alone and of no region of the document's sides."""
    told = [d.sides for d in story.drafts if d.indicator == indicator and d.sides.both]
    countries = story.focus.countries
    pair = indicator in TRADE and countries != story.focus.sides and bool(told)
    return countries if pair and all(sides == countries for sides in told) else None
