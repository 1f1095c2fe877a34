"""Road maps: tables whose head names a column of measures, and beside it their terms or who is responsible.

The columns may stand in any order; a head may take several rows; rows with only a section's name may stand between.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Part
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span

MEASURE, TERM, RESPONSIBLE, NUMBER = "measure", "term", "responsible", "number"
_COLUMNS = (MEASURE, TERM, RESPONSIBLE, NUMBER, "form")
_SIDES = "sides"
_PEOPLE = frozenset({"person", "position"})
_DEEPEST = 6  # rows of a table in which its head stands
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_DIVIDED = re.compile(r"\s*[,;\n]\s*")
_Cells = dict[int, list[int]]  # column → numbers of the sentences in it


@dataclass(frozen=True, slots=True)
class RoadMapRow:
    """One measure with its particulars, by numbers of sentences in the reading.

    measure, term, responsible  the sentences of these cells
    number                      what the cell of the number says; None where there is none
    """

    measure: tuple[int, ...]
    term: tuple[int, ...]
    responsible: tuple[int, ...]
    number: str | None

    @property
    def labels(self) -> tuple[int, ...]:
        return (*self.term, *self.responsible)


def find_road_map(reading: Reading) -> Mapping[int, RoadMapRow | None]:
    """By the first sentence of each measure its row; None for all other sentences of such a table; else empty."""
    found: dict[int, RoadMapRow | None] = {}
    for rows in _list_tables(reading).values():
        columns, head = _find_head(reading, rows)
        if MEASURE not in columns or not {TERM, RESPONSIBLE} & set(columns):
            continue
        for number, cells in rows.items():
            found.update(dict.fromkeys(at for sentences in cells.values() for at in sentences))
            row = _read_row(reading, columns, cells) if number > head else None
            if row:
                found[row.measure[0]] = row
    return found


def list_names(reading: Reading, row: RoadMapRow, bodies: Sequence[Part]) -> tuple[str, ...]:
    """Whom the cell of who is responsible names, in order: bodies that are known, and what else stands between its
    commas; not the sides as a whole."""
    return list_named(reading, [reading.sentences[at].sentence.span for at in row.responsible], bodies)


def list_named(reading: Reading, spans: Iterable[Span], bodies: Sequence[Part]) -> tuple[str, ...]:
    """All that is named between the commas of `spans`, beside the `bodies` known; neither the sides nor people."""
    sides = _get_words(reading.language)[_SIDES]
    found = {part.span.start: part.value.name for part in bodies}
    people = [p.span for s in reading.sentences for p in s.parts if p.kind in _PEOPLE]
    taken = [*(part.span for part in bodies), *people]
    for start, end in (piece for span in spans for piece in _divide(reading.prepared.text, span)):
        known = any(other.start < end and start < other.end for other in taken)
        if not known and not sides.fullmatch(reading.folded, start, end):
            found[start] = reading.prepared.text[start:end]
    return tuple(dict.fromkeys(name for _, name in sorted(found.items())))


def _divide(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The parts between commas, each without what stands around it."""
    start = span.start
    for met in (*_DIVIDED.finditer(text, span.start, span.end), None):
        end = met.start() if met else span.end
        part = text[start:end]
        if told := part.strip(" .|"):
            at = start + part.index(told)
            yield at, at + len(told)
        start = met.end() if met else end


def get_span(reading: Reading, sentences: tuple[int, ...]) -> Span:
    """From the first to the last of a cell's sentences."""
    spans = [reading.sentences[at].sentence.span for at in sentences]
    return Span(spans[0].start, spans[-1].end)


def _list_tables(reading: Reading) -> dict[int, dict[int, _Cells]]:
    tables: defaultdict[int, dict[int, _Cells]] = defaultdict(dict)
    for number, read in enumerate(reading.sentences):
        sentence = read.sentence
        if sentence.row is not None and sentence.column is not None:
            table, row = sentence.row
            tables[table].setdefault(row, {}).setdefault(sentence.column, []).append(number)
    return tables


def _find_head(reading: Reading, rows: dict[int, _Cells]) -> tuple[dict[str, int], int]:
    """The column of each kind, and the last row of the head."""
    words = _get_words(reading.language)
    columns: dict[str, int] = {}
    last = -1
    for row, cells in list(rows.items())[:_DEEPEST]:
        for column, sentences in cells.items():
            kind = _tell_column(words, reading, sentences)
            if kind and kind not in columns and column not in columns.values():
                columns[kind], last = column, row
        if MEASURE in columns and row > last:
            break
    return columns, last


def _tell_column(words: Mapping[str, re.Pattern[str]], reading: Reading, sentences: list[int]) -> str | None:
    span = get_span(reading, tuple(sentences))
    folded = reading.folded[span.start : span.end].strip(" .:")
    return next((kind for kind in _COLUMNS if words[kind].match(folded)), None)


def _read_row(reading: Reading, columns: dict[str, int], cells: _Cells) -> RoadMapRow | None:
    """The measure of a row; None of a section's name, and of the row that only numbers the columns."""
    held = {kind: tuple(cells.get(column, ())) for kind, column in columns.items()}
    measure, beside = held[MEASURE], [at for kind in (TERM, RESPONSIBLE) for at in held.get(kind, ())]
    if not measure or not beside or not any(c.isalpha() for at in measure for c in _text(reading, at)):
        return None
    number = "".join(_text(reading, at) for at in held.get(NUMBER, ()))
    told = number.rstrip(".") if _NUMBER.fullmatch(number) else None
    return RoadMapRow(measure, held.get(TERM, ()), held.get(RESPONSIBLE, ()), told)


def _text(reading: Reading, at: int) -> str:
    return reading.sentences[at].sentence.span.within(reading.prepared.text).strip()


def list_labels(reading: Reading, row: RoadMapRow) -> Iterator[ReadSentence]:
    """The sentences that tell the term of a measure and who is responsible."""
    return (reading.sentences[at] for at in row.labels)


def _get_words(language: Language) -> Mapping[str, re.Pattern[str]]:
    words: Mapping[str, re.Pattern[str]] = language.remember("commitments.columns", _compile)
    return words


def _compile(language: Language) -> Mapping[str, re.Pattern[str]]:
    columns = {kind: compile_phrases(language, "stages", f"minutes.columns.{kind}") for kind in _COLUMNS}
    return columns | {_SIDES: compile_phrases(language, "stages", "minutes.all_sides")}
