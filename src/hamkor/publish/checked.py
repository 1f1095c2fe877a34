"""Figures held against one another and against statistics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.ledger import Filter, StatementRow, View
from hamkor.model import Evidence, Statistic, Verdict
from hamkor.pipeline import ReadDocument
from hamkor.verify import Figure, Known, check_figures, read_observation, read_statistic
from hamkor.verify.parts import find_parts
from hamkor.verify.taken import Origins

_EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Told:
    """Where a printed figure stands: the document's id and the words."""

    document: str
    evidence: Evidence


Source = Told | Statistic


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict on a figure, with what it was held against."""

    told: Told
    verdict: Verdict
    against: tuple[Source, ...]


def check_ledger(view: View, asked: Filter = _EVERYTHING, *, as_of: str | None = None) -> Iterator[Checked]:
    """Every figure asked for with each of its verdicts, the gravest first; held against all that the ledger holds.

    as_of  ISO 8601 day: what was published or released later is not known yet
    """
    kept = _Gathered.of_ledger(view, as_of)
    wanted = [row.id for row in view.find_statements("observation", asked)]
    yield from kept.check(id_ for id_ in wanted if id_ in kept.sources)


def check_draft(draft: Iterable[ReadDocument], view: View | None, *, as_of: str | None = None) -> Iterator[Checked]:
    """The verdicts on figures of texts not yet published, held against the ledger, which stays as it is."""
    gathered = _Gathered.of_ledger(view, as_of) if view else _Gathered({}, {}, {})
    own = [figure for read in draft for figure in gathered.add_draft(read)]
    yield from gathered.check(own)


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells a document: its address, its publisher and whom it credits."""

    address: str | None
    names: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """Figures and where they stand, by id; `parts` as `Known` takes them."""

    figures: dict[str, Figure]
    sources: dict[str, Source]
    parts: dict[str, tuple[str, ...]]
    tellers: dict[str, Teller] = field(default_factory=dict)

    @staticmethod
    def of_ledger(view: View, as_of: str | None) -> _Gathered:
        rows = [row for row in view.find_statements("observation") if _is_known(row.document.published, as_of)]
        gathered = _Gathered({}, {}, {})
        languages = {row.document.id: row.document.language for row in rows}
        for row in rows:
            gathered.figures[row.id] = _read_row(row)
            gathered.sources[row.id] = Told(row.document.id, row.evidence)
            d = row.document
            gathered.tellers[d.id] = Teller(d.url, tuple(filter(None, (d.publisher, *d.attributed_to))))
        for id_, statistic in view.find_statistics():
            if _is_known((statistic.released or statistic.time_period.last).isoformat(), as_of):
                gathered.figures[id_], gathered.sources[id_] = read_statistic(statistic, id=id_), statistic
        for document, figures in _by_document(gathered.figures[row.id] for row in rows).items():
            gathered.parts |= _find_parts(figures, view.get_document(document).text, languages[document])
        return gathered

    def add_draft(self, read: ReadDocument) -> list[str]:
        """Take the figures of a text in; their ids."""
        document = read.prepared.document
        published, own = _day(read.prepared.published), []
        names = (read.prepared.publisher, *read.prepared.attributed_to)
        self.tellers[document.id] = Teller(document.url, tuple(filter(None, names)))
        for number, observation in enumerate(read.statements.observations, 1):
            figure = read_observation(
                observation, id=f"{document.id}#{number}", document=document.id, published=published or date.today()
            )
            own.append(figure)
            self.figures[figure.id], self.sources[figure.id] = figure, Told(document.id, observation.evidence)
        self.parts |= _find_parts(own, document.text, read.prepared.language)
        return [figure.id for figure in own]

    def check(self, wanted: Iterable[str]) -> Iterator[Checked]:
        known = Known(self.figures.values(), self.parts, self._find_taken())
        for figure, verdicts in check_figures((self.figures[id_] for id_ in wanted), known):
            for verdict in verdicts:
                against = tuple(self.sources[id_] for id_ in verdict.against)
                told = self.sources[figure.id]
                if isinstance(told, Told):
                    yield Checked(told, verdict, against)

    def _find_taken(self) -> dict[str, frozenset[str]]:
        """Which rows of statistics were taken from which document."""
        origins = Origins((id_, source) for id_, source in self.sources.items() if isinstance(source, Statistic))
        own = _by_document(self.figures[id_] for id_, source in self.sources.items() if isinstance(source, Told))
        return {
            document: origins.find_taken(teller.address, teller.names, own[document])
            for document, teller in self.tellers.items()
            if document in own
        }


def _is_known(day: str | None, as_of: str | None) -> bool:
    return not (day and as_of) or day[:10] <= as_of


def _read_row(row: StatementRow) -> Figure:
    published, document = _day(row.document.published), row.document.id
    return read_observation(row.statement, id=row.id, document=document, published=published)  # type: ignore[arg-type]


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _by_document(figures: Iterable[Figure]) -> Mapping[str, list[Figure]]:
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.teller].append(figure)
    return found


def _find_parts(figures: list[Figure], text: str, tag: str) -> dict[str, tuple[str, ...]]:
    try:
        language = load_language(tag)
    except LanguageError:
        return {}  # read by a program that knew more languages
    return find_parts(sorted(figures, key=lambda f: f.start), text, language)
