"""Makes news texts of about 3 KB from the evaluation documents of this repository, always the same ones.

python benchmarks/texts.py 1000 [uz-Latn] > texts.jsonl
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent.parent / "evaluation" / "gold"
BYTES = 3_000
_DIGITS = re.compile(r"(?<!\d)(?!20[0-3]\d)\d{2,3}(?!\d)")


def list_languages() -> list[str]:
    """The BCP 47 tags of the languages that there are documents in, Russian first: it has the most."""
    tags = {document["language"] for document in _load_documents()}
    return sorted(tags, key=lambda tag: (tag != "ru", tag))


def make_texts(count: int, language: str = "ru", seed: int = 7) -> Iterator[dict[str, str]]:
    """Paragraphs of our documents drawn at random, their numbers changed, until a text has about `BYTES` bytes."""
    chance = random.Random(seed)
    documents = [d for d in _load_documents() if d["language"] == language]
    paragraphs = [p for d in documents for p in d["text"].split("\n") if len(p) > 40]
    for number in range(count):
        lead = chance.choice(documents)
        text = lead["text"].split("\n")[0]
        while len(text.encode()) < BYTES:
            text += "\n\n" + _vary(chance.choice(paragraphs), chance)
        yield {"id": f"text-{number}", "title": lead["title"], "published": lead["published"], "text": text}


def _load_documents() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*/*.json"))]


def _vary(paragraph: str, chance: random.Random) -> str:
    return _DIGITS.sub(lambda met: str(chance.randrange(10, 999)), paragraph)


if __name__ == "__main__":
    asked = sys.argv[1:] + ["1000", "ru"][len(sys.argv) - 1 :]
    for text in make_texts(int(asked[0]), asked[1]):
        print(json.dumps(text, ensure_ascii=False))
