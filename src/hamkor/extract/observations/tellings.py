"""Figures that a document tells more than once are one figure."""

from __future__ import annotations

from collections.abc import Iterable

from hamkor.extract.observations.draft import Draft

_Key = tuple[object, ...]


def find_tellings(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Each figure with all its tellings, in the order of the first.

    The same number of the same thing is told again where sides, time and status agree; two figures of one sentence
    are two, whatever they say. The first telling with a time stands first: it is the fuller one.
    """
    found: dict[_Key, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(_key(draft, found), []).append(draft)
    return list(found.values())


def _key(draft: Draft, found: dict[_Key, list[Draft]]) -> _Key:
    size = draft.size
    key = (draft.indicator, size.measure, size.value, size.unit, draft.sides, draft.period, draft.status, draft.subject)
    before = found.get(key)
    number = draft.figure.line.number
    return (*key, number) if before and before[-1].figure.line.number == number else key
