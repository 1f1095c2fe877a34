"""How fast figures are checked: one new document against a large ledger, and a whole ledger anew.

Run: python benchmarks/verify.py [FIGURES] [FIGURES TO CHECK ANEW]

Documents of ten figures each, as the press has them: two in five are of two countries, of which everybody writes, the
rest of regions; levels, growth, shares, exports and imports of years and of months since January, told soon after.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median, quantiles

from sqlalchemy import Connection, create_engine, event, insert

from hamkor.cli.main import collect_seldom
from hamkor.codes.areas import find_regions
from hamkor.ledger import open_ledger
from hamkor.ledger.columns import write_columns
from hamkor.ledger.store import write_document
from hamkor.ledger.tables import documents, statements
from hamkor.model import (
    Block,
    Document,
    Evidence,
    Observation,
    OffsetMap,
    PartOf,
    Period,
    PreparedText,
    Span,
    Statements,
)
from hamkor.pipeline import ReadDocument
from hamkor.publish.checked import check_draft, check_ledger

COUNTRIES = ("KZ", "UZ", "KG", "TJ", "TM")
SENTENCE = "За этот срок показатель {n} составил {n} млн долларов, сообщили в ведомстве. "
FIGURES = 10
_FLOWS = ("trade_turnover", "exports", "imports", "investment", "tourists", "projects_count", "production")
_WEIGHTS = (40, 15, 15, 10, 8, 6, 6)
_AT_ONCE = 1000  # documents in a transaction
_TRIES = 60  # documents that are checked
_TURNS = 1_000_000  # of the loop that tells how fast the machine is


def make_read(number: int) -> ReadDocument:
    """A document with ten figures, the same for the same number."""
    random = Random(number)
    text = "".join(SENTENCE.format(n=f"{random.randint(1000, 9999)}") for _ in range(FIGURES))
    told = date(2018, 2, 1) + timedelta(days=random.randint(0, 2900))
    address, blocks = f"https://example.org/news/{number}", (Block("paragraph", Span(0, len(text))),)
    document = Document(address, text, f"{number:064x}", title=f"Новость {number}", url=address, blocks=blocks)
    same = OffsetMap((0,), (0,), len(text), len(text))
    day, publisher = told.isoformat(), f"Издание {number % 200}"
    prepared = PreparedText(document, text, same, "ru", (), published=day, publisher=publisher)
    return ReadDocument(prepared, Statements(tuple(_make_figures(random, text, told))))


def _make_figures(random: Random, text: str, told: date) -> Iterator[Observation]:
    ref, counterpart = _pick_sides(random)
    year, month = told.year - 1, told.month - 1 or 12
    times = [Period(str(year)), Period(str(year))]
    if told.month > 1:
        times.append(Period(f"{told.year}-01", f"{told.year}-{month:02}"))
    for place in range(FIGURES):
        indicator, period = random.choices(_FLOWS, _WEIGHTS)[0], random.choice(times)
        measure = random.choices(("level", "change", "share"), (6, 3, 1))[0]
        start = len(text) * place // FIGURES
        evidence = Evidence("0" * 64, start, start + 8, text[start : start + 8], "", "")
        whole = (ref.partition("-")[0], counterpart)
        value, half = _print(measure, indicator, (ref, counterpart), period)
        value *= random.choices((1, 3), (99, 1))[0]  # one in a hundred is wrong
        yield Observation(
            indicator, None, measure, value, value - half, value + half, "USD" if measure == "level" else "PCT",
            "exact", period, ref, counterpart, "actual",
            PartOf(indicator, *whole) if measure == "share" else None, evidence, "level-of-trade",
        )  # fmt: skip


def _print(measure: str, indicator: str, sides: tuple[str, str], period: Period) -> tuple[Decimal, Decimal]:
    """What a text prints, and half a unit of its last digit."""
    now = count(indicator, sides, period)
    if measure == "level":
        unit = Decimal(1).scaleb(now.adjusted() - 2)
        return (now / unit).quantize(Decimal(1)) * unit, unit / 2
    before = count(indicator, sides, Period(*(f"{int(e[:4]) - 1}{e[4:]}" for e in (period.start, period.end))))
    whole = count(indicator, (sides[0].partition("-")[0], sides[1]), period)
    percent = (now / before - 1) * 100 if measure == "change" else now / whole * 100
    return percent.quantize(Decimal("0.1")), Decimal("0.05")


def count(indicator: str, sides: tuple[str, str], period: Period) -> Decimal:
    """What the statistics of one side count: exports and imports make the turnover, a region has a tenth or less."""
    if indicator == "trade_turnover":
        return count("exports", sides, period) + count("imports", sides, period)
    made = Random(f"{indicator} {sides}")
    level = Decimal(made.randint(100, 999)) * (10**5 if "-" in sides[0] else 10**7)
    for _ in range(2016, period.first.year):
        level = level * made.randint(90, 125) / 100
    return level * period.last.month / 12 if len(period.end) > 4 else level


def _pick_sides(random: Random) -> tuple[str, str]:
    if random.random() < 0.4:
        return random.choice((("KZ", "UZ"), ("UZ", "KZ")))
    ref, counterpart = random.sample(COUNTRIES, 2)
    return (random.choice((ref, *find_regions(ref))), counterpart)


def fill(file: Path, figures: int) -> None:
    """Write documents and figures as the ledger keeps them, without its index of words, which checks do not use."""
    open_ledger(file)
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    number = figures // FIGURES
    for first in range(0, number, _AT_ONCE):
        with engine.begin() as connection:
            _fill_some(connection, range(first, min(first + _AT_ONCE, number)))
    engine.dispose()


def _fill_some(connection: Connection, numbers: range) -> None:
    reads = [(number + 1, make_read(number)) for number in numbers]
    state = {"version": 1, "is_latest": True, "read_at": "2026-01-01", "program": "benchmark"}
    connection.execute(
        insert(documents), [{"row_id": row, **write_document(read.prepared), **state} for row, read in reads]
    )
    rows = [
        {**columns, "document": row, "since_reading": 1}
        for row, read in reads
        for columns in write_columns(read.prepared.document.id, read.statements)
    ]
    connection.execute(insert(statements), rows)


def check_new(file: Path, figures: int) -> None:
    """The checks of one more document of ten figures."""
    took = []
    with open_ledger(file).view() as view:
        list(check_draft([make_read(-1)], view))  # loads the language
        for number in range(_TRIES):
            read = make_read(figures + number)
            start = time.process_time()
            list(check_draft([read], view))
            took.append((time.process_time() - start) * 1000)
    told = f"median {median(took):.1f} ms, nine in ten within {quantiles(took, n=10)[-1]:.1f} ms"
    print(f"checks of a document of {FIGURES} figures, {figures:,} kept: {told}")


def check_anew(file: Path, figures: int) -> None:
    """All figures of a ledger."""
    with open_ledger(file).view() as view:
        start = time.process_time()
        checked = {one.verdict.figure for one in check_ledger(view)}
        took = time.process_time() - start
    print(f"all figures anew: {len(checked) / took:,.0f} figures/s ({figures:,} in {took:.0f} s)")


def calibrate() -> None:
    """How fast the machine is just now, so that figures of several machines and hours can be compared: a fixed loop."""
    took = []
    for _ in range(5):
        start, number = time.process_time(), 1
        for _ in range(_TURNS):
            number = number * 1103515245 + 12345 & 0x7FFFFFFF
        took.append(time.process_time() - start)
    print(f"this machine: {_TURNS / min(took) / 1e6:.1f} million turns of a plain loop a second")


def main(figures: int, anew: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, measure in ((figures, check_new), (anew, check_anew)):
            file = Path(folder) / f"{number}.db"
            if not file.exists():
                fill(file, number)
            calibrate()
            measure(file, number)


if __name__ == "__main__":
    collect_seldom()  # as the program does
    main(*(int(a) for a in sys.argv[1:3]), *(1_000_000, 100_000)[len(sys.argv) - 1 :])
