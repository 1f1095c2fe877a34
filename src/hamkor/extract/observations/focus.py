"""What a document is about: its two sides, by its title and its first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hamkor.extract.areas import find_areas
from hamkor.extract.observations.draft import Focus, Sides, get_country
from hamkor.extract.observations.layout import Line, lay_line
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import AreaMention, OrganisationMention, PersonMention
from hamkor.extract.reading import Reading
from hamkor.grammar import Part, build_scene
from hamkor.model import Span
from hamkor.text.fold import fold

TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT = 8, 4, 1
LEAD = 3  # sentences that count as the lead
_SMALLEST = 2  # a second side weighs at least this much
_CLEAR = 1.5  # times the weight of the third country that makes a second one a side
_APPOSED = 2  # characters between a region and the country it lies in
_GROUP = ""  # a group of countries, as a side


@dataclass(slots=True)
class _Weights:
    """How much each area weighs in a document, in the order of their first mention."""

    codes: dict[str, float] = field(default_factory=dict)
    titled: set[str] = field(default_factory=set)

    def add(self, code: str, weight: float) -> None:
        self.codes[code] = self.codes.get(code, 0) + weight

    def country(self, country: str) -> float:
        return sum(w for code, w in self.codes.items() if get_country(code) == country)

    def countries(self) -> list[str]:
        """Countries (and groups) by weight, the heaviest first; of equals the one named first."""
        seen = dict.fromkeys(get_country(code) or _GROUP for code in self.codes)
        return sorted(seen, key=lambda c: -self.country(c))

    def heaviest(self, country: str) -> str:
        """The area that stands for a country here: a region of the title, else the heaviest, in doubt the country."""
        own = [code for code in self.codes if get_country(code) == country]
        titled = [code for code in own if code in self.titled and code != country]
        return max(titled or own, key=lambda c: (self.codes[c], c == country))

    def region(self, side: str | None) -> str | None:
        """The region told of most in the country of a side."""
        own = [code for code in self.codes if "-" in code and get_country(code) == get_country(side)]
        return max(own, key=lambda c: self.codes[c], default=None)


def read_title(words: Words, reading: Reading) -> Line | None:
    """The document's title as a line, with its areas; None without one."""
    title = reading.prepared.document.title
    if not title:
        return None
    folded, span = fold(title), Span(0, len(title))
    scene = build_scene(folded, span, find_areas(reading.language, title, folded, span), text=title)
    return lay_line(words, folded, scene)


def find_focus(reading: Reading, title: Line | None) -> Focus:
    """The two sides of a document, as first mentioned, but a region before a country: it is the one told of."""
    weights = _Weights()
    for mention in _areas(_unquoted(title) if title else ()):
        _weigh(weights, mention, TITLE_WEIGHT)
    weights.titled.update(weights.codes)
    for number, read in enumerate(reading.sentences):
        weight = LEAD_WEIGHT if number < LEAD else BODY_WEIGHT
        for mention in _areas(_alone(read.scene.parts)):
            _weigh(weights, mention, BODY_WEIGHT if mention.sort == "city" else weight)
        for code in _inner(read.scene.parts):
            weights.add(code, weight / 2)
    sides = _sides(weights)
    return Focus(sides, Sides(weights.region(sides.ref), weights.region(sides.counterpart)))


def _alone(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts without a country that only says where the region before it lies («Согдийской области Таджикистана»)."""
    before: Part | None = None
    for part in parts:
        if not (before and _locates(part, before)):
            yield part
        before = part


def _locates(part: Part, before: Part) -> bool:
    if not (isinstance(part.value, AreaMention) and isinstance(before.value, AreaMention)):
        return False
    near = part.span.start - before.span.end <= _APPOSED
    return near and any("-" in code and (get_country(code),) == part.value.codes for code in before.value.codes)


def _unquoted(title: Line) -> Iterator[Part]:
    """Areas of a title that are no quoted name («Центральная Азия» of a centre)."""
    text = title.scene.text
    for at, part in title.parts(0, len(text), "area", "adjective"):
        if not (text[:at].endswith('"') and text[at + 1 :].startswith('"')):
            yield part


def _weigh(weights: _Weights, mention: AreaMention, weight: float) -> None:
    for code in mention.codes or (_GROUP,):
        weights.add(code, weight)


def _areas(parts: Iterable[Part]) -> Iterator[AreaMention]:
    for part in parts:
        if part.kind in ("area", "adjective"):
            yield part.value


def _inner(parts: Iterable[Part]) -> Iterator[str]:
    """Areas that people and organisations act for."""
    for part in parts:
        if isinstance(part.value, PersonMention | OrganisationMention) and part.value.area:
            yield part.value.area


def _sides(weights: _Weights) -> Sides:
    if len({get_country(code) for code in weights.titled if code}) > 2:
        return Sides()  # what three do together is nobody's alone
    ranked = [c for c in weights.countries() if weights.country(c) >= _SMALLEST]
    if not ranked or ranked[0] == _GROUP:
        ranked = [c for c in ranked if c != _GROUP][:1]
    chosen = [c for c in ranked[:2] if c != _GROUP]
    if len(ranked) > 2 and not _leads(weights, ranked[1], ranked[2]):
        chosen = chosen[:1]
    order = list(weights.codes)
    codes = sorted((weights.heaviest(c) for c in chosen), key=lambda c: ("-" not in c, order.index(c)))
    return Sides(*codes)


def _leads(weights: _Weights, second: str, third: str) -> bool:
    """Whether the second country is more than one of a list: named in the title, or clearly above the third."""
    titled = any(get_country(code) == second for code in weights.titled)
    return titled or weights.country(second) >= _CLEAR * weights.country(third)
