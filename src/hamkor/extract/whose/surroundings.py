"""One document as an office sees it: what areas and organisations it names, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hamkor.extract.people.mentions import Mention
from hamkor.extract.reading import Reading
from hamkor.extract.topic import Topic
from hamkor.extract.whose.codes import get_country, get_sorts
from hamkor.grammar import Language, Part
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Span
from hamkor.text.fold import fold

ENVOYS = frozenset({"ambassador", "consul"})
DASHES = ("-", "–", "—")


class Surroundings:
    """One document as an office sees it: the areas and organisations it names, where, and what country it is about.

    taken   the spans of offices that stand with the name of their holder: they tell nothing of other people's
    others  the spans of areas that tell only whose colleague somebody is
    """

    def __init__(self, reading: Reading, taken: Collection[Span], others: Collection[Span] = ()) -> None:
        self.reading = reading
        self.organisations = [p for s in reading.sentences for p in s.of("organisation")]
        self.areas = list(_list_areas(reading, self.organisations))
        self.taken, self.others = frozenset(taken), frozenset(others)
        self.back = reading.language.remember("points back", _load_points_back)
        self.topic = Topic(reading, self.areas, frozenset(others))
        self.heading_areas = self.topic.heading_areas

    def words_of(self, mention: Mention) -> Iterator[str]:
        """The words of the office and around it, without the name and without areas and organisations named."""
        named = [(p.span.start, p.span.end) for p in (*mention.whose, mention.part)]
        for word in WORD.finditer(self.reading.folded, mention.span.start, mention.span.end):
            if not any(start <= word.start() and word.end() <= end for start, end in named):
                yield word[0]

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

    def list_nearest(self, mention: Mention) -> list[Part]:
        """The organisations named before, the last first; then those named after."""
        before = [p for p in reversed(self.organisations) if p.span.end <= mention.span.start]
        return before + [p for p in self.organisations if p.span.start >= mention.span.end]

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
            if len(p.value.codes) == 1 and not wanted.isdisjoint(get_sorts(p.value))
        ]
        fitting = [p for p in fitting if country in (None, get_country(p))]
        opening = next((p for p in fitting if self._opens(p, mention)), None)
        if opening:
            return opening
        here = self._places_in_sentence(self._without_foreign(fitting, mention), mention)
        if here:
            return here[-1]
        fitting = self._in_its_country(fitting, mention) or fitting
        fitting = [p for p in fitting if p.value.sort in wanted] or fitting
        before = [p for p in fitting if p.span.end <= mention.span.start]
        return before[-1] if before else next(iter([p for p in fitting if p.value.sort == "region"] or fitting), None)

    def _without_foreign(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Those in countries with titles of their own, where one of this title's is named: no hokim is of Incheon."""
        using = self.countries_using(mention, "of_country")
        known: Collection[str] = self.reading.language.get("positions", "of_country")
        own = any(get_country(p) in using for p in areas)
        return [p for p in areas if get_country(p) in known] if own else areas

    def _opens(self, area: Part, mention: Mention) -> bool:
        """Whether the paragraph opens with the place it tells of, alone: «Наманган. Вилоят ҳокими …»."""
        sentences = self.reading.sentences
        block = sentences[mention.number].sentence.block
        first = next((s.sentence.span for s in sentences if s.sentence.block == block), None)
        alone = first is not None and first.start == area.span.start and first.end - area.span.end <= 1
        return alone and area.span.end < mention.span.start

    def _places_in_sentence(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Where the sentence says before the office that it happens: «В Кызылорде с акимом области …»."""
        start = self.reading.sentences[mention.number].sentence.span.start
        before = [p for p in areas if start <= p.span.start and p.span.end <= mention.span.start]
        return [p for p in before if self._is_where(p)]

    def _is_where(self, area: Part) -> bool:
        folded, words = self.reading.folded, self.reading.language.get("positions", "in_area.where")
        before = folded[max(0, area.span.start - 8) : area.span.start].rstrip().rpartition(" ")[2]
        after = folded[area.span.end : area.span.end + 12].lstrip().partition(" ")[0].rstrip(",")
        gone = after in self.reading.language.get("positions", "in_area.gone")  # «Орынборға барып, губернатор …»
        return (
            gone
            or before in words
            or folded[area.span.start : area.span.end].endswith(self.stems("in_area.where_ends"))
        )

    def _in_its_country(self, areas: list[Part], mention: Mention) -> list[Part]:
        """Those of the areas that lie where the title is used: an aqim's in Kazakhstan, a hokim's in Uzbekistan.

        Of a title that no country has for itself («облыстық басқарма басшысы»), in the country of the language.
        """
        countries = self.countries_using(mention, "of_country") or {
            self.reading.language.get("positions", "home.country")
        }
        return [p for p in areas if get_country(p) in countries]

    def countries_using(self, mention: Mention, key: str) -> set[str]:
        """The countries that use the title, by a table of positions.toml."""
        stems: dict[str, list[str]] = self.reading.language.get("positions", key)
        words = list(self.words_of(mention))
        return {c for c, known in stems.items() if any(w.startswith(tuple(known)) for w in words)}

    def areas_between(self, start: int, end: int) -> list[Part]:
        return [p for p in self.areas if start <= p.span.start and p.span.end <= end]


def _list_areas(reading: Reading, organisations: Iterable[Part]) -> Iterator[Part]:
    """The areas and adjectives with codes, but not what a company is only called (“Hebei Flow”)."""
    companies = [p.value.name_span for p in organisations if p.value.sort == "company"]
    for sentence in reading.sentences:
        for part in sentence.of("area", "adjective"):
            if part.value.codes and not any(name.covers(part.span) for name in companies):
                yield part


def _load_points_back(language: Language) -> dict[str, str]:
    table: dict[str, list[str]] = language.get("positions", "points_back")
    return {fold(word): sort for sort, words in table.items() for word in words}
