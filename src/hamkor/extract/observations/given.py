"""What the rules say of the figures of a sentence."""

from __future__ import annotations

from typing import Any

from hamkor.extract.observations.words import Words
from hamkor.grammar import Scene

_OPEN = "rule"


def read_given(words: Words, scene: Scene) -> dict[int, dict[str, Any]]:
    """For each figure (by its place in the scene) what the rules give of it.

    The first rule that tells a key of a figure wins, so order in the file is precedence; `rule` names that first one.
    """
    given: dict[int, dict[str, Any]] = {}
    for match in words.rules.find(scene):
        start, _ = match.groups.get("what", (match.start, match.end))
        told = given.setdefault(start, {_OPEN: match.rule.name})
        for key, value in match.rule.gives.items():
            told.setdefault(key, value)
    return given
