"""What preparing must know of a language to read datelines, compiled once from its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hamkor.grammar import Language, compile_kept
from hamkor.grammar.alternatives import any_of

WORD = r"[^\W\d_][\w’'ʻʼ‘`]*(?:[-‑][\w’'ʻʼ‘`]+)*"
_APOSTROPHE = "['’ʻʼ‘`´]"  # the texts that these patterns run over are not folded
_NAMES = rf"{WORD}(?: {WORD}){{0,2}}"
_COUNTRY = rf"(?:, {WORD}(?: {WORD})?| \({WORD}(?: {WORD})?\)(?=,))?"
_CLOCK = r"(?:[01]?\d|2[0-3])[:.]\d\d(?::\d\d)?"


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """What `dateline.toml` says, compiled. The texts that patterns run over are not folded: capitals tell."""

    months: Mapping[str, int]
    places: Mapping[str, str]
    regions: frozenset[str]
    small: frozenset[str]
    not_places: frozenset[str]
    agencies: frozenset[str]
    placed: re.Pattern[str]
    dated_first: re.Pattern[str]
    dated: re.Pattern[str]
    bare: re.Pattern[str]
    alone: re.Pattern[str]


def get_dateline_words(language: Language) -> DatelineWords:
    """Raises LanguageError where a list is missing."""
    words: DatelineWords = language.remember("dateline words", _make_words)
    return words


def _make_words(language: Language) -> DatelineWords:
    lists = language.get("dateline", "words")
    months = {form: int(number) for number, forms in language.get("dateline", "months").items() for form in forms}
    patterns = _make_patterns(months, {name: _either(language.get("dateline", f"words.{name}")) for name in lists})
    return DatelineWords(
        months=months,
        places=language.get("dateline", "places"),
        regions=frozenset(lists["region"]),
        small=frozenset(lists["small"]),
        not_places=frozenset([*lists["not_places"], *lists["countries"]]),
        agencies=frozenset(lists["agencies"]),
        **patterns,
    )


def _make_patterns(months: Iterable[str], either: Mapping[str, str]) -> dict[str, Any]:
    month, year = _either(months), rf"(?:\s*(?:{either['year']}))?(?!\w)"
    day = (
        rf"(?:(?:(?P<year_before>\d{{4}})[\s-]*(?:{either['year']})\s+)?"
        rf"[«“\"]?(?P<day>\d{{1,2}})[»”\"]?(?:\s*[–—-]\s*(?P<until>\d{{1,2}}))?(?:\s+|-)(?P<month>{month})\b\.?"
        rf"(?:,?\s*(?P<year>\d{{4}}){year})?"
        rf"|(?P<first_month>{month})\b\.?\s+(?P<day_after>\d{{1,2}})(?!\d)(?:(?:{either['ordinal']})\b)?"
        rf"(?:\s*[–—-]\s*(?P<until_after>\d{{1,2}})(?!\d))?(?:,?\s*(?P<year_after>\d{{4}}){year})?"
        r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\d)"
        r"|(?P<day_>\d{1,2})[./-](?P<month_>\d{1,2})[./-](?P<year_>\d{4}|\d{2})(?!\d))"
    )
    city = rf"(?:(?:{either['city']})\s*)?"
    after = rf"(?:\s+(?:{either['city_after']}))?"
    zone = rf"(?:\s*\(?(?:{either['clock']})[^)\n]{{0,8}}\)?)?"
    clock = rf"(?:\s*[,—–|/-]?\s*(?:(?:{either['clock']})\s+)?{_CLOCK}{zone})?"
    sources = {
        "placed": rf"{city}(?P<place>{_NAMES}?){after}{_COUNTRY}\s*[.,]{{0,2}}\s*[—–(-]?\s*{day}\)?",
        "dated_first": rf"(?:{_CLOCK}\s*,\s*)?{day}\s*,?\s*{city}(?P<place>{_NAMES})(?:\s*[—–-]\s.{{2,60}})?\.?$",
        "dated": rf"(?:(?P<published>{either['published']})\s*:?\s*|(?P<section>{_NAMES})\s*,\s*)?"
        rf"(?:{_CLOCK}\s*[,|/—–-]?\s*)?{day}{clock}(?:\s*[|/•·][^.!?]{{0,60}}$|\s*\d\d?\+$)?\s*[.|]?\s*",
        "bare": rf"(?P<place>{_NAMES}){_COUNTRY}(?=\s*[./(\[—–-])",
        "alone": rf"(?:{either['city']})\s*(?P<place>{_NAMES})\.?$",
    }
    return {name: compile_kept(source, re.IGNORECASE) for name, source in sources.items()}


def _either(words: Iterable[str]) -> str:
    return any_of(re.escape(w).replace("'", _APOSTROPHE) for w in sorted(words, key=len, reverse=True))
