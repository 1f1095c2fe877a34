"""Numbers as a language writes them: digits, words, scales, and their sums («1 млрд 242 млн», «сорок три тысячи»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hamkor.extract.numbers.spoken import Small, Spoken, expand
from hamkor.grammar import Entry, Language, Lexicon, compile_kept
from hamkor.grammar.alternatives import any_of
from hamkor.model.value import value

_NO_DIGIT = re.compile(r"\D")
_NEXT = re.compile(r" {0,2}([^\W\d_]+)")
_ROW_BEFORE = re.compile(r"\d, \Z")
_YEARS = ("19", "20")
_THOUSAND = 1000
_SIGN_ROOM = 5  # a sign before a number takes at most so many characters, its space included


@value(frozen=True, slots=True)
class Number:
    """A number read at `start:end`.

    last     what one unit of its last printed digit stands for
    decimal  a decimal mark was printed (or a half said)
    scaled   a scale word stood with it; `short` in an abbreviation («тыс.»)
    plain    nothing but digits without a mark: it may be a year
    scale    the last scale word's worth, 1 without one
    counts   the unit that a classifier with it tells (COUNT, person), None without one
    """

    value: Decimal
    last: Decimal
    start: int
    end: int
    decimal: bool = False
    scaled: bool = False
    short: bool = False
    plain: bool = False
    scale: Decimal = Decimal(1)
    counts: str | None = None


@dataclass(frozen=True, slots=True)
class _Scale:
    value: Decimal
    short: bool
    alone: str  # yes | hedged | no
    half: bool = False
    of_money: bool = False  # a letter that is a scale beside a currency only («$850m»)


class Numerals:
    """Reads the numbers of one language. Make one with `language.remember("numerals", Numerals)`.

    >>> from hamkor.grammar import load_language
    >>> numerals = Numerals(load_language("ru"))
    >>> text = "1 млрд 242 млн долларов"
    >>> numerals.read(text, 0, len(text)).value
    Decimal('1242000000')
    """

    def __init__(self, language: Language) -> None:
        self._spoken = Spoken(language)
        self.cardinals = self._spoken.cardinals
        self.scales = dict(_read_scales(language))
        self.words = self.cardinals.keys() | self._spoken.hundreds | self.scales.keys()
        self._told_as_money = _compile_money(language)
        self._classifiers = _compile_classifiers(language)
        self._digits = _compile_digits(language)
        self._tail = _compile_tail(language)
        self._torn = _compile_torn(language, self.scales)
        additions = (
            Entry(p, Decimal(a["value"]), f"{language.code}/numerals.toml: addition")
            for a in language.get_records("numerals", "addition", "value", "patterns")
            for p in a["patterns"]
        )
        self._additions = Lexicon(additions, endings=language.endings)

    def begins(self, word: str) -> bool:
        """Whether a number may begin with this word (folded)."""
        return word in self.words or word[0].isdecimal()

    def read(self, folded: str, at: int, limit: int, *, hedged: bool = False) -> Number | None:
        """The number that begins at `at`, as long as it goes on; None where none does.

        `hedged`: a qualifier stands before it, so that a scale word alone may mean one of it («около тысячи»).
        """
        number = self._read_one(folded, at, limit, hedged=hedged)
        while number and number.scaled:
            more = self._read_one(folded, _skip(folded, number.end), limit, hedged=False)
            if more is None or not _follows(number, more):
                break
            number = Number(number.value + more.value, more.last, at, more.end, more.decimal, True, more.short)
        return self._classify(folded, number, limit) if number else None

    def _classify(self, folded: str, number: Number, limit: int) -> Number:
        """The number with the classifier that follows it, or that its last word ends in («7 ta», «yettita»)."""
        for unit, after, within in self._classifiers:
            met = after.match(folded, number.end, limit)
            if met or within.search(folded, number.start, number.end):
                return replace(number, end=met.end() if met else number.end, plain=False, counts=unit)
        return number

    def read_scale(self, folded: str, at: int, limit: int) -> tuple[Decimal, int] | None:
        """The worth of the scale word at `at`, and where it ends."""
        scale, end = self._read_scale(folded, at, limit)
        return (scale.value, end) if scale else None

    def _read_one(self, folded: str, at: int, limit: int, *, hedged: bool) -> Number | None:
        small = self._read_small(folded, at, limit)
        scale, end = self._read_scale(folded, small.end if small else at, limit)
        if scale and scale.of_money and not self._is_money(folded, at, end, limit):
            scale = None
        if small is None:
            return _alone(scale, at, end, hedged=hedged) if scale else None
        if scale is None or scale.half:
            plain = small.digits.isdecimal()
            return Number(small.value, small.last, at, small.end, small.decimal, plain=plain)
        value, last = small.value * scale.value, small.last * scale.value
        return Number(value, last, at, end, small.decimal, True, scale.short, scale=scale.value)

    def _is_money(self, folded: str, at: int, end: int, limit: int) -> bool:
        """Whether a currency stands right before `at` or right after `end`."""
        before, after = self._told_as_money
        return bool(before.search(folded[max(0, at - _SIGN_ROOM) : at]) or after.match(folded, end, limit))

    def _read_small(self, folded: str, at: int, limit: int) -> Small | None:
        digits = self._digits.match(folded, at, limit)
        small = self._small_of_digits(folded, digits, limit) if digits else self._spoken.read(folded, at, limit)
        if small is None:
            return None
        word = _NEXT.match(folded, small.end, limit)
        more = self._additions.match(folded, word.start(1), limit, word.group(1)) if word else None
        if more:
            return Small(small.value + more.value, Decimal("0.5"), more.end, True)
        return small

    def _small_of_digits(self, folded: str, met: re.Match[str], limit: int) -> Small:
        whole, part, stop = met["whole"], met["part"] or "", met.end()
        torn = None if part else self._find_torn(folded, met, limit)
        if torn:
            part, stop = torn["part"], torn.end("part")
        if not whole.isdecimal():  # in groups
            whole = _NO_DIGIT.sub("", whole)
        tail = self._tail.match(folded, stop, limit)
        value = Decimal(f"{whole}.{part}") if part else Decimal(whole)
        last = Decimal(1).scaleb(-len(part))
        end = self._said_again(folded, tail.end() if tail else stop, limit, value)
        return Small(value, last, end, bool(part), folded[met.start() : stop])

    def _find_torn(self, folded: str, met: re.Match[str], limit: int) -> re.Match[str] | None:
        """The rest of a number torn after its decimal mark («189, 3 млн», «1, 09 %»); a row of numbers is none."""
        if self._torn is None or not folded.startswith(", ", met.end()) or _is_year(met["whole"]):
            return None
        in_row = _ROW_BEFORE.search(folded[max(0, met.start() - 3) : met.start()])
        return None if in_row else self._torn.match(folded, met.end(), limit)

    def _said_again(self, folded: str, end: int, limit: int, value: Decimal) -> int:
        """The end of the number with the same in words in brackets: «12 (двенадцать) миллионов»."""
        if not folded.startswith(" (", end):
            return end
        words = self._spoken.read(folded, end + 2, limit)
        same = words is not None and words.value == value and folded.startswith(")", words.end)
        return words.end + 1 if words and same else end

    def _read_scale(self, folded: str, at: int, limit: int) -> tuple[_Scale | None, int]:
        """A scale word; two in a row multiply where the second is a thousand or more («три сотни тысяч»)."""
        word = _NEXT.match(folded, at, limit)
        scale = self.scales.get(word.group(1)) if word else None
        if word is None or scale is None:
            return None, at
        end = word.end()
        if scale.short and folded[end : end + 1] == ".":
            end += 1 if _goes_on(folded, end + 1, scale.value) else 0
        further, stop = self._read_scale(folded, end, limit) if folded[end : end + 1] == " " else (None, end)
        if further and further.value >= _THOUSAND > scale.value:
            return _Scale(scale.value * further.value, further.short, scale.alone, scale.half), stop
        return scale, end


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.startswith(_YEARS)


def _alone(scale: _Scale, at: int, end: int, *, hedged: bool) -> Number | None:
    if scale.half:
        return Number(scale.value / 2, scale.value / 10, at, end, True, True)
    if scale.alone == "yes" or (scale.alone == "hedged" and hedged):
        return Number(scale.value, scale.value, at, end, scaled=True)
    return None


def _follows(number: Number, more: Number) -> bool:
    """Whether `more` adds to `number`: a smaller scale, or a rest below the last scale («4 тысячи 250»)."""
    if more.value <= 0 or more.value >= number.last:
        return False
    return more.scaled or (number.last == _THOUSAND and not more.decimal and (more.value >= 100 or not more.plain))


def _goes_on(folded: str, at: int, scale: Decimal) -> bool:
    """An abbreviation's full stop belongs to it; after the long scales it is rather the sentence's."""
    if scale <= _THOUSAND:
        return True
    rest = folded[at : at + 2].lstrip(" ")
    return bool(rest) and (rest[0].isdecimal() or rest[0] in ",)")


def _skip(folded: str, at: int) -> int:
    while folded[at : at + 1] == " ":
        at += 1
    return at


def _read_scales(language: Language) -> Iterator[tuple[str, _Scale]]:
    for row in language.get_records("numerals", "scale", "value", "words", "short", "alone", "hedged", "half"):
        value = Decimal(row["value"])
        yield from ((w, _Scale(value, False, "no")) for w in _all(language, row["words"]))
        yield from ((w, _Scale(value, True, "no")) for w in _all(language, row["short"]))
        yield from ((w, _Scale(value, False, "hedged")) for w in _all(language, row["hedged"]))
        yield from ((w, _Scale(value, False, "yes")) for w in _all(language, row["alone"]))
        yield from ((w, _Scale(value, False, "yes", half=True)) for w in _all(language, row["half"]))
        yield from ((w, _Scale(value, True, "no", of_money=True)) for w in _all(language, row.get("money", ())))


def _all(language: Language, forms: Iterable[Any]) -> list[str]:
    return [word for form in forms for word in expand(language, form)]


def _compile_digits(language: Language) -> re.Pattern[str]:
    decimal = "".join(map(re.escape, language.get("numerals", "written.decimal")))
    group = "".join(map(re.escape, language.get("numerals", "written.group")))
    grouped = rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)"
    marked = r"\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+(?!\d)"  # 1,000,000: a mark met twice is no decimal mark
    return re.compile(rf"(?P<whole>{marked}|{grouped}|\d+)(?:[{decimal}](?P<part>\d+))?")


def _compile_money(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The signs and words of `written.money` of numerals.toml, before a number and after it."""
    told = any_of(map(re.escape, language.get("numerals", "written.money")))
    return re.compile(rf"(?<!\w)(?:{told}) ?\Z"), re.compile(rf" (?:{told})\b")


