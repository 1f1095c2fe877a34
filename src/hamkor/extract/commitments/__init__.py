"""Finds commitments: each thing discussed, proposed, planned, agreed, signed, under way, completed, cancelled."""

from __future__ import annotations

from hamkor.extract.commitments.drafts import Draft, list_drafts
from hamkor.extract.commitments.making import Maker
from hamkor.extract.commitments.merging import merge_drafts
from hamkor.extract.reading import Reading
from hamkor.model import Commitment

__all__ = ["find_commitments"]


def find_commitments(reading: Reading) -> list[Commitment]:
    """The commitments that the document states, in order of the text; one told twice counts once.

    Trap: things that are only discussed are commitments too, of stage `discussed`.
    """
    drafts: list[Draft] = merge_drafts(reading, list_drafts(reading))
    if not drafts:
        return []
    maker = Maker.of(reading)
    return [maker.make(draft) for draft in drafts]
