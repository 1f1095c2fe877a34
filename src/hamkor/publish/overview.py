"""All that a ledger holds on one screen: a short table a kind, what is told many times only once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hamkor.ledger import StatementRow, View
from hamkor.messages import get_text
from hamkor.publish.listing import get_fields
from hamkor.publish.screen import Paint, measure
from hamkor.publish.table import Field, write_table

# Kind → rows shown at most: with headings, blank lines and a line for what is left out, 45 lines together.
_ROWS = {"observation": 11, "person": 5, "commitment": 9, "event": 5}
_TAIL = 3  # the last cells of a row, after its words: source, day, id


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement and how often the same is told."""

    row: StatementRow
    times: int


def write_overview(view: View, *, width: int, paint: Paint) -> Iterator[str]:
    """Figures with bounds, people, promises with stage and due, events: the words behind each and their source."""
    for kind, most in _ROWS.items():
        told = _group(kind, view)
        if not told:
            continue
        yield ""
        heading = f"{get_text(f'kind.{kind}')} ({len(told)})"
        yield from write_table(_get_fields(kind, heading), told[:most], width=width, paint=paint)
        if len(told) > most:
            yield paint("  " + get_text("demo.more", number=len(told) - most), "dim")


def _group(kind: str, view: View) -> list[_Told]:
    """What documents tell of one thing, once, as the first of them tells it; what is of no thing, by what it says."""
    facts, first = get_fields(kind)[:-_TAIL], dict[tuple[str, ...], _Told]()
    things: dict[str, dict[str, str]] = {}
    for row in view.find_statements(kind):
        document = row.document.id
        thing = things.setdefault(document, view.find_things(document)).get(row.id)
        key = (thing,) if thing else tuple(field.get(row) for field in facts)
        first[key] = _Told(first[key].row, first[key].times + 1) if key in first else _Told(row, 1)
    return list(first.values())


def _get_fields(kind: str, heading: str) -> Sequence[Field]:
    fields = [replace(field, get=_of_row(field)) for field in get_fields(kind)[:-_TAIL]]
    source = get_fields(kind)[-_TAIL]
    fields[0] = replace(fields[0], title=heading, least=max(fields[0].least, measure(heading)))
    return [*fields, replace(source, get=_write_source(source))]


def _of_row(field: Field) -> Callable[[_Told], str]:
    return lambda told: field.get(told.row)


def _write_source(source: Field) -> Callable[[_Told], str]:
    return lambda told: (f"{told.times}× " if told.times > 1 else "") + source.get(told.row)
