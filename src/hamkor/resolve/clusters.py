"""Groups that grow together unless something keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Clusters:
    """Disjoint groups of names. Joining costs no more than the smaller group and what its members are apart from."""

    def __init__(self, names: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        self._of = {name: name for name in names}
        self._members = {name: {name} for name in self._of}
        self._foes: dict[str, set[str]] = {name: set() for name in self._of}  # of a group: names it must not hold
        self.keep_apart(apart)

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """From now on nothing joins these; those in one group already stay in it."""
        for left, right in pairs:
            self._foes[self._of[left]].add(right)
            self._foes[self._of[right]].add(left)

    def join(self, left: str, right: str) -> None:
        """Make the groups of two names one, unless a member of one is kept apart from a member of the other."""
        if not self._may_join(left, right):
            return
        one, other = self._of[left], self._of[right]
        small, large = sorted((one, other), key=lambda name: len(self._members[name]))
        for name in self._members[small]:
            self._of[name] = large
        self._members[large] |= self._members.pop(small)
        self._foes[large] |= self._foes.pop(small)

    def join_all(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Join pairs that are equally sure, whatever their order: what fits two groups that are apart joins neither."""
        wanted = [(left, right) for left, right in pairs if self._may_join(left, right)]
        near: defaultdict[str, set[str]] = defaultdict(set)
        for left, right in wanted:
            near[self._of[left]].add(self._of[right])
            near[self._of[right]].add(self._of[left])
        torn = {group for group, others in near.items() if self._is_torn(others)}
        clear = [pair for pair in wanted if torn.isdisjoint((self._of[pair[0]], self._of[pair[1]]))]
        for left, right in clear:
            self.join(left, right)

    def _may_join(self, left: str, right: str) -> bool:
        one, other = self._of[left], self._of[right]
        return one != other and self._foes[one].isdisjoint(self._members[other])

    def _is_torn(self, groups: set[str]) -> bool:
        """Whether two of these are apart."""
        return len(groups) > 1 and any(self._of[foe] in groups - {own} for own in groups for foe in self._foes[own])

    def name_all(self) -> dict[str, str]:
        """Each name's group, called by its least name."""
        least = {group: min(members) for group, members in self._members.items()}
        return {name: least[group] for name, group in self._of.items()}
