"""How many sources of their own stand behind what is told many times: copies, and who credits the same, are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from hamkor.resolve.publishers import get_publisher, is_credited

_Key = tuple[str, str]
_DOCUMENT, _COPIES, _PUBLISHER, _CREDITED = "document", "copies", "publisher", "credited"


@dataclass(frozen=True, slots=True)
class Teller:
    """A document that tells something.

    copies     what its copies and it have in common, empty where it has none
    publisher  whose document it is
    credited   whom it names as its source
    """

    document: str
    copies: str
    publisher: str | None
    credited: tuple[str, ...]


def count_sources(tellers: Sequence[Teller]) -> int:
    """How many of these documents speak independently of one another.

    Copies of one text, documents of one publisher and those that credit the same count once; so do who is credited and
    who credits.

    >>> akimat = ("акимат",)
    >>> count_sources([Teller("a", "", "Вести", akimat), Teller("b", "", "Qala", akimat), Teller("c", "", "Орал", ())])
    2
    """
    leaders: dict[_Key, _Key] = {}
    for teller in tellers:
        first, *others = _list_keys(teller)
        for other in (first, *others):
            _join(leaders, first, other)
    publishers, credited = ([key for key in leaders if key[0] == sort] for sort in (_PUBLISHER, _CREDITED))
    for one, other in product(publishers, credited):
        if is_credited(one[1], other[1]):
            _join(leaders, one, other)
    return len({_get_leader(leaders, (_DOCUMENT, teller.document)) for teller in tellers})


def _list_keys(teller: Teller) -> Iterator[_Key]:
    """What makes tellers that share it one source, its document first."""
    yield _DOCUMENT, teller.document
    if teller.copies:
        yield _COPIES, teller.copies
    if publisher := get_publisher(teller.publisher or ""):
        yield _PUBLISHER, publisher
    yield from ((_CREDITED, get_publisher(name)) for name in teller.credited)


def _get_leader(leaders: dict[_Key, _Key], key: _Key) -> _Key:
    while (above := leaders.setdefault(key, key)) != key:
        key = above
    return key


def _join(leaders: dict[_Key, _Key], one: _Key, other: _Key) -> None:
    leaders[_get_leader(leaders, other)] = _get_leader(leaders, one)
