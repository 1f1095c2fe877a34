"""The country that the clause of an office names, or the side under which it is listed."""

from __future__ import annotations

from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.codes import get_code, is_country
from hamkor.extract.whose.surroundings import DASHES, Surroundings
from hamkor.grammar import Part

_HEADING_BEFORE = 8  # sentences between a heading of a list and its last item
_CLAUSE_ENDS = ",;:(\n"


def find_in_clause(around: Surroundings, mention: Mention) -> str | None:
    """The country named last in the office's clause: «…, казахстанскую — вице-министр»; else that of its side."""
    start = around.reading.sentences[mention.number].sentence.span.start
    folded = around.reading.folded
    begins = max(start, *(folded.rfind(end, start, mention.span.start) for end in _CLAUSE_ENDS))
    near = [p for p in around.areas_between(begins, mention.span.start) if not around.is_place(p)]
    countries = [p for p in near if is_country(p) and folded[p.span.end : p.span.end + 1] != '"']  # no forum's name
    return get_code(countries[-1]) if countries else find_side(around, mention)


def find_side(around: Surroundings, mention: Mention) -> str | None:
    """The side that the office is listed under: «от казахстанской стороны: …», in its sentence or a heading."""
    start = around.reading.sentences[mention.number].sentence.span.start
    before = around.areas_between(start, mention.span.start)
    sides = [p for p in before if _is_side(around, p) and not around.is_place(p)]
    return get_code(sides[-1]) if sides else _of_heading(around, mention)


def _is_side(around: Surroundings, area: Part) -> bool:
    """Whether an area is called a side, or stands before a dash as one («от Казахстана — …»)."""
    followed = around.reading.folded[area.span.end : area.span.end + 12].strip()
    apart = followed.startswith(DASHES) and (_is_for(around, area) or area.kind == "adjective")
    return len(area.value.codes) == 1 and (apart or followed.startswith(around.stems("sides.stems")))


def _is_for(around: Surroundings, area: Part) -> bool:
    before = around.reading.folded[max(0, area.span.start - 8) : area.span.start].rstrip().rpartition(" ")[2]
    return before in around.reading.language.get("positions", "sides.for")


def _of_heading(around: Surroundings, mention: Mention) -> str | None:
    """The one area in the heading of the list that holds this office."""
    first = max(0, mention.number - _HEADING_BEFORE)
    for sentence in reversed(around.reading.sentences[first : mention.number]):
        span = sentence.sentence.span
        if around.reading.folded[span.start : span.end].rstrip().endswith(":"):
            named = {get_code(p) for p in around.areas_between(span.start, span.end)}
            return named.pop() if len(named) == 1 else None
    return None
