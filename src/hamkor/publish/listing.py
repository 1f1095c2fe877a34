"""The columns of a table on the screen of each kind of row, and what a narrow terminal makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hamkor.messages import get_text
from hamkor.publish.shown import COUNTED, SHORT_ID, SHOWN, TAIL, TOLD
from hamkor.publish.table import Field


def get_fields(kind: str, more: Sequence[Field] = (), *, counted: bool = False) -> Sequence[Field]:
    """The columns of a kind: observation, event, commitment, person, organisation, quotation, document.

    more     columns that stand between the facts and the words behind them
    counted  whether rows bear how often each thing is told
    """
    fields = [_make_field(name, get) for name, get in SHOWN[kind]]
    told = [_make_field(name, get) for name, get in TOLD] if counted and kind in COUNTED else []
    return [*fields[: -len(TAIL)], *more, *told, *fields[-len(TAIL) :]]


def _make_field(name: str, get: Callable[[Any], str]) -> Field:
    least, style = _FORM.get(name, (8, ""))
    spare, weight = _SPARE.get(name, 0), _WEIGHT.get(name, 1.0)
    return Field(get_text(f"column.{name}"), get, least, style, spare=spare, weight=weight, name=name)


# Columns that a narrow terminal does without, in the order in which they go; every other form has them.
_SPARE = {
    name: rank
    for rank, name in enumerate(
        (
            "published",
            "language",
            "notice",
            "source",
            "heard",
            "sector",
            "organisation",
            "status",
            "participants",
            "names",
            "first_seen",
            "tellings",
            "publisher",
            "first",
        ),
        1,
    )
}
# What a column cannot do without (8 where it does not stand here), and its style.
_FORM = {
    "indicator": (9, ""),
    "figure": (26, "head"),
    "areas": (7, ""),
    "time_period": (10, ""),
    "id": (SHORT_ID, "dim"),
    "document_id": (12, "dim"),
    "published": (10, ""),
    "language": (2, ""),
    "words": (10, "words"),
    "source": (8, "dim"),
    "stage": (9, "head"),
    "type": (7, "head"),
    "name": (12, "head"),
    "title": (16, "head"),
    "parties": (7, ""),
    "due": (10, ""),
    "date": (10, ""),
    "value": (18, "head"),
    "released": (10, ""),
    "obs_status": (1, ""),
    "unit": (3, ""),
    "periods": (3, ""),
    "first": (4, ""),
    "last": (4, ""),
    "release": (3, ""),
    "teller": (8, "dim"),
    "standing": (26, "bad"),
    "heard": (10, ""),
    "names": (12, "dim"),
    "first_seen": (10, ""),
    "last_seen": (10, ""),
    "tellings": (4, ""),
    "sources": (4, ""),
}
_WEIGHT = {
    "words": 3.0,
    "areas": 6.0,
    "parties": 3.0,
    "indicator": 1.4,
    "source": 0.8,
    "standing": 6.0,
}  # how much more room than others before it is shortened
