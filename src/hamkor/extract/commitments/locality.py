"""The regions that a paragraph has told of so far, where the document as a whole tells only of their nations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hamkor.extract.commitments.draft import Draft
from hamkor.extract.reading import Reading
from hamkor.extract.sides import Sides, get_country, list_areas
from hamkor.grammar import Part

_LEAD = 1  # sentences that open a document
_NEAR = 4  # sentences before in which a paragraph tells of a region


def keep_local(reading: Reading, sides: Sides, draft: Draft) -> Sides:
    """The sides, with the nation that deals with a region as the one region of it that the paragraph told of last."""
    if sum("-" in area for area in sides.areas) != 1:
        return sides
    areas = tuple(_localise(reading, draft, area) if "-" not in area else area for area in sides.areas)
    return Sides(areas, sides.countries)


def _localise(reading: Reading, draft: Draft, nation: str) -> str:
    codes = _list_codes(_list_before(reading, draft), nation) or _list_codes(_list_lead(reading, draft), nation)
    regions = set(codes) - {nation}
    last = codes[-1] if codes else nation
    return last if len(regions) == 1 and last in regions else nation


def _list_codes(parts: Iterable[Part], nation: str) -> list[str]:
    return [code for part in parts for code in part.value.codes if get_country(code) == nation]


def _list_lead(reading: Reading, draft: Draft) -> Iterator[Part]:
    """The areas that open the document before a draft."""
    for read in reading.sentences[: min(_LEAD, draft.number)]:
        yield from (p for p in list_areas(read) if p.value.sort != "city")


def _list_before(reading: Reading, draft: Draft) -> Iterator[Part]:
    """The areas of the paragraph up to the end of a clause, in order; no towns, which are mostly places."""
    block = reading.sentences[draft.number].sentence.block
    for read in reading.sentences[max(0, draft.number - _NEAR) : draft.number + 1]:
        if read.sentence.block == block:
            yield from (p for p in list_areas(read) if p.value.sort != "city" and p.span.end <= draft.clause.end)
