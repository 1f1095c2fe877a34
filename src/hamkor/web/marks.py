"""A text cut where statements begin and end, so that words of several statements can be marked for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from hamkor.ledger import StatementRow


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and where it starts, with the statements whose words it is of; those of fewest words first."""

    start: int
    text: str
    of: tuple[StatementRow, ...]


def cut_text(text: str, rows: Iterable[StatementRow]) -> list[Piece]:
    """All of the text in pieces, in order: joined together they are the text again.

    Words told again (`evidence.also`) are marked there, too.
    """
    places = [(start, end, row) for row in rows for start, end in _find_places(row)]
    edges = sorted({0, len(text), *(edge for start, end, _ in places for edge in (start, end))})
    opening, closing = _by_edge(places)
    open_: dict[tuple[int, int, str], StatementRow] = {}
    pieces = []
    for start, end in pairwise(edges):
        for key in closing.get(start, ()):
            open_.pop(key, None)
        for key, row in opening.get(start, ()):
            open_[key] = row
        pieces.append(Piece(start, text[start:end], _order(open_)))
    return pieces


def find_first(pieces: Iterable[Piece]) -> frozenset[int]:
    """The numbers of the pieces with which a statement begins: who hears a page is told of each once."""
    seen: set[str] = set()
    found = set()
    for number, piece in enumerate(pieces):
        ids = {row.id for row in piece.of}
        if ids - seen:
            found.add(number)
        seen |= ids
    return frozenset(found)


def _find_places(row: StatementRow) -> Iterable[tuple[int, int]]:
    said = row.evidence
    return ((said.start, said.end), *((span.start, span.end) for span in said.also))


_Key = tuple[int, int, str]
_Openings = dict[int, list[tuple[_Key, StatementRow]]]
_Closings = dict[int, list[_Key]]


def _by_edge(places: Iterable[tuple[int, int, StatementRow]]) -> tuple[_Openings, _Closings]:
    opening: _Openings = {}
    closing: _Closings = {}
    for start, end, row in places:
        key = (start, end, row.id)
        opening.setdefault(start, []).append((key, row))
        closing.setdefault(end, []).append(key)
    return opening, closing


def _order(open_: dict[_Key, StatementRow]) -> tuple[StatementRow, ...]:
    shortest = sorted(open_.items(), key=lambda pair: (pair[0][1] - pair[0][0], pair[0]))
    return tuple(dict.fromkeys(row for _, row in shortest))
