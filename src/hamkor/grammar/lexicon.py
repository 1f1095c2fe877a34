"""Word lists with values: areas, units, positions, organisations … found in a text, leftmost and longest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

from hamkor.grammar.endings import Endings
from hamkor.grammar.index import Interest, Remembered
from hamkor.grammar.kinds import FIRST_PART
from hamkor.grammar.notation import Notation, compile_notations
from hamkor.grammar.requirements import Requirements, as_bits, list_bits
from hamkor.grammar.scene import Scene
from hamkor.model.value import value
from hamkor.text.fold import fold

_REMEMBERED = 10_000  # words kept at most that follow a word
_NEXT = re.compile(r"\s*(\w+|.)", re.DOTALL)
_PLAIN = re.compile(r"\w+(?:~\w*)?")  # an element that is one word
_GOES_ON = frozenset("-'_")  # marks over which a word may go on
_BETWEEN = frozenset((*" ,.", ""))  # what stands between most words
_place = itemgetter(0)
_Choice = tuple[Notation, Any, int]  # a pattern, its meaning, its number


class _Word(NamedTuple):
    """What is known of a `word`: what it means to the entries, and which of them may begin with it, in order.

    alone  whether these are no more than the word, which then means `value`
    by     the same by the likely ones and the word or mark that follows, as far as they were met
    """

    word: str
    bits: int
    choices: tuple[_Choice, ...]
    alone: bool
    value: Any
    by: dict[tuple[int, str], tuple[_Choice, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern and what it means. `place` (file and line) stands in errors."""

    pattern: str
    value: Any
    place: str = ""


@value(frozen=True, slots=True)
class Found:
    """An entry met in a text, at `start:end`."""

    start: int
    end: int
    value: Any