def _compile_tail(language: Language) -> re.Pattern[str]:
    """What is written after digits and leaves a number a number («5-ти», `100ga`)."""
    hyphened = any_of(map(re.escape, language.get("numerals", "written.cardinal_endings")))
    return compile_kept(rf"(?:-(?:{hyphened})|(?:{list_suffixes(language, 'glued')}))\b")


def _compile_torn(language: Language, scales: Iterable[str]) -> re.Pattern[str] | None:
    """What follows a number torn after its decimal mark: the mark, a space, and what only an amount goes on with."""
    marks = language.get("numerals", "written.torn")
    if not marks:
        return None
    told = any_of(sorted(map(re.escape, scales), key=lambda word: (-len(word), word)))
    mark = "".join(map(re.escape, marks))
    return compile_kept(rf"[{mark}] (?P<part>\d{{1,2}})(?= (?:{told})(?!\w)| ?%)")


def list_suffixes(language: Language, key: str) -> str:
    """Any of the suffixes at `written.<key>` of numerals.toml, as the source of a regular expression."""
    told = set(_all(language, language.get("numerals", f"written.{key}"))) - {""}
    return any_of(sorted(map(re.escape, told), key=lambda suffix: (-len(suffix), suffix)))


def _compile_classifiers(language: Language) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Each unit that a classifier tells, with the classifier after a number and at the end of its last word."""
    told: list[tuple[str, re.Pattern[str], re.Pattern[str]]] = []
    for unit, forms in language.get("numerals", "classifiers").items():
        words = any_of(sorted(map(re.escape, _all(language, forms)), key=lambda word: (-len(word), word)))
        if forms:
            told.append((unit, re.compile(rf" ?(?:{words})(?!\w)"), re.compile(rf"(?<=[^\W\d_])(?:{words})\Z")))
    return told
