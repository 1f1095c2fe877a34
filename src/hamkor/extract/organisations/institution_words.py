"""What a language says of institutions: nouns, ranks, what may stand in their names and what ends these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hamkor.extract.line import Triggers, get_first_words
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.grammar.alternatives import NOTHING
from hamkor.grammar.anyof import compile_phrases
from hamkor.text.fold import fold

_FILE = "organisations"


@dataclass(frozen=True, slots=True)
class InstitutionWords:
    """`institutions` of organisations.toml; words and endings folded.

    heads    the nouns, each with the sort of body that it tells
    signs    words that may begin one: a sentence without any holds no institution
    places   of the nouns those of what is a place, too («port»); after `where` or with `place_ends` they are no body
    bearing  of the nouns those that a namesake alone makes a name («центр имени …»)
    before   words that may stand between the place and the noun; `never` those that may not
    stops    endings of those that may not, where any other word may; none: only words of `before` may
    capital  whether capitalised words without a place make a name («Al-Farabi library»)
    state    ranks that make a name of a country and a noun («national library of …»)
    after    words that may follow the noun; `joins` those that lead to them («of light industry»), `between` those
             that end no name («light»)
    plural   endings of the noun that may be of several, where no word stands before it
    led      words before the namesake («имени»); `closed` those after it («nomidagi»)
    elsewhere  endings of a place that is only where something is
    named_after, named_before  what leads to a namesake after the body's name, and from one before it
    """

    heads: Lexicon
    signs: Triggers
    places: re.Pattern[str]
    place_ends: tuple[str, ...]
    where: frozenset[str]
    bearing: re.Pattern[str]
    before: re.Pattern[str]
    never: re.Pattern[str]
    stops: tuple[str, ...]
    capital: bool
    state: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    joins: frozenset[str]
    takes_place_after: bool
    plural: tuple[str, ...]
    led: frozenset[str]
    closed: frozenset[str]
    elsewhere: tuple[str, ...]
    named_after: re.Pattern[str]
    named_before: re.Pattern[str]


def load_institution_words(language: Language) -> InstitutionWords:
    """The words of one language, compiled."""

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in language.get(_FILE, f"institutions.{key}"))

    def pattern(key: str) -> re.Pattern[str]:
        return compile_phrases(language, _FILE, f"institutions.{key}")

    listed = language.get(_FILE, "institutions.heads").items()
    entries = [Entry(noun, sort, f"{language.code}/{_FILE}.toml") for sort, nouns in listed for noun in nouns]
    nouns = get_first_words(fold(entry.pattern) for entry in entries)
    stems = (*nouns, *words("led"), *words("closed"))  # an acronym with a namesake has no noun
    elsewhere = language.get("positions", "in_area.elsewhere")
    ranks = "|".join(map(re.escape, language.get("positions", "ranks.stems")))  # «имени академика …»
    return InstitutionWords(
        heads=Lexicon(entries, lists=language.lists, endings=language.endings),
        signs=Triggers(lambda word: word.startswith(stems) if stems else False),
        places=pattern("places"),
        place_ends=tuple(words("place_ends")),
        where=words("where"),
        bearing=pattern("bearing"),
        before=pattern("before"),
        never=pattern("never"),
        stops=tuple(words("stops")),
        capital=language.get(_FILE, "institutions.capital"),
        state=pattern("state"),
        after=pattern("after"),
        between=pattern("between"),
        joins=words("joins"),
        takes_place_after=language.get(_FILE, "institutions.place_after"),
        plural=tuple(words("plural")),
        led=words("led"),
        closed=words("closed"),
        named_after=_compile_words(words("led"), r"\s+(?:(?:{words})\b\.?\s*)+" + rf"(?:(?:{ranks})\w*\s+)?"),
        named_before=_compile_words(words("closed"), r"(?<= )(?:{words}) $"),
        elsewhere=(*elsewhere, *language.get("stages", "place_endings")),
    )


def _compile_words(led: frozenset[str], form: str) -> re.Pattern[str]:
    """`form` with the words that lead to a namesake; nothing where there are none."""
    words = "|".join(re.escape(word) for word in sorted(led))
    return re.compile(form.replace("{words}", words) if led else NOTHING)
