"""The values of evaluation/values, one file a language: read them as a text would hold them."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.extract.numbers.quantities import find_quantities
from hamkor.extract.parts import Quantity
from hamkor.extract.times.periods import find_periods
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

VALUES = Path(__file__).parents[2] / "evaluation" / "values"
RIGHT = 0.98  # of a file's lines, at least
CLOSE = Decimal("0.001")


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def told(code: str, row: dict[str, str]) -> list[tuple[str, ...]]:
    """What is found in a row's text, in the row's own terms."""
    language = load_language(code)
    text, _ = language.reader.convert(row["text"])
    folded, span = fold(text), Span(0, len(text))
    if row["kind"] == "period":
        published = date.fromisoformat(row["published"])
        mentions = [part.value for part in find_periods(language, folded, span, published)]
        return [(str(m.period or ""), m.form) for m in mentions]
    return [_tell(part.value) for part in find_quantities(language, text, folded, span)]


def _tell(quantity: Quantity) -> tuple[str, ...]:
    numbers = (quantity.value, quantity.bounds.low, quantity.bounds.high)
    qualifier = "open" if quantity.means == "open" else quantity.qualifier
    return (*(str(float(n)) for n in numbers), quantity.unit or "", qualifier)


def expected(row: dict[str, str]) -> list[tuple[str, ...]]:
    if row["kind"] == "period":
        return [(row["period"], row["form"])] if row["form"] else []
    if not row["value"]:
        return []
    return [(*(str(float(row[key])) for key in ("value", "low", "high")), row["unit"], row["qualifier"])]


def agrees(found: list[tuple[str, ...]], wanted: list[tuple[str, ...]]) -> bool:
    """Numbers may differ in what a fraction leaves after the third decimal place."""
    return len(found) == len(wanted) and all(map(_same, found, wanted))


def _same(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if len(wanted) < 3:
        return found == wanted
    close = all(abs(Decimal(a) - Decimal(b)) <= CLOSE for a, b in zip(found[:3], wanted[:3], strict=True))
    return close and found[3:] == wanted[3:]


@pytest.mark.parametrize("path", sorted(VALUES.glob("*.tsv")), ids=lambda path: path.stem)
def test_values_are_read(path: Path) -> None:
    rows = read_rows(path)
    wrong = [(r["text"], expected(r), told(path.stem, r)) for r in rows if not agrees(told(path.stem, r), expected(r))]
    assert len(rows) >= 250
    assert 1 - len(wrong) / len(rows) >= RIGHT, "\n".join(map(str, wrong))
