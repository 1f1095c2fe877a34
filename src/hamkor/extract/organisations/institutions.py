"""Institutions that a common noun tells («кітапхана», «больница») with the place or the namesake beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from hamkor.extract.line import WORD
from hamkor.extract.organisations.institution_words import InstitutionWords, load_institution_words
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.people.names import load_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Found, Part, get_morphology
from hamkor.model import Span
from hamkor.text.fold import fold

_WORD = re.compile(r"[^\W_](?:[\w'’‘ʻʼ`-]*[\w'’‘ʻʼ`])?")
_BLOCKING = frozenset({"position", "period", "money", "count"})
_OF_AREAS = frozenset({"area", "adjective"})
_MOST = 7  # words between an institution's noun and its place
_ACRONYM = "facility"  # the sort of body that an acronym with a namesake is taken for
_SHORTEST, _LONGEST_ACRONYM, _CASE = 2, 7, 5  # letters of one, and of the ending that it may bear («QDUda»)
_NAMESAKE = 7  # words of the name that an institution bears
_INITIAL = 2  # letters of an initial, after which a full stop ends no sentence
_LONGEST = 60  # letters of a namesake before a name
_FARTHEST = 12  # letters before a name in which a word that tells where stands
_LINKS = frozenset({" ", ". ", ".", ""})  # between the words of a namesake («имени Н. Бекежанова»)


def find_institutions(reading: Reading, sentence: ReadSentence) -> Iterator[Part]:
    """The institutions of a sentence that have a place or a namesake; none where the language lists no nouns.

    Trap: with a country alone («Uzbek universities») a noun is no name; with a rank («national library») it is.
    """
    known: InstitutionWords = reading.language.remember("institutions", load_institution_words)
    span = sentence.sentence.span
    if not known.signs.find(reading.folded, span.start, span.end):
        return
    row = _Row(reading, sentence, known)
    for at, word in enumerate(row.words):
        begins = WORD.match(reading.folded, word.start(), span.end)
        head = begins and known.heads.match(reading.folded, word.start(), span.end, begins.group())
        head = head or row.find_acronym(at)
        part = row.make(at, head) if head else None
        if part:
            yield part


@dataclass(slots=True)
class _Name:
    """A name as far as it has been read: its first and last word, whose it is, and what it has."""

    first: int
    last: int
    area: str | None = None
    of_state: bool = False
    is_named: bool = False
    bears: bool = False  # a namesake


class _Row:
    """The words of a sentence, and how far a name reaches from its noun."""

    def __init__(self, reading: Reading, sentence: ReadSentence, known: InstitutionWords) -> None:
        self.reading, self.known, self.book = reading, known, load_names(reading.language)
        span, self.text = sentence.sentence.span, reading.prepared.text
        self.words = list(_WORD.finditer(self.text, span.start, span.end))
        self.folded = [fold(word.group()) for word in self.words]
        self.areas = [p for p in sentence.parts if p.kind in _OF_AREAS and p.value.codes]
        self.blocked = [p.span for p in sentence.parts if p.kind in _BLOCKING]

    def make(self, at: int, head: Found) -> Part | None:
        """The institution whose noun is word `at`, if what stands beside makes it a name."""
        last = next(i for i in range(at, len(self.words)) if self.words[i].end() >= head.end)
        name = _Name(at, last)
        self._read_left(name)
        self._read_right(name)
        span = Span(self.words[name.first].start(), self.words[name.last].end())
        words = fold(span.within(self.text))
        whole = name.is_named or (name.of_state and bool(self.known.state.search(words)))
        if self._is_acronym(at) or self.known.bearing.fullmatch(self.folded[at]):
            whole = name.bears
        several = name.first == at and self.folded[at].endswith(self.known.plural)
        if not whole or several or is_where(self.reading, span):
            return None
        title = get_morphology(self.reading.language).get_nominative(span.within(self.text))
        title = title[:1].upper() + title[1:]
        return Part("organisation", span, OrganisationMention(title, name.area, str(head.value), span))

    def find_acronym(self, at: int) -> Found | None:
        """An acronym beside what leads to a namesake («НМИЦ имени …», «… nomidagi QDU»)."""
        after, before = self.folded[at + 1 : at + 2], self.folded[max(0, at - 1) : at]
        bears = not self.known.led.isdisjoint(after) or not self.known.closed.isdisjoint(before)
        word = self.words[at]
        return Found(word.start(), word.end(), _ACRONYM) if bears and self._is_acronym(at) else None

    def _is_acronym(self, at: int) -> bool:
        word = self.words[at].group()
        capitals = "".join(takewhile(str.isupper, word))
        ending = word[len(capitals) :].removeprefix("-")
        return _SHORTEST <= len(capitals) <= _LONGEST_ACRONYM and len(ending) <= _CASE and ending.lower() == ending

    def _read_left(self, name: _Name) -> None:
        """Words for its charge and rank, up to its place or namesake."""
        while name.first and name.last - name.first < _MOST and self._between(name.first - 1) == " ":
            before = name.first - 1
            if area := self._area_ending(before):
                self._take_area(name, area)
                return
            if self.folded[before] in self.known.closed:
                self._take_namesake_before(name)
                return
            if not self._is_bare(before):
                return
            name.first = before
            if self._is_proper(before):
                self._take_capitals(name)
                return

    def _take_area(self, name: _Name, area: Part) -> None:
        """A place before the noun, if it is whose and not only where («Ташкентте …» is where)."""
        told = self.reading.folded[area.span.start : area.span.end]
        if told.endswith(self.known.elsewhere) and told != fold(area.value.name):
            return
        while name.first and self.words[name.first - 1].start() >= area.span.start:
            name.first -= 1
        self._belong(name, area)

    def _belong(self, name: _Name, area: Part) -> None:
        name.area = area.value.codes[0] if len(area.value.codes) == 1 else None
        local = area.value.sort in ("region", "city") and len(area.value.codes) == 1
        name.is_named, name.of_state = name.is_named or local, name.of_state or not local

    def _take_namesake_before(self, name: _Name) -> None:
        """«Әл-Фараби атындағы», «Alisher Navoiy nomidagi»: the capitalised words before it."""
        first = at = name.first - 1
        while at and first - at < _NAMESAKE and self._is_of_namesake(at - 1):
            at -= 1
        if at == 0 and first - at > 1 and self.book.is_given(self.words[1].group()):
            at = 1  # «Кўргазма Алишер Навоий номидаги …»: the sentence's first word is another
        if at < first:
            name.first, name.is_named, name.bears = at, True, True
            if at and self._between(at - 1) == " " and (area := self._area_ending(at - 1)):
                self._take_area(name, area)

    def _is_of_namesake(self, at: int) -> bool:
        """Whether a word before it, with no ending of a case where a sentence begins, belongs to a namesake."""
        word = self.words[at].group()
        opens = at == 0 and self.folded[at].endswith(self.known.stops)
        return word[0].isupper() and self._between(at) in _LINKS and not opens and not self._area_ending(at)

    def _take_capitals(self, name: _Name) -> None:
        opens = name.first == 0 and not self.known.stops  # “Infectious hospital opened …”: a capital of the sentence
        name.is_named = self.known.capital and not opens
        while name.first and self._between(name.first - 1) == " " and self._is_capital(name.first - 1):
            name.first -= 1

    def _read_right(self, name: _Name) -> None:
        """What follows the noun: its charge, its place, its namesake."""
        at = name.last
        while at + 1 < len(self.words) and self._between(at) == " ":
            at += 1
            joined = self.folded[at - 1] in self.known.joins and at - 1 > name.last
            if not joined and (area := self._area_beginning(at)):
                at = self._take_place_after(name, area)
            elif self.folded[at] in self.known.led:
                self._take_namesake_after(name, at)
                return
            elif self.folded[at] in self.known.joins or self._ends_no_name(at):
                continue
            elif self._is_charge(at):
                name.last = at
            else:
                return

    def _area_beginning(self, at: int) -> Part | None:
        start = self.words[at].start()
        areas = (p for p in self.areas if p.kind == "area" and p.span.start == start)
        return next(areas, None) if self.known.takes_place_after else None

    def _take_place_after(self, name: _Name, area: Part) -> int:
        while name.last + 1 < len(self.words) and self.words[name.last + 1].end() <= area.span.end:
            name.last += 1
        self._belong(name, area)
        return name.last

    def _ends_no_name(self, at: int) -> bool:
        return bool(self.known.between.fullmatch(self.folded[at])) and self.words[at].group()[0].islower()

    def _is_charge(self, at: int) -> bool:
        return bool(self.known.after.fullmatch(self.folded[at])) and self.words[at].group()[0].islower()

    def _take_namesake_after(self, name: _Name, led: int) -> None:
        """«имени Н. Бекежанова», “named after Abai”."""
        last = led
        while last + 1 < len(self.words) and last - led < _NAMESAKE and self._between(last) in _LINKS:
            if not self.words[last + 1].group()[0].isupper() and self.folded[last + 1] not in self.known.led:
                break
            last += 1
        if last > led:
            name.last, name.is_named, name.bears = last, True, True

    def _is_bare(self, at: int) -> bool:
        """Whether a word may stand between the place and the noun: no verb, no case, no office, time or amount."""
        word = self.folded[at]
        if self.known.never.fullmatch(word) or any(s.start <= self.words[at].start() < s.end for s in self.blocked):
            return False
        if self.known.before.fullmatch(word):
            return True
        if self.known.stops:
            return not word.endswith(self.known.stops)
        return self.known.capital and self.words[at].group()[0].isupper()

    def _is_proper(self, at: int) -> bool:
        """Whether a word with a capital is a name: no known word, no place."""
        word = self.words[at].group()
        known = self.known.before.fullmatch(self.folded[at]) or self.known.never.fullmatch(self.folded[at])
        return word[0].isupper() and not known and self._is_bare(at) and not self._area_ending(at)

    def _is_capital(self, at: int) -> bool:
        return self.words[at].group()[0].isupper() and self._is_bare(at) and not self._area_ending(at)

    def _area_ending(self, at: int) -> Part | None:
        return next((p for p in self.areas if p.span.end == self.words[at].end()), None)

    def _between(self, at: int) -> str:
        return self.text[self.words[at].end() : self.words[at + 1].start()]


def is_where(reading: Reading, span: Span) -> bool:
    """Whether an airport or a port is only where something is: “from Osh airport”, «аэропортынан»."""
    known: InstitutionWords = reading.language.remember("institutions", load_institution_words)
    words = _WORD.findall(reading.folded, span.start, span.end)
    if not any(known.places.match(word) for word in words):
        return False
    before = _WORD.findall(reading.folded, max(0, span.start - _FARTHEST), span.start)
    return words[-1].endswith(known.place_ends) or (before[-1:] or [""])[0] in known.where


def with_namesake(reading: Reading, span: Span) -> Span:
    """The words of a body's name with whom it is named after: «… имени Навои», «Alisher Navoiy nomidagi …»."""
    known: InstitutionWords = reading.language.remember("institutions", load_institution_words)
    text = reading.prepared.text
    after = known.named_after.match(text, span.end)
    before = known.named_before.search(text, max(0, span.start - _LONGEST), span.start)
    last = _take_capitals(text, list(_WORD.finditer(text, after.end(), after.end() + _LONGEST))) if after else None
    first = before and _take_capitals(text, list(_WORD.finditer(text, span.start - _LONGEST, before.start()))[::-1])
    return Span(first.start() if first else span.start, last.end() if last else span.end)


def _take_capitals(text: str, words: list[re.Match[str]]) -> re.Match[str] | None:
    """The last of the capitalised words, in a row, that a namesake has; None where the first is none."""
    taken: re.Match[str] | None = None
    for word in words[:_NAMESAKE]:
        one, other = sorted((taken or word, word), key=re.Match.start)
        gap = text[one.end() : other.start()]
        if not word.group()[0].isupper() or gap not in _LINKS or ("." in gap and len(one.group()) > _INITIAL):
            break
        taken = word
    return taken
