"""The same document gives the same statements in every process, whatever order sets come in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GOLD = Path(__file__).parent.parent.parent / "evaluation" / "gold" / "ru"


def extract_with_seed(seed: str) -> str:
    command = [sys.executable, "-m", "hamkor", "extract", *map(str, sorted(GOLD.glob("own-ru-0*.json")))]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_statements_do_not_depend_on_the_order_of_sets() -> None:
    first = extract_with_seed("1")
    assert first.count('"observations"') > 3
    assert first == extract_with_seed("2")
