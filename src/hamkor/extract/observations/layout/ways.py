"""Areas that name a way."""

from __future__ import annotations

import re

from hamkor.grammar import Scene

_AREA, _ENDS = "\ue011", 3  # of a way of several stages
_WAY = re.compile(r"\ue011(?:\s*[-—]\s*(?:\w+\s*[-—]\s*){0,3}\ue011){2,}")
_NO_WAYS: frozenset[int] = frozenset()


def find_ways(scene: Scene) -> frozenset[int]:
    """Places of areas that name a way: three or more joined by dashes («Китай – Кыргызстан – Узбекистан»)."""
    if scene.text.count(_AREA) < _ENDS:
        return _NO_WAYS
    return frozenset(at for met in _WAY.finditer(scene.text) for at in range(*met.span()))
