"""What countries a document is about, and the areas that its title and dateline name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from hamkor.extract.areas import find_areas
from hamkor.extract.parts import AreaMention
from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.model import Span
from hamkor.text.fold import fold


class Topic:
    """The countries of one document.

    areas   all areas named in it
    others  the spans of areas that tell only whose colleague somebody is
    """

    def __init__(self, reading: Reading, areas: Sequence[Part], others: Collection[Span]) -> None:
        self.reading = reading
        own = [p for p in areas if p.span not in others] or areas
        named = Counter(code.partition("-")[0] for p in own for code in p.value.codes)
        self.named = named.most_common()

    @property
    def heading_areas(self) -> list[Part]:
        """The areas of title and dateline, as parts before all others."""
        headings = (self.reading.title or "", (self.reading.prepared.dateline.place or "").title())
        return [Part("area", Span(0, 0), area) for heading in headings for area in self._areas_of(heading)]

    @property
    def home_areas(self) -> list[AreaMention]:
        """The areas that the publisher's name or the dateline tells: where the text speaks from."""
        homes = (self.reading.prepared.publisher or "", (self.reading.prepared.dateline.place or "").title())
        return [area for home in homes for area in self._areas_of(home) if len(area.codes) == 1]

    @property
    def main_countries(self) -> set[str]:
        """The two countries that the text is about."""
        return {code for code, times in self.named[:2] if times > 1}

    @property
    def country(self) -> str | None:
        """The country that speaks: the dateline's, the publisher's, the language's own if named, the one named most."""
        place, publisher = self.reading.prepared.dateline.place or "", self.reading.prepared.publisher or ""
        for area in (*self._areas_of(place.title()), *self._areas_of(publisher)):
            return area.codes[0].partition("-")[0]
        named = [code for code, _ in self.named]
        acting = self._find_acting()
        if acting and acting not in named:
            return acting
        home: str = self.reading.language.get("positions", "home.country")
        return home if home in named else next(iter(named), None)

    def _find_acting(self) -> str | None:
        """The country that the title begins with, alone: «Казахстан запустит центр на границе»."""
        title = self.reading.title or ""
        areas = self._areas_of(title)
        first = areas[0] if len({code for area in areas for code in area.codes}) == 1 else None
        begins = first and first.sort == "country" and first.is_nominative(fold(title).split()[0])
        return first.codes[0] if first and begins else None

    def _areas_of(self, heading: str) -> list[AreaMention]:
        heading = self.reading.language.reader.convert_plain(heading)
        parts = find_areas(self.reading.language, heading, fold(heading), Span(0, len(heading)))
        return [p.value for p in parts if p.value.codes]
