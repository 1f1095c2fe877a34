"""Pairs of names judged by Hamkor and, where they are installed, by others on the same file in the same run.

    python benchmarks/names.py [PAIRS.tsv]…       default: tests/resolve/pairs.tsv

A file has the columns kind, left, right, same (1 or 0). rapidfuzz compares the names as sounds by Jaro–Winkler, at the
threshold that is best for it on the very file; OpenSanctions' LogicV2 (package nomenklatura) compares people and
organisations at its own threshold of 0.7.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

from hamkor.resolve import compare_names

PAIRS = Path(__file__).parent.parent / "tests" / "resolve" / "pairs.tsv"
SAME = 0.7
Row = tuple[str, str, str, bool]
Score = Callable[[str, str, str], float]


def read_pairs(file: Path) -> list[Row]:
    lines = file.read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith(("#", "kind\t"))]
    return [(kind, left, right, same == "1") for kind, left, right, same, *_ in cells]


def score_hamkor(kind: str, left: str, right: str) -> float:
    return compare_names(kind, left, right).score


def get_rapidfuzz() -> Score:
    from rapidfuzz.distance import JaroWinkler

    from hamkor.text.sounds import get_sounds

    def write(name: str) -> str:
        return " ".join(sorted(get_sounds(word) for word in name.split()))

    return lambda _, left, right: JaroWinkler.similarity(write(left), write(right))


def get_logic() -> Score:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import LogicV2
    from nomenklatura.matching.types import ScoringConfig

    schemata = {"person": "Person", "organisation": "Organization", "place": "Address"}
    config = ScoringConfig.defaults()

    def make(kind: str, name: str) -> EntityProxy:
        proxy = model.make_entity(schemata[kind])
        proxy.id = name
        proxy.add("name", name)
        return proxy

    return lambda kind, left, right: LogicV2.compare(make(kind, left), make(kind, right), config).score


def measure(rows: Iterable[Row], scores: list[float], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of what scores at least the threshold."""
    said = [score >= threshold for score in scores]
    same = [row[3] for row in rows]
    matched = sum(a and b for a, b in zip(said, same, strict=True))
    precision = matched / sum(said) if any(said) else 1.0
    recall = matched / sum(same) if any(same) else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if matched else 0.0


def report(name: str, rows: list[Row], score: Score, *, best: bool = False) -> None:
    """One line a kind; `best`: at the threshold that is best on these rows, which flatters."""
    for kind in dict.fromkeys(row[0] for row in rows):
        chosen = [row for row in rows if row[0] == kind]
        started = time.process_time()
        scores = [score(kind, left, right) for _, left, right, _ in chosen]
        spent = time.process_time() - started
        at = max(sorted(set(scores)), key=lambda t: measure(chosen, scores, t)[2]) if best else SAME
        precision, recall, f1 = measure(chosen, scores, at)
        speed = len(chosen) / spent if spent else 0.0
        told = f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        print(f"{name:12} {kind:13} {len(chosen):4} pairs  {told}  from {at:.2f}  {speed:8.0f} pairs/s")


def main(files: list[str]) -> None:
    rows = [row for file in files or [str(PAIRS)] for row in read_pairs(Path(file))]
    report("hamkor", rows, score_hamkor)
    for name, package, get in (("rapidfuzz", "rapidfuzz", get_rapidfuzz), ("LogicV2", "nomenklatura", get_logic)):
        if find_spec(package):
            report(
                name, [row for row in rows if name != "LogicV2" or row[0] != "place"], get(), best=name == "rapidfuzz"
            )
        else:
            print(f"{name:12} not installed ({package})")


if __name__ == "__main__":
    main(sys.argv[1:])
