"""A statement as columns and back. Decimals are kept as they were written, as text; floats stand beside for filters."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, asdict, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hamkor.ledger.rows import Statement
from hamkor.model import (
    Commitment,
    Event,
    Evidence,
    Observation,
    Organisation,
    Participant,
    PartOf,
    Period,
    Person,
    Quotation,
    Statements,
    Trace,
)
from hamkor.model.period import parse_period

Columns = dict[str, Any]

KINDS: Mapping[str, type[Any]] = {
    "observation": Observation,
    "event": Event,
    "commitment": Commitment,
    "person": Person,
    "organisation": Organisation,
    "quotation": Quotation,
    "trace": Trace,
}
SHOWN = tuple(kind for kind in KINDS if kind != "trace")  # what lists and counts show: a trace shows in a story
_KIND_OF = {made: kind for kind, made in KINDS.items()}

# What tells one statement of a kind from another on the same words: a change here makes it another statement.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "observation": ("indicator", "measure", "obs_value", "unit_measure", "ref_area", "counterpart_area"),
    "event": ("type",),
    "commitment": ("stage", "sector"),
    "person": ("name",),
    "organisation": ("name",),
    "quotation": (),
    "trace": ("state",),
}
_TIMES = ("time_period", "date", "due")
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_READ: Mapping[str, Callable[[Any], object]] = {
    "obs_value": Decimal,
    "low": Decimal,
    "high": Decimal,
    "time_period": parse_period,
    "date": parse_period,
    "due": parse_period,
    "part_of": lambda part: PartOf(**part),
    "participants": lambda people: tuple(Participant(**one) for one in people),
    "parties": tuple,
    "responsible": tuple,
    "areas": tuple,
}


def write_columns(document_id: str, statements: Statements) -> list[Columns]:
    """The columns of all statements of a document, in the order of the text, each with its lasting `id`.

    The id is made of the document's id, the kind, the words and what tells statements on the same words apart; not of
    the place, so that a paragraph put in above leaves it as it is.
    """
    seen: Counter[str] = Counter()
    return [_write(statement, document_id, seen) for statement in sorted(_all(statements), key=_place)]


def _all(statements: Statements) -> Iterator[Statement]:
    for listed in fields(statements):
        yield from getattr(statements, listed.name)


def _place(statement: Statement) -> tuple[int, int]:
    return statement.evidence.start, statement.evidence.end


def _write(statement: Statement, document_id: str, seen: Counter[str]) -> Columns:
    kind, said = _KIND_OF[type(statement)], statement.evidence
    content = _write_fields(statement)
    key = "\x1f".join((document_id, kind, said.exact, *(_write_key(statement, name) for name in _KEYS[kind])))
    seen[key] += 1
    period = next((found for name in _TIMES if (found := getattr(statement, name, None))), None)
    return {
        "id": get_digest(f"{key}\x1f{seen[key]}"),
        "kind": kind,
        "start": said.start,
        "end": said.end,
        "exact": said.exact,
        "prefix": said.prefix,
        "suffix": said.suffix,
        "also": [[span.start, span.end] for span in said.also] or None,
        "indicator": content.get("indicator"),
        "sector": content.get("sector"),
        "stage": content.get("stage", content.get("status")),
        "type": content.get("type"),
        "value": float(statement.obs_value) if isinstance(statement, Observation) else None,
        "first_day": period and period.first.isoformat(),
        "last_day": period and period.last.isoformat(),
        "fields": content,
        "counted": _get_counted(statement),
    }


def _get_counted(statement: Statement) -> str | None:
    if not isinstance(statement, Observation):
        return None
    o = statement
    day = o.time_period.last if o.time_period else None
    return write_counted(o.indicator, (o.ref_area, o.counterpart_area), day)


def write_counted(indicator: str, sides: tuple[str | None, str | None], day: date | None) -> str:
    """What a figure counts and when, as it is looked up: the sides in order of the alphabet, since many have none.

    day  the last one of the time it is about

    >>> write_counted("exports", ("UZ", "KZ-75"), date(2024, 12, 31)), write_counted("jobs", ("KZ-75", None), None)
    ('exports|KZ-75|UZ|2024-12-31', 'jobs||KZ-75|')
    """
    return "|".join((indicator, *sorted(side or "" for side in sides), day.isoformat() if day else ""))


def get_topic(counted: str) -> str:
    """The topic of what a figure counts: the indicator between two countries, whichever regions and time it is of.

    >>> get_topic("exports|KZ-75|UZ|2024-12-31"), get_topic("jobs||KZ-75|")
    ('exports|KZ|UZ', 'jobs||KZ')
    """
    indicator, one, other, _ = counted.split("|", 3)
    return f"{indicator}|{one[:2]}|{other[:2]}"


def _write_key(statement: Statement, name: str) -> str:
    value = getattr(statement, name)
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def get_digest(key: str) -> str:
    """60 bits, so that a million statements share an id by chance once in two million ledgers."""
    return base64.b32encode(hashlib.sha256(key.encode()).digest()[:8])[:12].decode().lower()


def _write_fields(statement: Statement) -> Columns:
    values = {name: _write_value(getattr(statement, name)) for name, _ in _defaults(_KIND_OF[type(statement)])}
    return {name: value for name, value in values.items() if value not in (None, "")}


def _write_value(value: object) -> object:
    if isinstance(value, Decimal | Period):
        return str(value)
    if isinstance(value, PartOf | Participant):
        return {name: part for name, part in asdict(value).items() if part is not None or isinstance(value, PartOf)}
    return [_write_value(one) for one in value] if isinstance(value, tuple) else value


@cache
def _defaults(kind: str) -> tuple[tuple[str, object], ...]:
    """The fields of a kind without its evidence, each with what it is when the ledger holds nothing for it."""
    own = (field for field in fields(KINDS[kind]) if field.name != "evidence")
    return tuple((field.name, None if field.default is MISSING else field.default) for field in own)


def read_statement(kind: str, content: Columns, evidence: Evidence) -> Statement:
    """The statement that `write_columns` wrote."""
    values = {
        name: _READ[name](content[name]) if name in content and name in _READ else content.get(name, default)
        for name, default in _defaults(kind)
    }
    statement: Statement = KINDS[kind](**values, evidence=evidence)
    return statement


def find_sides(statement: Columns) -> list[list[str]]:
    """The areas a statement is about, one list a side: the area's code, then its country's."""
    content = statement["fields"]
    named = [content.get("ref_area"), content.get("counterpart_area"), content.get("area"), *content.get("parties", ())]
    for participant in content.get("participants", ()):
        named += [participant.get("area"), participant["name"]]
    areas = dict.fromkeys(name for name in named if name and _AREA.fullmatch(name))
    return [list(dict.fromkeys((area, area.partition("-")[0]))) for area in areas]
