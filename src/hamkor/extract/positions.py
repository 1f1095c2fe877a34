"""Finds positions in a sentence: the office, with its portfolio («министр торговли и интеграции»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hamkor.extract.line import Triggers
from hamkor.extract.parts import PositionMention
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import Gazetteer, find_words
from hamkor.model import Span
from hamkor.text.fold import fold


@dataclass(frozen=True, slots=True)
class _Offices:
    """The offices of one language and the words that belong to them before and after."""

    names: Gazetteer[PositionMention]
    before: Gazetteer[bool]
    portfolio: Gazetteer[bool]
    joints: tuple[str, ...]
    not_after: frozenset[str]
    known: Triggers


def find_positions(language: Language, folded: str, span: Span) -> list[Part]:
    """The positions of `span`, as parts that do not overlap; the code is what the words themselves say.

    «Президент» is a head of state until an organisation follows: people.py decides then.
    Source: languages/<code>/positions.toml.
    """
    offices: _Offices = language.remember("positions", _load_offices)
    return list(_find(offices, folded, span))


def _find(offices: _Offices, folded: str, span: Span) -> Iterator[Part]:
    reached, start_before = -1, None
    words, forms = find_words(folded, span.start, span.end)
    for word in [words[number] for number, form in enumerate(forms) if offices.known[form]]:
        if word.start() < reached:
            continue
        met = offices.names.match(folded, word.start(), word[0])
        if met and _word_before(folded, word.start()) not in offices.not_after:
            start = start_before[0] if start_before and start_before[1] == word.start() else word.start()
            reached = _with_portfolio(offices, folded, met[0], span.end)
            yield Part("position", Span(start, reached), met[1])
        else:
            start_before = _before(offices, folded, word.start(), start_before)


def _word_before(folded: str, start: int) -> str:
    return folded[max(0, start - 12) : start].rstrip().rpartition(" ")[2]


def _before(offices: _Offices, folded: str, start: int, earlier: tuple[int, int] | None) -> tuple[int, int] | None:
    """Where words that lead to an office begin, and where the office must then begin."""
    met = offices.before.match(folded, start)
    if not met:
        return None
    first = earlier[0] if earlier and earlier[1] == start else start
    end = met[0]
    while folded[end : end + 1] in (".", " "):
        end += 1
    return first, end


def _with_portfolio(offices: _Offices, folded: str, end: int, limit: int) -> int:
    """The end of what the office is charged with; a list of charges goes on over commas and «and»."""
    at = end
    while True:
        met = offices.portfolio.match(folded, at + 1) if folded[at : at + 1] == " " else None
        if met and met[0] <= limit:
            end = at = met[0]
            continue
        joint = next((j for j in offices.joints if folded.startswith(j, end)), None) if at == end else None
        if joint is None:
            return end
        at = end + len(joint)


def _load_offices(language: Language) -> _Offices:
    endings, place = language.endings, f"{language.code}/positions"

    def words(key: str) -> Gazetteer[bool]:
        return Gazetteer(((p, True) for p in language.get("positions", key)), endings, place=place)

    names = Gazetteer(
        (
            (p, PositionMention(code))
            for code, patterns in language.get("positions", "position").items()
            for p in patterns
        ),
        endings,
        place=place,
    )
    before = words("around.before")
    not_after = frozenset(fold(w) for w in language.get("positions", "around.not_after"))
    joints = tuple(fold(j) if j == "," else f" {fold(j)}" for j in language.get("positions", "around.joints"))
    known = Triggers(names.__contains__, before.__contains__)
    return _Offices(names, before, words("around.portfolio"), joints, not_after, known)
