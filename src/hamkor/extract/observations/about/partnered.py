"""Of whom a text says that another is the trading partner: then it is that one's trade that it tells of.

“Kyrgyzstan is one of Tajikistan's main trading partners”: what is sent and bought after it is told from Tajikistan.
"""

from __future__ import annotations

import re

from hamkor.extract.observations.draft import get_country
from hamkor.extract.observations.layout import Cue, Line
from hamkor.grammar import Part

_PAIR = 2
_STOP = re.compile(r"[;:()—\ue000-\ue006]")  # a stop or a figure
_COMMA = re.compile(r"[,;:()—]")
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 60  # characters from whose partner it is to the word for a partner
_FOR = "to"  # “a major partner for Tajikistan”


def find_owner(line: Line) -> str | None:
    """The country whose partner another is said to be, where the sentence names two; None where nothing tells it."""
    cue = next(iter(line.between(0, len(line.scene.text), "partnered")), None)
    if cue is None:
        return None
    areas = [(at, p) for at, p in line.parts(0, len(line.scene.text), "area") if len(p.value.codes) == 1]
    owners = {get_country(p.value.codes[0]) for at, p in areas if _owns(line, at, p, cue)}
    countries = {get_country(p.value.codes[0]) for _, p in areas}
    return owners.pop() if len(owners) == 1 and len(countries) >= _PAIR else None


def _owns(line: Line, at: int, part: Part, cue: Cue) -> bool:
    """Whether an area is said to have the partner: in its case before the word for one, or right after that word."""
    text = line.scene.text
    if at < cue.start:
        ends = line.words.whole_endings or line.words.owner_endings
        near = cue.start - at <= _FAR and not _STOP.search(text, at + 1, cue.start)
        return near and part.span.within(line.folded).endswith(ends)
    between = _WORD.findall(text[cue.end : at])
    follows = all(word in line.words.no_role or line.words.roles.get(word) == _FOR for word in between)
    return not line.words.verb_last and follows and len(between) <= 1 and not _COMMA.search(text, cue.end, at)
