"""What a language says of figures, compiled once: rules, cues, indicators, goods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hamkor.codes.sorts import SORTS
from hamkor.grammar import Entry, Language, Lexicon, Rulebook, load_rules
from hamkor.grammar.alternatives import any_of
from hamkor.grammar.anyof import compile_phrases
from hamkor.model.value import value

FILE = "observations"
PROJECT = "projects_value"  # the indicator of what a thing to be built takes


@value(frozen=True, slots=True)
class IndicatorWord:
    """What a word tells of a figure's indicator.

    one_sided  the words speak of all the foreign trade (or the product) of one side: there is no other side
    role       who the subject of the verb is: giver, sender, receiver; None for a noun
    weak       any other indicator beside it counts for more («проект», «соглашение», «стоит»)
    """

    name: str
    one_sided: bool = False
    role: str | None = None
    weak: bool = False


@dataclass(frozen=True)
class Words:
    """The word lists and rules of one language that the reading of figures asks for."""

    rules: Rulebook
    cues: Lexicon
    indicators: Lexicon
    goods: Lexicon
    orders: Lexicon  # words that a task begins with
    uncounted: Lexicon
    joints: frozenset[str]  # words that join what is told in one breath
    stops: re.Pattern[str]  # where the words that belong to a figure end
    roles: Mapping[str, str]  # a preposition, folded → to, on, from, with, among, at
    role_endings: tuple[tuple[str, str], ...]  # an ending of an area's name and its role, the longest first
    receivers: Mapping[str, tuple[str, ...]]  # endings by which adjectives, nouns and areas are given something
    roles_after: Mapping[str, str]  # a word after an area, folded → its role
    grown_by: re.Pattern[str] | None  # a mark and a word, after which an amount is by how much something grew
    grown_by_endings: tuple[str, ...]  # endings of such an amount
    after_growth: tuple[str, ...]  # how a time begins that, after a growth, is what it is compared with
    base_endings: tuple[str, ...]  # endings of a time that something is only compared with
    qualifying_endings: tuple[str, ...]  # endings of a time that qualifies what it stands before («2023-yilgi 61 mln»)
    begin_endings: tuple[str, ...]  # such endings of a time that only begins there
    whole_endings: tuple[str, ...]  # endings of a word or area that a share after it is part of
    owned_endings: tuple[str, ...]  # the same of a word that another before it owns («viloyat savdosining»)
    owner_endings: tuple[str, ...]  # endings of an area that owns what follows, where no case tells («Tajikistan's»)
    within_endings: tuple[str, ...]  # endings of an area in which something is («Osiyodagi savdoning»)
    home: str  # the country that texts mean by "in the country"; nothing where they mean any
    verb_last: bool  # what a verb says of a figure follows it
    no_role: frozenset[str]  # words that end the reach of a preposition («для этого»)
    through: frozenset[str]  # nouns that stand for their area after a preposition («in the economy of»)
    linking: frozenset[str]  # verbs of being that end it, too («на втором месте стала …»)
    works: Lexicon  # dams, power stations, mines: the country whose they are
    sites: Lexicon  # what stands somewhere or is built there («завод», «центр»)
    itself: tuple[str, ...]  # endings that make a number itself the noun («26 tasi»)
    units: Mapping[str, tuple[str, ...]]  # unit → the indicators it speaks for, the first by itself
    spans: tuple[str, ...]  # endings of lengths of time that tell of what stands behind them («olti oylik savdo»)
    moving: re.Pattern[str]  # what goes between places («рейс», «поезд»)
    route: Mapping[str, str]  # indicator → what its route is called


def get_words(language: Language) -> Words:
    """The words of `language`, compiled when first asked for. Raises LanguageError where a file lacks a key."""
    words: Words = language.remember("observation words", _load)
    return words


def _load(language: Language) -> Words:
    return Words(
        rules=Rulebook(load_rules(language, FILE)),
        cues=_lexicon(language, FILE, language.get(FILE, "cues")),
        indicators=Lexicon(_indicator_entries(language), lists=language.lists, endings=language.endings),
        goods=_lexicon(language, "subjects", _name_goods(language)),
        orders=_lexicon(language, FILE, language.get(FILE, "orders")),
        uncounted=_lexicon(language, FILE, language.get(FILE, "counted")),
        joints=frozenset(w for phrase in language.lists["and"] for w in phrase.split()),
        stops=re.compile(rf"[,;:()—]|\b(?:{any_of(language.lists['and'])})\b"),
        roles={word: role for role, words in language.get(FILE, "roles").items() for word in words},
        role_endings=_by_length(language.get(FILE, "role_endings")),
        receivers={sort: tuple(ends) for sort, ends in language.get(FILE, "receivers").items()},
        roles_after={word: role for role, words in language.get(FILE, "roles_after").items() for word in words},
        grown_by=_after_mark(language, language.get(FILE, "comparing.grown_by")),
        grown_by_endings=tuple(language.get(FILE, "comparing.grown_by_endings")),
        after_growth=tuple(f"{word} " for word in language.get(FILE, "comparing.after_growth")),
        base_endings=tuple(language.get(FILE, "comparing.times")),
        qualifying_endings=tuple(language.get(FILE, "comparing.qualifies")),
        begin_endings=tuple(language.get(FILE, "comparing.begins")),
        whole_endings=tuple(language.get(FILE, "comparing.wholes")),
        owned_endings=tuple(language.get(FILE, "comparing.owned")),
        owner_endings=tuple(language.get(FILE, "comparing.owners")),
        within_endings=tuple(language.get("positions", "in_area.ends")),
        home=language.get("positions", "home.country"),
        verb_last=bool(language.get("language", "final_verb")),
        no_role=frozenset(language.get(FILE, "pronouns.words")),
        through=frozenset(language.get(FILE, "pronouns.through")),
        linking=frozenset(language.get(FILE, "pronouns.verbs")),
        works=_lexicon(language, FILE, language.get(FILE, "works")),
        sites=_nouns(language, "sites.nouns"),
        itself=tuple(language.get("numerals", "written.owned")),
        units={**SORTS.units, **{unit: tuple(names) for unit, names in language.get("indicators", "unit").items()}},
        spans=tuple(language.get(FILE, "units.spans")),
        moving=compile_phrases(language, "events", "clause.moving"),
        route=language.get("subjects", "route"),
    )


def _name_goods(language: Language) -> Mapping[str, Any]:
    """The patterns of goods by their nominatives, these too in the letters of the data."""
    goods = language.get("subjects", "goods")
    return {language.reader.convert_plain(name): patterns for name, patterns in goods.items()}


def _after_mark(language: Language, words: list[str]) -> re.Pattern[str] | None:
    """One of the words behind a dash, comma or bracket, at the end of what is looked through («— более чем на»)."""
    hedges = any_of([*language.lists.get("figure_hedge", ()), *words])
    return re.compile(rf"[—–(,:-]\s*(?:(?:{hedges})\s+)*(?:{any_of(words)})(?:\s+(?:{hedges}))*\s*$") if words else None


def _by_length(table: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    pairs = ((ending, role) for role, endings in table.items() for ending in endings)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _lexicon(language: Language, file: str, table: Mapping[str, Any]) -> Lexicon:
    """Entries whose value is the key; a pattern that stands under several keys has them all."""
    keys: dict[str, list[str]] = {}
    for key, patterns in table.items():
        for pattern in patterns:
            keys.setdefault(pattern, []).append(key)
    entries = [Entry(p, " ".join(k), f"{language.code}/{file}.toml: {k[0]}") for p, k in keys.items()]
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _nouns(language: Language, key: str) -> Lexicon:
    """Nouns of one meaning, each its own value."""
    entries = [Entry(noun, noun, f"{language.code}/{FILE}.toml: {key}") for noun in language.get(FILE, key)]
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _indicator_entries(language: Language) -> list[Entry]:
    return [
        Entry(pattern, _indicator_word(table), f"{language.code}/indicators.toml: {table['name']}")
        for table in language.get("indicators", "indicator")
        for pattern in table["patterns"]
    ]


def _indicator_word(table: Mapping[str, Any]) -> IndicatorWord | None:
    """None for words that hold an indicator's word and name none («импортозамещение»)."""
    if table["name"] == "none":
        return None
    return IndicatorWord(table["name"], table.get("sides") == "one", table.get("role"), table.get("weak", False))
