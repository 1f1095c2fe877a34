"""Lists whose unit is told once: by the line that opens them («Экспорт, млн долларов:»), or by their last item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hamkor.extract.numbers.quantities import find_quantities
from hamkor.extract.parts import Quantity
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Language, Part, build_scene
from hamkor.model import Span
from hamkor.text.fold import fold

_UNIT = re.compile(r"[,(]\s*([^,():\d]{3,40})\)?\s*:\s*$")  # the last words of the line that opens a list
_ROW = re.compile(r"\W{0,4}(?:[^\W\d][^\d:]*?(?:\s[-–—]|:)\s*)(\d[\d .,\u00a0]*\d|\d)\s*[;.,]?\s*$")
_MEASURED = frozenset(("money", "measure", "count"))
_BACK = 4  # sentences before a list in which what it counts may be told
_ANY = "5"  # any number, to try a unit with


def lend_units(
    language: Language, text: str, folded: str, sentences: Sequence[ReadSentence]
) -> tuple[ReadSentence, ...]:
    """The sentences, with bare numbers of a list measured in the unit that the list tells once.

    A unit that opens a list is no figure itself (“in million dollars:”). Rows that tell a unit of their own keep it.
    """
    read, lists = list(sentences), Lists(language, text, folded)
    for number, opener in enumerate(sentences):
        if folded[opener.sentence.span.end - 1] != ":":
            continue
        end = lists.find_end(sentences, number + 1)
        rows, closing = read[number + 1 : end], read[end : end + 1]
        unit = lists.find_unit(opener) if rows else None
        if unit:
            read[number:end] = [lists.without(opener, unit), *(lists.measure_by(row, unit) for row in rows)]
        elif rows and closing and (last := lists.find_count(closing[0], like=rows[-1])):
            read[number + 1 : end] = [lists.measure_as(row, last) for row in rows]
        elif _are_of_countries(rows) and (people := _find_people(sentences[max(0, number - _BACK) : number])):
            read[number + 1 : end] = [lists.measure_as(row, people) for row in rows]
    return tuple(read)


def _are_of_countries(rows: Sequence[ReadSentence]) -> bool:
    """Whether each of several rows tells of a country («Yetakchi davlatlar: Hindiston – 9 959; …»)."""
    return len(rows) > 1 and all(any(p.value.sort == "country" for p in row.of("area")) for row in rows)


def _find_people(sentences: Sequence[ReadSentence]) -> Quantity | None:
    """The last count of the sentences before a list, where it is of people."""
    told = [part.value for read in sentences for part in read.of("count")][-1:]
    return next((quantity for quantity in told if quantity.unit == "person"), None)


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one document."""

    language: Language
    text: str
    folded: str

    def find_end(self, sentences: Sequence[ReadSentence], first: int) -> int:
        """Where the rows end that begin with sentence `first`: a name, a dash, a number and nothing else."""
        return next((n for n in range(first, len(sentences)) if not self._is_row(sentences[n])), len(sentences))

    def _is_row(self, read: ReadSentence) -> bool:
        span, bare = read.sentence.span, read.of("number")[-1:]
        closed = bool(bare) and not self.text[bare[0].span.end : span.end].strip(" ;.,")
        return closed or bool(_ROW.match(span.within(self.text)))

    def find_unit(self, opener: ReadSentence) -> Span | None:
        """Where the opening line tells a unit: nothing but it stands between a comma or bracket and the colon."""
        met, start = _UNIT.search(opener.sentence.span.within(self.text)), opener.sentence.span.start
        spans = self.list_phrases(met, start) if met else iter(())
        return next((span for span in spans if self.is_unit(span.within(self.text))), None)

    def list_phrases(self, met: re.Match[str], start: int) -> Iterator[Span]:
        """All the words before the end of a head, and all but the first of them («в млн долларов»)."""
        begin, end = start + met.start(1), start + met.start(1) + len(met[1].rstrip())
        yield Span(begin, end)
        if " " in met[1].rstrip():
            yield Span(begin + met[1].index(" ") + 1, end)

    def is_unit(self, unit: str, *, alone: bool = False) -> bool:
        """Whether words are a unit; one that stands `alone`, without what it measures, is none of people."""
        told = ((said, made) for said in _put(_ANY, unit) if (made := self.measure(said)))
        return any(_is_whole(made, said) and not (alone and made.value.unit == "person") for said, made in told)

    def is_percent(self, unit: str) -> bool:
        """Whether words are percents: a unit that measures no number alone, since it may be a share or growth."""
        said = f"{_ANY} {unit}".rstrip(". ")
        parts = find_quantities(self.language, said, fold(said), Span(0, len(said)))
        return len(parts) == 1 and parts[0].kind == "percent" and parts[0].span == Span(0, len(said))

    def measure_in(self, number: str, unit: str) -> Part | None:
        """What a number means in a unit told elsewhere."""
        return next((made for said in _put(number, unit) if (made := self.measure(said))), None)

    def measure(self, said: str) -> Part | None:
        """What a number with its unit means."""
        parts = find_quantities(self.language, said, fold(said), Span(0, len(said)))
        return parts[0] if len(parts) == 1 and parts[0].kind in _MEASURED and not parts[0].span.start else None

    def measure_by(self, row: ReadSentence, unit: Span) -> ReadSentence:
        """The row, its number in the unit that opens the list."""
        span = self._find_number(row)
        made = (
            self.measure_in(span.within(self.text), unit.within(self.text)) if span and not row.of(*_MEASURED) else None
        )
        if span is None or made is None:
            return row
        return self.without(row, span, Part(made.kind, span, replace(made.value, quoted=None, qualified=None)))

    def _find_number(self, row: ReadSentence) -> Span | None:
        """The number that a row ends with, with its scale where it tells one («- Россия - 2,9 миллиарда;»)."""
        met, bare, start = (
            _ROW.match(row.sentence.span.within(self.text)),
            row.of("number")[-1:],
            row.sentence.span.start,
        )
        if met:
            return Span(start + met.start(1), start + met.end(1))
        return bare[0].span if bare else None

    def find_count(self, closing: ReadSentence, *, like: ReadSentence) -> Quantity | None:
        """What the last item counts («— 176 ming; … 22 ming nafar sayyoh»), where it is an item like the others."""
        told = [p.value for p in closing.of("count") if p.value.unit]
        return told[-1] if told and closing.sentence.kind == like.sentence.kind else None

    def measure_as(self, row: ReadSentence, last: Quantity) -> ReadSentence:
        """The row, its number counting what another count does."""
        bare = row.of("number")[-1:]
        if not bare or row.of(*_MEASURED):
            return row
        quantity = replace(bare[0].value, unit=last.unit, noun=last.noun, indicator=last.indicator)
        return self.without(row, bare[0].span, Part("count", bare[0].span, quantity))

    def without(self, read: ReadSentence, span: Span, *instead: Part) -> ReadSentence:
        """The sentence with other parts at `span`, or none."""
        parts = (*(part for part in read.parts if not part.span.overlaps(span)), *instead)
        scene = build_scene(self.folded, read.sentence.span, parts, text=self.text)
        return ReadSentence(read.sentence, parts, scene)


def _put(number: str, unit: str) -> Iterator[str]:
    """A number with its unit, as it is written: behind it, or between its words (“USD million” is “USD 5 million”)."""
    unit = unit.rstrip(". ")
    yield f"{number} {unit}"
    first, _, rest = unit.partition(" ")
    if rest:
        yield f"{first} {number} {rest}"


def _is_whole(part: Part, said: str) -> bool:
    """Whether a number and its unit are all that is said, and it is more than a counted noun («стран»)."""
    quantity: Quantity = part.value
    ends = part.span.end >= len(said) or said.endswith(
        quantity.noun or "\n"
    )  # a scaled count is quoted without its noun
    return ends and (part.kind != "count" or quantity.unit == "person" or quantity.value > int(_ANY))
