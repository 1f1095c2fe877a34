"""How a kind of thing is resolved: what of a telling counts, which tellings are compared, whether two are one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from hamkor.resolve.judgement import Judged
from hamkor.resolve.telling import Telling

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """One kind: person, organisation, copy, figure, event, thread.

    item       a frozen dataclass of str, int, float, bool, None and tuples of them, so that the ledger can keep it
    take       what counts of a telling; None where it can be resolved to nothing
    sign       items of equal signature are one thing, without comparing
    find_keys  items that share none are never compared
    compare    whether two are one; the order of the two makes no difference
    """

    name: str
    item: type[Item]
    take: Callable[[Telling], Item | None]
    sign: Callable[[Item], str]
    find_keys: Callable[[Item], frozenset[str]]
    compare: Callable[[Item, Item], Judged]
