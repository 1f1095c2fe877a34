"""Organisations that capitals tell: a head word («Ministry») with the capitalised words that lengthen its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.line import Triggers, get_first_words
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.people.names import NameBook, load_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Part
from hamkor.model import Span
from hamkor.text.fold import fold

_FILE = "organisations"
_WORD = re.compile(r"[^\W_](?:[\w'’‘ʻʼ&.-]*\w)?|[&,]")
_BLOCKING = frozenset({"position", "period", "money", "count"})
_OF_AREAS = frozenset({"area", "adjective"})


@dataclass(frozen=True, slots=True)
class CapitalWords:
    """What organisations.toml says of names told by capitals; all folded.

    heads     what sort of body a head word tells
    joins     words after which a name goes on («of»); `articles` may follow them
    ands      words between the charges of a body; `charges` what may stand on their far side
    standing  words before the place where an embassy stands
    never     words that have a capital only because a sentence begins
    owners    endings of a word that is whose the body is, or where it is at home, and no part of its name
    before    heads that stand before the rest of their name («Air Astana»)
    signs     words without which a sentence holds no head
    """

    heads: dict[str, str]
    joins: frozenset[str]
    articles: frozenset[str]
    ands: frozenset[str]
    charges: frozenset[str]
    standing: frozenset[str]
    never: frozenset[str]
    owners: tuple[str, ...]
    before: frozenset[str]
    signs: Triggers


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    folded: str
    start: int
    end: int


def find_capitalised(reading: Reading, sentence: ReadSentence) -> Iterator[Part]:
    """The organisations of a sentence that a head word with a capital tells; none where the language lists no heads.

    Trap: a head word alone («the Bank») names nobody.
    """
    words: CapitalWords = reading.language.remember("capital names", _load)
    span = sentence.sentence.span
    if not words.heads or not words.signs.find(reading.folded, span.start, span.end):
        return
    text, folded = reading.prepared.text, reading.folded
    met = list(_WORD.finditer(text, span.start, span.end))
    heads = [at for at, m in enumerate(met) if m[0][0].isupper() and folded[m.start() : m.end()] in words.heads]
    if not heads:
        return
    told = [_Word(m[0], folded[m.start() : m.end()], m.start(), m.end()) for m in met]
    run = _Run(words, load_names(reading.language), told, sentence.parts)
    for at in heads:
        sort = words.heads[told[at].folded]
        if sort == "company" and run.is_of_office(at):
            continue
        first, last = run.left(at), run.right(at, standing=sort == "embassy", owned=sort != "company")
        first += sort == "company" and last - first > 1 and run.is_of_nation(first)
        if first < last:
            yield _part(reading, sentence, Span(run.words[first].start, run.words[last].end), sort)


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of a sentence, and how far a name reaches from its head."""

    known: CapitalWords
    book: NameBook
    words: list[_Word]
    parts: Sequence[Part]

    def left(self, at: int) -> int:
        """The first word of the name whose head stands at `at`."""
        while at > 0:
            if self._lengthens(at - 1) and self._touch(at - 1, at):
                at -= 1
            elif self._is_charge(at - 2) and self.words[at - 1].folded in self.known.ands and not self._is_head(at - 2):
                at -= 2
            else:
                break
        return at

    def right(self, at: int, *, standing: bool, owned: bool) -> int:
        """The last word of the name whose head stands at `at`.

        standing: the place where it stands belongs to it; owned: whose it is does (not «Tulpar Wings of Kazakhstan»).
        """
        if self._folded(at) in self.known.before and self._may_name(at + 1) and self._touch(at, at + 1):
            at += 1
        while True:
            after = self._after_join(at, standing=standing)
            if after is None or not self._lengthens(after) or (self._is_area(after) and not owned):
                return at
            at = self._charges(after)

    def _may_name(self, at: int) -> bool:
        """Whether a word names an airline after its head, be it a given name (“Air Manas”, “Fly Arystan”)."""
        known = 0 <= at < len(self.words) and self.words[at].folded not in self.known.never
        return known and self.words[at].text[0].isupper() and not self.words[at].folded.endswith(self.known.owners)

    def _after_join(self, at: int, *, standing: bool) -> int | None:
        joins = self.known.joins | self.known.standing if standing else self.known.joins
        if self._folded(at + 1) not in joins or not self._touch(at, at + 1):
            return None  # “the Committee for Water; for the other side …”
        return at + 3 if self._folded(at + 2) in self.known.articles else at + 2

    def _charges(self, at: int) -> int:
        """The last of the charges that begin at `at`: «Investment, Industry and Trade»."""
        while True:
            if self._lengthens(at + 1) and self._touch(at, at + 1) and not self._ends_area(at):
                at += 1
            elif self._folded(at + 1) in self.known.ands and self._is_charge(at + 2) and not self._ends_area(at):
                at += 2
            else:
                return at

    def _folded(self, at: int) -> str:
        return self.words[at].folded if 0 <= at < len(self.words) else ""

    def _is_charge(self, at: int) -> bool:
        return self._folded(at) in self.known.charges and self.words[at].text[0].isupper()

    def _lengthens(self, at: int) -> bool:
        """Whether a word with a capital can belong to a name: no office, time or person, and not whose the body is."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        if not word.text[0].isupper() or word.folded in self.known.never or word.folded.endswith(self.known.owners):
            return False
        if word.folded in self.known.charges:
            return True
        return not self.book.is_given(word.text) and not any(
            p.kind in _BLOCKING and p.span.start <= word.start < p.span.end for p in self.parts
        )

    def is_of_office(self, at: int) -> bool:
        """Whether a word is one of the charges of an office before it («Minister of Energy and Water Resources»)."""
        word = self.words[at]
        return any(p.kind == "position" and p.span.start < word.start and word.end <= p.span.end for p in self.parts)

    def is_of_nation(self, at: int) -> bool:
        """Whether a name begins with an adjective that only tells whose it is («Kazakh Oq Oltin Group»)."""
        word, charge = self.words[at], self._is_charge(at + 1)
        told = (p for p in self.parts if p.kind == "adjective" and p.span.start == word.start)
        return not charge and any(p.span.end == word.end and "-" not in "".join(p.value.codes) for p in told)

    def _is_head(self, at: int) -> bool:
        """Whether a word that may be a charge ends a name before («Kazakh Railways and Uzbek Railways»)."""
        return self._folded(at) in self.known.heads and self._lengthens(at - 1) and self._touch(at - 1, at)

    def _is_area(self, at: int) -> bool:
        word = self.words[at]
        return any(p.kind in _OF_AREAS and p.span.start <= word.start < p.span.end for p in self.parts)

    def _ends_area(self, at: int) -> bool:
        """Whether a word is the last of an area's (of “the Kyrgyz Republic” the first is not)."""
        word = self.words[at]
        return any(p.kind in _OF_AREAS and p.span.start <= word.start < p.span.end <= word.end for p in self.parts)

    def _touch(self, first: int, second: int) -> bool:
        return self.words[second].start - self.words[first].end == 1


def _part(reading: Reading, sentence: ReadSentence, span: Span, sort: str) -> Part:
    areas = [p for p in sentence.parts if p.kind in _OF_AREAS and p.value.codes]
    own = next((p for p in areas if span.covers(p.span)), None)
    owner = next((p for p in areas if p.span.end + 1 == span.start), None)
    area = own or owner
    name = span.within(reading.prepared.text)
    return Part("organisation", span, OrganisationMention(name, area.value.codes[0] if area else None, sort, span))


def _load(language: Language) -> CapitalWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in language.get(_FILE, f"capitals.{key}"))

    heads = {fold(word): sort for sort, listed in language.get(_FILE, "heads").items() for word in listed}
    return CapitalWords(
        heads=heads,
        joins=words("joins"),
        articles=words("articles"),
        ands=words("ands"),
        charges=words("charges"),
        standing=words("standing"),
        never=words("never"),
        owners=(*words("owners"), *(fold(word) for word in language.get(_FILE, "apposed.based"))),
        before=words("before"),
        signs=Triggers(get_first_words(heads).__contains__),
    )
