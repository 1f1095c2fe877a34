"""How an area stands in its sentence: by the preposition before it, by what it stands beside."""

from __future__ import annotations

import re

from hamkor.extract.observations.layout import Line

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:()—\ue000-\ue006\ue010]")
_OFFICES = frozenset("\ue013\ue014")
_AFTER_DATELINE = frozenset("/.(")
_REACH = 4  # words between a preposition and its area
_HEAD = 2  # characters between an adjective and the word it goes with


def get_role(line: Line, at: int) -> str:
    """to, on, from, with, among or at: the nearest preposition before the area in its phrase; `by` where there is none.

    Of an adjective («в узбекском экспорте») the preposition is that of the indicator it goes with: `by`.
    """
    if _qualifies(line, at):
        return "by"
    text = line.scene.text
    stop = max((m.end() for m in _BREAK.finditer(text, 0, at)), default=0)
    roles, ending = line.words.roles, line.words.no_role
    for word in reversed(_WORD.findall(text[stop:at])[-_REACH:]):
        if word in roles or word in ending:
            return roles.get(word, "by")
    return "by"


def _qualifies(line: Line, at: int) -> bool:
    """Whether an adjective stands right before a word of an indicator."""
    part = line.scene.part_at(at)
    return bool(part and part.kind == "adjective" and line.indicators(at + 1, at + 1 + _HEAD))


def is_office(line: Line, at: int) -> bool:
    """An area right beside an office or a person is whom they act for; one that heads the sentence is a dateline."""
    text = line.scene.text
    before, after = text[:at].rstrip(), text[at + 1 :].lstrip()
    dateline = not before and after[:1] in _AFTER_DATELINE
    return dateline or (before[-1:] or "-") in _OFFICES or (after[:1] or "-") in _OFFICES


def is_joined(text: str, joints: frozenset[str], *, within: int) -> bool:
    """Whether no more than so many words stand between two areas, an "and" right before the second."""
    words = _WORD.findall(text)
    return len(words) <= within and bool(joints & set(words[-2:]))
