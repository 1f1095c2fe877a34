"""Writes what is measured into README.md, between its marks: the demo's screen, accuracy, speed.

    python scripts/readme.py [--shared DIR] [--speed] [--demo]

Accuracy on the documents of this repository always; on another folder of annotated documents where --shared names one;
speed only with --speed (it takes a minute); nothing but the screen with --demo.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from hamkor.evaluation.gold import load_gold
from hamkor.evaluation.report import Measures
from hamkor.evaluation.run import evaluate

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GOLD = ROOT / "evaluation"
COLUMNS = {
    "observations": "figures",
    "observations (all fields)": "figures, all fields",
    "events": "events",
    "commitments": "promises",
    "people": "people",
    "organisations": "organisations",
    "quotations": "quotations",
}
DEMO_LINES = 26


def put(text: str, mark: str, body: str) -> str:
    """The text with `body` between the marks of this name."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"README.md: found no marks {mark}; expected <!-- {mark} -->; put them back")
    return pattern.sub(lambda met: met.group(1) + body + met.group(2), text)


def run(*command: str) -> str:
    environment = {"COLUMNS": "110", "PATH": "/usr/bin:/bin", "NO_COLOR": "1", "HAMKOR_LANG": "en"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT).stdout


def write_demo() -> str:
    """The first lines of what `hamkor demo` shows, as the terminal shows them."""
    lines = run(sys.executable, "-m", "hamkor", "demo", "--format", "table").splitlines()
    return "```\n" + "\n".join(line.rstrip() for line in lines[:DEMO_LINES]) + "\n…\n```\n"


def write_accuracy(folders: dict[str, Path]) -> str:
    """A table of F1, a line a language that is read and set of documents; then one of the fields of what was found."""
    measured = dict(_measure_all(folders))
    rows = ["| documents | " + " | ".join(COLUMNS.values()) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    rows += [f"| {name} | " + " | ".join(f"{m[k]['f1']:.2f}" for k in COLUMNS) + " |" for name, m in measured.items()]
    together = {name: evaluate(load_gold(folder)).get_measures()["all"] for name, folder in folders.items()}
    fields = sorted({name for m in together.values() for name, value in m.items() if "accuracy" in str(value)})
    rows += ["", "How often a field is right, of the statements that were found, over all languages:", ""]
    rows += ["| field | " + " | ".join(together) + " |", "|---" * (len(together) + 1) + "|"]
    rows += [f"| {field} | " + " | ".join(_accuracy(m, field) for m in together.values()) + " |" for field in fields]
    return "\n".join(rows) + "\n"


def _measure_all(folders: dict[str, Path]) -> Iterator[tuple[str, Measures]]:
    for name, folder in folders.items():
        gold = load_gold(folder)
        for language, measures in evaluate(gold).get_measures().items():
            count = sum(document["language"] == language for document in gold)
            if language != "all" and measures["observations"]["found"]:
                yield f"{language}, {name} ({count})", measures


def _accuracy(measures: Measures, field: str) -> str:
    accuracy = measures.get(field, {}).get("accuracy")
    return "–" if accuracy is None else f"{accuracy:.2f}"


def write_speed() -> str:
    return "```\n$ python benchmarks/extract.py\n" + run(sys.executable, "benchmarks/extract.py") + "```\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="a folder of annotated documents beside our own")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--demo", action="store_true", help="the screen of the demo only")
    args = parser.parse_args()
    names = {"held back": "after", "read since": "next", "held until read": "held", "twins": "twin"}
    names |= {name: name for name in ("fresh", "blind", "clean")}
    folders = {name: GOLD / f"gold-{folder}" for name, folder in names.items()}
    folders["our own"] = GOLD / "gold"
    if args.shared:
        folders["development set"] = args.shared
    text = put(README.read_text("utf-8"), "demo", write_demo())
    if not args.demo:
        text = put(text, "accuracy", write_accuracy(folders))
    if args.speed:
        text = put(text, "speed", write_speed())
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
