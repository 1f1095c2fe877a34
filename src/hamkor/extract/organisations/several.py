"""Bodies of one kind told at once: «министерства транспорта и энергетики» are two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.line import Triggers
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Part
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span
from hamkor.text.fold import fold

_FILE = "organisations"
_WORD = re.compile(r"[^\W_](?:[\w'’‘ʻʼ`-]*[\w'’‘ʻʼ`])?|,")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class SeveralWords:
    """`several` of organisations.toml; all folded.

    heads    nouns in the plural, each with its singular; `local` are those of a place's government, which has no charge
    unsure   of these, forms that are the genitive of one body, too; `acting` are endings of the words before them that
             tell several, as the beginning of a sentence does
    charges  words for what bodies are charged with; `links` stand before them («of»)
    ands     what parts them
    sides    words after them with which each of several countries has one such body («двух стран»)
    leads    whether the noun stands first
    """

    heads: dict[str, str]
    local: frozenset[str]
    unsure: frozenset[str]
    acting: tuple[str, ...]
    charges: re.Pattern[str]
    links: frozenset[str]
    ands: frozenset[str]
    sides: re.Pattern[str]
    leads: bool
    signs: Triggers


def find_several(reading: Reading, sentence: ReadSentence) -> Iterator[Part]:
    """Each of the bodies that one noun in the plural names by their charges or places."""
    known: SeveralWords = reading.language.remember("several bodies", _load)
    span, text = sentence.sentence.span, reading.prepared.text
    if not known.signs.find(reading.folded, span.start, span.end):
        return
    words = list(_WORD.finditer(text, span.start, span.end))
    folded = [fold(word.group()) for word in words]
    for at, word in enumerate(folded):
        if word in known.heads and not (word in known.unsure and at and not folded[at - 1].endswith(known.acting)):
            yield from _Told(reading, sentence, known, words, folded).list_at(at)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a sentence, and the bodies that a noun in it tells."""

    reading: Reading
    sentence: ReadSentence
    known: SeveralWords
    words: Sequence[re.Match[str]]
    folded: Sequence[str]

    def list_at(self, head: int) -> Iterator[Part]:
        """The bodies of the noun at `head`: of several charges, or of one in several places; else none."""
        step = 1 if self.known.leads else -1
        charges, at = self._list_charges(head + step, step)
        owners = self._list_owners(at, step)
        beyond = owners[-1].span.end if owners else self.words[max(0, min(at, len(self.words) - 1))].start()
        if self.known.leads and self.known.sides.match(self.reading.folded[beyond:].lstrip()):
            return
        local = self.known.heads[self.folded[head]] in self.known.local
        if len(charges) >= _FEWEST:
            owner = owners[0] if len(owners) == 1 else None
            for number, charge in enumerate(charges):
                yield self._make(head, self._span(charge), charge, owner, nearest=number == 0)
        elif len(owners) >= _FEWEST and (charges or local):
            told = charges[0] if charges else None
            for number, owner in enumerate(owners):
                yield self._make(head, owner.span, told, owner, nearest=number == 0)

    def _span(self, charge: tuple[int, int]) -> Span:
        return Span(self.words[charge[0]].start(), self.words[charge[1]].end())

    def _list_charges(self, at: int, step: int) -> tuple[list[tuple[int, int]], int]:
        """First and last words of each charge, from the noun outwards, and the word that is none."""
        found: list[tuple[int, int]] = []
        while 0 <= at < len(self.words):
            if self.folded[at] in (self.known.ands | self.known.links):
                at += step
                continue
            reached = at
            while 0 <= reached < len(self.words) and self._is_charge(reached):
                reached += step
            if reached == at:
                break
            found.append((min(at, reached - step), max(at, reached - step)))
            at = reached
        return found, at

    def _is_charge(self, at: int) -> bool:
        start = self.words[at].start()
        placed = any(p.span.start <= start < p.span.end for p in self.sentence.of("area", "adjective"))
        parting = self.folded[at] in self.known.ands  # a word of a name, too: «va»
        return not placed and not parting and bool(self.known.charges.fullmatch(self.folded[at]))

    def _list_owners(self, at: int, step: int) -> list[Part]:
        """The places named in a row from this word on, outwards from the noun."""
        found: list[Part] = []
        while 0 <= at < len(self.words):
            if self.folded[at] in (self.known.ands | self.known.links):
                at += step
                continue
            word = self.words[at]
            areas = (p for p in self.sentence.of("area") if p.span.start <= word.start() < p.span.end)
            owner = next((p for p in areas if len(p.value.codes) == 1), None)
            if owner is None:
                break
            found.append(owner)
            while 0 <= at < len(self.words) and owner.span.start <= self.words[at].start() < owner.span.end:
                at += step
        return found

    def _make(
        self, head: int, span: Span, charge: tuple[int, int] | None, owner: Part | None, *, nearest: bool
    ) -> Part:
        """One of the bodies; that nearest to the noun has its words, too."""
        text, noun = self.reading.prepared.text, self.words[head]
        words = self._span(charge).within(text) if charge else ""
        place = owner.span.within(text) if owner else ""
        link = self.folded[head + 1] if head + 1 < len(self.folded) and self.known.leads else ""
        link = link if link in self.known.links else ""
        title = self.known.heads[self.folded[head]]
        before, after = [title, link if words else "", words, link if place else "", place], [place, words, title]
        name = " ".join(word for word in (before if self.known.leads else after) if word)
        area = owner.value.codes[0] if owner else None
        sort = "regional_government" if title in self.known.local else "ministry"
        whole = Span(min(span.start, noun.start()), max(span.end, noun.end())) if nearest else span
        return Part("organisation", whole, OrganisationMention(name[:1].upper() + name[1:], area, sort, whole))


def _load(language: Language) -> SeveralWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in language.get(_FILE, f"several.{key}"))

    def pattern(key: str) -> re.Pattern[str]:
        return compile_phrases(language, _FILE, f"several.{key}")

    listed = language.get(_FILE, "several.heads").items()
    heads = {fold(form): noun for noun, forms in listed for form in forms}
    return SeveralWords(
        heads=heads,
        local=frozenset(language.get(_FILE, "several.local")),
        unsure=words("unsure"),
        acting=tuple(words("acting")),
        charges=pattern("charges"),
        links=words("links"),
        ands=words("ands"),
        sides=pattern("sides"),
        leads=not language.get("language", "final_verb"),
        signs=Triggers(heads.__contains__),
    )
