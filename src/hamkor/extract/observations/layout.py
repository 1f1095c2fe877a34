"""How a sentence is laid out around its figures: what stands before each, what after, and the cues in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any

from hamkor.extract.observations.words import IndicatorWord, Words
from hamkor.extract.parts import AreaMention, Quantity
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Found, Part, Scene
from hamkor.model import Sentence, Span
from hamkor.model.value import value
from hamkor.text.fold import fold

QUANTITIES = frozenset(("money", "percent", "count", "measure", "times", "fraction", "number"))
_STOP = re.compile(r"[,;:()—]")
_ASIDE = frozenset(("base", "said"))  # what figures are compared with, and who says so
_ITEM = re.compile(r"\s*(?:[-–—•·▪*]\s|\(?(?:\d{1,2}|\w)[.)]\s)")
_OPENING = (":", ";", ",", "?")
_OF_NOUNS = frozenset(("group",))  # what a counted noun tells of the sides («иностранцев»)
_SPEAKER = re.compile(r"\s*\w+")  # the word after «по словам»
_FEW = 6  # up to so many countries, sectors, copies are the sides and parts of a thing, not its figures
_WAYS = frozenset(("up", "down"))
_GROWN_SINCE = 24  # characters from a word of growth to the time that growth began from
STATUSES = frozenset(("actual", "target", "forecast"))
_WORD = re.compile(r"\s+(\w+)")
_SIGNS = "+-—"
_AREA, _ENDS = "\ue011", 3  # of a way of several stages
_WAY = re.compile(r"\ue011(?:\s*[-—]\s*(?:\w+\s*[-—]\s*){0,3}\ue011){2,}")
_NO_WAYS: frozenset[int] = frozenset()
_DASH = re.compile(r"\s*—")
ROW = re.compile(r"\W{0,4}\ue011\s*[-—:]\s*[\ue000-\ue006]")  # “· China — 1.6 million”
BARE_ROW = re.compile(rf"{ROW.pattern}\W{{0,3}}")  # and nothing else
_WORD_AT = re.compile(r"\w")
_start = attrgetter("start")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKET = re.compile(r"\s*\(([^()\ue000-\ue006]*)\)")


@value(frozen=True, slots=True)
class Cue:
    """A word that tells something of the figures near it, at `start:end` of the scene's text."""

    start: int
    end: int
    sorts: frozenset[str] = frozenset()
    indicator: IndicatorWord | None = None


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
                sorts = _sorts(self.words, part.span.within(self.folded))
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


@value(frozen=True, slots=True)
class Figure:
    """A quantity in its sentence.

    before  from the end of what belongs to the figure before it to this one
    after   the words that follow it directly, up to a stop or the next figure
    given   what the rules say of it
    """

    part: Part
    line: Line
    place: int
    before: tuple[int, int]
    after: tuple[int, int]
    given: Mapping[str, Any] = field(default_factory=dict)
    nation: str | None = None  # the country of what is counted («кыргызстанцев», «таджикских компаний»)

    @property
    def quantity(self) -> Quantity:
        quantity: Quantity = self.part.value
        return quantity

    @property
    def quoted(self) -> Span:
        """The words that are its evidence."""
        return self.quantity.quoted or self.part.span

    @property
    def of_people(self) -> bool:
        """Whether the counted noun is a people («кыргызстанцев», «15 тыс. россиян»)."""
        if self.part.kind != "count" or self.part.span.within(self.line.folded).endswith(self.line.words.itself):
            return False  # «26 tasi koreyslarniki»: what is counted was told before
        text = self.line.scene.text
        follows = len(text) - len(text[self.place + 1 :].lstrip())
        beside = [p for _, p in self.line.parts(follows, follows + 1, "area")]
        return any(isinstance(p.value, AreaMention) and p.value.sort == "nation" for p in (*self.part.inner, *beside))

    @property
    def signed(self) -> bool:
        """Whether a sign of growth or fall is printed with it, or told («минус 2 тысячи»)."""
        return self.quantity.value < 0 or self.line.folded[self.part.span.start] in _SIGNS

    def cues(self, sort: str) -> list[Cue]:
        """Cues of this sort among the figure's own words."""
        return self.line.between(self.before[0], self.after[1], sort)


def find_ways(scene: Scene) -> frozenset[int]:
    """Places of areas that name a way: three or more joined by dashes («Китай – Кыргызстан – Узбекистан»)."""
    if scene.text.count(_AREA) < _ENDS:
        return _NO_WAYS
    return frozenset(at for met in _WAY.finditer(scene.text) for at in range(*met.span()))


