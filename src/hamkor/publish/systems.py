"""Systems of figures in a ledger: what cannot all be true, and what follows without being told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hamkor.ledger import Filter, View
from hamkor.publish.checked import is_large
from hamkor.publish.equations import tell_amount, tell_reason, tell_scope
from hamkor.publish.gathering import Gathered, Source, Told
from hamkor.publish.statements import plain_number
from hamkor.publish.verdicts import write_place
from hamkor.verify.chains import find_groups
from hamkor.verify.contradictions import Contradiction, find_contradictions
from hamkor.verify.derived import Derived, find_derived
from hamkor.verify.judging import get_amount, get_scope
from hamkor.verify.systems import build_system


@dataclass(frozen=True, slots=True)
class Contradicting:
    """Figures that cannot all be true, the most trusted first, each with where it stands."""

    chain: Contradiction
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """A level that follows, with where the figures stand that it follows from."""

    derived: Derived
    sources: tuple[Source, ...]


def find_systems(view: View, asked: Filter, *, as_of: str | None = None) -> Iterator[Contradicting]:
    """The smallest contradicting sets in which a figure that is asked for takes part."""
    gathered, wanted = _gather(view, asked, as_of)
    known = gathered.know(wanted)
    for group in find_groups(known, wanted):
        for chain in find_contradictions(build_system(group, known.parts), wanted=wanted):
            if not wanted.isdisjoint(figure.id for figure in chain.figures):
                yield Contradicting(chain, tuple(gathered.sources[figure.id] for figure in chain.figures))


def find_derived_rows(view: View, asked: Filter, *, as_of: str | None = None) -> Iterator[DerivedRow]:
    """The levels that follow from figures that are asked for."""
    gathered, wanted = _gather(view, asked, as_of)
    known = gathered.know(wanted)
    for group in find_groups(known, wanted):
        for found in find_derived(build_system(group, known.parts), wanted=wanted):
            yield DerivedRow(found, tuple(gathered.sources[id_] for id_ in found.figures))


def _gather(view: View, asked: Filter, as_of: str | None) -> tuple[Gathered, set[str]]:
    """All figures; in a large ledger those that the ones asked for touch."""
    gathered, rows = Gathered(as_of), list(view.find_statements("observation", asked))
    if is_large(view):
        for document in dict.fromkeys(row.document.id for row in rows):
            gathered.add_touched(view, gathered.add_document(view, view.find_figures_of(document)))
    else:
        gathered.add_all(view)
    return gathered, {row.id for row in rows if row.id in gathered.figures}


def write_system(found: Contradicting) -> dict[str, Any]:
    """A contradicting set as plain data: the check that it fails, the equation, the figures, the most trusted first."""
    chain = found.chain
    members = zip(chain.figures, found.sources, strict=True)
    return {
        "check": chain.check,
        "equation": tell_reason(chain.reason),
        "closing": chain.closing.id,
        "figures": [{"figure": figure.id, "printed": tell_amount(get_amount(figure)), **write_place(source)}
                    for figure, source in members],
    }  # fmt: skip


def tell_system(found: Contradicting) -> Iterator[str]:
    """A contradicting set in lines: the equation, then each figure with its words."""
    chain = found.chain
    yield f"{chain.check}: {tell_reason(chain.reason)}"
    for figure, source in zip(chain.figures, found.sources, strict=True):
        words = f"«{source.evidence.exact}» [{source.document}]" if isinstance(source, Told) else f"[{source.source}]"
        yield f"  {tell_scope(get_scope(figure))}: {tell_amount(get_amount(figure))}  {words}"
    yield ""


def write_derived(row: DerivedRow) -> dict[str, Any]:
    """A derived level as plain data, in the words of a figure."""
    d = row.derived
    return {
        "indicator": d.indicator,
        "subject": d.subject,
        "measure": "level",
        "obs_value": plain_number(d.obs_value),
        "low": plain_number(d.bounds.low),
        "high": plain_number(d.bounds.high),
        "unit_measure": d.unit_measure,
        "time_period": str(d.time_period),
        "ref_area": d.ref_area,
        "counterpart_area": d.counterpart_area,
        "obs_status": d.obs_status,
        "equation": tell_reason(d.reason),
        "derived_from": [write_place(source) for source in row.sources],
    }


def tell_derived(row: DerivedRow) -> str:
    """A derived level in one line."""
    return f"{row.derived.indicator}: {tell_reason(row.derived.reason)}  [{row.derived.voice}]"
