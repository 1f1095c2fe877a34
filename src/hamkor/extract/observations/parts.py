"""Bare numbers that together make a count told before them are its parts («42 проекта … из них 29 … 13»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from hamkor.extract.observations.draft import Draft, Size, Story
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.period import get_period
from hamkor.extract.observations.status import get_status
from hamkor.extract.parts import Quantity
from hamkor.grammar import Part

_BACK = 6  # figures back in the paragraph among which the whole is sought
_LEAST = 10  # smaller counts come together by chance


def read_part(figure: Figure, size: Size, story: Story) -> Draft | None:
    """The part of a count told before: what it counts, whose and when is what the whole told; None where it is none.

    Whether it is done or planned, and when, its own words say («14 are running, 12 are planned for 2027»).

    The sum decides, not the words: two numbers or more of one sentence, none with a noun of its own before the last,
    that make exactly a count told in the same paragraph.
    """
    if size.measure != "level" or not _is_bare(figure.part):
        return None
    whole = _find_whole(figure, story)
    if whole is None:
        return None
    status = get_status(figure, whole.indicator, story)
    own = get_period(figure, indicator=whole.indicator, measure=size.measure, status=status, story=story)
    size = replace(size, unit=whole.size.unit)
    return replace(whole, figure=figure, size=size, status=status, period=own or whole.period)


def _find_whole(figure: Figure, story: Story) -> Draft | None:
    sums = {sum(run) for run in _runs(figure)}
    told = [d for d in story.drafts[-_BACK:] if d.figure.line.paragraph == figure.line.paragraph]
    counts = [d for d in told if d.size.kind == "count" and d.size.measure == "level" and d.size.value >= _LEAST]
    return next((d for d in reversed(counts) if d.size.value in sums), None)


def _runs(figure: Figure) -> Iterator[Sequence[Decimal]]:
    """Numbers in a row of its sentence, this one among them."""
    line = figure.line
    parts = [(at, part) for at in line.figures if (part := line.scene.part_at(at)) and _is_bare(part)]
    values, here = [part.value.value for _, part in parts], [at for at, _ in parts].index(figure.place)
    for start in range(here + 1):
        for end in range(max(here, start + 1), len(values)):
            yield values[start : end + 1]


def _is_bare(part: Part) -> bool:
    """A number, or a count without a noun («238 tasi», «29 из них»)."""
    quantity: Quantity = part.value
    return part.kind == "number" or (part.kind == "count" and not quantity.noun)
