"""Which office a person holds, of which area, in which organisation: by the words beside the name, then by the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hamkor.codes import find_area
from hamkor.codes.offices import get_sought_areas, refine_office
from hamkor.extract.areas import find_areas
from hamkor.extract.mentions import Mention
from hamkor.extract.parts import AreaMention
from hamkor.extract.reading import Reading
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD, Gazetteer
from hamkor.model import Span
from hamkor.text.fold import fold

_PRIVATE = frozenset({"company", "university", "facility"})
_OF_A_STATE = frozenset(
    {"ministry", "government", "parliament", "statistics", "agency", "body", "embassy", "regional_government"}
)
_LOCAL = frozenset({"governor", "deputy_governor"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: GUIDE's code, ISO 3166 code of the area, name of the organisation."""

    position: str | None
    area: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of office_holders.tsv, the name folded; `first` and `last` year of office."""

    name: str
    position: str
    area: str
    first: int
    last: int


class OfficeReader:
    """Reads offices in one document; knows which areas it names, where, and what country it is about."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.areas = [p for s in reading.sentences for p in s.of("area", "adjective") if p.value.codes]
        self.organisations = [p for s in reading.sentences for p in s.of("organisation")]
        self.back = reading.language.remember("points back", _load_points_back)

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
            area = self._sought_for_body(holding) or self._sought(told.position, holding)
        return Office(told.position or "other", area, told.organisation)

    def _told(self, mention: Mention) -> Office:
        assert mention.office
        code: str = mention.office.value.code
        back = self._sorts_back(mention)
        organisation = next((p for p in mention.whose if p.kind == "organisation"), None)
        organisation = organisation or self._organisation_back(mention)
        area = self._area_part(mention) or self._last(back, mention)
        if organisation:
            if organisation not in mention.whose or self._is_beside(mention.office, organisation):
                code = refine_office(code, organisation=organisation.value.sort)
            whose = _one(area.value.codes) if area else _area_of(organisation)
            return Office(code, whose, organisation.value.name)
        if area and (mention.is_peer or self._leads(mention, area)):
            code = refine_office(code, area=area.value.sort)
        return Office(code, _one(area.value.codes) if area else None, None)

    def _is_beside(self, office: Part, other: Part) -> bool:
        """Whether only a space or quotation marks stand between: «директор департамента Минэнерго» is no minister."""
        between = (
            self.reading.folded[office.span.end : other.span.start]
            or self.reading.folded[other.span.end : office.span.start]
        )
        return between.strip('" ') == ""

    def _leads(self, mention: Mention, area: Part) -> bool:
        """Whether the area stands right beside the office («глава Татарстана»), or the office points back at it."""
        assert mention.office
        office, folded = mention.office.span, self.reading.folded
        leads: Gazetteer[bool] = self.reading.language.remember("leading offices", _load_leads)
        met = leads.match(folded, office.start)
        return bool(met and met[0] == office.end and self._is_beside(mention.office, area)) or area not in mention.whose

    def _area_part(self, mention: Mention) -> Part | None:
        areas = [p for p in mention.whose if p.kind != "organisation" and p.value.codes]
        if mention.is_peer:
            return next(iter(areas), None)
        if mention.office and mention.office.value.code in _LOCAL:
            return next((p for p in areas if p.value.sort != "country"), None) or next(iter(areas), None)
        return next((p for p in areas if not self._is_place(p)), None)

    def _is_place(self, area: Part) -> bool:
        """«в Казахстане»: where the office is held, not whose it is."""
        words = self.reading.language.get("positions", "in_area.words")
        return self.reading.folded[max(0, area.span.start - 8) : area.span.start].rstrip().rpartition(" ")[2] in words

    def _area_told(self, mention: Mention) -> str | None:
        part = self._area_part(mention)
        return _one(part.value.codes) if part else None

    def _words_of(self, mention: Mention) -> Iterator[str]:
        """The words of the office and around it, without the name and without areas and organisations named."""
        for word in WORD.finditer(self.reading.folded, mention.span.start, mention.span.end):
            at = Span(word.start(), word.end())
            if not any(p.span.covers(at) for p in (*mention.whose, mention.part)):
                yield word.group()

    def _sorts_back(self, mention: Mention) -> set[str]:
        """What «этого города», «области», «республики», «банка» beside the office point back at."""
        return {sort for word in self._words_of(mention) if (sort := self.back.get(word))}

    def _organisation_back(self, mention: Mention) -> Part | None:
        """The organisation that «банка», «ведомства» beside the office point back at."""
        table: dict[str, list[str]] = self.reading.language.get("positions", "points_back_to")
        sorts = {sort for word in self._words_of(mention) for sort in table.get(word, ())}
        before = [p for p in self.organisations if p.value.sort in sorts and p.span.end <= mention.span.start]
        return before[-1] if before else None

    def _last(self, sorts: Iterable[str], mention: Mention) -> Part | None:
        wanted = set(sorts)
        if not wanted:
            return None
        fitting = [p for p in self.areas if len(p.value.codes) == 1 and not wanted.isdisjoint(_sorts(p.value))]
        fitting = self._in_its_country(fitting, mention) or fitting
        before = [p for p in fitting if p.span.end <= mention.span.start]
        return before[-1] if before else next(iter(fitting), None)

    def _in_its_country(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Those of the areas that lie where the title is used: an aqim's in Kazakhstan, a hokim's in Uzbekistan."""
        stems: dict[str, list[str]] = self.reading.language.get("positions", "of_country")
        words = list(self._words_of(mention))
        countries = {c for c, known in stems.items() if any(w.startswith(tuple(known)) for w in words)}
        return [p for p in areas if p.value.codes[0].partition("-")[0] in countries]

    def _sought(self, position: str, mention: Mention) -> str | None:
        """The area of an office that no words near it tell."""
        sorts = get_sought_areas(position)
        if "foreign" in sorts:
            return self._foreign(mention)
        if "country" in sorts:
            return self._country_said(mention) or self.country
        part = self._last(sorts, mention)
        return _one(part.value.codes) if part else self._titled(sorts)

    def _sought_for_body(self, mention: Mention) -> str | None:
        """The country, or region, of those who work for a public body that is named without it."""
        organisation = next((p for p in mention.whose if p.kind == "organisation"), None)
        if organisation is None or organisation.value.sort not in _OF_A_STATE or self._is_of_no_state(organisation):
            return None
        local = self._local_sorts(organisation)
        if local:
            part = self._last(local, mention)
            return _one(part.value.codes) if part else None
        return self._country_said(mention) or self.country

    def _local_sorts(self, organisation: Part) -> tuple[str, ...]:
        if organisation.value.sort == "regional_government":
            return ("region", "city")
        table: dict[str, list[str]] = self.reading.language.get("positions", "regional")
        name = fold(organisation.value.name)
        return tuple(sort for sort, stems in table.items() if name.startswith(tuple(stems)))

    def _is_of_no_state(self, organisation: Part) -> bool:
        stems = tuple(self.reading.language.get("positions", "not_of_a_state.stems"))
        return fold(organisation.value.name).startswith(stems)

    def _country_said(self, mention: Mention) -> str | None:
        """The one country named before the office in its sentence; None where there are several or none."""
        sentence = self.reading.sentences[mention.number].sentence.span
        before = [p for p in self.areas if sentence.start <= p.span.start and p.span.end <= mention.span.start]
        named = {code.partition("-")[0] for p in before for code in p.value.codes}
        return named.pop() if len(named) == 1 else None

    def _foreign(self, mention: Mention) -> str | None:
        """The country named most but for the one where the office is held: where none is said, the dateline's."""
        host = {p.value.codes[0].partition("-")[0] for p in mention.whose if p.kind == "area" and p.value.codes}
        host = host or {str(self.country)}
        named = Counter(code.partition("-")[0] for part in self.areas for code in part.value.codes)
        return max((code for code in named if code not in host), key=lambda code: named[code], default=None)

    def _titled(self, sorts: Sequence[str]) -> str | None:
        return next((_one(a.codes) for a in self._title_areas() if a.sort in sorts), None)

    def _title_areas(self) -> list[AreaMention]:
        title = self.reading.prepared.document.title or ""
        parts = find_areas(self.reading.language, title, fold(title), Span(0, len(title)))
        return [p.value for p in parts if p.value.codes]

    @property
    def country(self) -> str | None:
        """The country that speaks: where the dateline stands, else the one named first most often."""
        place = self.reading.prepared.dateline.place
        if place:
            for part in find_areas(self.reading.language, place.title(), fold(place), Span(0, len(place))):
                return str(part.value.codes[0]).partition("-")[0]
        named = Counter(code.partition("-")[0] for part in self.areas for code in part.value.codes)
        return max(named, key=lambda code: named[code]) if named else None

    def _known(self, name: str, position: str | None, area: str | None) -> Holder | None:
        """The known holder of this name: in full, or the only one of this surname whose initial fits."""
        holders: dict[str, list[Holder]] = self.reading.language.remember("office holders", _load_holders)
        year = self.reading.published.year if self.reading.published else None
        first, _, last = fold(name).rpartition(" ")
        for holder in holders.get(last, ()):
            in_time = year is None or holder.first <= year <= holder.last
            fits = holder.name == fold(name) or not first or (first.endswith(".") and holder.name[0] == first[0])
            if fits and in_time and position in (None, holder.position) and area in (None, holder.area):
                return holder
        return None


def _sorts(area: AreaMention) -> set[str]:
    """What the mention is, and what its code is: «Фергана» is a city, and stands for its region."""
    known = find_area(area.codes[0])
    return {area.sort, known.sort} if known else {area.sort}


def _area_of(organisation: Part) -> str | None:
    """The area that stands in the organisation's name as the text has it, else the one that it is known to be of.

    What a company is called tells nothing («Зарафшан»); people of a university act for its country at most.
    """
    area: str | None = organisation.value.area
    inner = next((p for p in organisation.inner if p.kind in ("area", "adjective") and p.value.codes), None)
    if inner and organisation.value.sort not in _PRIVATE:
        return str(inner.value.codes[0])
    return (
        area.partition("-")[0]
        if area and organisation.value.sort in _PRIVATE and not _is_in_name(organisation)
        else area
    )


def _is_in_name(organisation: Part) -> bool:
    """Whether the area of a company is but a word of its name in quotation marks."""
    return any(p.span.overlaps(organisation.value.name_span) for p in organisation.inner if p.kind == "area")


def _one(codes: Sequence[str]) -> str | None:
    return codes[0] if codes else None


def _load_leads(language: Language) -> Gazetteer[bool]:
    return Gazetteer(((p, True) for p in language.get("positions", "in_area.leads")), language.endings)


def _load_points_back(language: Language) -> dict[str, str]:
    table: dict[str, list[str]] = language.get("positions", "points_back")
    return {fold(word): sort for sort, words in table.items() for word in words}


def _load_holders(language: Language) -> dict[str, list[Holder]]:
    holders: dict[str, list[Holder]] = {}
    for row in language.get_rows("office_holders"):
        name = fold(row["name"])
        holder = Holder(name, row["position"], row["area"], int(row["from"] or 0), int(row["to"] or 9999))
        holders.setdefault(name.rpartition(" ")[2], []).append(holder)
    return holders
