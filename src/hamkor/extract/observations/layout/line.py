"""A sentence with its cues, and the places of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from hamkor.extract.observations.layout.cues import Cue, get_counted_sorts, get_sorts, list_sorts
from hamkor.extract.observations.layout.ways import find_ways
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import Quantity
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Found, Part, Scene

QUANTITIES = frozenset(("money", "percent", "count", "measure", "times", "fraction", "number"))
_ASIDE = frozenset(("base", "said"))  # what figures are compared with, and who says so
_OF_NOUNS = frozenset(("group",))  # what a counted noun tells of the sides («иностранцев»)
_SPEAKER = re.compile(r"\s*\w+")  # the word after «по словам»
_FEW = 6  # up to so many countries, sectors, copies are the sides and parts of a thing, not its figures
_WAYS = frozenset(("up", "down"))
_GROWN_SINCE = 24  # characters from a word of growth to the time that growth began from
_start = attrgetter("start")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Line:
    """A sentence with its cues and the places of its figures, found when first asked for.

    number     its place in the document
    paragraph  that of its paragraph: what a colon or semicolon opens or carries on, or a question asks, is still of
    folded     the whole text that the scene is of
    """

    number: int
    paragraph: int
    scene: Scene
    folded: str
    words: Words
    read: ReadSentence | None = None
    _by_kinds: dict[tuple[str, ...], list[tuple[int, Part]]] = field(default_factory=dict, compare=False, repr=False)
    roles: dict[int, str] = field(default_factory=dict, compare=False, repr=False)  # of areas, by their places
    levels_before: set[int] = field(default_factory=set, compare=False, repr=False)  # figures told as old levels

    def move(self, number: int, paragraph: int) -> Line:
        """The same sentence as the line of another place, with all that was found in it by now."""
        moved = object.__new__(Line)
        moved.__dict__.update(self.__dict__, number=number, paragraph=paragraph)
        return moved

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """Places of the quantities that are counted; counted sides («двух стран») are cues, no figures."""
        pairs = zip(self.scene.places, self.scene.parts, strict=True)
        counted = ((at, p) for at, p in pairs if p.kind in QUANTITIES and is_counted(self.words, p))
        return tuple(at for at, p in counted if not self._is_span(p))

    def _is_span(self, part: Part) -> bool:
        """Whether it is a length of time that tells of what stands behind it («olti oylik savdo»)."""
        spans, kind = self.words.spans, part.kind
        return bool(spans) and kind == "measure" and part.span.within(self.folded).endswith(spans)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues, in order: words of the sentence, and what counted nouns tell."""
        cues = [Cue(f.start, f.end, self._sort(f)) for f in self.words.cues.find_in(self.scene)]
        cues += [Cue(f.start, f.end, indicator=f.value) for f in self.words.indicators.find_in(self.scene)]
        return tuple(sorted((*cues, *self._of_counts()), key=_start))

    def _sort(self, found: Found) -> frozenset[str]:
        """What a cue tells; one of several words also which way its last one goes (“will be reduced”)."""
        sorts, text = get_sorts(found.value), self.scene.text
        last_word = text.rfind(" ", found.start, found.end) + 1
        if self.words.verb_last or "target" not in sorts or not last_word:
            return sorts
        inner = (get_sorts(f.value) for f in self.words.cues.find(text, last_word, found.end))
        return sorts.union(*(each & _WAYS for each in inner))

    @cached_property
    def _by_sort(self) -> Mapping[str, list[Cue]]:
        """The cues by sort, in order; those of indicators under the empty string."""
        found: dict[str, list[Cue]] = {}
        for cue in self.cues:
            for sort in ("",) if cue.indicator else cue.sorts:
                found.setdefault(sort, []).append(cue)
        return found

    def _of_counts(self) -> Iterator[Cue]:
        for at, part in zip(self.scene.places, self.scene.parts, strict=True):
            if part.kind == "count" and part.value.noun:
                sorts = list_sorts(self.words, part.span.within(self.folded))
                sorts = sorts & _OF_NOUNS if at in self.figures else sorts
                if sorts:
                    yield Cue(at, at + 1, sorts)

    @cached_property
    def bases(self) -> tuple[tuple[int, int], ...]:
        """Stretches that name no figure's own: what is only compared with, and whose words it is."""
        told = [(c.start, self._end_of_aside(c)) for c in self.cues if c.sorts & _ASIDE]
        times = self.parts(0, len(self.scene.text), "period")
        return (*told, *((at, at + 1) for at, p in times if self._compares(at, p)))

    def _compares(self, at: int, time: Part) -> bool:
        """Whether its own ending, or a word of growth before it («прирост к январю 2025 года»), makes a time a base."""
        ends, said = self.words.base_endings, time.span.within(self.folded)
        if ends and time.value.form != "since" and said.endswith(ends):
            return not said.endswith(self.words.begin_endings)
        after = self.words.after_growth
        return bool(after) and said.startswith(after) and bool(self.between(at - _GROWN_SINCE, at, "growth"))

    def _end_of_aside(self, cue: Cue) -> int:
        """With the word after it, where that is whose words it is («по словам участников», «according to the firm»)."""
        if "said" not in cue.sorts or self.words.verb_last:
            return cue.end
        met = _SPEAKER.match(self.scene.text, cue.end)
        return met.end() if met else cue.end

    @cached_property
    def goods(self) -> tuple[tuple[int, int, str], ...]:
        """Goods named in the sentence: where each stands, and its nominative."""
        return tuple((f.start, f.end, f.value) for f in self.words.goods.find_in(self.scene))

    def between(self, start: int, end: int, sort: str) -> list[Cue]:
        """The cues of this sort in the scene's `start:end`, in order."""
        cues = self._by_sort.get(sort)
        return [c for c in cues if start <= c.start < end] if cues else []

    def indicators(self, start: int, end: int) -> list[Cue]:
        return self.between(start, end, "")

    def parts(self, start: int, end: int, *kinds: str) -> list[tuple[int, Part]]:
        """Parts of these kinds in the scene's `start:end`, with their places."""
        pairs = self._by_kinds.get(kinds)
        if pairs is None:
            places, parts = self.scene.places, self.scene.parts
            pairs = self._by_kinds[kinds] = [(at, p) for at, p in zip(places, parts, strict=True) if p.kind in kinds]
        return [pair for pair in pairs if start <= pair[0] < end] if pairs else []

    def area_at(self, at: int) -> Part | None:
        """The area named at a place; None where none is: what “our” or a nation counted means stands at its figure."""
        part = self.scene.part_at(at)
        return part if part is not None and part.kind in ("area", "adjective") else None

    def is_aside(self, at: int, place: int) -> bool:
        """Whether `at` stands in brackets that do not hold `place`: it tells of something else."""
        brackets = self.brackets
        return bool(brackets) and any(start < at < end and not start < place < end for start, end in brackets)

    @cached_property
    def brackets(self) -> tuple[tuple[int, int], ...]:
        return tuple(m.span() for m in _IN_BRACKETS.finditer(self.scene.text))

    @cached_property
    def ways(self) -> frozenset[int]:
        """Places of areas that name a way."""
        return find_ways(self.scene)

    def is_base(self, at: int) -> bool:
        return bool(self.bases) and any(start <= at < end for start, end in self.bases)


def is_counted(words: Words, part: Part) -> bool:
    """Whether a count is of things that figures count, not of sides, points or copies."""
    quantity: Quantity = part.value
    if part.kind != "count" or not quantity.noun or quantity.indicator not in (None, "other"):
        return True
    sorts = get_counted_sorts(words, quantity.noun)
    return "never" not in sorts and not ("few" in sorts and quantity.value <= _FEW)
