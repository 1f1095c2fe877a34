"""The bodies that answer for a promise, and how they are looked for by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hamkor.codes.areas import find_area
from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.organisations import parse_organisation
from hamkor.text.fold import fold
from hamkor.text.sounds import get_sounds

_WORD = re.compile(r"\w[\w'ʻʼ‘’`-]*")


def list_bodies(parties: Iterable[str], responsible: Iterable[str]) -> tuple[str, ...]:
    """The bodies that answer for a promise: those named as such, and those that are a side of it."""
    return tuple(dict.fromkeys((*responsible, *(party for party in parties if not find_area(party)))))


def write_bodies(names: Iterable[str]) -> str:
    """Names as they are looked for: each as it is spelled, without case, as it sounds, and what its words mean."""
    return "\n".join(told for name in names for told in (fold(name), _sound(name), *_list_meanings(name)))


def is_named(bodies: str, sought: str) -> bool:
    """Whether this is part of one of these names, in any case and any letters; `bodies` as `write_bodies` has them.

    A name that tells what a body does is one in any language («Минтранс», «Transport vazirligi»), and so are the names
    and letters of one body of the table of aliases.
    """
    return any(asked in bodies for asked in list_sought(sought))


def list_sought(sought: str) -> tuple[str, ...]:
    """What may stand in bodies where this name is asked for."""
    sound = _sound(sought)
    meant = (told if _is_owned(told) else told[:-_OWNER_END] for told in _list_meanings(sought))
    return (fold(sought), *([sound] if len(sound) >= _FEWEST_SOUNDS else ()), *meant)


_FEWEST_SOUNDS = 3  # fewer sound like a part of nearly any name
_OWNER_END = 1  # the sign that ends whose it is


def _sound(name: str) -> str:
    return " ".join(map(get_sounds, _WORD.findall(name)))


def _list_meanings(name: str) -> Iterator[str]:
    """What the words of a name without a name proper mean, and of whom; the body of the table of aliases."""
    body = parse_organisation(name)
    known = find_known(body, get_table())
    if known:
        yield f"[{known.name}]."
    elif body.concepts and not (body.proper or body.acronyms):
        owners = {place.code for place in body.areas} or {body.assumed} - {""}
        yield f"[{'+'.join(sorted(body.concepts))}]@{','.join(sorted(owners))}."


def _is_owned(meaning: str) -> bool:
    return not meaning.endswith("@.")
