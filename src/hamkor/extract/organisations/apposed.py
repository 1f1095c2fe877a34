"""Names of companies that a common noun beside them tells: “the carrier Kokzhal Air”, “Sarbon Foods, an exporter”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.line import Triggers, get_first_words
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.people.names import NameBook, load_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Part, compile_kept
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span
from hamkor.text.capitals import is_acronym
from hamkor.text.fold import fold

_FILE = "organisations"
_WORD = re.compile(r"[^\W_][\w'’‘ʻʼ&–-]*")
_BLOCKING = frozenset({"position", "period", "money", "count"})
_OF_AREAS = frozenset({"area", "adjective"})
_SHORTEST = 4  # letters of an acronym that acts («KEGOC has replaced …»)
_ENDING = 2  # letters of «'s»
_OWNED = 4  # words from a name to the last word of what it has
_FARTHEST = 5  # words between a name and the noun that tells after it what it is


@dataclass(frozen=True, slots=True)
class ApposedWords:
    """What organisations.toml says of such nouns; all folded.

    nouns    common nouns that tell a company; empty: the language has no such names
    based    endings of a word that is where a company is at home («-based»)
    heads    nouns that end a name («Osh-Cargo logistics centre»); `charges` may stand before them
    works    what a company has, told after its name («X's plant»)
    leads    words that begin what is said of a name («, an exporter»)
    owners   endings of a word that is whose something is
    acts     what companies do, told after a name of two words («… will deliver»)
    acted    what stands before such a name («built by …»)
    others   words that end names of other things («… Forum will open»)
    signs    words without which a sentence holds no such name
    """

    nouns: frozenset[str]
    based: tuple[str, ...]
    heads: frozenset[str]
    works: frozenset[str]
    charges: frozenset[str]
    leads: frozenset[str]
    owners: tuple[str, ...]
    never: frozenset[str]
    acts: re.Pattern[str]
    acted: re.Pattern[str]
    others: frozenset[str]
    signs: Triggers


def find_apposed(reading: Reading, sentence: ReadSentence) -> Iterator[Part]:
    """The companies of a sentence whose capitalised words a noun before or after them tells."""
    known: ApposedWords = reading.language.remember("apposed names", _load)
    span = sentence.sentence.span
    if not known.nouns or not known.signs.find(reading.folded, span.start, span.end):
        return
    line = _Line(reading, sentence, known, load_names(reading.language))
    for first, last in line.list_runs():
        end = line.find_head(last)
        if end or line.is_told_before(first, last) or line.is_told_after(last) or line.is_acting(first, last):
            words = Span(line.words[first].start(), (line.words[end or last]).end())
            name = line.strip_owner(words, whole=end is not None)
            mention = OrganisationMention(name.within(line.text), line.find_home(first), "company", name)
            yield Part("organisation", name, mention)


class _Line:
    """A sentence as words, and which of them may belong to a company's name."""

    def __init__(self, reading: Reading, sentence: ReadSentence, known: ApposedWords, book: NameBook) -> None:
        span = sentence.sentence.span
        self.text, self.line, self.known = reading.prepared.text, reading.folded, known
        self.words: Sequence[re.Match[str]] = list(_WORD.finditer(self.text, span.start, span.end))
        self.folded = [fold(word[0]) for word in self.words]
        self.areas = [p for p in sentence.parts if p.kind in _OF_AREAS and p.value.codes]
        self.book, blocked = book, [p for p in sentence.parts if p.kind in _BLOCKING]
        self.named = [
            word[0][0].isupper() and self._may_name(word, bare, blocked)
            for word, bare in zip(self.words, self.folded, strict=True)
        ]

    def _may_name(self, word: re.Match[str], bare: str, blocked: Sequence[Part]) -> bool:
        other = bare in self.known.never or bare in self.known.nouns or bare.endswith(self.known.based)
        return not (other or _is_within(word, blocked) or self.book.is_given(word[0]))

    def _is_given(self, at: int) -> bool:
        return self.book.is_given(self.words[at][0])

    def _is_placed(self, at: int) -> bool:
        return _is_place(self.words[at], self.areas)

    def list_runs(self) -> Iterator[tuple[int, int]]:
        """First and last word of each row of capitalised words that is not of places alone."""
        at = 0
        while True in self.named[at:]:
            at = last = self.named.index(True, at)
            while self._goes_on(last):
                last += 1
            surname = at > 0 and self._between(at - 1) == " " and self._is_given(at - 1)
            if not surname and not all(self._is_placed(number) for number in range(at, last + 1)):
                yield at, last
            at = last + 1

    def _goes_on(self, at: int) -> bool:
        beside = at + 1 < len(self.words) and self.named[at] and self.named[at + 1] and self._between(at) == " "
        return beside and not self.folded[at].endswith(self.known.owners)

    def _between(self, at: int) -> str:
        return self.text[self.words[at].end() : self.words[at + 1].start()] if at + 1 < len(self.words) else ""

    def find_head(self, last: int) -> int | None:
        """The noun that ends the name after words for its charge; None where there is none right after it."""
        at = last + 1
        while at < len(self.words) and self.folded[at] in self.known.charges and self._between(at - 1) == " ":
            at += 1
        if at < len(self.words) and self._between(at - 1) == " " and self.folded[at] in self.known.heads:
            return at
        return None

    def is_told_before(self, first: int, last: int) -> bool:
        """“the carrier X”, “a venture, X,”, “Osh-based X”."""
        if first == 0:
            return False
        between, before = self._between(first - 1), self.folded[first - 1]
        if between == " " and (before in self.known.nouns or (before.endswith(self.known.based) and last > first)):
            return True
        after = self.text[self.words[last].end() : self.words[last].end() + 1]
        return between == ", " and before in self.known.nouns and after in (",", ".", "")

    def is_told_after(self, last: int) -> bool:
        """“X, an exporter of rice”."""
        if self._between(last) != ", " or self.folded[last + 1] not in self.known.leads:
            return False
        told = self.folded[last + 2 : last + 2 + _FARTHEST]
        stop = next((n for n in range(len(told)) if "," in self._between(last + 2 + n)), len(told))
        return not self.known.nouns.isdisjoint(told[: stop + 1])

    def is_acting(self, first: int, last: int) -> bool:
        """“Ural Hydraulics will deliver”, “built by Jizzakh Nasos”, “China's Hebei Flow”: two words, an acronym."""
        name = range(first, last + 1)
        bare = next((self.folded[last].removesuffix(e) for e in self.known.owners if self.folded[last].endswith(e)), "")
        alone = first == last and not is_acronym(self.words[first][0], _SHORTEST)
        if alone or {self.folded[last], bare} & self.known.others or any(map(self._is_given, name)):
            return False
        start, end = self.words[first].start(), self.words[last].end()
        owned = first > 0 and self._is_placed(first - 1) and self.folded[first - 1].endswith(self.known.owners)
        acts = self.known.acts.match(self.line, end) or self.known.acted.search(self.line, 0, start)
        told = bool(acts) or self._has_works(last)
        return told or (owned and self._between(first - 1) == " " and self._ends_phrase(last))

    def _has_works(self, last: int) -> bool:
        """Whether what it has is a company's (“Suv Tomchi's drip irrigation plant”)."""
        if not self.folded[last].endswith(self.known.owners):
            return False
        after = next((n for n in range(last, min(last + _OWNED, len(self.words) - 1)) if self._between(n) != " "), None)
        told = self.folded[last + 1 : (last + _OWNED if after is None else after) + 1]
        return not self.known.works.isdisjoint(told)

    def _ends_phrase(self, last: int) -> bool:
        """Whether no noun follows of which a name only tells («Kazakhstan's Affordable Housing programme»)."""
        joined = last + 1 < len(self.words) and self.folded[last + 1] in self.known.charges
        return joined or self._between(last)[:1] != " "

    def find_home(self, first: int) -> str | None:
        """The area that a name begins with («Orsk Dairy»)."""
        begins = self.words[first].start()
        return next((p.value.codes[0] for p in self.areas if p.span.start == begins), None)

    def strip_owner(self, span: Span, *, whole: bool) -> Span:
        """Without the ending that says whose the next thing is («X's director»)."""
        words = span.within(self.text)
        end = next((e for e in self.known.owners if fold(words).endswith(e)), "") if not whole else ""
        return Span(span.start, span.end - len(end))


def _is_within(word: re.Match[str], parts: Sequence[Part]) -> bool:
    return any(p.span.start <= word.start() < p.span.end for p in parts)


def _is_place(word: re.Match[str], areas: Sequence[Part]) -> bool:
    """Whether a word is a place's name, an ending over an apostrophe included, and no mere beginning is."""
    return any(p.span.start <= word.start() and word.end() <= p.span.end + _ENDING for p in areas)


def _load(language: Language) -> ApposedWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in language.get(_FILE, key))

    nouns, heads, based = words("apposed.nouns"), words("apposed.heads"), tuple(words("apposed.based"))
    works = words("apposed.works")
    told = [*language.get(_FILE, "apposed.acts"), *language.get(_FILE, "apposed.acted"), *words("capitals.owners")]
    signs = get_first_words([*nouns, *heads, *works, *based, *told])
    return ApposedWords(
        nouns=nouns,
        based=based,
        heads=heads,
        works=works,
        charges=words("capitals.charges") | words("capitals.ands"),
        leads=words("apposed.leads"),
        owners=tuple(words("capitals.owners")),
        never=words("capitals.never"),
        acts=compile_kept(rf"\s+{compile_phrases(language, _FILE, 'apposed.acts').pattern}"),
        acted=compile_kept(rf"{compile_phrases(language, _FILE, 'apposed.acted').pattern}\s*$"),
        others=words("apposed.others"),
        signs=Triggers(signs.__contains__),
    )
