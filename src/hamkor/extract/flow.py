"""The way from a prepared text to its statements: parts first, then what is said with them."""

from __future__ import annotations

from datetime import date, timedelta

from hamkor.extract.areas import find_areas
from hamkor.extract.commitments import find_commitments
from hamkor.extract.commitments.measured import leave_measured
from hamkor.extract.events import find_events
from hamkor.extract.numbers.headed import lend_units
from hamkor.extract.numbers.quantities import find_quantities
from hamkor.extract.numbers.tables import lend_heads
from hamkor.extract.observations import find_observations
from hamkor.extract.organisations import find_organisations
from hamkor.extract.organisations.bodies import list_organisations
from hamkor.extract.own_script import write_statements
from hamkor.extract.people import find_people, list_people
from hamkor.extract.people.positions import find_positions
from hamkor.extract.quotations import find_quotations
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.times.periods import find_periods
from hamkor.extract.traces import find_traces
from hamkor.grammar import Language, Part, build_scene, load_language
from hamkor.model import PreparedText, Sentence, Statements
from hamkor.text.fold import fold

_LATE = timedelta(3)  # a report written some days before it was published says “today” of the day it was written
_DAY = len("2025-01-01")


def read_parts(prepared: PreparedText, scene: str = "people", *, language: Language | None = None) -> Reading:
    """All parts of all sentences: figures, times, areas, offices first; organisations and people are made of them.

    `scene` stops at an earlier layer, as a file of rules asks by its key `scene`: `simple` has neither organisations
    nor people, `organisations` no people yet. `language` is given where its folder stands elsewhere.
    """
    language = language or load_language(prepared.language)
    folded = fold(prepared.text)
    today = _find_today(prepared)
    simple = tuple(
        _read_simple(language, prepared.text, folded, sentence=s, published=today) for s in prepared.sentences
    )
    simple = lend_units(language, prepared.text, folded, simple)
    reading = Reading(prepared, language, folded, tuple(lend_heads(language, prepared, folded, simple, today=today)))
    if scene == "simple":
        return reading
    reading = _with(reading, find_organisations(reading))
    return reading if scene == "organisations" else _with(reading, find_people(reading))


def _find_today(prepared: PreparedText) -> date | None:
    """The day that “today” means: the dateline's, where a report was published a few days later; else that day."""
    published = _parse_day(prepared.published)
    written = _parse_day(prepared.dateline.date)
    late = published is not None and written is not None and timedelta(0) < published - written <= _LATE
    return written if late else published


def _parse_day(day: str | None) -> date | None:
    return date.fromisoformat(day[:_DAY]) if day and len(day) >= _DAY else None


def _read_simple(
    language: Language, text: str, folded: str, *, sentence: Sentence, published: date | None
) -> ReadSentence:
    span = sentence.span
    parts = [
        *find_quantities(language, text, folded, span),
        *find_periods(language, folded, span, published),
        *find_areas(language, text, folded, span),
        *find_positions(language, folded, span),
    ]
    return ReadSentence(sentence, tuple(parts), build_scene(folded, span, parts, text=text))


def _with(reading: Reading, found: list[list[Part]]) -> Reading:
    """The reading with more parts: `found[i]` are those of sentence i."""
    text, folded = reading.prepared.text, reading.folded

    def add(read: ReadSentence, more: list[Part]) -> ReadSentence:
        parts = (*read.parts, *more)
        return ReadSentence(read.sentence, parts, build_scene(folded, read.sentence.span, parts, text=text))

    pairs = zip(reading.sentences, found, strict=True)
    sentences = tuple(add(read, more) if more else read for read, more in pairs)
    return Reading(reading.prepared, reading.language, folded, sentences)


def extract(prepared: PreparedText) -> Statements:
    """The statements of a prepared text; none where its language is not read (`prepared.notice` then says so)."""
    if prepared.notice or not prepared.sentences:
        return Statements()
    return write_statements(prepared, read_statements(read_parts(prepared)))


def read_statements(reading: Reading) -> Statements:
    """All that is stated by the parts of a text, names in the letters of the language's data."""
    figures = find_observations(reading)
    events, commitments = find_events(reading), leave_measured(find_commitments(reading), figures)
    return Statements(
        observations=tuple(figures),
        events=tuple(events),
        commitments=tuple(commitments),
        people=tuple(list_people(reading)),
        organisations=tuple(list_organisations(reading)),
        quotations=tuple(find_quotations(reading)),
        traces=tuple(find_traces(reading, commitments, events, figures)),
    )
