"""Alternatives as one regular expression in which what begins alike is tried once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_EDGE, _ANY_BEGINNING = r"\b", r"\b\w+"
_TAILED = re.compile(r"\\b\\w\+(?:\w|\\.)+?\\b")  # the translation of ~tail
_STEMMED = re.compile(r"\w+(\(\?:.+\)\\b)")  # the translation of stem~class, without its edge

NOTHING = "(?!)"  # matches nowhere


def any_of(choices: Iterable[str]) -> str:
    """The source of a regular expression for any of these; for one that matches nowhere where there are none.

    >>> any_of(["a", "b"]), any_of([])
    ('a|b', '(?!)')
    """
    return "|".join(choices) or NOTHING


def join_alternatives(choices: list[str]) -> str:
    """Alternatives in their order; neighbours that begin alike share their beginning, so that it is tried once."""
    if not choices:
        return NOTHING
    shared: list[str] = []
    for tailed, group in groupby(choices, key=_is_tailed):
        alike = list(group)
        shared += [_share_tails(alike)] if tailed else alike
    return f"(?:{'|'.join(_with_shared_edge(shared))})"


def _is_tailed(choice: str) -> bool:
    return _TAILED.fullmatch(choice) is not None


def _share_tails(choices: list[str]) -> str:
    tails = [choice.removeprefix(_ANY_BEGINNING).removesuffix(_EDGE) for choice in choices]
    return _ANY_BEGINNING + _group(tails) + _EDGE


def _with_shared_edge(choices: list[str]) -> Iterator[str]:
    for at_edge, group in groupby(choices, key=lambda choice: choice.startswith(_EDGE)):
        if at_edge:
            yield _EDGE + _group(_by_letter(list(_share_endings([choice.removeprefix(_EDGE) for choice in group]))))
        else:
            yield from group


def _share_endings(choices: list[str]) -> Iterator[str]:
    """Neighbouring stems that take the same endings, as one group of stems and the endings once: classes are long."""
    for endings, group in groupby(choices, key=_get_endings):
        alike = list(group)
        if endings and len(alike) > 1:
            yield _group(_by_letter([choice.removesuffix(endings) for choice in alike])) + endings
        else:
            yield from alike


def _get_endings(choice: str) -> str:
    """What follows the stem of a word with endings, to its edge; empty where the choice is none."""
    met = _STEMMED.fullmatch(choice)
    return met[1] if met else ""


def _by_letter(choices: list[str]) -> list[str]:
    """The alternatives gathered by their letters, as a tree: of hundreds of words few are tried at a place.

    Those with other first letters exclude one another; the order of the others stays.
    """
    gathered: list[str] = []
    for lettered, run in groupby(choices, key=lambda choice: choice[:1].isalpha()):
        if not lettered:
            gathered += run
            continue
        tails: dict[str, list[str]] = {}
        for choice in run:
            tails.setdefault(choice[0], []).append(choice[1:])
        gathered += [letter + _group(_by_letter(rest)) for letter, rest in tails.items()]
    return gathered


def _group(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")"
