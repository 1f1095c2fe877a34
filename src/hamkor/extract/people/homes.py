"""Where those who act for no state come from: the home of their company told elsewhere, or of the group they lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hamkor.extract.people.mentions import Mention
from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import WORD
from hamkor.text.fold import fold

_BETWEEN = 3  # words between «казахстанская» or «Қостанайдағы» and the company's name
_NEAR = 2  # words between a group and the area it comes from
_SENTENCES = 2  # a group is led by who is named in its sentence or the next ones
_WORKPLACES = frozenset({"company", "facility"})  # those of other bodies are told by what these are
_DASHES = ("-", "–", "—")
_MARKS = ' "«»“”'


class Homes:
    """The homes that one document tells of its companies and groups.

    areas          areas and adjectives with codes, in the order of the text
    organisations  all organisations, in the order of the text
    """

    def __init__(self, reading: Reading, areas: Sequence[Part], organisations: Sequence[Part]) -> None:
        self.reading, self.areas, self.organisations = reading, areas, organisations

    def find_home(self, mention: Mention, position: str, words: Sequence[str]) -> str | None:
        """The area of the company or group that `mention` works for or leads; `words` are those of the office.

        A business person beside a group from an area is one of it; an expert or a banker may be anybody there.
        """
        groups = self._stems("sides.groups")
        if any(word.startswith(groups) for word in words):
            return self._of_group(mention)
        body = next(
            (p for p in mention.whose if p.kind == "organisation" and p.value.sort in _WORKPLACES), None
        ) or self._pointed_at(mention, words)
        told = self._of_company(body) if body else None
        business = mention.office is not None and position == "business"
        return told or (self._of_group(mention, near=True) if business else None)

    def _stems(self, key: str) -> tuple[str, ...]:
        return tuple(self.reading.language.get("positions", key))

    def _pointed_at(self, mention: Mention, words: Sequence[str]) -> Part | None:
        """The last organisation before «директор завода» that the noun is part of, or a bare name that it may be of."""
        held: dict[str, list[str]] = self.reading.language.get("positions", "held_in")
        stems = tuple(stem for sort in held.values() for stem in sort)
        nouns = [stem for stem in stems if any(word.startswith(stem) for word in words)]
        before = [p for p in self.organisations if p.span.end <= mention.span.start and p.value.sort in _WORKPLACES]
        called = [p for p in before if any(stem in self._words(p) for stem in nouns)]
        bare = [p for p in before if p.value.sort == "company" and not any(stem in self._words(p) for stem in stems)]
        return next(reversed(called or bare), None) if nouns else None

    def _words(self, part: Part) -> str:
        return self.reading.folded[part.span.start : part.span.end]

    def _of_company(self, body: Part) -> str | None:
        """The area that any mention of this organisation has beside it."""
        name = fold(body.value.name).strip(_MARKS)
        alike = [p for p in self.organisations if fold(p.value.name).strip(_MARKS) == name]
        return next((area for p in alike if not self._is_of_two(p) and (area := p.value.area or self._beside(p))), None)

    def _is_of_two(self, body: Part) -> bool:
        """«Фонд Узбекистан – Кыргызстан»: a dash joins the area in its name to another."""
        return self.reading.folded[: body.span.start].rstrip().endswith(_DASHES)

    def _beside(self, body: Part) -> str | None:
        """The area that an adjective or a place before the name tells, or «в Уральске» after it."""
        for area in self.areas:
            if len(area.value.codes) != 1 or area.span.overlaps(body.span):
                continue
            if area.span.end <= body.span.start and self._leads(area, body):
                return str(area.value.codes[0])
            after = self.reading.folded[body.span.end : area.span.start].strip(_MARKS)
            if area.span.start > body.span.end and after in self._stems("in_area.where"):
                return str(area.value.codes[0])
        return None

    def _leads(self, area: Part, body: Part) -> bool:
        """Whether nothing but a few common nouns stands between an area and the name, and the area is its owner."""
        between = self.reading.folded[area.span.end : body.span.start]
        told = self._words(area).endswith(self._stems("in_area.ends")) or area.kind == "adjective"
        plain = all(ch.isalpha() or ch in ' "-' for ch in between)
        return told and plain and len(between.split()) <= _BETWEEN

    def _of_group(self, mention: Mention, *, near: bool = False) -> str | None:
        """The area that the group named last before comes from; `near`: in this sentence or the one before."""
        first = self.reading.sentences[max(0, mention.number + 1 - _SENTENCES)].sentence.span.start if near else 0
        last = self.reading.sentences[mention.number].sentence.span.end if near else mention.span.start
        found = [a for a in self.areas if first <= a.span.start and a.span.end <= last and self._is_of_group(a)]
        before = [a for a in found if a.span.end <= mention.span.start] or found
        codes = {code for a in before[-1:] for code in a.value.codes}
        return codes.pop() if len(codes) == 1 else None

    def _is_of_group(self, area: Part) -> bool:
        """Whether a group's noun stands a word or two before the area or after it («группа инвесторов из …»)."""
        groups = self._stems("sides.groups")
        return any(word.startswith(groups) for word in self._around(area))

    def _around(self, area: Part) -> Iterator[str]:
        folded, (start, end) = self.reading.folded, (area.span.start, area.span.end)
        before = folded[max(0, start - 40) : start].rpartition(".")[2].rpartition(",")[2]
        after = folded[end : end + 40].partition(".")[0].partition(",")[0]
        yield from WORD.findall(before)[-_NEAR:]
        yield from WORD.findall(after)[: _NEAR + 1]
