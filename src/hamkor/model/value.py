"""Values made by the thousand: frozen to the type checker, plain slots when run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool, order: bool = False) -> Any:
        """A frozen dataclass that costs a third to make: the type checker alone sees to it that nobody changes one.

        A document makes a thousand of these, and a frozen dataclass sets each field by way of `object.__setattr__`.

        >>> @value(frozen=True, slots=True)
        ... class Place:
        ...     start: int
        >>> Place(1) == Place(1), hash(Place(1)) == hash(Place(1))
        (True, True)
        """
        assert frozen, "values are never changed"
        return dataclass(slots=slots, order=order, unsafe_hash=True)
