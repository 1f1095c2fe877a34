"""What stands after (or before) a number: its unit, or the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hamkor.extract.numbers.numerals import list_suffixes
from hamkor.grammar import Entry, Found, Language, Lexicon
from hamkor.grammar.alternatives import any_of
from hamkor.model.value import value
from hamkor.text.capitals import is_acronym
from hamkor.text.fold import fold

_FIRST_WORD = re.compile(r" {0,2}(\w+)")
_GLUED_WORD = re.compile(r"-([^\W\d_]+)")
_NEXT_WORD = re.compile(r" {1,2}([^\W\d_][\w-]*)")
_SIGN_ROOM = 5  # a sign before a number takes at most so many characters, its space included
_ADJECTIVES = 3  # that may stand between a number and the noun it counts
_SHORTEST_ADJECTIVE, _SHORTEST_NOUN = 5, 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the data tells it. `factor` leads to `code`; `minutes` is set for times of the day; `small`
    where what looks like a year is never measured in it."""

    kind: str
    code: str
    factor: Decimal = Decimal(1)
    minutes: Decimal | None = None
    small: bool = False


@value(frozen=True, slots=True)
class Counted:
    """A counted noun at `start:end`, adjectives included; `known` where it is in the list."""

    unit: str
    indicator: str
    start: int
    end: int
    known: bool = True


class Units:
    """The units, signs and counted nouns of one language."""

    def __init__(self, language: Language) -> None:
        place = f"{language.code}/units.toml"
        rows = [
            (row, _read_unit(row)) for row in language.get_records("units", "unit", "kind", "code", "signs", "patterns")
        ]
        self._after = _lexicon(
            language, place, (e for row, unit in rows if not row.get("glued") for e in _entries(row, unit))
        )
        hyphened = frozenset(language.get("units", "hyphened.kinds"))
        joined = ((row, unit) for row, unit in rows if row.get("glued") or unit.kind in hyphened)
        self._glued = _lexicon(language, place, (e for row, unit in joined for e in _entries(row, unit)))
        self._signs = {sign: unit for row, unit in rows for sign in row["signs"]}
        longest_first = sorted(map(re.escape, self._signs), key=len, reverse=True)
        glued = list_suffixes(language, "glued")
        self._sign_after = re.compile(rf" ?({any_of(longest_first)})(?:(?:{glued})\b)?(?!\w)")
        self._sign_ends = tuple({sign[-1] for sign in self._signs})
        self._sign_here = re.compile(rf"({any_of(longest_first)}) ?(?=\d)")
        self._sign_before = re.compile(rf"(?<!\w)({any_of(longest_first)}) ?\Z")
        self._letters = re.compile(rf"({any_of(sign for sign in longest_first if sign.isalpha())})\d+[^\W\d_]*")
        counted = language.get_records("units", "counted", "unit", "indicator", "patterns")
        self._nouns = _lexicon(
            language, place, (e for row in counted for e in _entries(row, (row["unit"], row["indicator"])))
        )
        self._other = _OtherNouns.of(language.get("units", "other_counted"), _list_nations(language))

    def find_sign(self, folded: str, start: int, at: int) -> tuple[Unit, int] | None:
        """The currency sign right before `at`, and where it begins."""
        if not folded[max(start, at - 2) : at].rstrip(" ").endswith(self._sign_ends):
            return None
        met = self._sign_before.search(folded[max(start, at - _SIGN_ROOM) : at])
        return (self._signs[met[1]], at - len(met.group())) if met else None

    def find_letters(self, word: str) -> int:
        """How many letters of a currency stand right before the digits that a word goes on with (“USD48”)."""
        met = self._letters.fullmatch(word)
        return len(met[1]) if met else 0

    def skip_sign(self, folded: str, at: int, limit: int) -> int:
        """The place after the currency sign at `at`, or `at` where there is none."""
        met = self._sign_here.match(folded, at, limit)
        return met.end() if met else at

    def find_unit(self, folded: str, at: int, limit: int) -> tuple[Unit, int] | None:
        """The unit that follows at `at`, as a sign or in words, and where it ends."""
        sign = self._sign_after.match(folded, at, limit)
        if sign:
            return self._signs[sign[1]], sign.end()
        if folded[at : at + 1].isalpha():  # «100км»: to a pattern the word begins here
            found = self.find_unit(" " + folded[at:limit], 0, limit - at + 1)
            return (found[0], found[1] + at - 1) if found else None
        word = _FIRST_WORD.match(folded, at, limit)
        met = self._after.match(folded, word.start(1), limit, word[1]) if word else None
        return (met.value, _trim(folded, met.end)) if met else None

    def find_glued(self, folded: str, at: int, limit: int) -> tuple[Unit, int] | None:
        """The unit joined by a hyphen («5-процентный», «2,5-кратный», «198-километровый»)."""
        word = _GLUED_WORD.match(folded, at, limit)
        met = self._glued.match(folded, word.start(1), limit, word[1]) if word else None
        return (met.value, met.end) if met else None

    def is_joined(self, folded: str, at: int, limit: int) -> bool:
        """Whether a unit follows a number without a space or over a hyphen («100км», «20-процентный»)."""
        joined = folded[at : at + 1].isalpha() and self.find_unit(folded, at, limit)
        return bool(joined or self.find_glued(folded, at, limit))

    def find_counted(self, text: str, folded: str, at: int, limit: int) -> Counted | None:
        """The noun counted by the number that ends at `at`, adjectives between passed over."""
        place, start = at, 0
        for _ in range(_ADJECTIVES + 1):
            word = _NEXT_WORD.match(folded, place, limit)
            if not word:
                return None
            start = start or word.start(1)
            met = self._match_noun(folded, word, limit)
            if met:
                unit, indicator = met.value
                head = self._find_head(text, folded, word, met=met, limit=limit)
                return replace(head, start=start) if head else Counted(unit, indicator, start, met.end)
            # the short name of whom or what the counted are of may stand between: “22 UN projects”
            if not (self._other.is_adjective(word[1]) or is_acronym(text[word.start(1) : word.end(1)])):
                noun = self._other.is_noun(word[1]) and not text[word.start(1)].isupper()
                return Counted("COUNT", "other", start, word.end(), known=False) if noun else None
            place = word.end()
        return None

    def _find_head(self, text: str, folded: str, word: re.Match[str], *, met: Found, limit: int) -> Counted | None:
        """A noun that also stands as an adjective gives way to a later one («500 o'zbek kapitalidagi korxona»)."""
        if word[1] not in self._other.words or met.end != word.end(1):
            return None
        head = self.find_counted(text, folded, met.end, limit)
        return head if head and head.known else None

    def _match_noun(self, folded: str, word: re.Match[str], limit: int) -> Found | None:
        first = word[1].partition("-")[0]
        return self._nouns.match(folded, word.start(1), limit, first)


