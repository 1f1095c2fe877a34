"""Finds areas in a sentence: countries, regions and cities by noun, by adjective, by pairs of adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hamkor.codes.areas import is_capital
from hamkor.extract.line import Triggers
from hamkor.extract.parts import AreaMention
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import Gazetteer, find_words
from hamkor.model import Span
from hamkor.text.fold import fold

_FIRST_HALF = 4  # letters at most of a word that a hyphen joins with a name to make another name («Уч-Курган»)
_ASIDE = re.compile(r" \([^()]{1,30}\)")  # what is said of one of a list: «Ферганская (4,6 тыс. тонн), …»


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of areas.tsv as one of its patterns sees it; `wants` of the text: any | capital | capitals."""

    mention: AreaMention
    wants: str
    condition: str


@dataclass(frozen=True, slots=True)
class _Adjective:
    """What an adjective means alone, and what before the noun of a region (None: that makes no region's name)."""

    alone: AreaMention
    region: AreaMention | None
    wants: str = "any"


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
class _Atlas:
    """The areas of one language, by their nouns, adjectives, and first halves of pairs."""

    nouns: Gazetteer[_Row]
    adjectives: Gazetteer[_Adjective]
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
    known: Triggers


def find_areas(language: Language, text: str, folded: str, span: Span) -> list[Part]:
    """The areas of `span`, as parts: kind `area` for names, `adjective` for adjectives; they do not overlap.

    Names count only where the text writes them with a capital. Source: languages/<code>/areas.tsv and areas.toml.
    """
    atlas: _Atlas = language.remember("areas", _load_atlas)
    words, forms = find_words(folded, span.start, span.end)
    known = atlas.known.find_among(forms)
    return list(_Finder(atlas, text, folded, words).find(known)) if known else []


