"""Translated elements of the notation: what each matches, and what stands in all that it matches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hamkor.grammar.alternatives import join_alternatives
from hamkor.grammar.index import Anchor
from hamkor.grammar.kinds import FIRST_PART

Anchors = frozenset[Anchor]
START: Anchors = frozenset({("", "start")})  # what a match begins with that begins its scene

_LETTERS = re.compile(r"\w+")


@dataclass(slots=True)
class Piece:
    """A translated element: its expression, whether it may be empty, what every match of it holds and begins with."""

    regex: str
    requires: tuple[Anchors, ...] = ()
    optional: bool = False
    begins: Anchors | None = None


def anchor_of(stem: str, how: str) -> Anchors:
    """The first word of a stem that may hold hyphens or apostrophes; that word is whole unless it is all there is."""
    first = _LETTERS.match(stem)
    if not first:
        return frozenset()
    return frozenset({(first.group(), how if first.end() == len(stem) else "whole")})


def of_anchors(regex: str, anchors: Anchors) -> Piece:
    """An element that begins with one of its anchors; with anything where it has none."""
    return Piece(regex, (anchors,), begins=anchors) if anchors else Piece(regex)


def within(regex: str, inner: Piece) -> Piece:
    return Piece(regex, inner.requires, inner.optional, inner.begins)


def any_piece(choices: list[Piece], *, writes: bool) -> Piece:
    sure = [min(c.requires, key=cost) for c in choices if c.requires]
    requires = (frozenset().union(*sure),) if sure and len(sure) == len(choices) else ()
    known = [c.begins for c in choices if c.begins is not None]
    begins = frozenset().union(*known) if len(known) == len(choices) else None
    regex = join_alternatives([c.regex for c in choices]) if writes else ""
    return Piece(regex, requires, any(c.optional for c in choices), begins)


def join(pieces: list[Piece], *, writes: bool) -> Piece:
    """Elements follow one another with or without space; an optional one takes the space with it."""
    regex = r"\s*".join([p.regex for p in pieces]) if writes else ""
    requires = tuple([anchors for p in pieces if not p.optional for anchors in p.requires])
    return Piece(regex, requires, all(p.optional for p in pieces), _begins(pieces))


def _begins(pieces: list[Piece]) -> Anchors | None:
    """What elements in a row begin with: the first that must stand there, or one that may be missing before it."""
    found: set[Anchor] = set()
    for piece in pieces:
        if piece.begins is None:
            return None
        found |= piece.begins
        if not piece.optional or piece.begins == START:
            return frozenset(found)
    return None


@lru_cache(maxsize=50_000)
def cost(anchors: Anchors) -> tuple[int, int]:
    """Long rare words make good anchors; parts, short words and endings poor ones."""
    return -min(_worth(word, how) for word, how in anchors), len(anchors)


def _worth(word: str, how: str) -> int:
    return 2 if word >= FIRST_PART else len(word) // 2 if how == "ending" else len(word)