def _list_nations(language: Language) -> Iterator[str]:
    """The adjectives of countries, and the first halves of their pairs, that are one word in all forms."""
    for row in language.get_rows("areas"):
        told = f"{row['adjectives']}|{row['links']}".split("|") if row["sort"] == "country" else ()
        yield from (fold(word) for part in told if (word := part.strip()).replace("'", "").isalpha())


@dataclass(frozen=True, slots=True)
class _OtherNouns:
    """Nouns and adjectives known by their endings only, and words that always stand as adjectives."""

    adjective: tuple[str, ...]
    noun: tuple[str, ...]
    other: tuple[str, ...]
    stop: frozenset[str]
    words: frozenset[str]

    @staticmethod
    def of(table: Mapping[str, Any], nations: Iterable[str]) -> _OtherNouns:
        """By a language's table; `nations` are words that tell whose something is («25 turk kompaniyasi»)."""
        endings = (tuple(table[f"{kind}_endings"]) for kind in ("adjective", "noun", "other"))
        adjective, noun, other = endings
        words = frozenset((*table["adjectives"], *nations))
        return _OtherNouns(adjective, noun, other, frozenset(table["stop"]), words)

    def is_adjective(self, word: str) -> bool:
        if word in self.words:
            return True
        return len(word) >= _SHORTEST_ADJECTIVE and word not in self.stop and word.endswith(self.adjective)

    def is_noun(self, word: str) -> bool:
        if len(word) < _SHORTEST_NOUN or word in self.stop or word.endswith(self.other):
            return False
        return word.endswith(self.noun)


def _trim(folded: str, end: int) -> int:
    """Without the space that an optional word at the end of a pattern may have taken."""
    return end - 1 if folded[end - 1] == " " else end


def _read_unit(row: Mapping[str, Any]) -> Unit:
    minutes = Decimal(row["time"]) if "time" in row else None
    return Unit(row["kind"], row["code"], Decimal(row.get("factor", "1")), minutes, row.get("small", False))


def _entries(row: Mapping[str, Any], value: Any) -> Iterator[tuple[str, Any]]:
    return ((pattern, value) for pattern in row["patterns"])


def _lexicon(language: Language, place: str, entries: Iterator[tuple[str, Any]]) -> Lexicon:
    return Lexicon((Entry(p, v, place) for p, v in entries), lists=language.lists, endings=language.endings)
