"""The areas that a language knows: its nouns, adjectives, first halves of pairs, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hamkor.codes.areas import is_capital
from hamkor.extract.line import Triggers
from hamkor.extract.parts import AreaMention
from hamkor.grammar import Language
from hamkor.grammar.gazetteer import Gazetteer
from hamkor.text.fold import fold


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of areas.tsv as one of its patterns sees it; `wants` of the text: any | capital | capitals."""

    mention: AreaMention
    wants: str
    condition: str


@dataclass(frozen=True, slots=True)
class Adjective:
    """What an adjective means alone, and what before the noun of a region (None: that makes no region's name)."""

    alone: AreaMention
    region: AreaMention | None
    wants: str = "any"


NOTHING = Adjective(AreaMention((), "", "group"), None)


@dataclass(frozen=True, slots=True)
class _Capitals:
    """«Столица Киргизии», “the Kyrgyz capital”: the words that make a country's name or adjective that of its capital.

    towns     by country, its capital as the language names it
    before    words before a country's name; `after`: words after its name or adjective
    articles  words of which one stands before such an adjective, where the language has any (“with Kyrgyz capital”)
    other     words after which it is a capital of another kind (“Kazakhstan's capital market”)
    """

    towns: dict[str, AreaMention]
    before: Gazetteer[bool]
    after: Gazetteer[bool]
    articles: frozenset[str]
    other: Gazetteer[bool]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The areas of one language, by their nouns, adjectives, and first halves of pairs."""

    nouns: Gazetteer[_Row]
    adjectives: Gazetteer[Adjective]
    links: dict[str, AreaMention]
    region_nouns: Gazetteer[bool]
    plurals: Gazetteer[bool] | None
    joints: frozenset[str]
    before: Gazetteer[bool]
    after: Gazetteer[bool]
    after_names: Gazetteer[bool]
    capitals: _Capitals
    not_after: Gazetteer[bool]
    not_before: Gazetteer[bool]
    streams: Gazetteer[bool]
    features: Gazetteer[bool]
    features_first: Gazetteer[bool]
    cut_at_hyphen: bool
    quoted: bool  # whether a name that quotation marks enclose is the area («Гүлістан» өткізу пункті is none)
    given: frozenset[str]  # given names of people
    known: Triggers


def load_atlas(language: Language) -> Atlas:
    rows = list(language.get_rows("areas"))
    endings, place = language.endings, f"{language.code}/areas"

    def words(key: str) -> Gazetteer[bool]:
        return Gazetteer(((p, True) for p in language.get("areas", key)), endings, place=place)

    nouns = Gazetteer(_nouns(rows, endings), endings, place=place)
    adjectives = Gazetteer(_adjectives(rows), endings, place=place)
    links = _links(rows, language.get("areas", "link_end"))
    return Atlas(
        nouns=nouns,
        adjectives=adjectives,
        links=links,
        known=Triggers(nouns.__contains__, adjectives.__contains__, links.__contains__),
        region_nouns=words("region_nouns"),
        plurals=words("region_plurals") if language.get("areas", "region_plurals") else None,
        joints=frozenset(fold(j) for j in language.get("areas", "region_joints")),
        before=words("before"),
        after=words("after"),
        after_names=words("after_names"),
        capitals=_Capitals(
            towns=_list_capitals(rows),
            before=words("capital.before"),
            after=words("capital.after"),
            articles=frozenset(language.get("areas", "capital.articles")),
            other=words("capital.other"),
        ),
        not_after=words("not_after"),
        not_before=words("not_before"),
        streams=words("streams"),
        features=words("features"),
        features_first=words("features_first"),
        quoted=language.get("areas", "quoted"),
        cut_at_hyphen=language.get("areas", "cut_at_hyphen"),
        given=frozenset(fold(row["name"]) for row in language.get_rows("given_names")),
    )


def _list_capitals(rows: Iterable[dict[str, str]]) -> dict[str, AreaMention]:
    """By country, the city of the list that is its capital."""
    cities = (row for row in rows if row["sort"] == "city" and is_capital(row["code"]))
    return {row["code"].partition("-")[0]: _mention(row) for row in cities}


def _split(cell: str) -> list[str]:
    return [p.strip() for p in cell.split("|") if p.strip()]


def _mention(row: dict[str, str], sort: str = "") -> AreaMention:
    return AreaMention((row["code"],) if row["code"] else (), row["name"], sort or row["sort"])


def _nouns(rows: Iterable[dict[str, str]], endings: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, _Row]]:
    for row in rows:
        for pattern in _split(row["nouns"]):
            mention = replace(_mention(row), spelt=_get_nominative(pattern, endings))
            yield pattern, _Row(mention, _wants(pattern), row["if"])
        for pattern in _split(row["people"]):
            yield pattern, _Row(_mention(row, "nation"), "any", row["if"])


def _get_nominative(pattern: str, endings: Mapping[str, Sequence[str]]) -> str:
    """The name with the first ending of its class, which is the nominative's; the stem where the class is of chains."""
    words = (word.partition("~") for word in pattern.split())
    firsts = ((stem, next(iter(endings.get(name, ())), "")) for stem, _, name in words)
    return fold(" ".join(stem if first.startswith("~") else stem + first for stem, first in firsts))


def _wants(pattern: str) -> str:
    return "capitals" if pattern.isupper() else "capital" if pattern[0].isupper() else "any"


def _adjectives(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, Adjective]]:
    """Of a region and a city with one adjective, the city is meant alone, the region before its noun."""
    by_pattern: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        for pattern in _split(row["adjectives"]):
            by_pattern.setdefault(pattern, []).append(row)
    for pattern, same in by_pattern.items():
        of = {row["sort"]: row for row in reversed(same)}
        alone = of.get("country") or of.get("city") or same[0]
        region = None if "country" in of else of.get("region") or of.get("city") or of.get("district")
        yield pattern, Adjective(_tell_alone(alone), _tell_named(region) if region else None, _wants(pattern))


def _tell_alone(row: dict[str, str]) -> AreaMention:
    """What an adjective means without a noun; the name of a district is told by its noun alone («Angor tumani»)."""
    return NOTHING.alone if row["sort"] == "district" else _mention(row)


def _tell_named(row: dict[str, str]) -> AreaMention:
    """What it means before the noun of a region; a district is a place within its region, as a town is."""
    return _mention(row, "city" if row["sort"] == "district" else "region")


def _links(rows: Iterable[dict[str, str]], end: str) -> dict[str, AreaMention]:
    """First halves of pairs: those of the list, and stems of adjectives with what joins them, where anything does."""
    links: dict[str, AreaMention] = {}
    for row in rows:
        made = [pattern.partition("~")[0] + end for pattern in _split(row["adjectives"])] if end else []
        for link in [*made, *_split(row["links"])]:
            links.setdefault(fold(link), _mention(row))
    return links
