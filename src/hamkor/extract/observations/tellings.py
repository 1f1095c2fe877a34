"""Figures that a document tells more than once are one figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hamkor.extract.observations.draft import Draft

_Key = tuple[object, ...]
_DIGITS = 3  # printed digits by which a number is known again without its time


def find_tellings(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Each figure with all its tellings, in the order of the first.

    The same number of the same thing is told again where sides, time and status agree; two figures of one sentence
    are two, whatever they say. What a lead tells without its time has that of the text («26,6 million … sotdi»).
    """
    told = list(drafts)
    times = _list_times(told)
    found: dict[_Key, list[Draft]] = {}
    for draft in (_dated(draft, times) for draft in told):
        found.setdefault(_key(draft, found), []).append(draft)
    return list(found.values())


def _list_times(drafts: Iterable[Draft]) -> dict[_Key, list[Draft]]:
    """The tellings with a time of each figure that is known again by its number."""
    found: dict[_Key, list[Draft]] = {}
    for draft in drafts:
        if draft.period and _is_known(draft):
            found.setdefault(_what(draft), []).append(draft)
    return found


def _dated(draft: Draft, times: dict[_Key, list[Draft]]) -> Draft:
    """A figure without a time with that of its other tellings in other sentences, where they agree on one."""
    told = times.get(_what(draft), []) if draft.period is None else []
    periods = {other.period for other in told if other.figure.line.number != draft.figure.line.number}
    return replace(draft, period=periods.pop()) if len(periods) == 1 else draft


def _is_known(draft: Draft) -> bool:
    """Whether a number is long enough to be known again by itself."""
    return len(draft.size.value.normalize().as_tuple().digits) >= _DIGITS


def _what(draft: Draft) -> _Key:
    """All that a figure says but its time; of what goods it is may be told once."""
    size, subject = draft.size, None if _is_known(draft) else draft.subject
    return (draft.indicator, size.measure, size.value, size.unit, draft.sides, draft.status, subject)


def _key(draft: Draft, found: dict[_Key, list[Draft]]) -> _Key:
    key = (*_what(draft), draft.period)
    before = found.get(key)
    number = draft.figure.line.number
    return (*key, number) if before and before[-1].figure.line.number == number else key
