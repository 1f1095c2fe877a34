"""How fast a ledger keeps and answers, and how much room it takes. Run: python benchmarks/ledger.py [DOCUMENTS]

Every document has about 1,700 characters and 20 statements, and is added in a transaction of its own.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

from hamkor.ledger import Filter, Ledger, Source, open_ledger
from hamkor.model import (
    Block,
    Commitment,
    Document,
    Observation,
    OffsetMap,
    Organisation,
    Period,
    Person,
    PreparedText,
    Span,
    Statements,
)
from hamkor.model.evidence import get_evidence

SENTENCES = (
    "Товарооборот города и соседней области вырос до ${n} млн за девять месяцев текущего года.",
    "Глава палаты Пётр Примеров{n} рассказал о работе совместных предприятий на приграничной территории.",
    "Стороны договорились построить логистический центр № {n} и открыть новый автобусный маршрут.",
    "В выставке приняла участие компания «Образец-{n}», которая поставляет оборудование для теплиц.",
)
AREAS = ("KZ-75", "KZ-71", "KZ", "UZ", "UZ-TK", "KG", "TJ")


def make_document(number: int, *, sentences: int = 20) -> tuple[PreparedText, Statements]:
    """A document and what it states, the same for the same number."""
    random = Random(number)
    lines = [SENTENCES[place % 4].format(n=random.randint(10, 9999)) for place in range(sentences)]
    text = "\n".join(lines)
    digest = sha256(text.encode()).hexdigest()
    found: list[list[object]] = [[], [], [], []]
    start, blocks = 0, []
    for place, line in enumerate(lines):
        span = Span(start + 8, start + len(line) - 10)
        evidence = get_evidence(text, span, digest=digest)
        found[place % 4].append(_MAKERS[place % 4](random, evidence))
        blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    address = f"https://example.org/news/{number}"
    day = f"2025-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    document = Document(address, text, digest, title=f"Новость {number}", url=address, blocks=tuple(blocks))
    prepared = PreparedText(document, text, OffsetMap((0,), (0,), len(text), len(text)), "ru", (), published=day)
    observations, people, commitments, organisations = (tuple(kind) for kind in found)
    return prepared, Statements(observations, (), commitments, people, organisations)  # type: ignore[arg-type]


def _make_figure(random: Random, evidence: object) -> Observation:
    value = Decimal(random.randint(10, 9999)) * 1_000_000
    ref, counterpart = random.sample(AREAS, 2)
    return Observation(
        "trade_turnover", None, "level", value, value - 500_000, value + 500_000, "USD", "exact",
        Period("2025-01", "2025-09"), ref, counterpart, "actual", None, evidence, "level-of-trade",
    )  # type: ignore[arg-type]  # fmt: skip


def _make_person(random: Random, evidence: object) -> Person:
    return Person(f"Пётр Примеров{random.randint(0, 99)}", "business", random.choice(AREAS), None, evidence)  # type: ignore[arg-type]


def _make_commitment(random: Random, evidence: object) -> Commitment:
    sector = random.choice(("trade", "water", "energy"))
    return Commitment("agreed", sector, tuple(random.sample(AREAS, 2)), None, None, (), None, None, None, evidence)  # type: ignore[arg-type]


def _make_organisation(random: Random, evidence: object) -> Organisation:
    return Organisation(f"Образец-{random.randint(0, 999)}", evidence)  # type: ignore[arg-type]


_MAKERS = (_make_figure, _make_person, _make_commitment, _make_organisation)


def measure(what: str, done: Callable[[], float], unit: str) -> None:
    """Print how many a second: `done` answers how many it did."""
    start = time.perf_counter()
    number = done()
    took = time.perf_counter() - start
    print(f"{what:<46}{number / took:>12,.0f} {unit}/s{took:>9.2f} s")


def add(ledger: Ledger, made: Iterable[tuple[PreparedText, Statements]], *, program: str = "benchmark 1") -> int:
    added = 0
    with ledger.writer(program=program) as writer:
        for prepared, found in made:
            writer.add(prepared, found, source=Source(prepared.text.encode()))
            added += 1
    return added


def count(ledger: Ledger, kind: str | None, asked: Filter) -> int:
    with ledger.view() as view:
        return sum(1 for _ in view.find_statements(kind, asked))


def search(ledger: Ledger, words: str) -> int:
    with ledger.view() as view:
        return sum(1 for _ in view.search(words))


def main(documents: int) -> None:
    made = [make_document(number) for number in range(documents)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "desk.db"
        ledger = open_ledger(file)
        measure("add new documents", lambda: add(ledger, made), "documents")
        _measure_room(ledger, file, documents)
        measure("add the same again, unchanged", lambda: add(ledger, made), "documents")
        better = [(p, replace(f, organisations=())) for p, f in made[: documents // 10]]
        measure("add with other statements", lambda: add(ledger, better, program="benchmark 2"), "documents")
        measure("stream all statements", lambda: count(ledger, None, Filter()), "statements")
        between = Filter(between=("KZ", "UZ"), since="2025-06")
        measure("figures between two areas since a month", lambda: count(ledger, "observation", between), "statements")
        measure("search for two words", lambda: search(ledger, "примеров9* маршрут"), "documents")
        measure("open", lambda: len([open_ledger(file) for _ in range(20)]), "times")
        measure("back up", lambda: ledger.backup(Path(folder) / "copy.db") or 1, "times")
        measure("purge one document", lambda: ledger.purge(made[0][0].document.id).versions, "times")
        long = make_document(-1, sentences=10_000)
        measure("add one document of 900,000 characters", lambda: add(ledger, [long]) * 10_000, "statements")


def _measure_room(ledger: Ledger, file: Path, documents: int) -> None:
    with ledger.view() as view:
        counted = view.count()
    statements = sum(counted.values()) - counted["document"]
    room = sum(part.stat().st_size for part in file.parent.glob("desk.db*"))
    print(f"{'room for each document, its statements with it':<46}{room / documents:>12,.0f} bytes")
    kept = _find_room(file)
    for name, size in kept.items():
        print(f"  {name:<44}{size / documents:>12,.0f} bytes")
    of_statements = sum(size for name, size in kept.items() if name.startswith(("statements", "sides", "sqlite_auto")))
    print(f"{'room for each statement, indices with it':<46}{of_statements / statements:>12,.0f} bytes")


def _find_room(file: Path) -> dict[str, int]:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12").fetchall()
    connection.close()
    return dict(rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
