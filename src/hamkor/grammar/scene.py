"""A scene: one sentence as rules see it, with the parts already found standing as single characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from hamkor.grammar.index import cuts_word
from hamkor.grammar.kinds import PART_CHARACTERS
from hamkor.model import Span
from hamkor.model.value import value

PART_KINDS = tuple(PART_CHARACTERS)


@value(frozen=True, slots=True)
class Part:
    """A piece of a sentence that was understood: a quantity, a period, an area …

    kind   one of PART_KINDS
    span   its place in the prepared text
    value  what it means; its type goes with the kind
    inner  parts that stand within it (the area in an organisation's name, say)
    """

    kind: str
    span: Span
    value: Any
    inner: tuple[Part, ...] = ()


@value(frozen=True, slots=True)
class Scene:
    """`text` is what patterns run over; `parts[i]` stands as one character at `places[i]` of it.

    folded      the whole text that the scene is of
    characters  those that its parts stand as
    cuts_words  whether the scene or a part may begin or end within a word, so that it has other words than the text
    """

    span: Span
    text: str
    parts: tuple[Part, ...]
    places: tuple[int, ...]
    folded: str
    characters: frozenset[str]
    cuts_words: bool
    _starts: tuple[int, ...]  # where its parts begin in the prepared text
    _unfolded: str = ""

    def to_text(self, start: int, end: int) -> Span:
        """The span in the prepared text of the scene's own `start:end`."""
        if end <= start:
            return Span(self._position(start), self._position(start))
        return Span(self._position(start), self._end(end - 1))

    def has_capital(self, at: int) -> bool:
        """Whether the word at this place of the scene begins with a capital in the text."""
        return self._unfolded[self._position(at) : self._position(at) + 1].isupper()

    def _position(self, at: int) -> int:
        number = bisect_right(self.places, at) - 1
        if number < 0:
            return self.span.start + at
        beyond = at - self.places[number]
        return self.parts[number].span.end + beyond - 1 if beyond else self._starts[number]

    def _end(self, at: int) -> int:
        part = self.part_at(at)
        return part.span.end if part else self._position(at) + 1

    def part_at(self, at: int) -> Part | None:
        """The part that stands at this place of the scene's text, or None."""
        number = bisect_right(self.places, at) - 1
        return self.parts[number] if number >= 0 and self.places[number] == at else None

    def parts_in(self, start: int, end: int) -> tuple[Part, ...]:
        """The parts that stand in the scene's own `start:end`, in order."""
        return self.parts[bisect_right(self.places, start - 1) : bisect_right(self.places, end - 1)]

    def at(self, offset: int) -> int:
        """The place in the scene's text of an offset in the prepared text (inside a part: the part's place)."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return min(offset - self.span.start, len(self.text))
        beyond = offset - self.parts[number].span.end
        return self.places[number] if beyond < 0 else min(self.places[number] + 1 + beyond, len(self.text))


def build_scene(folded: str, span: Span, parts: Iterable[Part], *, text: str = "") -> Scene:
    """Lay `parts` over `folded[span]`; of overlapping ones the longer wins, then the one given first.

    `folded` is the whole prepared text, folded; with the `text` itself, rules can ask for capitals. A part that loses
    to one that covers it is kept in its `inner`.
    """
    chosen = choose(parts, span)
    pieces: list[str] = []
    places, starts = [], []
    at, length, cuts = span.start, 0, cuts_word(folded, span.start) or cuts_word(folded, span.end)
    for part in chosen:
        start, end = part.span.start, part.span.end
        pieces += (folded[at:start], PART_CHARACTERS[part.kind])
        length += start - at
        places.append(length)
        starts.append(start)
        length += 1
        at = end
        cuts = cuts or (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum()
    pieces.append(folded[at : span.end])
    laid = (tuple(chosen), tuple(places), folded, frozenset(pieces[1::2]), cuts, tuple(starts), text)
    return Scene(span, "".join(pieces), *laid)


_start_of = attrgetter("span.start")


def choose(parts: Iterable[Part], span: Span) -> list[Part]:
    """Parts within `span` that do not overlap, in order; what a chosen one covers becomes its `inner`."""
    start, end = span.start, span.end
    inside = [p for p in parts if start <= p.span.start and p.span.end <= end]
    if not inside:
        return inside
    inside.sort(key=_start_of)
    reached = start
    for part in inside:
        if part.span.start < reached:
            return _choose_longest(inside)
        reached = part.span.end
    return inside


def _choose_longest(inside: list[Part]) -> list[Part]:
    ranked = sorted(enumerate(inside), key=lambda pair: (pair[1].span.start - pair[1].span.end, pair[0]))
    kept: list[Part] = []
    lost: list[Part] = []
    for _, part in ranked:
        (lost if any(part.span.overlaps(k.span) for k in kept) else kept).append(part)
    kept.sort(key=_start_of)
    return [_with_inner(part, lost) for part in kept] if lost else kept


def _with_inner(part: Part, lost: Sequence[Part]) -> Part:
    inner = tuple(p for p in lost if part.span.covers(p.span) and p not in part.inner)
    return Part(part.kind, part.span, part.value, part.inner + inner) if inner else part
