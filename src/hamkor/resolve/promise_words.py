"""What words say of a promise: the thing, its ends, names, ordinals and amounts, whatever the language."""

from __future__ import annotations

from functools import lru_cache

from hamkor.resolve.atlas import Met
from hamkor.resolve.promise_names import TOWNS, is_surname, name_word
from hamkor.resolve.promise_numbers import read_amount
from hamkor.resolve.promise_text import PromiseText
from hamkor.resolve.said import Said, tells_what
from hamkor.text.sounds import VOWELS, get_sounds

_STEM = 5  # sounds of a word that count
_SHORTEST = 4  # letters of a word that says something
_SHORTEST_NAME = 3  # letters
_LONG, _FRAME = 6, 6  # letters of a word that languages may share; its consonants that count
_LEAST_FRAME = 5
_BESIDE = 2  # tokens between a thing and the town it stands in


@lru_cache(maxsize=4096)
def read_said(text: str, language: str) -> Said:
    """What `text` says; `language` is a BCP 47 tag of a language that is read."""
    return _Reader(PromiseText(text, language)).read()


class _Reader:
    """Walks over the tokens of a text once."""

    def __init__(self, text: PromiseText) -> None:
        self.text, self.tokens, self.language = text, text.tokens, text.language
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
        end = self.text.find_quoted(at)
        return self._add_name(at, end) if end else 0

    def _read_area(self, at: int) -> int:
        if not self.tokens[at].is_name or self.text.is_unknown(at):
            return 0
        met = self.text.find_area(at)
        if met is None:
            return 0
        if not met.adjective and self.text.is_unknown(at + met.words):
            end = self.text.find_run(at)
            if not is_surname(self.tokens[end - 1].text):
                return self._add_name(at, end)
        self.said.areas.add(met.place.code)
        if met.place.sort in TOWNS:
            self._add_town(met, at)
        return met.words

    def _add_town(self, met: Met, at: int) -> None:
        """A town; nothing stands in it where the region of its name is told («Бухарской области»)."""
        town, after = f"{met.place.code}:{met.place.town}:{get_sounds(self.tokens[at].text)}", at + met.words
        if self.text.tells_region(met, after):
            self.said.regions.add(town)
        elif not (met.adjective and self.text.is_among_regions(after)):
            self.said.towns.add(town)
            self.places.append((at, after - 1, town))

    def _read_meaning(self, at: int) -> int:
        meaning = self.text.find_meaning(at)
        if meaning is None:
            return 0
        self.ordinal = self.said.take(meaning, self.ordinal)
        if tells_what(meaning):
            self.things.append((at, at + meaning.words - 1))
        return meaning.words

    def _read_name(self, at: int) -> int:
        end = self.text.find_run(at) if self.text.is_unknown(at) else at
        word, begins = self.tokens[at].text, self.text.begins(at)
        if end > at and len(word) < _SHORTEST_NAME and begins:
            return 1  # a preposition that opens a sentence
        if end > at and is_surname(self.tokens[end - 1].text):
            return end - at  # the same officials speak of everything
        if end > at + 1 and begins:
            self._add_rest(at + 1, end)
        if end > at + 1 or (end > at and not begins):
            return self._add_name(at, end)
        if len(word) >= _SHORTEST:
            self._add_word(word, maybe=end > at)
        return 1

    def _add_word(self, word: str, *, maybe: bool) -> None:
        """A word that no table knows; `maybe`: with a capital that opens a sentence, so that it may be a name."""
        if maybe:
            self.said.maybe.add(f"{get_sounds(word)}|")
        self.said.stems.add(get_sounds(word)[:_STEM])
        if len(word) >= _LONG and len(frame := _get_frame(word)) >= _LEAST_FRAME:
            self.said.frames.add(frame)

    def _add_rest(self, start: int, end: int) -> None:
        """What may be all of a name whose first word only opens its sentence («Тамызда Қарқара жайлауында»)."""
        self.said.maybe.add(self._write_name(start, end)[1])

    def _add_name(self, start: int, end: int) -> int:
        sounds, name = self._write_name(start, end)
        self.said.names.add(name)
        self.places.append((start, end - 1, f"::{sounds}"))
        return end - start

    def _write_name(self, start: int, end: int) -> tuple[str, str]:
        words = [t.text for t in self.tokens[start:end] if t.sort in ("word", "number")]
        sounds = "".join(get_sounds(word) for word in words)
        return sounds, f"{sounds}|{' '.join(name_word(word, self.language) for word in words)}"

    def _read_number(self, at: int) -> int:
        after = self.text.folded[at + 1] if at + 1 < len(self.tokens) else ""
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
