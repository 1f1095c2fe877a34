"""Reads evaluation/values with our parts and with peers, and prints how many phrases each read right, by language.

    python benchmarks/values.py [ru en …]      (without languages: every file there)

dateparser is asked for the periods, price-parser for the amounts, quantulum3 for the amounts of English; each gets the
phrase alone, with the language and the day of publication where it takes these. An amount is right with its number and
unit (its bounds are not asked; a peer that has no such unit needs only the number); a period with all of its days.
Phrases that hold nothing count too: right is to find nothing. Peers are no dependencies: one not installed is left out.
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

from hamkor.extract.numbers.quantities import find_quantities
from hamkor.extract.times.periods import find_periods
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

VALUES = Path(__file__).parent.parent / "evaluation" / "values"
SIGNS = {"$": "USD", "€": "EUR", "₽": "RUB", "₸": "KZT", "£": "GBP", "USD": "USD"}
# Units as quantulum3 calls them; what it counts without a unit stands for all that have none in its list.
NAMES = {
    "dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "russian ruble": "RUB",
    "chinese yuan": "CNY",
    "south korean won": "KRW",
    "percentage": "PCT",
    "per cent": "PCT",
    "ton": "t",
    "tonne": "t",
    "metric ton": "t",
    "kilogram": "kg",
    "hectare": "ha",
    "kilometre": "km",
    "metre": "m",
    "millimetre": "mm",
    "square kilometre": "km2",
    "square metre": "m2",
    "cubic metre": "m3",
    "cubic metre per second": "m3/s",
    "megawatt": "MW",
    "kilowatt hour": "kWh",
    "kilovolt": "kV",
    "kilometre per hour": "km/h",
    "day": "d",
    "month": "mo",
    "pound sterling": "GBP",
}
BARE = frozenset(("dimensionless", "count"))
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


def ask_quantulum3(code: str, row: Row) -> Answer:
    from quantulum3 import parser  # type: ignore[import-untyped]

    found = parser.parse(row["text"])
    if len(found) != 1:
        return ("several",) if found else None
    name = found[0].unit.name
    unit = row["unit"] if name in BARE and row["unit"] not in NAMES.values() else NAMES.get(name, name)
    return f"{float(found[0].value):.5g}", unit


Reader = Callable[[str, Row], Answer]
ANY = ""
# Who is asked: the name, how, for which kinds of phrases, in which language (any where none is told).
READERS: dict[str, tuple[Reader, tuple[str, ...], str]] = {
    "hamkor": (ask_hamkor, ("amount", "qualifier", "period"), ANY),
    "dateparser": (ask_dateparser, ("period",), ANY),
    "price-parser": (ask_price_parser, ("amount", "qualifier"), ANY),
    "quantulum3": (ask_quantulum3, ("amount", "qualifier"), "en"),
}


def measure(name: str, code: str, rows: Iterable[Row]) -> None:
    read, kinds, _ = READERS[name]
    for kind in kinds:
        asked = [row for row in rows if row["kind"] == kind]
        if not asked:
            continue
        started = time.perf_counter()
        right = sum(read(code, row) == wanted(row) for row in asked)
        each = (time.perf_counter() - started) / len(asked) * 1000
        share = right / len(asked)
        print(f"{code:9}{name:14}{kind:12}{right:4} of {len(asked):4}   {share:6.1%}   {each:7.3f} ms each")


def compare(code: str) -> None:
    """Everybody who reads the language, one after another."""
    rows = read_rows(code)
    for name, (_, _, language) in READERS.items():
        if language not in (ANY, code):
            continue
        try:
            measure(name, code, rows)
        except ImportError as missing:
            print(f"{code:9}{name:14}left out: {missing}")
        except ValueError as unread:
            print(f"{code:9}{name:14}does not read it: {unread}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = sorted(path.stem for path in VALUES.glob("*.tsv"))
    parser.add_argument("language", nargs="*", default=known, help=f"of {', '.join(known)}")
    for code in parser.parse_args().language:
        compare(code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
