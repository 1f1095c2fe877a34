"""What a language says of figures, compiled once: rules, cues, indicators, goods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hamkor.grammar import Entry, Language, Lexicon, Rulebook, load_rules
from hamkor.grammar.alternatives import any_of
from hamkor.grammar.anyof import compile_phrases
from hamkor.model.value import value

FILE = "observations"
PROJECT = "projects_value"  # the indicator of what a thing to be built takes
_SIDES = (
    "of_place",
    "placed",
    "got",
    "hosted",
    "borrowed",
    "crossed",
    "flowing",
    "projects",
    "sent",
    "signed",
    "met",
    "made",
    "of_way",
    "apart",
)


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
    roles_after: Mapping[str, str]  # a word after an area, folded → its role
    grown_by: re.Pattern[str] | None  # a mark and a word, after which an amount is by how much something grew
    grown_by_endings: tuple[str, ...]  # endings of such an amount
    after_growth: tuple[str, ...]  # how a time begins that, after a growth, is what it is compared with
    base_endings: tuple[str, ...]  # endings of a time that something is only compared with
    whole_endings: tuple[str, ...]  # endings of a word or area that a share after it is part of
    owned_endings: tuple[str, ...]  # the same of a word that another before it owns («viloyat savdosining»)
    owner_endings: tuple[str, ...]  # endings of an area that owns what follows, where no case tells («Tajikistan's»)
    within_endings: tuple[str, ...]  # endings of an area in which something is («Osiyodagi savdoning»)
    home: str  # the country that texts mean by "in the country"; nothing where they mean any
    verb_last: bool  # what a verb says of a figure follows it
    no_role: frozenset[str]  # words that end the reach of a preposition («для этого»)
    through: frozenset[str]  # nouns that stand for their area after a preposition («in the economy of»)
    linking: frozenset[str]  # verbs of being that end it, too («на втором месте стала …»)
    units: Mapping[str, tuple[str, ...]]  # unit → the indicators it may stand for, the first by itself
    attending: Mapping[str, str]  # indicator of a counted thing → what it is at a fair
    value_of: Mapping[str, str]  # indicator of a counted thing → indicator of the money it takes
    counted_only: frozenset[str]  # indicators that money never measures
    not_things: frozenset[str]  # indicators that no count of things measures
    durations: frozenset[str]  # units of time that are figures only where a way takes them
    works: Lexicon  # dams, power stations, mines: the country whose they are
    sites: Lexicon  # what stands somewhere or is built there («завод», «центр»)
    sited: frozenset[str]  # indicators of what such a thing costs, has, yields
    few: int  # up to so many countries, sectors, copies are the sides and parts of a thing, not its figures
    never_units: frozenset[str]  # units of time that are never figures
    spans: tuple[str, ...]  # endings of lengths of time that tell of what stands behind them («olti oylik savdo»)
    people: tuple[str, ...]  # indicators of people counted, the one of mere people first
    leading: frozenset[str]  # indicators that stand first where a measure has words of several («мощность перевозок»)
    of_things: frozenset[str]  # indicators that a counted thing may have by the words before it
    plans: frozenset[str]  # indicators that a plan of the sentence before also speaks of
    own_side: frozenset[str]  # indicators that one side has alone
    of_place: frozenset[str]  # indicators of what stands in one place, unless two do it together
    placed: frozenset[str]  # indicators of people who work or learn where they are told of
    got: frozenset[str]  # indicators of what one side gets or holds, unless another is named
    hosted: frozenset[str]  # indicators of those whom one side receives from everywhere
    borrowed: frozenset[str]  # those of them that a country gets for its places
    flowing: frozenset[str]  # indicators of what one side gets from the other, where it is said to get it
    crossed: frozenset[str]  # indicators that both sides of a border share
    projects: frozenset[str]  # indicators whose sides also have what the thing yields
    sent: frozenset[str]  # indicators of what goes to a country, whatever its town
    signed: frozenset[str]  # indicators of what is signed or settled somewhere
    met: frozenset[str]  # indicators of those who come to a gathering and of what is signed there
    made: frozenset[str]  # indicators of what a side has alone where it is made or used, not sent
    apart: frozenset[str]  # indicators that a side named without another has alone
    of_way: frozenset[str]  # indicators of a way, whose sides are its two ends
    moving: re.Pattern[str]  # what goes between places («рейс», «поезд»)
    lasting: frozenset[str]  # indicators of what stands as long as nothing changes it: no time is told for it
    planned_once: frozenset[str]  # indicators of what is planned as such: the day it begins or ends is not the figure's
    dated: frozenset[str]  # indicators of what begins or is held on a day: that is the time of what is planned
    planned: frozenset[str]  # indicators whose figures are asked or set, not counted
    flows: frozenset[str]  # indicators told of a stretch of time
    route: Mapping[str, str]  # indicator → what its route is called

    @cached_property
    def standing(self) -> frozenset[str]:
        """Indicators of what stands, works or lives in one place: the town told with it is whose it is."""
        return self.own_side | self.of_place | self.placed

    @cached_property
    def alone(self) -> frozenset[str]:
        """Indicators whose one-sided figures say nothing of the sides of the next."""
        return self.own_side | self.of_place | self.got


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
        roles_after={word: role for role, words in language.get(FILE, "roles_after").items() for word in words},
        grown_by=_after_mark(language, language.get(FILE, "comparing.grown_by")),
        grown_by_endings=tuple(language.get(FILE, "comparing.grown_by_endings")),
        after_growth=tuple(f"{word} " for word in language.get(FILE, "comparing.after_growth")),
        base_endings=tuple(language.get(FILE, "comparing.times")),
        whole_endings=tuple(language.get(FILE, "comparing.wholes")),
        owned_endings=tuple(language.get(FILE, "comparing.owned")),
        owner_endings=tuple(language.get(FILE, "comparing.owners")),
        within_endings=tuple(language.get("positions", "in_area.ends")),
        home=language.get("positions", "home.country"),
        verb_last=bool(language.get("language", "final_verb")),
        no_role=frozenset(language.get(FILE, "pronouns.words")),
        through=frozenset(language.get(FILE, "pronouns.through")),
        linking=frozenset(language.get(FILE, "pronouns.verbs")),
        units={unit: tuple(names) for unit, names in language.get("indicators", "unit").items()},
        attending=language.get("indicators", "attending"),
        value_of=language.get("indicators", "value_of"),
        counted_only=frozenset(language.get("indicators", "not_money.names")),
        not_things=frozenset(language.get("indicators", "not_things.names")),
        durations=frozenset(language.get(FILE, "units.travel")),
        works=_lexicon(language, FILE, language.get(FILE, "works")),
        sites=_nouns(language, "sites.nouns"),
        sited=frozenset(language.get("indicators", "sides.sited")),
        few=int(language.get(FILE, "units.few")),
        never_units=frozenset(language.get(FILE, "units.never")),
        spans=tuple(language.get(FILE, "units.spans")),
        people=tuple(language.get("indicators", "people.names")),
        leading=frozenset(language.get("indicators", "leading.names")),
        of_things=frozenset(language.get("indicators", "of_things.names")),
        plans=frozenset(language.get("indicators", "plans.names")),
        own_side=frozenset(language.get("indicators", "own_side.names")),
        **{key: frozenset(language.get("indicators", f"sides.{key}")) for key in _SIDES},
        moving=compile_phrases(language, "events", "clause.moving"),
        lasting=frozenset(language.get("indicators", "lasting.names")),
        planned_once=frozenset(language.get("indicators", "planned_once.names")),
        dated=frozenset(language.get("indicators", "dated.names")),
        planned=frozenset(language.get("indicators", "planned.names")),
        flows=frozenset(language.get("indicators", "flow.names")),
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
