"""Finds the times told in a sentence and resolves them with the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from unicodedata import category

from hamkor.errors import LanguageError
from hamkor.extract.line import Triggers
from hamkor.extract.parts import PeriodMention
from hamkor.extract.times.away import find_limit
from hamkor.extract.times.calendar import find_another_part
from hamkor.extract.times.clock import Clock
from hamkor.extract.times.readings import ANOTHER_PART, READINGS
from hamkor.extract.times.spanned import join_spanned
from hamkor.extract.times.told import Told
from hamkor.grammar import Entry, Found, Language, Lexicon, Part, Scene, build_scene, compile_notation
from hamkor.grammar.index import AnchorIndex, words_of
from hamkor.model import Period, Span
from hamkor.model.value import value

_FARTHEST = 4  # words before a time in which the words that say how it is meant may begin
_NEXT = re.compile(r" {0,2}([^\W\d_]+)")
_PARTS_OF_YEAR = ("quarter", "quarters", "half", "first_half")
_MONTHS_OF_YEAR = ("month", "months", "first_months")
_OPENING = 4  # characters from the beginning of a sentence to what opens it
_BESIDE_YEAR = 24  # characters from a year to the months that are its own (“last year, by the results of …”)
_YEAR = len("2024")
_MONEY = "Sc"  # the Unicode category of signs of currencies


def find_periods(language: Language, folded: str, span: Span, published: date | None) -> list[Part]:
    """The times of `span`, as parts (kind period), with the words before that say how they are meant.

    A year left out is the one that suits: the nearest; after «за», «по итогам» the last that ended before `published`;
    after «до», «к» the first still to come. Without `published` what depends on it is None.

    >>> from hamkor.grammar import load_language
    >>> text = "по итогам девяти месяцев текущего года"
    >>> [part] = find_periods(load_language("ru"), text, Span(0, len(text)), date(2025, 12, 28))
    >>> str(part.value.period), part.value.form
    ('2025-01/2025-09', 'span')
    """
    finder: PeriodFinder = language.remember("periods", PeriodFinder)
    found: list[Part] = []
    for told in finder.find(folded, span):
        if told.gives["gives"] != ANOTHER_PART:
            found.append(_resolve(told, _get_day(told, found, published, span.start)))
        elif found and (period := find_another_part(found[-1].value.period, told.pieces[0].value)):
            found.append(Part("period", told.span, PeriodMention(period, told.gives["form"])))
    return join_spanned(folded, found)


def _get_day(told: ToldTime, before: list[Part], published: date | None, start: int) -> date | None:
    """From which day to count: a part of a year that names none is of the past year just told of («в 2024 году …»)."""
    year = before[-1].value if before else None
    if year is None or year.period is None or not _is_part(told, before[-1], start) or _names_year(told):
        return published
    whole = len(year.period.start) == _YEAR and year.period.start == year.period.end and year.form == "span"
    return year.period.last if whole and published and year.period.last < published else published


def _is_part(told: ToldTime, year: Part, start: int) -> bool:
    """Whether a time may be a part of the year before it: a quarter or half, or months after a year that opens."""
    gives = told.gives["gives"]
    beside = year.span.start - start <= _OPENING and told.span.start - year.span.end <= _BESIDE_YEAR
    return gives in _PARTS_OF_YEAR or (gives in _MONTHS_OF_YEAR and beside)


def _names_year(told: ToldTime) -> bool:
    return any(piece.kind in ("year", "bareyear") for piece in told.pieces)


@value(frozen=True, slots=True)
class ToldTime:
    """A time as the sentence tells it, before it is resolved."""

    span: Span
    pieces: tuple[Part, ...]
    gives: Mapping[str, Any]
    beside: Mapping[str, Any]  # what the words before or after it say of how it is meant


class PeriodFinder:
    """The patterns of times of one language, compiled once."""

    def __init__(self, language: Language) -> None:
        self._clock: Clock = language.remember("clock", Clock)
        lists = {**language.lists, **language.get("periods", "lists")}
        self._patterns = Lexicon(_read_patterns(language), lists=lists, endings=language.endings)
        anchors = AnchorIndex(
            compile_notation(e.pattern, place=e.place, lists=lists, endings=language.endings).anchors
            for e in self._patterns.entries
        )
        self._triggers = Triggers(self._clock.tells, lambda word: bool(anchors.get(word)))
        self._before, self._after = _read_beside(language, "before"), _read_beside(language, "after")
        self._endings = [r for r in language.get_records("periods", "after", "form", "patterns") if not r["patterns"]]
        self._leads = Triggers(self._before.begins)
        self._last: tuple[str, Span, list[ToldTime]] = ("", Span(0, 0), [])

    def find(self, folded: str, span: Span) -> list[ToldTime]:
        """The times of a sentence, in order. The last answer is kept: quantities ask for the same sentence."""
        text, place, found = self._last
        if text is folded and place == span:
            return found
        found = self._find(folded, span)
        self._last = (folded, span, found)
        return found

    def _find(self, folded: str, span: Span) -> list[ToldTime]:
        if not self._triggers.find(folded, span.start, span.end):
            return []
        pieces = (piece for piece in self._clock.find(folded, span) if not _is_money(folded, piece.span.start))
        scene = build_scene(folded, span, pieces)
        told = (self._tell(folded, scene, found) for found in self._patterns.find_in(scene))
        return [time for time in told if time]

    def _tell(self, folded: str, scene: Scene, found: Found) -> ToldTime | None:
        """The time, by the first of the rows of its pattern that holds here."""
        words = scene.to_text(found.start, found.end)
        if folded[words.end - 1] == " ":
            words = Span(words.start, words.end - 1)
        for gives in found.value:
            if "ends" in gives and not folded.endswith(tuple(gives["ends"]), words.start, words.end):
                continue
            beside, span = self._find_beside(folded, scene.span, words, gives["gives"])
            if gives.get("alone") is bool(beside) and "alone" in gives:
                continue
            return ToldTime(span, scene.parts_in(found.start, found.end), gives, beside)
        return None

    def _find_beside(self, folded: str, span: Span, words: Span, reading: str) -> tuple[Mapping[str, Any], Span]:
        """What the words before a time, else those after it, say of how it is meant; and its span with them."""
        before, start = self._find_before(folded, span, words, reading)
        if before:
            return before, Span(start, words.end)
        after, end = self._find_after(folded, span, words, reading)
        return after, Span(words.start, end)

    def _find_after(self, folded: str, span: Span, words: Span, reading: str) -> tuple[Mapping[str, Any], int]:
        """What the words after a time say of how it is meant («-ға дейін»), and where they end."""
        word = _NEXT.match(folded, words.end, span.end)
        met = self._after.match(folded, word.start(1), span.end, word[1]) if word else None
        if met:
            row = next((r for r in met.value if _holds(r, reading, folded[words.start : words.end])), None)
            if row:
                return row, met.end - (folded[met.end - 1] == " ")
        told = folded[words.start : words.end]
        return next((r for r in self._endings if _holds(r, reading, told)), {}), words.end

    def _find_before(self, folded: str, span: Span, words: Span, reading: str) -> tuple[Mapping[str, Any], int]:
        for start, word in words_of(folded, span.start, span.end).before(words.start, _FARTHEST):
            if not self._leads[word]:
                continue
            met = self._before.match(folded, start, words.start, word)
            if met and not folded[met.end : words.start].strip():
                rows = (r for r in met.value if met.start > span.start or not r.get("inside"))
                row = next((r for r in rows if _holds(r, reading, folded[words.start : words.end])), None)
                if row:
                    return row, met.start
        return {}, words.start


def _is_money(folded: str, start: int) -> bool:
    """Whether the sign of a currency stands right before (“to $9m in 2025” is no nine months)."""
    return start > 0 and category(folded[start - 1]) == _MONEY


def _holds(row: Mapping[str, Any], reading: str, words: str) -> bool:
    if reading not in row.get("only", (reading,)) or not words.endswith(tuple(row.get("ends", ("",)))):
        return False
    return not words.rstrip().endswith(tuple(row.get("unless_ends", ())))


def _resolve(told: ToldTime, published: date | None) -> Part:
    rows = (told.beside, told.gives)
    side = next((side for row in rows for side in ("past", "ahead", "begun") if row.get(side)), "near")
    pieces = Told(told.pieces, told.gives, published, side)
    period = READINGS[told.gives["gives"]](pieces)
    form = told.gives["form"]
    if form not in ("vague", "anaphoric") or (form == "anaphoric" and told.beside.get("form") == "compared"):
        form = told.beside.get("form") or form
    if form == "compared" and period and published and period.last >= published:
        form = "since"
    if form == "deadline" and period and published and period.last < published:
        return Part("period", told.span, PeriodMention(*_bygone(told, period)))
    within = find_limit(pieces) if "unit" in told.gives else None
    return Part("period", told.span, PeriodMention(period, form, side == "near" and _is_yearless(told), within))


def _is_yearless(told: ToldTime) -> bool:
    return any(piece.kind in ("month", "season") for piece in told.pieces) and not _names_year(told)


def _bygone(told: ToldTime, period: Period) -> tuple[Period, str]:
    """What looks like a deadline but is past: «к концу 2024 года» tells of 2024, «до 1 мая 2020 года» of that day."""
    if told.gives["form"] != "deadline":
        return period, told.gives["form"]
    return Period(period.end[:4] if period.end.endswith("-12-31") else period.end[:7]), "span"


def _read_beside(language: Language, side: str) -> Lexicon:
    """The words before or after a time; those that stand in several rows lead to all of these, in their order."""
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for row in language.get_records("periods", side, "form", "patterns"):
        for pattern in row["patterns"]:
            rows.setdefault(pattern, []).append(row)
    place = f"{language.code}/periods.toml: {side}"
    entries = (Entry(pattern, tuple(found), place) for pattern, found in rows.items())
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _read_patterns(language: Language) -> Iterator[Entry]:
    """Each pattern with the rows that it stands in, in their order."""
    rows: dict[str, list[Mapping[str, Any]]] = {}
    places: dict[str, str] = {}
    for number, row in enumerate(language.get_records("periods", "period", "gives", "form", "patterns"), 1):
        place = f"{language.code}/periods.toml: period {number}"
        if row["gives"] not in READINGS:
            known = ", ".join(READINGS)
            raise LanguageError(f"{place}: gives", found=row["gives"], expected=f"one of {known}", do="mend it")
        for pattern in row["patterns"]:
            rows.setdefault(pattern, []).append(row)
            places.setdefault(pattern, place)
    yield from (Entry(pattern, tuple(found), places[pattern]) for pattern, found in rows.items())
