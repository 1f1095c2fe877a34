"""Which office a person holds, of which area, in which organisation: by the words beside the name, then by the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.codes.offices import get_deputy, refine_office
from hamkor.extract.people.holders import Holder, find_holder
from hamkor.extract.people.homes import Homes
from hamkor.extract.people.mentions import Mention
from hamkor.extract.reading import Reading
from hamkor.extract.whose import (
    Surroundings,
    find_served,
    get_office_before,
    point_at_area,
    point_at_body,
    point_at_organisation,
    seek,
    seek_for_body,
)
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD, Gazetteer
from hamkor.grammar.index import Remembered
from hamkor.model.value import value

_OF_MINISTRIES = frozenset({"minister", "deputy_minister"})
_PRIVATE = frozenset({"company", "university", "facility"})
_LOCAL = frozenset({"governor", "deputy_governor"})
_REGIONS = frozenset({"region", "city"})
_PRONOUN = 12  # letters that a pronoun and the space around it take at most
_SPACE = re.compile(" ")
_ABBREVIATION = 3  # letters: such nouns are not declined


@value(frozen=True, slots=True)
class Office:
    """An office held: GUIDE's code, ISO 3166 code of the area, name of the organisation."""

    position: str | None
    area: str | None
    organisation: str | None


class OfficeReader:
    """Reads the offices of one document's people, all of whose mentions it must know."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.reading = reading
        taken = [m.office.span for m in mentions if m.office]
        self._held: set[tuple[str, str]] = set()
        self.around = Surroundings(reading, taken, [p.span for m in mentions if m.is_peer for p in m.whose])
        self.homes = Homes(reading, self.around.areas, self.around.organisations)

    def get_office(self, name: str, mentions: Sequence[Mention]) -> Office:
        """The first office told of; what the mentions leave open comes from known holders, then from the document."""
        holding = next((m for m in mentions if m.office), None)
        told = self._told(holding) if holding else Office(None, None, None)
        area = told.area or next((a for m in mentions if (a := self._area_told(m))), None)
        known = self._known(name, told.position, area)
        if known and (told.position is None or area is None):
            return Office(told.position or known.position, area or known.area, told.organisation)
        elsewhere = self._known(name, None, None)
        if area is None and elsewhere:
            area = elsewhere.area
        if holding and told.position and area is None:
            area = self._sought(told.position, holding)
        if holding and area is None and told.position == "other":
            area = find_served(self.around, holding)
        if holding and area is None and told.position in _OF_ORGANISATIONS:
            area = self.homes.find_home(holding, told.position, list(self.around.words_of(holding)))
        if holding and told.position in _LOCAL and area:
            area = self._of_other(told.position, area, holding)
        return Office(told.position or "other", area, told.organisation)

    def _of_other(self, position: str, area: str, holding: Mention) -> str:
        """Of «the region» whose governor was named before: the region that was named last, where it is another's."""
        if (position, area) in self._held and self._area_part(holding) is None:
            near = [p for p in self.around.areas if p.span.end <= holding.span.start and p.value.sort in _REGIONS]
            other = _one(near[-1].value.codes) if near else None
            area = other if other and other.partition("-")[0] != area.partition("-")[0] else area
        self._held.add((position, area))
        return area

    def _known(self, name: str, position: str | None, area: str | None) -> Holder | None:
        year = self.reading.published.year if self.reading.published else None
        return find_holder(self.reading.language, name, year=year, position=position, area=area)

    def _sought(self, position: str, holding: Mention) -> str | None:
        body = _nearest_body(holding)
        if body:
            return seek_for_body(self.around, body, holding) or self._sought_for_state(position, holding)
        return seek(self.around, position, holding)

    def _sought_for_state(self, position: str, holding: Mention) -> str | None:
        """Those of an organisation act for a state only where the office says so."""
        return None if position in _OF_ORGANISATIONS else seek(self.around, position, holding)

    def _told(self, mention: Mention) -> Office:
        assert mention.office
        if self._is_his(mention.office):
            return Office(get_deputy(get_office_before(self.around, mention)), None, None)
        code = self._by_workplace(mention, mention.office)
        named = _nearest_body(mention)
        organisation = named or point_at_organisation(self.around, mention)
        area = self._whose_area(mention)
        if organisation:
            if named is None or self._is_beside(mention.office, named, mention.whose):
                code = self._by_organisation(code, mention.office, organisation)
            whose = _one(area.value.codes) if area else _area_of(organisation)
            return Office(code, whose, organisation.value.name)
        if area and (mention.is_peer or self._leads(mention, area)):
            refined = refine_office(code, area=area.value.sort)
            code = code if mention.is_peer and refined == "other" else refined
        body = point_at_body(self.around, mention) if area is None and code in _OF_ORGANISATIONS else None
        if body:
            return Office(code, _area_of(body) or seek_for_body(self.around, body, mention), body.value.name)
        return Office(code, _one(area.value.codes) if area else None, None)

    def _is_his(self, office: Part) -> bool:
        """«его заместитель»: of whoever's office was named last."""
        before = self.reading.folded[max(0, office.span.start - _PRONOUN) : office.span.start].rstrip()
        words = self.reading.language.get("positions", "his.words")
        return office.value.code == "deputy_head" and before.rpartition(" ")[2] in words

    def _by_workplace(self, mention: Mention, office: Part) -> str:
        """What the office is by the common noun of the place where it is held: «директор турфирмы», «завода»."""
        code: str = office.value.code
        if code in _OF_MINISTRIES:
            return code  # what a ministry is charged with is no workplace («министр рудников и нефти»)
        places: Remembered[str, int] = self.reading.language.remember("workplaces", _load_workplaces)
        sorts: dict[str, list[str]] = self.reading.language.get("positions", "held_in")
        first = min((places[word] for word in self.around.words_of(mention)), default=len(sorts))
        return refine_office(code, organisation=list(sorts)[first]) if first < len(sorts) else code

    def _by_organisation(self, code: str, office: Part, organisation: Part) -> str:
        named = self.reading.folded[organisation.span.start : organisation.span.end].strip('" ')
        public = named.startswith(self.around.stems("not_private.stems"))
        if self._is_of_part(office) or (public and organisation.value.sort == "company"):
            return code
        return refine_office(code, organisation=organisation.value.sort)

    def _is_of_part(self, office: Part) -> bool:
        """Whether the office is of a part of an organisation: «руководитель аппарата хокимията» is no hokim."""
        words = WORD.findall(self.reading.folded, office.span.start, office.span.end)
        return any(word.startswith(self.around.stems("of_part.stems")) for word in words)

    def _whose_area(self, mention: Mention) -> Part | None:
        """The area beside the office, else what its words point back at; of local offices the region within it."""
        assert mention.office
        area = self._area_part(mention)
        if area and mention.office.value.code in _LOCAL and area.value.sort == "country":
            return self.around.last(("region", "city"), mention, country=_one(area.value.codes)) or area
        return area or point_at_area(self.around, mention)

    def _is_beside(self, office: Part, other: Part, between: Sequence[Part] = ()) -> bool:
        """Whether nothing but spaces, quotation marks, adjectives of areas stands between the office and the other.

        «Директор департамента Минэнерго» is no minister.
        """
        folded = self.reading.folded
        words = folded[office.span.end : other.span.start] or folded[other.span.end : office.span.start]
        for part in between if folded[other.span.start].isalpha() else ():
            if part.kind == "adjective":
                words = words.replace(folded[part.span.start : part.span.end], "")
        links = self.around.stems("around.links")
        return all(word in links for word in words.replace('"', " ").split())

    def _leads(self, mention: Mention, area: Part) -> bool:
        """Whether the area stands right beside the office («глава Татарстана»), or the word that points back at it."""
        assert mention.office
        if self._is_of_part(mention.office):  # «Buxoro viloyati turizm boshqarmasi boshlig‘i» is no hokim
            return False
        office, folded = mention.office.span, self.reading.folded
        leads: Gazetteer[bool] = self.reading.language.remember("leading offices", _load_leads)
        begins = [office.start, *(m.end() for m in _SPACE.finditer(folded, office.start, office.end))]
        met = next((m for at in begins if (m := leads.match(folded, at))), None)  # «первый заместитель председателя …»
        if area not in mention.whose:
            following = WORD.match(folded, office.end + 1)
            ends = {mention.part.span.start - 1, mention.span.end}  # «глава области», not «глава областного союза»
            return bool(met and following and following.group() in self.around.back and following.end() in ends)
        return bool(met and met[0] == office.end and self._is_beside(mention.office, area))

    def _area_part(self, mention: Mention) -> Part | None:
        beside = [p for p in mention.whose if p.kind != "organisation" and p.value.codes]
        areas = [p for p in beside if not self.around.is_elsewhere(p)]
        if mention.is_peer:  # «Бакуде әзірбайжандық әріптесі …»: not of where they met
            return next(iter(areas or beside), None)
        start = mention.office.span.start if mention.office else 0
        if mention.office and mention.office.value.code in _LOCAL:
            local = [p for p in areas if p.value.sort != "country"]
            nearest = [p for p in local if p.span.end <= start][-1:] or local or areas
            return next(iter(nearest), None)
        before = [p for p in areas if p.span.end <= start and not self.around.is_held_at(p)]
        return before[-1] if before else next((p for p in areas if not self.around.is_place(p)), None)

    def _area_told(self, mention: Mention) -> str | None:
        """The area beside the name, or that of the organisation beside a name without an office."""
        part = self._area_part(mention)
        if part is None and mention.office is None and mention.whose:
            return _area_of(mention.whose[0]) if mention.whose[0].kind == "organisation" else None
        return _one(part.value.codes) if part else None