def lay_line(
    words: Words, folded: str, scene: Scene, *, before: Line | None = None, read: ReadSentence | None = None
) -> Line:
    """The line of a scene, after the line `before` it."""
    if read is None:
        return Line(0, 0, scene, folded, words)
    laid = read.remember("line", lambda read: Line(0, 0, read.scene, folded, words, read))
    if before is None:
        return laid
    line = laid.move(before.number + 1, _paragraph(before, read))
    return line.move(line.number, before.paragraph) if _goes_on(line, before) else line


def _goes_on(line: Line, before: Line) -> bool:
    """Whether a new paragraph goes on with the figures of the one before it.

    It begins by pointing back («Bu ko'rsatkich …», “Of these …”), or is the next row of a list (“· China — 1.6 m”).
    """
    if line.paragraph == before.paragraph or not (line.figures and before.figures):
        return False
    if ROW.match(line.scene.text):
        return bool(ROW.match(before.scene.text))
    first = _WORD_AT.search(line.scene.text)
    return bool(first and any(c.start == first.start() for c in line.cues if "previous" in c.sorts))


def _paragraph(before: Line, read: ReadSentence) -> int:
    same = before.read and _in_one(before.read.sentence, read.sentence)
    return before.paragraph if same or before.scene.text.rstrip()[-1:] in _OPENING else before.paragraph + 1


def _in_one(before: Sentence, after: Sentence) -> bool:
    """Whether two sentences stand in one block, or in rows of one table."""
    return before.block == after.block or bool(before.row and after.row and before.row[0] == after.row[0])


def is_item(line: Line, before: Line) -> bool:
    """Whether a sentence is of a list: marked or numbered as an item, the rest of one, or after a semicolon."""
    if before.read and line.read and _in_one(before.read.sentence, line.read.sentence):
        return True
    marked = (line.read and line.read.sentence.kind in ("item", "cell")) or _ITEM.match(line.scene.text)
    return bool(marked) or before.scene.text.rstrip().endswith(";")


def is_counted(words: Words, part: Part) -> bool:
    """Whether a count is of things that figures count, not of sides, points or copies."""
    quantity: Quantity = part.value
    if part.kind != "count" or not quantity.noun or quantity.indicator not in (None, "other"):
        return True
    sorts = get_counted_sorts(words, quantity.noun)
    return "never" not in sorts and not ("few" in sorts and quantity.value <= _FEW)


def get_counted_sorts(words: Words, noun: str | None) -> frozenset[str]:
    """What the language says of a noun that is counted (`counted` of observations.toml), by its last words."""
    said = fold(noun or "")
    found = [get_sorts(f.value) for f in words.uncounted.find(said) if f.end == len(said)]
    return frozenset().union(*found)


def _sorts(words: Words, said: str) -> frozenset[str]:
    return frozenset(sort for found in words.cues.find(said) for sort in get_sorts(found.value))


@lru_cache(maxsize=4096)
def get_sorts(value: str) -> frozenset[str]:
    """The sorts that the value of an entry names."""
    return frozenset(value.split())


def find_figures(line: Line, given: Mapping[int, Mapping[str, Any]]) -> Iterator[Figure]:
    """The figures of a line, in order; `given` holds what the rules say, by place."""
    start = 0
    line.levels_before.update(at for at, told in given.items() if told.get("base"))
    for number, at in enumerate(line.figures):
        limit = line.figures[number + 1] if number + 1 < len(line.figures) else len(line.scene.text)
        end = min(_after(line.words, line.scene.text, at + 1, limit), _end_of_clause(line, at))
        part = line.scene.part_at(at)
        if part:
            yield Figure(part, line, at, (start, at), (at + 1, end), given.get(at, {}), _nation(part))
        start = end if end < limit else at + 1


def _end_of_clause(line: Line, at: int) -> int:
    """Where verbs stand last: after the first verb behind a figure that an "and" joins to another clause."""
    text = line.scene.text
    verbs = [c.end for c in line.cues if c.start > at and c.sorts & STATUSES] if line.words.verb_last else []
    return next((end for end in verbs if (met := _WORD.match(text, end)) and met[1] in line.words.joints), len(text))


def _nation(part: Part) -> str | None:
    """The country of what is counted: an area that stands within the count."""
    if part.kind != "count":
        return None
    codes = [code for inner in part.inner if isinstance(inner.value, AreaMention) for code in inner.value.codes]
    return codes[0] if codes else None


def _after(words: Words, text: str, start: int, limit: int) -> int:
    """Where the words end that belong to a figure before `start`: at a stop, or an "and" before another figure."""
    bracket = _BRACKET.match(text, start, limit)
    if bracket:
        return bracket.end()
    dash = _DASH.match(text, start, limit)
    stops = words.stops if limit < len(text) else _STOP
    stop = stops.search(text, dash.end() if dash else start, limit)
    return stop.start() if stop else limit


def last(cues: Iterable[Cue]) -> Cue | None:
    return max(cues, key=lambda c: c.start, default=None)
