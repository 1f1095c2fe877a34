"""Bare numbers that together make a count told before them are its parts («42 проекта … из них 29 … 13»)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, islice

from hamkor.extract.observations.draft import Draft, Size, Story
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.status.telling import get_status
from hamkor.extract.observations.time.period import get_period
from hamkor.extract.parts import Quantity
from hamkor.grammar import Part

_BACK = 6  # figures back in the paragraph among which the whole is sought
_LONGEST = 12  # parts on either side that a row is followed to
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
    told = [d for d in story.drafts[-_BACK:] if d.figure.line.paragraph == figure.line.paragraph]
    counts = [d for d in told if d.size.kind == "count" and d.size.measure == "level" and d.size.value >= _LEAST]
    sums = set(_sums(figure)) if counts else ()
    return next((d for d in reversed(counts) if d.size.value in sums), None)


def _sums(figure: Figure) -> Iterator[Decimal]:
    """What numbers in a row of its sentence make together, this one among them; of a long row those near it."""
    line = figure.line
    at = bisect_left(line.figures, figure.place)
    near = line.figures[max(0, at - _LONGEST) : at + _LONGEST + 1]
    parts = [(place, part) for place in near if (part := line.scene.part_at(place)) and _is_bare(part)]
    before = [part.value.value for place, part in parts if place <= figure.place]
    after = [part.value.value for place, part in parts if place > figure.place]
    for number, start in enumerate(accumulate(reversed(before))):
        sums = accumulate(after, initial=start)
        yield from sums if number else islice(sums, 1, None)  # one number alone is no row


def _is_bare(part: Part) -> bool:
    """A number, or a count without a noun («238 tasi», «29 из них»)."""
    quantity: Quantity = part.value
    return part.kind == "number" or (part.kind == "count" and not quantity.noun)
