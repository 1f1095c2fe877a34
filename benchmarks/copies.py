"""How many reprints are found among 100,000 texts, and how fast. Run: python benchmarks/copies.py [TEXTS]

Texts of 150 words in four languages are made of the words of our evaluation documents; four words of ten are such as
follow the one before there, so that texts share rows of words as news do. Every twentieth is a reprint of an earlier
one: whole, its half or its third, with 0–30 % of the words replaced by others. Every twentieth is an independent report
that quotes the same speech as an earlier one. Time is processor time of taking and grouping; making the texts is not
counted. Where `rensa` is installed, its MinHash with LSH runs beside.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hamkor.cli.main import collect_seldom
from hamkor.resolve.copies import KIND
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.telling import Telling

GOLD = Path(__file__).parent.parent / "evaluation" / "gold"
WORDS, SENTENCE, SPEECH = 150, 12, 16
EDITS, PARTS = (0.0, 0.1, 0.2, 0.3), (1, 2, 3)
EVERY = 20
MONTH = 9_000  # texts, of 300 a day
FOLLOWING = 0.4
_MARKS = re.compile('[«»“”„"]')
LANGUAGES = ("ru", "uz", "kk", "en")


class Made(NamedTuple):
    """A text, what it was made from, and how: (part, edits) of a reprint, None of an independent report."""

    language: str
    sentences: list[list[str]]
    source: int | None = None
    how: tuple[int, float] | None = None


class Writer:
    """Draws words, some of them such as followed the one before in our documents."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.chance, self.language = chance, language
        paths = sorted((GOLD / language).glob("*.json"))
        texts = [_MARKS.sub("", json.loads(path.read_text("utf-8"))["text"]).split() for path in paths]
        self.words = [word for text in texts for word in text]
        self.next: defaultdict[str, list[str]] = defaultdict(list)
        for text in texts:
            for one, other in pairwise(text):
                self.next[one].append(other)

    def write(self, words: int) -> list[str]:
        made = [self.chance.choice(self.words)]
        while len(made) < words:
            pool = self.next[made[-1]] if self.chance.random() < FOLLOWING else self.words
            made.append(self.chance.choice(pool or self.words))
        return made

    def write_text(self) -> list[list[str]]:
        return [self.write(SENTENCE) for _ in range(WORDS // SENTENCE)]

    def reprint(self, sentences: list[list[str]], part: int, edits: float) -> list[list[str]]:
        kept = sorted(self.chance.sample(range(len(sentences)), len(sentences) // part))
        return [
            [self.chance.choice(self.words) if self.chance.random() < edits else word for word in sentences[at]]
            for at in kept
        ]


def make_texts(count: int) -> list[Made]:
    """The texts, always the same ones."""
    chance, made = random.Random(5), list[Made]()
    writers = {language: Writer(language, chance) for language in LANGUAGES}
    for number in range(count):
        earlier = chance.randrange(max(0, number - MONTH), number) if number else 0
        source = made[earlier] if made and made[earlier].source is None else None
        writer = writers[source.language if source else chance.choice(LANGUAGES)]
        if number % EVERY == 1 and source:
            how = (chance.choice(PARTS), chance.choice(EDITS))
            made.append(Made(writer.language, writer.reprint(source.sentences, *how), earlier, how))
        elif number % EVERY == 2 and source:
            speech = f"«{' '.join(writer.write(SPEECH))}»".split()
            source.sentences.append(speech)
            made.append(Made(writer.language, [*writer.write_text(), speech], earlier))
        else:
            made.append(Made(writer.language, writer.write_text()))
    return made


def make_tellings(texts: list[Made]) -> Iterator[Telling]:
    first = date(2024, 1, 1)
    for number, text in enumerate(texts):
        words = "\n".join(" ".join(sentence) + "." for sentence in text.sentences)
        day, id_ = first + timedelta(days=number // 300), f"{number:06}"
        yield Telling(id_, id_, day, f"outlet {number % 97}", (), text.language, None, words)


def main(count: int) -> None:
    texts = make_texts(count)
    tellings = list(make_tellings(texts))
    began = time.process_time()
    groups = group_tellings(KIND, tellings)
    print(f"{count} texts searched in {time.process_time() - began:.1f} s of processor time")
    tell_found(texts, {int(id_): int(group) for id_, group in groups.items()})
    compare_with_rensa(texts)


def tell_found(texts: list[Made], groups: dict[int, int]) -> None:
    """Recall by part and edits, and how many were joined that are no reprints."""
    asked, found = Counter[tuple[int, float]](), Counter[tuple[int, float]]()
    quoting = [n for n, text in enumerate(texts) if text.source is not None and not text.how]
    for number, text in enumerate(texts):
        if text.how and text.source is not None:
            asked[text.how] += 1
            found[text.how] += groups[number] == groups[text.source]
    for part in PARTS:
        told = "  ".join(f"{edits:.0%}: {found[part, edits] / max(1, asked[part, edits]):.3f}" for edits in EDITS)
        print(f"recall, 1/{part} of the text, words replaced  {told}")
    roots = {number: text.source if text.how else number for number, text in enumerate(texts)}
    members: defaultdict[int, set[int]] = defaultdict(set)
    for number, group in groups.items():
        members[group].add(roots[number] or 0)
    wrong = sum(len(sources) - 1 for sources in members.values())
    quoted = sum(groups[n] == groups[texts[n].source or 0] for n in quoting)
    print(f"joined wrongly: {wrong}; of {len(quoting)} independent reports with the same speech: {quoted}")


def compare_with_rensa(texts: list[Made]) -> None:
    """MinHash of 128 over words in threes, LSH of 32 bands, similar from 0.3."""
    try:
        from rensa import RMinHash, RMinHashLSH
    except ImportError:
        return
    began = time.process_time()
    index, hashes = RMinHashLSH(threshold=0.3, num_perm=128, num_bands=32), []
    for number, text in enumerate(texts):
        words = [word for sentence in text.sentences for word in sentence]
        made = RMinHash(num_perm=128, seed=42)
        made.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
        hashes.append(made)
        index.insert(number, made)
    asked, found, others = Counter[tuple[int, float]](), Counter[tuple[int, float]](), 0
    for number, text in enumerate(texts):
        near = {n for n in index.query(hashes[number]) if n != number and hashes[n].jaccard(hashes[number]) >= 0.3}
        others += len(near)
        if text.how and text.source is not None:
            asked[text.how] += 1
            found[text.how] += text.source in near
    print(f"rensa: {time.process_time() - began:.1f} s; near pairs {others // 2}")
    for part in PARTS:
        told = "  ".join(f"{edits:.0%}: {found[part, edits] / max(1, asked[part, edits]):.3f}" for edits in EDITS)
        print(f"rensa recall, 1/{part} of the text, words replaced  {told}")


if __name__ == "__main__":
    collect_seldom()  # as the program does
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
