"""Figures for checks, from the ledger and from drafts: all of them, or those only that a document touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.ledger import FigureRow, View, get_topic
from hamkor.model import Evidence, Statistic
from hamkor.model.value import value
from hamkor.pipeline import ReadDocument
from hamkor.prepare.dateline import find_day
from hamkor.publish.touched import find_touched
from hamkor.resolve import copies
from hamkor.verify import Figure, Known, read_observation, read_statistic
from hamkor.verify.groups import find_grouped
from hamkor.verify.parts import find_parts
from hamkor.verify.taken import Origins


@value(frozen=True, slots=True)
class Told:
    """Where a printed figure stands: the document's id and the words; who published it, and on which day."""

    document: str
    evidence: Evidence
    publisher: str | None = None
    published: str | None = None


Source = Told | Statistic


@dataclass(slots=True)
class Gathered:
    """Figures and where they stand, by id; `parts` as `Known` takes them.

    as_of  ISO 8601 day: what was published or released later is left out
    """

    as_of: str | None = None
    figures: dict[str, Figure] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    grouped: set[str] = field(default_factory=set)  # as `Known` takes them
    topics: set[str] = field(default_factory=set)  # of all that was looked up, found or not
    _copies: dict[str, str] = field(default_factory=dict)
    _drafts: set[str] = field(default_factory=set)  # what the ledger holds under these names are former versions
    _origins: dict[str, tuple[str | None, tuple[str, ...]]] = field(default_factory=dict)

    def add_all(self, view: View) -> None:
        """Everything that the ledger holds, and which figures of a document are parts of which."""
        for row in view.find_all_figures():
            self._add_row(row)
        for thing, together in view.find_documents_together(copies.KIND.name).items():
            self._copies.update(dict.fromkeys(together, thing))
        self._add_statistics(view.find_statistics())
        self._find_all_parts(view)

    def add_these(self, view: View, ids: Iterable[str]) -> None:
        """The figures with these ids, printed or official."""
        asked = set(ids)
        printed = view.find_figure_rows(asked)
        for row in printed:
            self._add_row(row)
        self._add_statistics(view.find_statistics_of(asked - {row.id for row in printed}))

    def _find_all_parts(self, view: View) -> None:
        own = self._group(id_ for id_, source in self.sources.items() if isinstance(source, Told))
        for document, text, tag in view.find_texts():
            figures = own.get(document, ())
            if len(figures) > 1:
                self._find_parts([figure.id for figure in figures], text, tag)

    def add_document(self, view: View, rows: Sequence[FigureRow]) -> list[str]:
        """The figures of a kept document, of which it may name some as parts of others; their ids."""
        own = [row.id for row in rows if self._add_row(row)]
        self.find_parts_of(view, own)
        for document in {row.document for row in rows}:
            self._copies.update(dict.fromkeys(view.find_together(document, copies.KIND.name), document))
        return own

    def add_draft(self, read: ReadDocument) -> list[str]:
        """The figures of a text that is not kept; their ids."""
        document, own = read.prepared.document, list[str]()
        published = find_day(read.prepared.published) or date.today()
        credited = read.prepared.attributed_to
        publisher = read.prepared.publisher or document.publisher
        self._origins[document.id] = (document.url, _list_tellers(publisher, credited))
        self._drafts.add(document.id)
        for number, observation in enumerate(read.statements.observations, 1):
            figure = read_observation(
                observation, id=f"{document.id}#{number}", document=document.id, published=published,
                attributed=bool(credited),
            )  # fmt: skip
            own.append(figure.id)
            self.figures[figure.id], self.sources[figure.id] = figure, Told(document.id, observation.evidence)
        self._find_parts(own, document.text, read.prepared.language)
        return own

    def add_copied(self, draft: str, kept: Iterable[str]) -> None:
        """Kept documents that a draft prints again: they confirm it as little as it does them."""
        self._copies.update(dict.fromkeys((draft, *kept), draft))

    def add_touched(self, view: View, own: Iterable[str]) -> None:
        """What the ledger holds that these figures may be held against; of each thing and time so many."""
        touched = find_touched([self.figures[id_] for id_ in own])
        self.topics.update(map(get_topic, touched.counted))
        for most in set(touched.counted.values()):
            counted = (key for key, number in touched.counted.items() if number == most)
            for row in view.find_figures(counted, most=most):
                self._add_row(row)
        self._add_statistics(view.find_official(touched.indicators, touched.areas))

    def find_parts_of(self, view: View, own: Sequence[str]) -> None:
        """Which of the figures of a kept document are parts of which."""
        if len(own) > 1:
            document = view.get_document(self.figures[own[0]].teller)
            self._find_parts(own, document.text, document.row.language)

    def know(self, own: Iterable[str]) -> Known:
        """All that was gathered. Of the documents of these figures it is told which rows were taken from them."""
        statistics = [(id_, source) for id_, source in self.sources.items() if isinstance(source, Statistic)]
        origins, taken = Origins(statistics), {}
        for document, figures in self._group(own).items() if statistics else ():
            address, tellers = self._origins[document]
            taken[document] = origins.find_taken(address, tellers, figures)
        return Known(self.figures.values(), self.parts, taken, self._copies, grouped=frozenset(self.grouped))

    def _group(self, own: Iterable[str]) -> dict[str, list[Figure]]:
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for id_ in own:
            found[self.figures[id_].teller].append(self.figures[id_])
        return found

    def _add_row(self, row: FigureRow) -> bool:
        if row.document in self._drafts or not self._is_known(row.published):
            return False
        published = find_day(row.published)
        if row.id not in self.figures:
            self.figures[row.id] = read_observation(
                row.statement, id=row.id, document=row.document, published=published,
                attributed=bool(row.attributed_to),
            )  # fmt: skip
            self._origins[row.document] = (row.url, _list_tellers(row.publisher, row.attributed_to))
            self.sources[row.id] = Told(row.document, row.statement.evidence, row.publisher, row.published)
        return True

    def _add_statistics(self, found: Iterable[tuple[str, Statistic]]) -> None:
        for id_, statistic in found:
            if self._is_known((statistic.released or statistic.time_period.last).isoformat()):
                self.figures[id_], self.sources[id_] = read_statistic(statistic, id=id_), statistic

    def _is_known(self, day: str | None) -> bool:
        return not (day and self.as_of) or day[:10] <= self.as_of

    def _find_parts(self, own: Sequence[str], text: str, tag: str) -> None:
        try:
            language = load_language(tag)
        except LanguageError:
            return  # read by a program that knew more languages
        figures = sorted((self.figures[id_] for id_ in own), key=lambda f: f.start)
        self.parts |= find_parts(figures, text, language)
        self.grouped |= find_grouped(figures, text, language)


def _list_tellers(publisher: str | None, credited: Sequence[str]) -> tuple[str, ...]:
    return (*((publisher,) if publisher else ()), *credited)