_OF_ORGANISATIONS = frozenset({"head_of_organisation", "deputy_head", "spokesperson", "business", "expert", "other"})


def _area_of(organisation: Part) -> str | None:
    """The area that stands in the organisation's name as the text has it, else the one that it is known to be of.

    What a company is called tells nothing («Зарафшан»); people of a university act for its country at most.
    """
    area: str | None = organisation.value.area
    inner = next((p for p in organisation.inner if p.kind in ("area", "adjective") and p.value.codes), None)
    if inner and organisation.value.sort not in _PRIVATE:
        return str(inner.value.codes[0])
    if inner and area is None and organisation.value.sort == "university":
        area = str(inner.value.codes[0])
    sort = organisation.value.sort
    private = sort == "university" or (sort in _PRIVATE and not _is_in_name(organisation))
    return area.partition("-")[0] if area and private else area


def _is_in_name(organisation: Part) -> bool:
    """Whether the area of a company is but a word of its name in quotation marks."""
    return any(p.span.overlaps(organisation.value.name_span) for p in organisation.inner if p.kind == "area")


def _nearest_body(mention: Mention) -> Part | None:
    """The organisation that stands nearest to the office, before it or after."""
    bodies = [p for p in mention.whose if p.kind == "organisation"]
    office = mention.office.span if mention.office else mention.part.span
    return min(bodies, key=lambda p: max(office.start - p.span.end, p.span.start - office.end), default=None)


def _one(codes: Sequence[str]) -> str | None:
    return codes[0] if codes else None


def _load_workplaces(language: Language) -> Remembered[str, int]:
    """Of a word the number of the first sort of workplace that it names; how many there are where it names none."""
    sorts: dict[str, list[str]] = language.get("positions", "held_in")

    def find(word: str) -> int:
        named = (n for n, stems in enumerate(sorts.values()) if any(_is_called(word, stem) for stem in stems))
        return next(named, len(sorts))

    return Remembered(find)


def _is_called(word: str, stem: str) -> bool:
    return word == stem if len(stem) <= _ABBREVIATION else word.startswith(stem)


def _load_leads(language: Language) -> Gazetteer[bool]:
    return Gazetteer(((p, True) for p in language.get("positions", "in_area.leads")), language.endings)
