"""What words say of a promise: the thing, its ends, names, ordinals and amounts, whatever the language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hamkor.grammar import load_language
from hamkor.resolve.atlas import find_at
from hamkor.resolve.meanings import find_meaning, fold_letters
from hamkor.resolve.promise_names import TOWNS, choose_area, is_surname, name_word
from hamkor.resolve.promise_numbers import read_amount
from hamkor.resolve.said import Said, tells_what
from hamkor.resolve.tokens import Token, split_tokens
from hamkor.text.sounds import VOWELS, get_sounds

_ENDS = frozenset(".!?:")
_OPENING = frozenset('«“„"')
_NAMED = frozenset({"word", "number"})
_LONGEST_NAME = 5  # words
_LONGEST_AREA = 3  # words
_STEM = 5  # sounds of a word that count
_SHORTEST = 4  # letters of a word that says something
_SHORTEST_NAME = 3  # letters
_LONG, _FRAME = 6, 6  # letters of a word that languages may share; its consonants that count
_LEAST_FRAME = 5
_BESIDE = 2  # tokens between a thing and the town it stands in


@lru_cache(maxsize=4096)
def read_said(text: str, language: str) -> Said:
    """What `text` says; `language` is a BCP 47 tag of a language that is read."""
    spoken = load_language(language)
    return _Reader(list(split_tokens(spoken.reader.convert_plain(text))), spoken.code).read()


class _Reader:
    """Walks over the tokens of a text once."""

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        self.tokens, self.language = tokens, language
        self.folded = [fold_letters(t.text) if t.sort == "word" else t.text for t in tokens]
        self.places: list[tuple[int, int, str]] = []  # first and last token, and the town or the name
        self.things: list[tuple[int, int]] = []  # first and last token of what tells a thing
        self.said = Said()
        self.ordinal = ""  # before what it counts

    def read(self) -> Said:
        at = 0
        while at < len(self.tokens):
            at += max(1, self._read_at(at))
        self._find_ends()
        self._find_sited()
        self.said.settle()
        return self.said

    def _read_at(self, at: int) -> int:
        token = self.tokens[at]
        if token.sort == "number":
            return self._read_number(at)
        if token.sort != "word":
            return 1
        return self._read_quoted(at) or self._read_area(at) or self._read_meaning(at) or self._read_name(at)

    def _read_quoted(self, at: int) -> int:
        """A name in quotation marks: few words, with a capital, and no sentence."""
        within, end = self.tokens[at].within, at
        while within and end < len(self.tokens) and self.tokens[end].within == within:
            end += 1
        if not 0 < end - at <= _LONGEST_NAME or self.tokens[at - 1].text not in _OPENING:
            return 0
        if self._is_town(at, end):
            return 0
        named = any(t.is_name for t in self.tokens[at:end]) and all(t.sort in _NAMED for t in self.tokens[at:end])
        return self._add_name(at, end) if named else 0

    def _is_town(self, at: int, end: int) -> bool:
        """Whether all that is quoted is the name of a town: a crossing «Kordai» stands at Kordai."""
        met = choose_area(find_at(tuple(t.text for t in self.tokens[at:end])))
        return met is not None and met.words == end - at and met.place.sort in TOWNS

    def _read_area(self, at: int) -> int:
        if not self.tokens[at].is_name or self._is_unknown(at):
            return 0
        words = [t.text for t in self.tokens[at : at + _LONGEST_AREA] if t.sort == "word"]
        met = choose_area(find_at(tuple(words)))
        if met is None:
            return 0
        if not met.adjective and self._is_unknown(at + met.words):
            end = self._find_run(at)
            if not is_surname(self.tokens[end - 1].text):
                return self._add_name(at, end)
        self.said.areas.add(met.place.code)
        if met.place.sort in TOWNS and not (met.adjective and self._is_among_regions(at + met.words)):
            town = f"{met.place.code}:{met.place.town}:{get_sounds(self.tokens[at].text)}"
            self.said.towns.add(town)
            self.places.append((at, at + met.words - 1, town))
        return met.words

    def _is_among_regions(self, at: int) -> bool:
        """Whether a joint and a region stand there: of «Туркестанская и Хорезмская области» neither is a town."""
        after = self.tokens[at + 1 : at + 2]
        met = choose_area(find_at((after[0].text,))) if after and after[0].is_name else None
        return met is not None and met.adjective and met.place.sort not in TOWNS

    def _is_unknown(self, at: int) -> bool:
        """Whether a name stands there that is neither an area nor a word with a meaning."""
        if not 0 <= at < len(self.tokens) or not self.tokens[at].is_name:
            return False
        if self.tokens[at].text[-1].isdigit():
            return True
        return not find_at((self.tokens[at].text,)) and not find_meaning(self.folded, at, self.language)

    def _find_run(self, at: int) -> int:
        """Where a row of words with capitals ends."""
        while at < len(self.tokens) and self.tokens[at].is_name:
            at += 1
        return at

    def _read_meaning(self, at: int) -> int:
        meaning = find_meaning(self.folded, at, self.language)
        if meaning is None:
            return 0
        self.ordinal = self.said.take(meaning, self.ordinal)
        if tells_what(meaning):
            self.things.append((at, at + meaning.words - 1))
        return meaning.words

    def _read_name(self, at: int) -> int:
        end = self._find_run(at) if self._is_unknown(at) else at
        word = self.tokens[at].text
        if end > at and len(word) < _SHORTEST_NAME and self._begins(at):
            return 1  # a preposition that opens a sentence
        if end > at and is_surname(self.tokens[end - 1].text):
            return end - at  # the same officials speak of everything
        if end > at + 1 or (end > at and not self._begins(at)):
            return self._add_name(at, end)
        if end > at and len(word) >= _SHORTEST:
            self.said.maybe.add(f"{get_sounds(word)}|")
        if len(word) >= _SHORTEST:
            self.said.stems.add(get_sounds(word)[:_STEM])
        if len(word) >= _LONG and len(frame := _get_frame(word)) >= _LEAST_FRAME:
            self.said.frames.add(frame)
        return 1

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins there, so that a capital tells no name; a dash after it tells one."""
        before = self.tokens[at - 1] if at else None
        after = self.tokens[at + 1].sort if at + 1 < len(self.tokens) else ""
        return after != "dash" and (before is None or before.text in _ENDS)

    def _add_name(self, start: int, end: int) -> int:
        words = [t.text for t in self.tokens[start:end] if t.sort in ("word", "number")]
        meant = " ".join(name_word(word, self.language) for word in words)
        sounds = "".join(get_sounds(word) for word in words)
        self.said.names.add(f"{sounds}|{meant}")
        self.places.append((start, end - 1, f"::{sounds}"))
        return end - start

    def _read_number(self, at: int) -> int:
        after = self.folded[at + 1] if at + 1 < len(self.tokens) else ""
        amount = read_amount(self.tokens[at].text, after, self.language)
        if amount is not None:
            self.said.amounts.add(amount)
        return 1

    def _find_ends(self) -> None:
        """The two places that a dash, or nothing but a joint, stands between; else all towns."""
        for (_, last, one), (first, _, other) in zip(self.places, self.places[1:], strict=False):
            if first - last == 2 and self.tokens[last + 1].sort == "dash":
                self.said.ends.update((one, other))
        if not self.said.ends:
            self.said.ends.update(self.said.towns)

    def _find_sited(self) -> None:
        """The towns beside a thing: «завод в Чусте», “Chustda zavod”; farther off a paper may only be signed there."""
        for first, last, town in self.places:
            if any(0 < first - end <= _BESIDE or 0 < start - last <= _BESIDE for start, end in self.things):
                self.said.sited.add(town)


def _get_frame(word: str) -> str:
    return "".join(sound for sound in get_sounds(word) if sound not in VOWELS)[:_FRAME]
