"""Whose a body is that its own words do not tell: of the one place or state that the document leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from hamkor.codes import find_area
from hamkor.extract.parts import AreaMention, OrganisationMention
from hamkor.extract.reading import Reading
from hamkor.extract.topic import Topic
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Span
from hamkor.text.fold import fold

_LOCAL = "regional_government"
_OF_A_STATE = frozenset({"ministry", "government", "parliament", "statistics", "agency"})
_PLACES = ("region", "city")
_ENVOYS = frozenset({"ambassador", "consul"})
_MINISTERS = frozenset({"minister", "deputy_minister"})
_GOVERNORS = frozenset({"governor", "deputy_governor"})
_STEM = 5  # letters by which the forms of one word are known
_JOINT = 5  # letters between two places that share a noun
_NOUN = 4  # letters by which the words made of one noun for a place are known


class Owners:
    """What one document tells of whose its bodies are."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people = [p for s in reading.sentences for p in s.of("person")]
        self.areas = [p for s in reading.sentences for p in s.of("area", "adjective") if len(p.value.codes) == 1]
        self.topic = Topic(reading, self.areas, ())
        self.sorts: dict[str, str] = reading.language.remember("sorts of places", _load_sorts)
        self.nouns: dict[str, str] = reading.language.remember("nouns of places", _load_nouns)
        self.offices: frozenset[str] = reading.language.remember("stems of ministers", _load_ministers)

    def find(self, body: Part) -> str | None:
        """The ISO 3166 code of whom a body is of; None where the document leaves a doubt.

        body  a part whose value is an OrganisationMention
        """
        mention: OrganisationMention = body.value
        name = fold(mention.name)
        if mention.area or name.startswith(self._stems("not_of_a_state.stems")):
            return mention.area
        wanted = self._list_sorts_told(name)
        if wanted or mention.sort == _LOCAL:
            return self._find_place(body, name, wanted or _PLACES)
        if mention.sort == "embassy":
            return _get_only(area for _, area in self._list_held(_ENVOYS))
        return self._find_state(name) if mention.sort in _OF_A_STATE else None

    def _stems(self, key: str) -> tuple[str, ...]:
        return tuple(self.reading.language.get("positions", key))

    def _list_sorts_told(self, name: str) -> list[str]:
        """The sorts of places that the words of the name tell: «областной», «viloyat», “city”."""
        words = WORD.findall(name)
        told = {self.sorts.get(word) for word in words}
        led = {s for s in _PLACES if any(f"{w} ".startswith(self._stems(f"regional.{s}")) for w in words)}
        return [sort for sort in _PLACES if sort in told | led]

    def _find_place(self, body: Part, name: str, wanted: Collection[str]) -> str | None:
        """That of the sentence's governor; else the publisher's own; else the one that the sentence or text names."""
        governors = list(self._list_held(_GOVERNORS))
        near = [_make_area(area) for part, area in governors if part in self._list_before(body, self.people)]
        before = [p.value for p in self._list_before(body, self.areas)]
        governed = [_make_area(area) for _, area in governors]
        told = [p.value for p in (*self.areas, *self.topic.heading_areas) if len(p.value.codes) == 1]
        codes = self._list_called(name)
        called = [area for area in told if area.codes[0] in codes]
        beside = [area for area in near if not called or area.codes[0] in codes]
        homes = self.topic.home_areas
        named = [area for area in homes if area.codes[0] in {a.codes[0] for a in told}]
        ways = (beside, named, called, before, governed, told, homes)
        fitting = (self._fit(areas, name, wanted) for areas in ways)
        return next((only for areas in fitting if (only := _get_only(a.codes[0] for a in areas))), None)

    def _fit(self, areas: Iterable[AreaMention], name: str, wanted: Collection[str]) -> list[AreaMention]:
        """Those of the wanted sorts; rather those in the countries that call a body so."""
        found = [area for area in areas if not set(wanted).isdisjoint(_list_sorts(area))]
        table: dict[str, list[str]] = self.reading.language.get("positions", "of_country")
        words = WORD.findall(name)
        using = {code for code, stems in table.items() if any(word.startswith(tuple(stems)) for word in words)}
        return [area for area in found if area.codes[0].partition("-")[0] in using] or found

    def _list_called(self, name: str) -> set[str]:
        """The areas that the text calls by a word of the body's name: «Алтайский край», «правительство края».

        Of several joined («Наманганская и Ферганская области»), all are called by the noun of the last.
        """
        stems = tuple(self.nouns[word[:_NOUN]] for word in WORD.findall(name) if word[:_NOUN] in self.nouns)
        called: set[str] = set()
        after: Span | None = None  # the area after, where it is called so
        for part in sorted(self.areas, key=lambda area: area.span, reverse=True):
            words = WORD.findall(self.reading.folded, part.span.start, part.span.end)
            bare = not any(word[:_NOUN] in self.nouns for word in words)
            joined = bare and after is not None and after.start - part.span.end <= _JOINT
            after = part.span if joined or any(word.startswith(stems) for word in words) else None
            called |= set(part.value.codes) if after else set()
        return called

    def _list_before(self, body: Part, parts: Iterable[Part]) -> list[Part]:
        """Those of the parts that stand before the body in its sentence."""
        sentence = next((s for s in self.reading.sentences if s.sentence.span.covers(body.span)), None)
        start = sentence.sentence.span.start if sentence else body.span.start
        return [p for p in parts if start <= p.span.start and p.span.end <= body.span.start]

    def _find_state(self, name: str) -> str | None:
        """The state of the minister of that charge; else the only one that the text names; else the language's."""
        words = WORD.findall(name)
        ministers = {
            _country(area) for part, area in self._list_held(_MINISTERS) if self._is_of_charge(part.span, words)
        }
        named = {code for code, _ in self.topic.named}
        home: str = self.reading.language.get("positions", "home.country")
        return _get_only(ministers) or _get_only(named) or (home or None)

    def _is_of_charge(self, office: Span, words: list[str]) -> bool:
        """Whether an office tells what the body's name tells: «министр торговли», «Минторговли»."""
        met = WORD.findall(self.reading.folded, office.start, office.end)
        stems = {word[:_STEM] for word in met if len(word) >= _STEM} - self.offices
        return any(stem in word for stem in stems for word in words)

    def _list_held(self, positions: frozenset[str]) -> Iterator[tuple[Part, str]]:
        """The people who hold one of these offices, with whose it is."""
        return ((p, p.value.area) for p in self.people if p.value.position in positions and p.value.area)


