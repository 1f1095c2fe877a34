"""Groups that grow together unless something keeps them apart."""

from __future__ import annotations

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

    def join(self, left: str, right: str) -> bool:
        """Make the groups of two names one, unless a member of one is kept apart from a member of the other."""
        one, other = self._of[left], self._of[right]
        if one == other:
            return True
        if not self._foes[one].isdisjoint(self._members[other]):
            return False
        small, large = sorted((one, other), key=lambda name: len(self._members[name]))
        for name in self._members[small]:
            self._of[name] = large
        self._members[large] |= self._members.pop(small)
        self._foes[large] |= self._foes.pop(small)
        return True

    def name_all(self) -> dict[str, str]:
        """Each name's group, called by its least name."""
        least = {group: min(members) for group, members in self._members.items()}
        return {name: least[group] for name, group in self._of.items()}
