"""Undoing cases: the nominative of a noun phrase, for languages whose nouns decline before their tail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_CASE = 2  # letters of the case that an acronym bears («МИДом»)
_QUOTES = frozenset("«»“”„\"'")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_PLAIN_CASES = frozenset({"nomn", "gent"})  # a second noun in one of these is a tail, not an apposition
_NAMES = ("Name", "Surn", "Patr")
_ENGINE = "pymorphy3"


@lru_cache(maxsize=50_000)
def get_nominative(phrase: str, morphology: str) -> str:
    """The phrase in the nominative: its head noun and the adjectives that agree with it; the tail stays as it is.

    `morphology` is what the language's `language.toml` names as such; only `pymorphy3` undoes cases, and for any
    other name the phrase comes back as given. Words in quotes, Latin words and the tail stay; capitals are kept.
    Trap: a phrase that is nominative already but looks like a genitive («банка») is taken for the genitive.

    >>> get_nominative("Министерством торговли и интеграции РК", "pymorphy3")
    'Министерство торговли и интеграции РК'
    >>> get_nominative("Алматинском региональном диагностическом центре", "pymorphy3")
    'Алматинский региональный диагностический центр'
    >>> get_nominative("Хокимияту Навоийской области", "pymorphy3")
    'Хокимият Навоийской области'
    """
    if morphology != _ENGINE:
        return phrase
    words = list(_leading_words(phrase))
    head, adjectives = _find_head(words)
    if head is None:
        return phrase
    changes = _decline(words, head, adjectives)
    for start, end, word in reversed(changes):
        phrase = phrase[:start] + word + phrase[end:]
    return phrase


def is_in_case(word: str, case: str, morphology: str) -> bool:
    """Whether `word` can stand in this case (`gent`, `nomn` … as OpenCorpora names them); True where nobody knows.

    >>> is_in_case("торговли", "gent", "pymorphy3"), is_in_case("сообщает", "gent", "pymorphy3")
    (True, False)
    """
    return morphology != _ENGINE or case in _cases(word.lower())


@lru_cache(maxsize=50_000)
def is_common_word(word: str, morphology: str) -> bool:
    """Whether the dictionary has `word` as anything but a name; False where nobody knows.

    >>> is_common_word("выступил", "pymorphy3"), is_common_word("Мередов", "pymorphy3")
    (True, False)
    """
    if morphology != _ENGINE:
        return False
    known = [p for p in _parses(word.lower()) if p.is_known]
    return bool(known) and not any(mark in p.tag for p in known for mark in _NAMES)


@lru_cache(maxsize=50_000)
def _cases(word: str) -> frozenset[str]:
    return frozenset(str(p.tag.case) for p in _parses(word) if p.tag.case)


def _leading_words(phrase: str) -> Iterator[re.Match[str]]:
    """Words up to the first quotation mark: what is quoted is a name and stays."""
    limit = next((i for i, c in enumerate(phrase) if c in _QUOTES), len(phrase))
    return _WORD.finditer(phrase, 0, limit)


def _find_head(words: list[re.Match[str]]) -> tuple[int | None, list[int]]:
    """The number of the first noun, and those of the adjectives before it."""
    adjectives: list[int] = []
    for number, word in enumerate(words):
        best = _parses(word.group().lower())
        if not best:
            return None, []
        if best[0].tag.POS in _ADJECTIVES or _may_be_adjective(best, words[number + 1 : number + 2]):
            adjectives.append(number)
        elif best[0].tag.POS != "CONJ":
            return (number, adjectives) if _nouns(word.group()) else (None, [])
    return None, []


def _may_be_adjective(parses: list[Any], after: list[re.Match[str]]) -> bool:
    """Whether a word that may be a noun agrees, as an adjective, with the noun after it («Главного управления»)."""
    nouns = [noun for word in after for noun in _nouns(word.group()) if noun.is_known]
    return any(_agreeing(parses[0].word, noun) for noun in nouns)


def _decline(words: list[re.Match[str]], head: int, adjectives: list[int]) -> list[tuple[int, int, str]]:
    noun = _choose_noun(words[head].group(), [words[a].group() for a in adjectives])
    if noun is None or _is_clipped(noun):
        return []
    number = noun.tag.number or "sing"
    wanted = {"nomn", number} | ({noun.tag.gender} if number == "sing" and noun.tag.gender else set())
    changes = [_change(words[a], _agreeing(words[a].group(), noun), wanted) for a in adjectives]
    changes.append(_change(words[head], noun, {"nomn", number}))
    changes += [_change(words[i], parse, {"nomn"}) for i, parse in _appositions(words, head, noun)]
    return [c for c in changes if c]


def _choose_noun(word: str, adjectives: list[str]) -> Any:
    """The likeliest reading of the noun that all adjectives agree with, else the likeliest of all."""
    nouns = _nouns(word)
    agreed = [n for n in nouns if all(_agreeing(a, n) for a in adjectives)]
    return next(iter(agreed or nouns), None)


def _agreeing(adjective: str, noun: Any) -> Any:
    for parse in _parses(adjective.lower()):
        tag = parse.tag
        same = tag.case == noun.tag.case and tag.number == noun.tag.number
        if tag.POS in _ADJECTIVES and same and (tag.number == "plur" or tag.gender == noun.tag.gender):
            return parse
    return None


def _is_clipped(noun: Any) -> bool:
    """A clipped name of a ministry («Минторговли») never declines; dictionaries guess it to be a genitive."""
    return not noun.is_known and noun.tag.case == "gent" and noun.tag.gender == "femn" and "-" not in noun.word


def _appositions(words: list[re.Match[str]], head: int, noun: Any) -> Iterator[tuple[int, Any]]:
    """The next noun where it stands in the same oblique case as the head («Олием Мажлисом»)."""
    if noun.tag.case in _PLAIN_CASES or head + 1 >= len(words):
        return
    if _may_be_adjective(_parses(words[head + 1].group().lower()), words[head + 2 : head + 3]):
        return  # «хокимияту Навоийской области»: it goes with the noun after it
    tail = _nouns(words[head + 1].group())
    same = next((t for t in tail if t.tag.case == noun.tag.case), None)
    small = words[head + 1].group().islower()  # a common noun («хокимията») is rather a tail than a name beside
    plain = (t for t in tail if t.tag.case in _PLAIN_CASES)
    if same is not None and not any(t.is_known or (small and t.score >= same.score) for t in plain):
        yield head + 1, same


def _change(word: re.Match[str], parse: Any, wanted: set[str]) -> tuple[int, int, str] | None:
    inflected = parse.inflect(wanted) if parse is not None else None
    if inflected is None or parse.tag.case == "nomn":
        return None
    return word.start(), word.end(), _with_capitals(inflected.word, word.group())


def _with_capitals(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    initials = next((at for at, letter in enumerate(model) if not letter.isupper()), len(model))
    if initials > 1 and len(model) - initials <= _CASE:
        return word[:initials].upper() + word[initials:]
    parts, models = word.split("-"), model.replace("‑", "-").split("-")
    if len(parts) != len(models):
        return word.capitalize() if model[0].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))


def _nouns(word: str) -> list[Any]:
    return [p for p in _parses(word.lower()) if p.tag.POS == "NOUN"]


@lru_cache(maxsize=50_000)
def _parses(word: str) -> list[Any]:
    parses: list[Any] = _analyser().parse(word)
    return parses


@lru_cache(maxsize=1)
def _analyser() -> Any:
    """Loaded when first asked for: a fifth of a second."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
