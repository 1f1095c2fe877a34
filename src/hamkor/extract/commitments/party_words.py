"""The words that tell what part a name has in its clause (stages.toml), compiled once for a language."""

from __future__ import annotations

import re
from typing import NamedTuple

from hamkor.grammar import Language, Part, compile_kept
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span
from hamkor.text.fold import fold

LENDING = frozenset({"bank"})  # deals with countries, not with their regions
_UNTOLD = frozenset({"body", "facility"})  # what they are their names tell
_BEFORE = 40  # characters before a name that tell its part in the clause


class PartyWords(NamedTuple):
    """Words that tell what part a name has in its clause; all run over folded text."""

    at: re.Pattern[str]
    toward: re.Pattern[str]
    bearers: re.Pattern[str]
    partners: re.Pattern[str]
    banks: re.Pattern[str]
    dealers: re.Pattern[str]
    there: tuple[str, ...]
    again: re.Pattern[str]
    home: re.Pattern[str]
    moving: re.Pattern[str]
    whither: tuple[str, ...]
    things: re.Pattern[str]
    thing_before: re.Pattern[str]

    def is_thing(self, folded: str, named: Span) -> bool:
        """Whether a name is one of a crossing, a dam, a festival: by its last word, or the one beside it."""
        said = folded[named.start : named.end]
        last = said.strip('"').rpartition(" ")[2]
        start, end = _quoted(said)
        after = folded[named.start + end :][:_BEFORE].lstrip('" ')
        before = folded[max(0, named.start + start - _BEFORE) : named.start + start]
        return bool(self.things.fullmatch(last) or self.things.match(after) or self.thing_before.search(before))

    def is_place(self, folded: str, named: Span) -> bool:
        """Whether something is done at what is named, by the words before it or its own ending."""
        if folded[named.start : named.end].rstrip('"').endswith(self.there):
            return True
        return bool(self.at.search(folded[max(0, named.start - _BEFORE) : named.start]))

    def get_sort(self, body: Part) -> str:
        """What kind of body it is; of those that are only known as bodies, by their names."""
        name = fold(body.value.name)
        if body.value.sort in _UNTOLD:
            return "bank" if self.banks.search(name) else "association" if self.dealers.search(name) else "body"
        sort: str = body.value.sort
        return sort


def _quoted(said: str) -> tuple[int, int]:
    """Where the name in quotation marks begins and ends in what is said («торговый дом "Юг"»); all without them."""
    if said.count('"') < 2:
        return 0, len(said)
    return said.index('"') + 1, said.rindex('"')


def get_party_words(language: Language) -> PartyWords:
    """The words of the language, compiled when first asked for."""
    words: PartyWords = language.remember("commitments.parties", _compile)
    return words


def _compile(language: Language) -> PartyWords:
    def ending(key: str) -> re.Pattern[str]:
        return compile_kept(f'(?:{compile_phrases(language, "stages", key).pattern})\\s*["«“]?\\s*$')

    return PartyWords(
        at=ending("places"),
        toward=ending("acting"),
        bearers=compile_kept(f"\\s?(?:{compile_phrases(language, 'stages', 'acting_after').pattern})"),
        partners=compile_kept(f"\\s?(?:{compile_phrases(language, 'stages', 'partner_after').pattern})"),
        banks=compile_phrases(language, "stages", "banks"),
        dealers=compile_phrases(language, "stages", "dealers"),
        there=tuple(language.get("stages", "place_endings")),
        moving=compile_phrases(language, "events", "clause.moving"),
        whither=tuple(language.get("events", "clause.toward_endings")),
        things=compile_phrases(language, "stages", "things"),
        thing_before=compile_kept(f'(?:{compile_phrases(language, "stages", "things").pattern})\\s*,?\\s*["«“]\\s*$'),
        again=compile_phrases(language, "stages", "again"),
        home=compile_kept(f'["»”]?\\s*(?:{compile_phrases(language, "stages", "home").pattern})\\s*'),
    )