def _get_only(codes: Iterable[str]) -> str | None:
    """The one code, or None where there are several or none."""
    found = set(codes)
    return found.pop() if len(found) == 1 else None


def _make_area(code: str) -> AreaMention:
    return AreaMention((code,), "", "")


def _country(code: str) -> str:
    return code.partition("-")[0]


def _list_sorts(area: AreaMention) -> set[str]:
    """What the mention is; a name of a region's town stands for the region, too."""
    known = find_area(area.codes[0])
    return {area.sort, known.sort} if known else {area.sort}


def _load_sorts(language: Language) -> dict[str, str]:
    table: dict[str, list[str]] = language.get("positions", "points_back")
    return {fold(word): sort for sort, words in table.items() for word in words}


def _load_nouns(language: Language) -> dict[str, str]:
    """What all forms of the nouns for places begin with, by the letters that tell the noun: «крае…» → «кра»."""
    shortest: dict[str, str] = {}
    for word in sorted(_load_sorts(language), key=len, reverse=True):
        shortest[word[:_NOUN]] = word[: min(_STEM, len(word) - 1)]
    return shortest


def _load_ministers(language: Language) -> frozenset[str]:
    """The beginnings of the words of ministers' titles, which tell nothing of their charge."""
    table: dict[str, Any] = language.get("positions", "position")
    patterns = (pattern for code in sorted(_MINISTERS) for pattern in table.get(code, ()))
    return frozenset(word[:_STEM] for pattern in patterns for word in WORD.findall(fold(pattern)))
