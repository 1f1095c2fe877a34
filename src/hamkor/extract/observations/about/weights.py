"""How much each area of a document is told of, and who acts for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hamkor.codes.areas import is_capital
from hamkor.extract.observations.draft import get_country
from hamkor.extract.parts import AreaMention

TITLE_WEIGHT, LEAD_WEIGHT, CITY_WEIGHT, BODY_WEIGHT = 8, 4, 2, 1
AREAS = ("area", "adjective")
APPOSED = 2  # characters between a region and the country it lies in
BREATH = 2  # words between two areas told in one breath
GROUP = ""  # a group of countries, as a side
_ENDING = 2  # letters of a city's name that its region's may not have («Алматы», «Алматинская область»)
_REGION_ACTS = frozenset(("governor", "deputy_governor"))
_HEADS = ("head_of_state", "head_of_government")
_OF_STATE = (*_HEADS, "deputy_head_of_government", "minister", "deputy_minister")
COUNTRY_ACTS = frozenset((*_OF_STATE, "ambassador", "consul"))
_PAIR = 2
_MANY = 4  # more regions of a country than these are a list of them, and the text is of the country
_MINISTRY = "ministry"
_TOLD = 4  # weight of a country that a text tells of by its own name, and not in passing


@dataclass(slots=True)
class Weights:
    """How much each area weighs in a document, in the order of their first mention.

    titled   areas that the title names, with the role of a city there
    acting   regions whose governors, and countries whose ministers, are named
    led      countries whose head of state or government is named
    partners countries that the title names as with whom another does it («Rossiya bilan»)
    reporters countries whose statistics the text goes by, or whose partner it says another to be
    opening  areas that the first sentences name
    told     how often the text itself names an area
    guests   areas whose people or firms the title names by an adjective («Namangan farmers grow potatoes in Zhetysu»)
    hosts    regions in which the title puts something
    acted    countries of a title that it puts nothing in, where endings tell so
    within   countries of which the title tells a region without its name («казахстанский регион»)
    """

    codes: dict[str, float] = field(default_factory=dict)
    titled: dict[str, str] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)
    led: set[str] = field(default_factory=set)
    partners: set[str | None] = field(default_factory=set)
    reporters: set[str | None] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)
    told: Counter[str] = field(default_factory=Counter)
    guests: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)
    within: set[str] = field(default_factory=set)
    _names: dict[str, AreaMention] = field(default_factory=dict)

    def add(self, code: str, weight: float) -> None:
        self.codes[code] = self.codes.get(code, 0) + weight

    def title(self, code: str, role: str) -> None:
        self.titled.setdefault(code, role)

    def name(self, mention: AreaMention, *, told: bool = False) -> None:
        """A mention that may stand for the region of its name; `told` in the text, not in the title."""
        if len(mention.codes) == 1:
            self._names.setdefault(mention.codes[0], mention)
            self.told[mention.codes[0]] += told

    def act(self, area: str, position: str | None) -> None:
        if position in (_REGION_ACTS if "-" in area else COUNTRY_ACTS):
            self.acting.add(area)
            self.told[area] += 1
            self.led |= {area} if position in _HEADS else set()

    def act_by_body(self, area: str, sort: str) -> None:
        if sort == _MINISTRY and "-" not in area:
            self.acting.add(area)

    def country(self, country: str) -> float:
        return sum(w for code, w in self.codes.items() if get_country(code) == country)

    def countries(self) -> list[str]:
        """Countries (and groups) by weight, the heaviest first; of equals the one named first."""
        weights: dict[str | None, float] = {}
        for code, weight in self.codes.items():
            country = get_country(code)
            weights[country] = weights.get(country, 0) + weight
        return sorted(self.codes_of_countries(), key=lambda c: -weights.get(c, 0))

    def codes_of_countries(self) -> list[str]:
        """Countries (and groups) in the order of their first mention."""
        return list(dict.fromkeys(get_country(code) or GROUP for code in self.codes))

    def comes_second(self, country: str | None) -> bool:
        """Whether another speaks of its trade: with it, as the title has it, or by that one's own statistics."""
        return country in self.partners or bool(self.reporters and country not in self.reporters)

    def comes_as_guest(self, code: str) -> bool:
        """Whether the title names one as who does it at another's place."""
        hosts = self.hosts if code in self.guests else {h for h in self.hosts if "-" not in h and code in self.acted}
        return any(get_country(host) != get_country(code) for host in hosts)

    def place(self, code: str) -> int:
        """Which area of all it was that was named first, second …"""
        return list(self.codes).index(code)

    def heaviest(self, country: str) -> str:
        """What stands for a country: a region of the title, one whose governor acts, else the heaviest."""
        own = [code for code in self.codes if get_country(code) == country and not self._is_passing(code)]
        regions = [code for code in own if "-" in code and not self._is_seat(code)]
        if country in self.within and regions:
            return max(regions, key=lambda c: self.codes[c])
        titled = [code for code in regions if code in self.titled]
        named = country in self.titled or country in self.acting
        acting = [] if named else [code for code in regions if code in self.acting]
        own = [code for code in own if not self._is_seat(code)] or own
        many = len(regions) > _MANY and not titled and not set(regions) & self.acting
        if (len(set(titled)) > 1 or many) and country in self.codes:
            return country
        found = max(titled or acting or own, key=lambda c: (self.codes[c], c == country))
        return self._namesake(found, regions)

    def region(self, side: str | None) -> str | None:
        """The region told of most in the country of a side; a side that is a region is its own."""
        if side and "-" in side:
            return side
        own = [code for code in self.codes if "-" in code and get_country(code) == get_country(side)]
        return max(own, key=lambda c: self.codes[c], default=None)

    def _is_passing(self, code: str) -> bool:
        """A city of the title that only says where it was («на форуме в …»), or where a way begins («из …»)."""
        role, country = self.titled.get(code), get_country(code) or code
        if role in ("in", "to") and country in self.titled and self._act_many():
            return True
        if self._is_home(code):
            return False
        if role == "by" and is_capital(code) and code not in self.acting and self.told[country] > self.told[code]:
            return True
        if code in self.acting or country not in self.codes:
            return False
        if role == "in":
            return True
        hosting = is_capital(code) and country in self.led  # «переговоры в Ташкенте» of presidents
        return (role == "to" and (country in self.titled or hosting)) or (role == "from" and country in self.acting)

    def _is_home(self, code: str) -> bool:
        """A city of the title where the text tells of no other country, or of this city more often than of its own."""
        country = get_country(code) or code
        if country in self.titled or is_capital(code) or self.titled.get(code) not in ("in", "to"):
            return False
        return self.codes_of_countries() == [country] or self.told[code] > self.told[country]

    def _act_many(self) -> bool:
        """Whether governors of more than two regions act: then where they meet is only a place."""
        return sum("-" in code for code in self.acting) > _PAIR

    def _is_seat(self, code: str) -> bool:
        """A city of the title that stands for its state («Bishkek and Ankara agree»), as a capital there does."""
        cities = [c for c in self.titled if "-" in c]
        seats = any(is_capital(c) and self._is_of_state(c) for c in cities)
        return len(cities) > 1 and code in cities and seats and self._is_of_state(code)

    def _is_of_state(self, code: str) -> bool:
        city = self._names.get(code)
        country = get_country(code) or code
        state = country in self.acting or (is_capital(code) and self.codes.get(country, 0) >= _TOLD)
        return bool(city and city.sort == "city") and state and code not in self.acting

    def _namesake(self, code: str, regions: list[str]) -> str:
        """The region that bears a city's name, where the text names it as often: the city stood for it."""
        city = self._names.get(code)
        if city is None or city.sort != "city":
            return code
        bearing = (r for r in regions if r != code and r in self._names and _share_name(city, self._names[r]))
        return next((r for r in bearing if self.told[r] >= self.told[code]), code)


def _share_name(city: AreaMention, region: AreaMention) -> bool:
    """Whether a region is called after a city: its name begins with the city's, but for its ending."""
    stem = city.name[: max(2, len(city.name) - _ENDING)]
    return region.sort == "region" and region.name.startswith(stem)


def list_countries(codes: Iterable[str]) -> set[str | None]:
    """The countries that areas lie in, or are."""
    return {get_country(code) for code in codes if code}
