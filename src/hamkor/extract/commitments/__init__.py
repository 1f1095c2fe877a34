"""Finds commitments: each thing discussed, proposed, planned, agreed, signed, under way, completed, cancelled."""

from __future__ import annotations

from hamkor.extract.commitments.drafts import list_drafts
from hamkor.extract.commitments.making import Maker
from hamkor.extract.commitments.merging import merge_drafts
from hamkor.extract.commitments.sectors import Sectors
from hamkor.extract.reading import Reading
from hamkor.model import Commitment

__all__ = ["find_commitments"]


def find_commitments(reading: Reading) -> list[Commitment]:
    """The commitments that the document states, in order of the text; one told twice counts once.

    Trap: things that are only discussed are commitments too, of stage `discussed`.
    """
    sectors = Sectors(reading)
    drafts = merge_drafts(reading, list_drafts(reading, sectors))
    if not drafts:
        return []
    maker = Maker.of(reading, sectors, drafts)
    return [maker.make(draft) for draft in drafts]