@dataclass(slots=True)
class _Finder:
    atlas: _Atlas
    text: str
    folded: str
    words: tuple[re.Match[str], ...]

    def find(self, known: Iterable[int]) -> Iterator[Part]:
        """The areas that begin at these words."""
        reached = -1
        for number in known:
            if self.words[number].start() < reached or self.is_second_half(number):
                continue
            parts = self.pair(number) or self.chain(number) or self.noun(number, reached) or self.adjective(number)
            if parts:
                yield from parts
                reached = parts[-1].span.end

    def noun(self, number: int, reached: int) -> Sequence[Part]:
        word = self.words[number]
        for end, row in self.atlas.nouns.match_all(self.folded, word.start(), word[0]):
            if self.is_written(row.wants, word.start(), end) and row.condition in self.folded and not self.is_cut(end):
                if (
                    self.is_else(number, end)
                    or self.is_quoted(word.start(), end)
                    or self.is_feature(number, row.mention)
                ):
                    return ()
                capital = self.capital_of(number, end, row.mention)
                if capital and capital.span.start >= reached:
                    return (capital,)
                before = self.preceded(self.atlas.before, number)
                start = before if before is not None and before >= reached else word.start()
                return (Part("area", Span(start, self.following(self.atlas.after_names, end) or end), row.mention),)
        return ()

    def capital_of(self, number: int, end: int, mention: AreaMention) -> Part | None:
        """The capital of a country, by the word before or after its name («столице Киргизии»)."""
        words, town = self.atlas.capitals, self.atlas.capitals.towns.get("".join(mention.codes))
        if town is None or mention.sort != "country":
            return None
        before, after = self.preceded(words.before, number), self.capital_word(end)
        if before is None and not after:
            return None
        return Part("area", Span(self.words[number].start() if before is None else before, after or end), town)

    def capital_word(self, end: int) -> int:
        """Where the word for a capital ends that follows; 0 where none does, or where it is one of another kind."""
        after = self.following(self.atlas.capitals.after, end)
        return after if after and self.following(self.atlas.capitals.other, after) is None else 0

    def is_else(self, number: int, end: int) -> bool:
        """Whether the words beside the name make it that of something else: «река Нарын», «Fergana Valley»."""
        after = self.preceded(self.atlas.not_after, number) is not None
        start = self.words[number].start()
        if not self.atlas.quoted and self.folded[start - 1 : start] == self.folded[end : end + 1] == '"':
            return True
        return after or self.following(self.atlas.not_before, end) is not None

    def is_feature(self, number: int, mention: AreaMention) -> bool:
        """Whether a town's or region's name is that of a river, a valley, a crossing: «Кировское водохранилище».

        Of two joined names the noun of both tells it of each («рекам Шу и Талас», “Guliston-Kairagach crossing”).
        """
        if mention.sort == "country":
            return False
        last, first = self.words[number].end(), self.atlas.features_first
        if self.following(self.atlas.features, last) or self.preceded(first, number) is not None:
            return True
        other = number + 2 if self.word(number + 1) in self.atlas.joints else number + 1
        near = other == number + 2 or self.folded[last : last + 1] == "-"
        listed = near and other < len(self.words) and self.following(self.atlas.features, self.words[other].end())
        after = number > 1 and self.word(number - 1) in self.atlas.joints
        return bool(listed) or (after and self.preceded(first, number - 2) is not None)

    def word(self, number: int) -> str:
        return self.words[number][0] if number < len(self.words) else ""

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the name alone stands in quotation marks: then something is called after the area («Samarqand»)."""
        return self.folded[start - 1 : start] == self.folded[end : end + 1] == '"'

    def is_written(self, wants: str, start: int, end: int) -> bool:
        """Letters as the list has them: with a capital, in capitals, or in any way."""
        if wants == "capitals":
            return self.text[start:end].isupper()
        return wants == "any" or self.text[start].isupper()

    def is_second_half(self, number: int) -> bool:
        """Whether a short word with a capital that is no area stands before the name over a hyphen: «Уч-Курганская»."""
        start = self.words[number].start()
        if not number or self.text[start - 1] != "-" or not self.text[start].isupper():
            return False
        first = self.words[number - 1]
        short = len(first[0]) <= _FIRST_HALF and first.end() == start - 1
        return short and self.text[first.start()].isupper() and not self.atlas.known[first[0]]

    def is_cut(self, end: int) -> bool:
        """Whether a word goes on over a hyphen: «горно-металлургический»; «Москва-Ташкент» are two words."""
        return self.atlas.cut_at_hyphen and self.text[end : end + 1] == "-" and self.text[end + 1 : end + 2].islower()

    def preceded(self, words: Gazetteer[bool], number: int) -> int | None:
        """Where the words of this list begin that end just before the token; None where none do."""
        for back in (2, 1):
            if number >= back and (first := self.words[number - back])[0] in words:
                met = words.match(self.folded, first.start(), first[0])
                if met and self.folded[met[0] : self.words[number].start()] in (" ", ". ", ".", "\n", ' "'):
                    return first.start()
        return None

    def adjective(self, number: int) -> Sequence[Part]:
        """One adjective; before «республика», «федерация» it makes a name."""
        if self.words[number][0] not in self.atlas.adjectives:
            return ()
        word = self.words[number]
        end, meaning = self.longest(word)
        if meaning.alone is _NOTHING.alone or self.is_cut(end) or self.following(self.atlas.not_before, end):
            return ()
        if self.atlas.streams.match(self.folded, word.start(), word[0]) or self.is_feature(number, meaning.alone):
            return ()
        articles = self.atlas.capitals.articles
        if not articles or (number and self.word(number - 1) in articles):
            capital = self.capital_of(number, end, meaning.alone)
            if capital:
                return (capital,)
        followed = self.following(self.atlas.after, end) if self.text[word.start()].isupper() else None
        if followed:
            return (Part("area", Span(word.start(), followed), meaning.alone),)
        return (Part("adjective", Span(word.start(), end), meaning.alone),)

    def chain(self, number: int) -> list[Part]:
        """«Бухарской, Навоийской и Ташкентской областями»: a part each; empty if no noun follows."""
        found: list[tuple[int, int, AreaMention]] = []
        while number < len(self.words) and self.words[number][0] in self.atlas.adjectives:
            word = self.words[number]
            end, meaning = self.longest(word)
            if meaning.region is None:
                return []
            found.append((word.start(), end, meaning.region))
            noun = self.following(self.atlas.region_nouns, end)
            if noun and len(found) > 1 and not self.is_plural(end):
                return []
            if noun:
                found[-1] = (word.start(), noun, meaning.region)
                return [Part("area", Span(start, to), area) for start, to, area in found]
            number = self.after_joint(number, end)
        return []

    def is_plural(self, end: int) -> bool:
        """Whether the noun after `end` may be that of several regions; in a language that does not tell, any may."""
        return self.atlas.plurals is None or self.following(self.atlas.plurals, end) is not None

    def longest(self, word: re.Match[str]) -> tuple[int, _Adjective]:
        met = self.atlas.adjectives.match(self.folded, word.start(), word[0])
        if met is None or not self.is_written(met[1].wants, word.start(), met[0]):
            return word.end(), _NOTHING  # a word that only begins longer adjectives, or no name
        return met

    def following(self, words: Gazetteer[bool], end: int) -> int | None:
        """Where the words of this list end that follow `end` after one space; None where none do."""
        if self.folded[end : end + 1] not in (" ", "\n"):
            return None
        met = words.match(self.folded, end + 1)
        return met[0] if met else None

    def after_joint(self, number: int, end: int) -> int:
        """The number of the token after «, », « и » …; of no token where the list goes no further."""
        nothing = len(self.words)
        aside = _ASIDE.match(self.folded, end)
        end = aside.end() if aside else end
        while number < nothing and self.words[number].start() < end:
            number += 1
        while number < nothing and self.words[number][0] in self.atlas.joints:
            end, number = self.words[number].end(), number + 1
        if number >= nothing or self.folded[end : self.words[number].start()].strip() not in ("", ","):
            return nothing
        return number

    def pair(self, number: int) -> Sequence[Part]:
        """«российско-узбекский», «казахстанско-кыргызско-узбекский»."""
        if self.words[number][0] not in self.atlas.links or not self.joined(number):
            return ()
        first, found = self.words[number].start(), [self.atlas.links[self.words[number][0]]]
        while self.joined(number):
            number += 1
            word = self.words[number]
            if word[0] in self.atlas.links and self.joined(number):
                found.append(self.atlas.links[word[0]])
            elif word[0] in self.atlas.adjectives:
                end, meaning = self.longest(word)
                return (Part("adjective", Span(first, end), _combine([*found, meaning.alone])),)
        return ()

    def joined(self, number: int) -> bool:
        if number + 1 >= len(self.words):
            return False
        return self.folded[self.words[number].end() : self.words[number + 1].start()] in ("-", "—")


_NOTHING = _Adjective(AreaMention((), "", "group"), None)


def _combine(areas: Sequence[AreaMention]) -> AreaMention:
    codes = tuple(dict.fromkeys(code for area in areas for code in area.codes))
    return AreaMention(codes, ", ".join(area.name for area in areas), areas[0].sort)


def _load_atlas(language: Language) -> _Atlas:
    rows = list(language.get_rows("areas"))
    endings, place = language.endings, f"{language.code}/areas"

    def words(key: str) -> Gazetteer[bool]:
        return Gazetteer(((p, True) for p in language.get("areas", key)), endings, place=place)

    nouns = Gazetteer(_nouns(rows), endings, place=place)
    adjectives = Gazetteer(_adjectives(rows), endings, place=place)
    links = _links(rows, language.get("areas", "link_end"))
    return _Atlas(
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
    )


def _list_capitals(rows: Iterable[dict[str, str]]) -> dict[str, AreaMention]:
    """By country, the city of the list that is its capital."""
    cities = (row for row in rows if row["sort"] == "city" and is_capital(row["code"]))
    return {row["code"].partition("-")[0]: _mention(row) for row in cities}


def _split(cell: str) -> list[str]:
    return [p.strip() for p in cell.split("|") if p.strip()]


def _mention(row: dict[str, str], sort: str = "") -> AreaMention:
    return AreaMention((row["code"],) if row["code"] else (), row["name"], sort or row["sort"])


def _nouns(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, _Row]]:
    for row in rows:
        for pattern in _split(row["nouns"]):
            yield pattern, _Row(_mention(row), _wants(pattern), row["if"])
        for pattern in _split(row["people"]):
            yield pattern, _Row(_mention(row, "nation"), "any", row["if"])


def _wants(pattern: str) -> str:
    return "capitals" if pattern.isupper() else "capital" if pattern[0].isupper() else "any"


def _adjectives(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, _Adjective]]:
    """Of a region and a city with one adjective, the city is meant alone, the region before its noun."""
    by_pattern: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        for pattern in _split(row["adjectives"]):
            by_pattern.setdefault(pattern, []).append(row)
    for pattern, same in by_pattern.items():
        of = {row["sort"]: row for row in reversed(same)}
        alone = of.get("country") or of.get("city") or same[0]
        region = None if "country" in of else of.get("region") or of.get("city") or of.get("district")
        yield pattern, _Adjective(_tell_alone(alone), _tell_named(region) if region else None, _wants(pattern))


def _tell_alone(row: dict[str, str]) -> AreaMention:
    """What an adjective means without a noun; the name of a district is told by its noun alone («Angor tumani»)."""
    return _NOTHING.alone if row["sort"] == "district" else _mention(row)


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
