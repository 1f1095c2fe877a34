"""The figures of a ledger held against one another and against statistics, and how the verdicts are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hamkor.errors import LanguageError
from hamkor.grammar import load_language
from hamkor.ledger import Filter, StatementRow, View
from hamkor.messages import get_text
from hamkor.model import Statistic, Verdict
from hamkor.verify import Figure, Known, check_figures, read_observation, read_statistic
from hamkor.verify.parts import find_parts

_EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict on a figure, with the rows it speaks of."""

    row: StatementRow
    verdict: Verdict
    against: tuple[StatementRow | Statistic, ...]


def check_ledger(view: View, asked: Filter = _EVERYTHING, *, as_of: str | None = None) -> Iterator[Checked]:
    """Every figure asked for with each of its verdicts, the gravest first; held against all that the ledger holds.

    as_of  ISO 8601 day: what was published or released later is not known yet
    """
    rows = {row.id: row for row in view.find_statements("observation") if _is_known(row.document.published, as_of)}
    series = {
        id_: figure
        for id_, figure in view.find_statistics()
        if _is_known(figure.released.isoformat() if figure.released else None, as_of)
    }
    known = _gather(view, rows, series)
    wanted = [row.id for row in view.find_statements("observation", asked) if row.id in rows]
    by_id = {figure.id: figure for figure in known.figures}
    sources: dict[str, StatementRow | Statistic] = {**rows, **series}
    for figure, told in check_figures((by_id[id_] for id_ in wanted), known):
        for verdict in told:
            yield Checked(rows[figure.id], verdict, tuple(sources[id_] for id_ in verdict.against))


def _is_known(day: str | None, as_of: str | None) -> bool:
    return not (day and as_of) or day[:10] <= as_of


def _gather(view: View, rows: dict[str, StatementRow], series: dict[str, Statistic]) -> Known:
    figures = [_read_row(row) for row in rows.values()]
    official = [read_statistic(figure, id=id_) for id_, figure in series.items()]
    return Known([*figures, *official], _find_parts(view, figures))


def _read_row(row: StatementRow) -> Figure:
    published = date.fromisoformat(row.document.published[:10]) if row.document.published else None
    return read_observation(row.statement, id=row.id, document=row.document.id, published=published)  # type: ignore[arg-type]


def _find_parts(view: View, figures: list[Figure]) -> dict[str, tuple[str, ...]]:
    by_document: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.teller].append(figure)
    found: dict[str, tuple[str, ...]] = {}
    for id_, own in by_document.items():
        document = view.get_document(id_)
        try:
            language = load_language(document.row.language)
        except LanguageError:
            continue  # read by a program that knew more languages
        found |= find_parts(sorted(own, key=lambda f: f.start), document.text, language)
    return found


def write_checked(checked: Checked) -> dict[str, Any]:
    """A verdict as plain data, in the form of CONTRACT."""
    evidence = checked.row.evidence
    return {
        "document": checked.row.document.id,
        "evidence": {"exact": evidence.exact, "start": evidence.start, "end": evidence.end},
        "figure": checked.row.id,
        "verdict": checked.verdict.verdict,
        "check": checked.verdict.check,
        "equation": checked.verdict.equation,
        "against": [_write_source(source) for source in checked.against],
    }


def _write_source(source: StatementRow | Statistic) -> dict[str, Any]:
    if isinstance(source, Statistic):
        return {"source": source.source, "time_period": str(source.time_period)}
    evidence = source.evidence
    return {
        "document": source.document.id,
        "evidence": {"exact": evidence.exact, "start": evidence.start, "end": evidence.end},
    }


def write_told(checked: Checked) -> str:
    """A verdict in one line for the terminal."""
    told = get_text(f"verdict.{checked.verdict.verdict}")
    check = f" ({checked.verdict.check})" if checked.verdict.check else ""
    return f"{told}{check}  «{checked.row.evidence.exact}»  {checked.verdict.equation}  [{checked.row.document.id}]"


def write_statistic(figure: Statistic) -> dict[str, Any]:
    """An official figure as plain data, in the plain form that is read."""
    return {
        "source": figure.source,
        "indicator": figure.indicator,
        "ref_area": figure.ref_area,
        "counterpart_area": figure.counterpart_area,
        "time_period": str(figure.time_period),
        "obs_value": str(figure.obs_value),
        "unit_measure": figure.unit_measure,
        "obs_status": figure.obs_status,
        "released": figure.released.isoformat() if figure.released else None,
    }
