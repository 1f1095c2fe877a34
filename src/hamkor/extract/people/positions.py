"""Finds positions in a sentence: the office, with its portfolio («министр торговли и интеграции»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hamkor.codes.offices import get_deputy
from hamkor.extract.line import Triggers
from hamkor.extract.parts import PositionMention
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD, Gazetteer, find_words
from hamkor.model import Span
from hamkor.text.fold import fold


@dataclass(frozen=True, slots=True)
class _Offices:
    """The offices of one language and the words that belong to them before and after.

    before  the value tells whether the word makes the office after it its deputy's
    deputy  words after an office that make it its deputy's («raisi o‘rinbosari»)
    """

    names: Gazetteer[PositionMention]
    before: Gazetteer[bool]
    deputy: Gazetteer[bool]
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
    return list(_join_glosses(folded, _find(offices, folded, span)))


def _join_glosses(folded: str, found: Iterable[Part]) -> Iterator[Part]:
    """One part of an office and the word in brackets that only says again what it is (“akim (governor) of …”)."""
    last: Part | None = None
    for part in found:
        if last and part.value.code == last.value.code and _is_gloss(folded, last, part):
            last = Part("position", Span(last.span.start, part.span.end + 1), last.value)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _is_gloss(folded: str, office: Part, gloss: Part) -> bool:
    opened = folded[office.span.end : gloss.span.start].strip() == "("
    return opened and folded[gloss.span.end : gloss.span.end + 1] == ")"


class _Lead(NamedTuple):
    """Words that lead to an office: where they begin, where the office must begin, whether it is its deputy's."""

    start: int
    end: int
    deputy: bool


def _find(offices: _Offices, folded: str, span: Span) -> Iterator[Part]:
    reached, lead = -1, None
    words, forms = find_words(folded, span.start, span.end)
    for word in [words[number] for number in offices.known.find_among(forms)]:
        if word.start() < reached:
            continue
        met = None if _leads_on(offices, folded, word) else offices.names.match(folded, word.start(), word[0])
        if met and _word_before(folded, word.start()) not in offices.not_after:
            leads = lead if lead and lead.end == word.start() else None
            deputy = offices.deputy.match(folded, met[0] + 1) if folded[met[0] : met[0] + 1] == " " else None
            reached = _with_portfolio(offices, folded, deputy[0] if deputy else met[0], span.end)
            office = PositionMention(get_deputy(met[1].code)) if deputy or (leads and leads.deputy) else met[1]
            yield Part("position", Span(leads.start if leads else word.start(), reached), office)
        else:
            lead = _before(offices, folded, word.start(), lead)


def _leads_on(offices: _Offices, folded: str, word: re.Match[str]) -> bool:
    """Whether a word that is an office by itself is but a deputy's mark before another («deputy health minister»)."""
    met = offices.before.match(folded, word.start(), word[0])
    following = WORD.match(folded, met[0] + 1) if met and met[1] else None
    return following is not None and offices.known[following[0]]


def _word_before(folded: str, start: int) -> str:
    return folded[max(0, start - 12) : start].rstrip().rpartition(" ")[2]


def _before(offices: _Offices, folded: str, start: int, earlier: _Lead | None) -> _Lead | None:
    """The words that lead to an office, this one and those before it; over a joint they go on."""
    met = offices.before.match(folded, start)
    if not met:
        return None
    end = met[0] + len(next((j for j in offices.joints if folded.startswith(f"{j} ", met[0])), ""))
    while folded[end : end + 1] in (".", " ", "-"):
        end += 1
    if earlier and earlier.end == start:
        return _Lead(earlier.start, end, earlier.deputy or met[1])
    return _Lead(start, end, met[1])


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
    deputies = [(p, True) for p in language.get("positions", "around.deputy")]
    before = Gazetteer(
        [*deputies, *((p, False) for p in language.get("positions", "around.before"))], endings, place=place
    )
    not_after = frozenset(fold(w) for w in language.get("positions", "around.not_after"))
    joints = tuple(fold(j) if j == "," else f" {fold(j)}" for j in language.get("positions", "around.joints"))
    known = Triggers(names.__contains__, before.__contains__)
    portfolio = Gazetteer(((p, True) for p in _list_charges(language)), endings, place=place)
    return _Offices(names, before, words("around.deputy_after"), portfolio, joints, not_after, known)


def _list_charges(language: Language) -> list[str]:
    """What an office may be charged with, also after the words that lead to it («health», «of health»)."""
    around = language.get("positions", "around")
    charges, leads = around["charges"], around["charge_leads"]
    return [*around["portfolio"], *charges, *(f"{lead} {charge}" for lead in leads for charge in charges)]