class Lexicon:
    """All entries of one kind, compiled once. Every pattern must begin with a word.

    >>> lexicon = Lexicon([Entry("узбекистан~", "UZ"), Entry("самаркандск~ област~", "UZ-SA")])
    >>> [(f.start, f.end, f.value) for f in lexicon.find("из самаркандской области узбекистана")]
    [(3, 24, 'UZ-SA'), (25, 36, 'UZ')]
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        lists: Mapping[str, Sequence[str]] | None = None,
        endings: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.entries = list(entries)
        placed = [(entry.pattern, entry.place) for entry in self.entries]
        self._patterns = compile_notations(placed, lists=lists, endings=endings)
        self._requirements = Requirements(self._patterns)
        self._all = (1 << len(self.entries)) - 1
        self._endings = Endings.of(endings or {})
        self._going_on = Remembered(self._is_going_on)
        self._known: Remembered[str, _Word | None] = Remembered(self._learn)
        self._interest: Interest[_Word] = Interest(self._known.__getitem__, self._requirements.anchors)
        self._holds_parts = any(word >= FIRST_PART for word in self._requirements.anchors["whole"])

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Entries in `folded[start:end]`, not overlapping. The text must be folded (`hamkor.text.fold`)."""
        limit = len(folded) if end is None else end
        tokens = self._interest.find(folded, start, limit)
        likely = self._get_likely(tokens)
        return self._match_all(tokens, likely, folded, limit) if likely else iter(())

    def find_beginnings(self, folded: str, start: int, end: int) -> list[tuple[int, str]]:
        """The places and words in `folded[start:end]` with which an entry may begin, as far as its words tell."""
        tokens = self._interest.find(folded, start, end)
        likely = self._get_likely(tokens)
        return [(at, known.word) for at, known in tokens if likely & known.bits]

    def find_in(self, scene: Scene) -> Iterator[Found]:
        """Entries in a scene, not overlapping, at the places of the scene's own text."""
        text = scene.text
        if scene.cuts_words:
            return self.find(text)
        words = self._interest.find(scene.folded, scene.span.start, scene.span.end)
        parts = [(at, known) for at in scene.places if (known := self._known[text[at]])] if self._holds_parts else []
        likely = self._get_likely([*words, *parts] if parts else words)
        if not likely:
            return iter(())
        begun = [(scene.at(offset), known) for offset, known in words if likely & known.bits]
        tokens = [token for token in begun if text.startswith(token[1].word, token[0])]
        if parts:
            tokens += parts
            tokens.sort(key=_place)
        return self._match_all(tokens, likely, text, len(text))

    def _get_likely(self, tokens: Sequence[tuple[int, _Word]]) -> int:
        return self._requirements.get_likely([known.bits for _, known in tokens]) if tokens else 0

    def _match_all(self, tokens: Sequence[tuple[int, _Word]], likely: int, text: str, limit: int) -> Iterator[Found]:
        reached = 0
        for at, known in tokens:
            begun = likely & known.bits if at >= reached else 0
            best = self._match(known, text, at, limit, likely=begun) if begun else None
            if best:
                yield best
                reached = best.end

    def begins(self, word: str) -> bool:
        """Whether an entry may begin with this word (folded)."""
        known = self._known[word]
        return known is not None and bool(known.choices)

    def match(self, folded: str, at: int, limit: int, word: str) -> Found | None:
        """The longest entry that begins with the `word` at `at`; the first of equals."""
        known = self._known[word]
        return self._match(known, folded, at, limit, likely=self._all) if known else None

    def _match(self, known: _Word, folded: str, at: int, limit: int, *, likely: int) -> Found | None:
        end = at + len(known.word)
        stands_alone = end <= limit and _stands_alone(folded, at, end)
        if stands_alone and known.alone:
            return Found(at, end, known.value)
        choices, best = known.choices, None
        if stands_alone and len(choices) > 1:
            choices = self._choose(known, folded, end, likely)
        end = at
        for notation, meaning, _ in choices:
            met = notation.regex.match(folded, at, limit)
            if met and met.end() > end:
                end, best = met.end(), meaning
        return Found(at, end, best) if end > at else None

    def _choose(self, known: _Word, folded: str, end: int, likely: int) -> tuple[_Choice, ...]:
        """Of what may begin with a word what is likely and may go on with the word or mark behind it."""
        met = _NEXT.match(folded, end)
        word = met[1] if met else ""
        choices = known.by.get((likely, word))
        if choices is None:
            if len(known.by) >= _REMEMBERED:
                known.by.clear()
            choices = tuple(c for c in known.choices if likely >> c[2] & 1 and self._may_follow(c[2], word))
            known.by[likely, word] = choices
        return choices

    def _learn(self, word: str) -> _Word | None:
        """What this word means to the entries; None where it means nothing."""
        told = self._requirements.tell(word)
        numbers = [number for number in list_bits(told & self._all) if self._may_begin(number, word)]
        bits = told & ~self._all | as_bits(numbers)
        choices = tuple((self._patterns[n], self.entries[n].value, n) for n in numbers)
        alone = bool(numbers) and all(self._is_of_one_word(n) for n in numbers)
        return _Word(word, bits, choices, alone, choices[0][1] if choices else None, {}) if bits else None

    def _is_of_one_word(self, number: int) -> bool:
        """Whether a pattern is one word without a hyphen or an apostrophe: then a form of it needs no further look."""
        pattern = self.entries[number].pattern
        return bool(_PLAIN.fullmatch(pattern)) and not self._going_on[pattern.partition("~")[1:]]

    def _may_begin(self, number: int, word: str) -> bool:
        """Whether the word is a form of the pattern's first element, where that is one word."""
        first, _, rest = self.entries[number].pattern.partition(" ")
        return rest.startswith("|") or self._may_be(first, word)

    def _may_follow(self, number: int, word: str) -> bool:
        """Whether the word is a form of the pattern's second element, where the first two are one word each."""
        first, _, rest = self.entries[number].pattern.partition(" ")
        return not rest or not _PLAIN.fullmatch(first) or self._may_be(rest.partition(" ")[0], word)

    def _may_be(self, element: str, word: str) -> bool:
        """Whether a word is a form of an element, or may be the beginning of one."""
        if not _PLAIN.fullmatch(element):
            return True
        stem, *tail = fold(element).partition("~")
        if self._going_on[tuple(tail)]:
            return True
        if not tail[1]:
            return word == stem
        return word.startswith(stem) and self._endings.has_form(tail[1], word, len(stem))

    def _is_going_on(self, tail: tuple[str, ...]) -> bool:
        """Whether what may follow a stem (`~` and the class, or nothing) may hold a hyphen or an apostrophe."""
        tilde, ending = tail
        if not ending:
            return bool(tilde)
        expression = self._endings.get_expression(ending)
        return "-" in expression or "'" in expression


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether a word neither goes on beyond `end` nor began before `start`."""
    after, before = folded[end : end + 1], folded[start - 1 : start]
    if after in _BETWEEN and before in _BETWEEN:
        return True
    return not (after.isalnum() or after in _GOES_ON or before.isalnum() or before == "_")
