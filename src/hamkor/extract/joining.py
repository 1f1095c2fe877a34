"""The statements of the passages of one document, which are in several languages, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from hamkor.model import Document, Observation, Span, Statements
from hamkor.model.evidence import get_evidence


def join_statements(document: Document, passages: Sequence[Statements]) -> Statements:
    """All statements in the order of their words, which are quoted from the whole document.

    A figure that is told in two languages is one: its other telling goes to `evidence.also`. What else is told twice
    stays twice, for no two names in two languages are the same here; that is for the stage `resolve`.
    """
    if len(passages) == 1:
        return passages[0]
    told = {f.name: _in_order(document, [s for p in passages for s in getattr(p, f.name)]) for f in fields(Statements)}
    told["observations"] = _once(told["observations"])
    return Statements(**told)


def _in_order(document: Document, statements: Iterable[Any]) -> tuple[Any, ...]:
    quoted = [replace(s, evidence=_quote(document, s.evidence)) for s in statements]
    return tuple(sorted(quoted, key=lambda s: s.evidence.start))


def _quote(document: Document, evidence: Any) -> Any:
    span = Span(evidence.start, evidence.end)
    return get_evidence(document.text, span, digest=evidence.digest, also=evidence.also)


def _once(figures: Sequence[Observation]) -> tuple[Observation, ...]:
    kept: dict[tuple[object, ...], Observation] = {}
    for figure in figures:
        first = kept.setdefault(_key(figure), figure)
        if first is not figure:
            kept[_key(figure)] = _with_telling(first, figure)
    return tuple(kept.values())


def _key(figure: Observation) -> tuple[object, ...]:
    """What two tellings of one figure have in common; the words of its subject are in their own language."""
    sides = frozenset((figure.ref_area, figure.counterpart_area))
    return (
        figure.indicator,
        figure.measure,
        figure.obs_value,
        figure.unit_measure,
        figure.time_period,
        sides,
        figure.subject is None,
    )


def _with_telling(figure: Observation, again: Observation) -> Observation:
    evidence, other = figure.evidence, again.evidence
    places = (*evidence.also, Span(other.start, other.end), *other.also)
    return replace(figure, evidence=replace(evidence, also=places))
