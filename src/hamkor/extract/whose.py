"""Whose an office is where no words beside it tell: what it points back at, the same title elsewhere, the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hamkor.codes import find_area
from hamkor.codes.offices import get_sought_areas
from hamkor.extract.mentions import Mention
from hamkor.extract.parts import AreaMention
from hamkor.extract.reading import Reading
from hamkor.extract.topic import Topic
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Span
from hamkor.text.fold import fold

_OF_A_STATE = frozenset(
    {"ministry", "government", "parliament", "statistics", "agency", "body", "embassy", "regional_government"}
)
_MINISTERS = frozenset({"minister", "deputy_minister"})
_ENVOYS = frozenset({"ambassador", "consul"})
_ALIKE = 4  # letters that the forms of one title share at least
_STEM, _ENDING = 5, 2  # letters that the forms of one noun share at least; the longest case ending
_ROW_BEFORE = 6  # sentences in which the areas of a row of names may stand
_HEADING_BEFORE = 8  # sentences between a heading of a list and its last item
_NAME_WORDS = 3  # between the adjective of a region and the noun of its body
_DASHES = ("-", "–", "—")
_CLAUSE_ENDS = ",;:(\n"


class Surroundings:
    """One document as an office sees it: the areas and organisations it names, where, and what country it is about.

    taken   the spans of offices that stand with the name of their holder: they tell nothing of other people's
    others  the spans of areas that tell only whose colleague somebody is
    """

    def __init__(self, reading: Reading, taken: Collection[Span], others: Collection[Span] = ()) -> None:
        self.reading = reading
        self.areas = [p for s in reading.sentences for p in s.of("area", "adjective") if p.value.codes]
        self.organisations = [p for s in reading.sentences for p in s.of("organisation")]
        self.taken, self.others = frozenset(taken), frozenset(others)
        self.back = reading.language.remember("points back", _load_points_back)
        self.topic = Topic(reading, self.areas, frozenset(others))
        self.heading_areas = self.topic.heading_areas

    def words_of(self, mention: Mention) -> Iterator[str]:
        """The words of the office and around it, without the name and without areas and organisations named."""
        for word in WORD.finditer(self.reading.folded, mention.span.start, mention.span.end):
            at = Span(word.start(), word.end())
            if not any(p.span.covers(at) for p in (*mention.whose, mention.part)):
                yield word.group()

    def stems(self, key: str) -> tuple[str, ...]:
        """A list of stems of positions.toml."""
        return tuple(self.reading.language.get("positions", key))

    def is_place(self, area: Part) -> bool:
        """«в Казахстане»: where the office is held, not whose it is."""
        if self.is_held_at(area):
            return True
        words, start = self.reading.language.get("positions", "in_area.words"), area.span.start
        return self.reading.folded[max(0, start - 8) : start].rstrip().rpartition(" ")[2] in words

    def is_held_at(self, area: Part) -> bool:
        """«Қазақстандағы»: the area's own ending says that the office is held there."""
        return self.reading.folded[area.span.start : area.span.end].endswith(self.stems("in_area.ends"))

    def is_elsewhere(self, area: Part) -> bool:
        """«Ташкентке»: a word in this form says neither whose an office is nor where it is held."""
        return self.reading.folded[area.span.start : area.span.end].endswith(self.stems("in_area.elsewhere"))

    def area_back(self, mention: Mention, country: str | None = None) -> Part | None:
        """The area that «этого города», «области», «республики» beside the office point back at.

        They may end the name of a body, too: «начальник департамента туризма области».
        """
        bodies = (p.span for p in mention.whose if p.kind == "organisation" and not _names_area(p))
        ends = (self.reading.folded[s.start : s.end].rpartition(" ")[2] for s in bodies)
        return self.last(
            {sort for word in (*self.words_of(mention), *ends) if (sort := self.back.get(word))}, mention, country
        )

    def organisation_back(self, mention: Mention) -> Part | None:
        """The organisation that «банка», «ведомства» beside the office point back at."""
        table: dict[str, list[str]] = self.reading.language.get("positions", "points_back_to")
        sorts = {sort for word in self.words_of(mention) for sort in table.get(word, ())}
        return next((p for p in self._nearest(mention) if p.value.sort in sorts), None)

    def body_back(self, mention: Mention) -> Part | None:
        """The public body called by the same noun: «начальник управления» after «управление туризма области»."""
        words = [word for word in self.words_of(mention) if len(word) > _STEM]
        nouns = [word[: max(_STEM, len(word) - _ENDING)] for word in words]
        bodies = [p for p in self._nearest(mention) if p.value.sort in _OF_A_STATE]
        bodies = [p for p in bodies if (p.value.area or self._local_sorts(p)) and not self._is_of_two(p)]
        return next((p for noun in nouns for p in bodies if self._called(p, noun)), None)

    def _is_of_two(self, body: Part) -> bool:
        """«Фонд Узбекистан – Кыргызстан»: a dash joins the state in its name to another."""
        return self.reading.folded[: body.span.start].rstrip().endswith(_DASHES)

    def _called(self, body: Part, noun: str) -> bool:
        """Whether the noun is the first word of its name, or the last («управление туризма», “tourism department”)."""
        named = WORD.findall(self.reading.folded, body.span.start, body.span.end)
        return any(word.startswith(noun) for word in (*named[:1], *named[-1:]))

    def _nearest(self, mention: Mention) -> list[Part]:
        """The organisations named before, the last first; then those named after."""
        before = [p for p in reversed(self.organisations) if p.span.end <= mention.span.start]
        return before + [p for p in self.organisations if p.span.start >= mention.span.end]

    def office_before(self, mention: Mention) -> str:
        """The office named last before this one; that of an organisation's head where there is none."""
        offices = [p for s in self.reading.sentences[: mention.number + 1] for p in s.of("position")]
        return next((str(p.value.code) for p in reversed(offices) if p.span.end < mention.span.start), "")

    def last(self, sorts: Iterable[str], mention: Mention, country: str | None = None) -> Part | None:
        """The area of one of these sorts named last before, else first after; one called so before one that lies in it.

        country  where it must lie; None: anywhere, those before others that lie where the title is used
        """
        wanted = set(sorts)
        if not wanted:
            return None
        fitting = [
            p
            for p in (*self.heading_areas, *self.areas)
            if len(p.value.codes) == 1 and not wanted.isdisjoint(_sorts(p.value))
        ]
        fitting = [p for p in fitting if country in (None, _country(p))]
        here = self._places_in_sentence(fitting, mention)
        if here:
            return here[-1]
        fitting = self._in_its_country(fitting, mention) or fitting
        fitting = [p for p in fitting if p.value.sort in wanted] or fitting
        before = [p for p in fitting if p.span.end <= mention.span.start]
        return before[-1] if before else next(iter([p for p in fitting if p.value.sort == "region"] or fitting), None)

    def _places_in_sentence(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Where the sentence says before the office that it happens: «В Кызылорде с акимом области …»."""
        start = self.reading.sentences[mention.number].sentence.span.start
        before = [p for p in areas if start <= p.span.start and p.span.end <= mention.span.start]
        return [p for p in before if self._is_where(p)]

    def _is_where(self, area: Part) -> bool:
        folded, words = self.reading.folded, self.reading.language.get("positions", "in_area.where")
        before = folded[max(0, area.span.start - 8) : area.span.start].rstrip().rpartition(" ")[2]
        return before in words or folded[area.span.start : area.span.end].endswith(self.stems("in_area.where_ends"))

    def _in_its_country(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Those of the areas that lie where the title is used: an aqim's in Kazakhstan, a hokim's in Uzbekistan.

        Of a title that no country has for itself («облыстық басқарма басшысы»), in the country of the language.
        """
        countries = self._using(mention, "of_country") or {self.reading.language.get("positions", "home.country")}
        return [p for p in areas if _country(p) in countries]

    def _using(self, mention: Mention, key: str) -> set[str]:
        """The countries that use the title, by a table of positions.toml."""
        stems: dict[str, list[str]] = self.reading.language.get("positions", key)
        words = list(self.words_of(mention))
        return {c for c, known in stems.items() if any(w.startswith(tuple(known)) for w in words)}

    def sought(self, position: str, mention: Mention) -> str | None:
        """The area of an office that no words near it tell."""
        sorts = get_sought_areas(position)
        told = self._in_row(frozenset(sorts or ()), mention)
        if told:
            return told
        if not sorts:
            return self._of_staff(mention)
        if "foreign" in sorts:
            own = self._elsewhere(mention, position) or self._of_embassy(mention) or self._of_envoy()
            return own or self._foreign(mention)
        near = self._in_clause(mention)
        if "country" in sorts:
            near = near or self._elsewhere(mention, position)
            said = near or self._country_said(mention) or self._of_host(mention)
            country = said or self._met_from_home(mention) or self.topic.country
            return country if near or position not in _MINISTERS else self._of_regional(country, mention)
        within = near if near and "-" not in near else None
        part = self.last(sorts, mention, within) or self.last(sorts, mention)
        region = near if near and "-" in near else None
        return region or (None if within else self._elsewhere(mention, position)) or (_one(part) if part else None)

    def _in_row(self, sorts: frozenset[str], mention: Mention) -> str | None:
        """“Almaty and Bishkek … The mayors, A and B”: of as many areas named in one sentence the one in its turn."""
        index, names = mention.row
        for sentence in reversed(self.reading.sentences[max(0, mention.number - _ROW_BEFORE) : mention.number + 1]):
            if not names or not sorts:
                break
            named = [p for p in sentence.of("area") if p.span.end <= mention.span.start and len(p.value.codes) == 1]
            codes = list(dict.fromkeys(_one(p) for p in named if not sorts.isdisjoint(_sorts(p.value))))
            if len(codes) == names:
                return codes[index]
        return None

    def _of_regional(self, country: str | None, mention: Mention) -> str | None:
        """The region last named of a country whose regions have ministers of their own, else the country."""
        if country not in self.reading.language.get("positions", "regional_ministers.countries"):
            return country
        part = self.last(("region",), mention, country)
        return _one(part) if part else country

    def sought_for_body(self, organisation: Part, mention: Mention) -> str | None:
        """The country, or region, of those who work for a public body that is named without it."""
        if organisation.value.sort not in _OF_A_STATE or self._is_of_no_state(organisation):
            return None
        local = self._local_sorts(organisation)
        if local:
            part = self.last(local, mention)
            return _one(part) if part else None
        said = self._of_side(mention) or self._country_said(mention)
        return self._of_regional(said or self.topic.country, mention)

    def _of_staff(self, mention: Mention) -> str | None:
        """The region named last, of those who work for its bodies: «начальник управления», «директор департамента»."""
        words = list(self.words_of(mention))
        for level in ("regional_staff", "national_staff"):
            staff = [word for word in words if word.startswith(self.stems(f"{level}.stems"))]
            if staff:
                local = level == "regional_staff" or any(self._is_local(word, mention) for word in staff)
                part = self.last(("region", "city"), mention) if local else None
                return self._of_side(mention) or (
                    _one(part) if part else self._of_regional(self.topic.country, mention)
                )
        return None

    def _is_local(self, noun: str, mention: Mention) -> bool:
        """Whether the body was called a region's before: “the regional tourism department … the department's head”."""
        stems = tuple(stem.strip() for sort in ("region", "city") for stem in self.stems(f"regional.{sort}"))
        words = WORD.findall(self.reading.folded[: mention.span.start])
        called = [n for n, word in enumerate(words) if word.startswith(noun[:_STEM])]
        return any(word.startswith(stems) for n in called for word in words[max(0, n - _NAME_WORDS) : n])

    def _elsewhere(self, mention: Mention, position: str) -> str | None:
        """The area of the same title where it stands without a name: «Посол Турции прибыл. … Посол Х сказал»."""
        assert mention.office
        if mention.office.value.code != position:  # «глава» of anything
            return None
        title = self._title(mention.office)
        alike = [
            area
            for sentence in self.reading.sentences
            for office in sentence.of("position")
            if office.value.code == mention.office.value.code
            and self._title(office) == title
            and office.span not in self.taken
            and (area := self._area_beside(office))
        ]
        before = [p for p in alike if p.span.end <= mention.span.start]
        part = before[-1] if before else next(iter(alike), None)
        return _one(part) if part else None

    def of_served(self, mention: Mention) -> str | None:
        """The area of the office that an adviser or aide beside it serves: «әкімінің кеңесшісі», «советник акима»."""
        assert mention.office
        inner = [p for p in self.reading.sentences[mention.number].of("position") if p.span not in self.taken]
        beside = [p for p in inner if abs(mention.office.span.start - p.span.end) == 1]
        part = next((area for p in beside if (area := self._area_beside(p))), None)
        return _one(part) if part else None

    def _title(self, office: Part) -> str:
        return self.reading.folded[office.span.start : office.span.start + _ALIKE]

    def _area_beside(self, office: Part) -> Part | None:
        folded = self.reading.folded
        for part in self.areas:
            between = folded[office.span.end : part.span.start] or folded[part.span.end : office.span.start]
            if between == " " and len(part.value.codes) == 1:
                return part
        return None

    def _of_embassy(self, mention: Mention) -> str | None:
        """The country of the embassy or consulate named."""
        return next((p.value.area for p in self._nearest(mention) if p.value.sort == "embassy" and p.value.area), None)

    def _of_envoy(self) -> str | None:
        """The country of the one envoy whose country is told: his embassy's people are of it, too."""
        envoys = (p for s in self.reading.sentences for p in s.of("position") if p.value.code in _ENVOYS)
        told = {_one(area) for office in envoys if (area := self._area_beside(office))}
        return told.pop() if len(told) == 1 else None

    def _local_sorts(self, organisation: Part) -> tuple[str, ...]:
        if organisation.value.sort == "regional_government":
            return ("region", "city")
        table: dict[str, list[str]] = self.reading.language.get("positions", "regional")
        name = fold(organisation.value.name)
        return tuple(sort for sort, stems in table.items() if name.startswith(tuple(stems)))

    def _is_of_no_state(self, organisation: Part) -> bool:
        return fold(organisation.value.name).startswith(self.stems("not_of_a_state.stems"))

    def _in_clause(self, mention: Mention) -> str | None:
        """The country named last in the office's clause: «…, казахстанскую — вице-министр»; else that of its side."""
        start = self.reading.sentences[mention.number].sentence.span.start
        folded = self.reading.folded
        begins = max(start, *(folded.rfind(end, start, mention.span.start) for end in _CLAUSE_ENDS))
        near = [p for p in self._areas_between(begins, mention.span.start) if not self.is_place(p)]
        countries = [
            p for p in near if _is_country(p) and folded[p.span.end : p.span.end + 1] != '"'
        ]  # no forum's name
        return _one(countries[-1]) if countries else self._of_side(mention)

    def _of_side(self, mention: Mention) -> str | None:
        """The side that the office is listed under: «от казахстанской стороны: …», in its sentence or a heading."""
        start = self.reading.sentences[mention.number].sentence.span.start
        before = self._areas_between(start, mention.span.start)
        sides = [p for p in before if self._is_side(p) and not self.is_place(p)]
        return _one(sides[-1]) if sides else self._of_heading(mention)

    def _is_side(self, area: Part) -> bool:
        """Whether an area is called a side, or stands before a dash as one («от Казахстана — …»)."""
        followed = self.reading.folded[area.span.end : area.span.end + 12].strip()
        apart = followed.startswith(_DASHES) and self._is_for(area)
        return len(area.value.codes) == 1 and (apart or followed.startswith(self.stems("sides.stems")))

    def _is_for(self, area: Part) -> bool:
        before = self.reading.folded[max(0, area.span.start - 8) : area.span.start].rstrip().rpartition(" ")[2]
        return before in self.reading.language.get("positions", "sides.for")

    def _areas_between(self, start: int, end: int) -> list[Part]:
        return [p for p in self.areas if start <= p.span.start and p.span.end <= end]

    def _of_heading(self, mention: Mention) -> str | None:
        """The one area in the heading of the list that holds this office."""
        first = max(0, mention.number - _HEADING_BEFORE)
        for sentence in reversed(self.reading.sentences[first : mention.number]):
            span = sentence.sentence.span
            if self.reading.folded[span.start : span.end].rstrip().endswith(":"):
                named = {_one(p) for p in self._areas_between(span.start, span.end)}
                return named.pop() if len(named) == 1 else None
        return None

    def _country_said(self, mention: Mention) -> str | None:
        """The one country named before the office in its sentence, or the one that uses the title; else None.

        A place where something is held tells the country only where the text is much about it.
        """
        start = self.reading.sentences[mention.number].sentence.span.start
        before = self._areas_between(start, mention.span.start)
        said = {_country(p) for p in before if not self.is_place(p) or _country(p) in self.topic.main_countries}
        using = self._using(mention, "of_one_country").intersection(_country(p) for p in self.areas)
        return next(iter(said)) if len(said) == 1 else next(iter(using)) if len(using) == 1 else None

    def _of_host(self, mention: Mention) -> str | None:
        """Where the envoy of his sentence is accredited: «Министр принял посла Узбекистана в Казахстане»."""
        sentence = self.reading.sentences[mention.number]
        if not any(office.value.code in _ENVOYS for office in sentence.of("position")):
            return None
        areas = self._areas_between(sentence.sentence.span.start, sentence.sentence.span.end)
        hosts = {_country(p) for p in areas if self.is_place(p)}
        return hosts.pop() if len(hosts) == 1 and any(_country(p) not in hosts for p in areas) else None

    def _met_from_home(self, mention: Mention) -> str | None:
        """The country of the language, of an official who stands before one of another country in his sentence."""
        home: str = self.reading.language.get("positions", "home.country")
        sentence = self.reading.sentences[mention.number]
        offices = {office.span.start for office in sentence.of("position")}
        after = self._areas_between(mention.span.end, sentence.sentence.span.end)
        beside = mention.span.end + 1  # «… өзбек әріптесі»
        met = [p for p in after if p.span in self.others or p.span.end + 1 in offices or p.span.start == beside]
        if not home or not met or self._areas_between(sentence.sentence.span.start, mention.span.end):
            return None
        return home if all(_country(p) != home for p in met) else None

    def _foreign(self, mention: Mention) -> str | None:
        """The country named most but for the one where the office is held: where none is said, the dateline's."""
        host = {_country(p) for p in mention.whose if p.kind == "area" and p.value.codes}
        host = host or {str(self.topic.country)}
        return next((code for code, _ in self.topic.named if code not in host), None)


def _one(part: Part) -> str:
    return str(part.value.codes[0])


def _names_area(body: Part) -> bool:
    """Whether the area stands in its name («Toshkent shahar hokimligi»)."""
    return any(p.kind in ("area", "adjective") and p.value.codes for p in body.inner)


def _country(part: Part) -> str:
    return _one(part).partition("-")[0]


def _is_country(part: Part) -> bool:
    return len(part.value.codes) == 1 and "-" not in part.value.codes[0]


def _sorts(area: AreaMention) -> set[str]:
    """What the mention is, and what its code is: «Фергана» is a city, and stands for its region."""
    known = find_area(area.codes[0])
    return {area.sort, known.sort} if known else {area.sort}


def _load_points_back(language: Language) -> dict[str, str]:
    table: dict[str, list[str]] = language.get("positions", "points_back")
    return {fold(word): sort for sort, words in table.items() for word in words}
