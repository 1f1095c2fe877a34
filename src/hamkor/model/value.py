"""Values made by the thousand: frozen to the type checker, plain slots when run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["once", "value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
    from functools import cached_property as once
else:

    class once:
        """A property that is found when first asked for, and kept; without the lock that functools takes each time.

        >>> class Word:
        ...     long = once(lambda self: "long")
        >>> word = Word()
        >>> word.long, word.__dict__
        ('long', {'long': 'long'})
        """

        def __init__(self, find: Any) -> None:
            self._find = find
            self.__doc__ = find.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            found = instance.__dict__[self._name] = self._find(instance)
            return found

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
