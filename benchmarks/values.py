"""Reads evaluation/values with our parts, dateparser and price-parser, and prints how many each read right.

    python benchmarks/values.py [ru]

dateparser is asked for the periods, price-parser for the amounts; both get the phrase alone, with the language and the
day of publication where they take these. An amount is right with its number and currency (its bounds are not asked); a
period with all of its
days. Phrases that hold nothing count too: right is to find nothing.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hamkor.extract.periods import find_periods
from hamkor.extract.quantities import find_quantities
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

VALUES = Path(__file__).parent.parent / "evaluation" / "values"
SIGNS = {"$": "USD", "€": "EUR", "₽": "RUB", "₸": "KZT", "£": "GBP", "USD": "USD"}
Row = dict[str, str]
Answer = tuple[str, ...] | None


def read_rows(code: str) -> list[Row]:
    with (VALUES / f"{code}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def wanted(row: Row) -> Answer:
    if row["kind"] == "period":
        return (row["period"],) if row["period"] else None
    return (f"{float(row['value']):.5g}", row["unit"]) if row["value"] else None


def ask_hamkor(code: str, row: Row) -> Answer:
    language = load_language(code)
    text, _ = language.reader.convert(row["text"])
    folded, span = fold(text), Span(0, len(text))
    if row["kind"] == "period":
        periods = [p.value.period for p in find_periods(language, folded, span, date.fromisoformat(row["published"]))]
        return (str(periods[0]),) if len(periods) == 1 and periods[0] else None
    quantities = [p.value for p in find_quantities(language, text, folded, span)]
    return (f"{float(quantities[0].value):.5g}", quantities[0].unit or "") if len(quantities) == 1 else None


def ask_dateparser(code: str, row: Row) -> Answer:
    import dateparser  # type: ignore[import-untyped]

    published = datetime.fromisoformat(row["published"])
    settings: Any = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(row["text"], languages=[code], settings=settings)
    return (found.date().isoformat(),) if found else None


def ask_price_parser(code: str, row: Row) -> Answer:
    from price_parser import Price

    price = Price.fromstring(row["text"])
    if price.amount is None:
        return None
    return f"{float(price.amount):.5g}", SIGNS.get(price.currency or "", price.currency or "")


READERS: dict[str, tuple[Callable[[str, Row], Answer], tuple[str, ...]]] = {
    "hamkor": (ask_hamkor, ("amount", "qualifier", "period")),
    "dateparser": (ask_dateparser, ("period",)),
    "price-parser": (ask_price_parser, ("amount", "qualifier")),
}


def measure(name: str, code: str, rows: Iterable[Row]) -> None:
    read, kinds = READERS[name]
    for kind in kinds:
        asked = [row for row in rows if row["kind"] == kind]
        started = time.perf_counter()
        right = sum(read(code, row) == wanted(row) for row in asked)
        each = (time.perf_counter() - started) / len(asked) * 1000
        print(f"{name:14}{kind:12}{right:4} of {len(asked):4}   {right / len(asked):6.1%}   {each:7.3f} ms each")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", nargs="?", default="ru")
    code = parser.parse_args().language
    rows = read_rows(code)
    for name in READERS:
        try:
            measure(name, code, rows)
        except ImportError as missing:
            print(f"{name:14}left out: {missing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
