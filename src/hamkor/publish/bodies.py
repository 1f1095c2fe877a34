"""The bodies that answer for a promise, and how they are looked for by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hamkor.codes.areas import find_area
from hamkor.text.fold import fold
from hamkor.text.sounds import get_sounds

_WORD = re.compile(r"\w[\w'ʻʼ‘’`-]*")


def list_bodies(parties: Iterable[str], responsible: Iterable[str]) -> tuple[str, ...]:
    """The bodies that answer for a promise: those named as such, and those that are a side of it."""
    return tuple(dict.fromkeys((*responsible, *(party for party in parties if not find_area(party)))))


def write_bodies(names: Iterable[str]) -> str:
    """Names as they are looked for: each as it is spelled, without case, and as it sounds, whatever its letters."""
    return "\n".join(told for name in names for told in (fold(name), _sound(name)))


def is_named(bodies: str, sought: str) -> bool:
    """Whether this is part of one of these names, in any case and any letters; `bodies` as `write_bodies` has them."""
    return any(asked in bodies for asked in list_sought(sought))


def list_sought(sought: str) -> tuple[str, ...]:
    """What may stand in bodies where this name is asked for."""
    return fold(sought), _sound(sought)


def _sound(name: str) -> str:
    return " ".join(map(get_sounds, _WORD.findall(name)))
