"""The measures of a tally: as numbers for programs, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hamkor.evaluation.kinds import KINDS, WHOLE_FIGURES
from hamkor.evaluation.tally import Tally
from hamkor.messages import get_text

Measures = dict[str, Any]
SCORE = "ledger score"
_NAMES = (KINDS[0].name, WHOLE_FIGURES, *(kind.name for kind in KINDS[1:]))
_SCORED = (WHOLE_FIGURES, "events", "commitments", "people", "organisations")


def get_measures(tally: Tally) -> Measures:
    """Precision, recall and F1 of each kind, accuracy of each field (None where none was judged), their mean."""
    measures: Measures = {name: _measure(tally, name) for name in _NAMES}
    for name, count in sorted(tally.fields.items()):
        accuracy = round(count.right / count.judged, 4) if count.judged else None
        measures[name] = {"accuracy": accuracy, "judged": count.judged}
    measures[SCORE] = round(_get_score(tally), 4)
    return measures


def _measure(tally: Tally, name: str) -> Measures:
    count = tally.counts[name]
    rounded = {key: round(getattr(count, key), 4) for key in ("precision", "recall", "f1")}
    return rounded | {"gold": count.gold, "found": count.found}


def _get_score(tally: Tally) -> float:
    return sum(tally.counts[name].f1 for name in _SCORED) / len(_SCORED)


def write_report(title: str, tally: Tally) -> Iterator[str]:
    """The lines of a table: each kind, then each field."""
    yield title
    yield f"{'':28}{get_text('evaluate.columns')}"
    for name in _NAMES:
        count = tally.counts[name]
        numbers = f"{count.precision:9.3f}{count.recall:8.3f}{count.f1:7.3f}"
        yield f"{name:28}{numbers}   {count.matched}/{count.gold}/{count.found}"
    for name, field in sorted(tally.fields.items()):
        accuracy = field.right / field.judged if field.judged else 0
        yield f"  {name:26}{accuracy:9.3f}{'':15}   {field.right}/{field.judged}"
    yield f"{SCORE:28}{_get_score(tally):24.3f}   ({get_text('evaluate.score')})"
