"""How fast Hamkor reads: milliseconds of processor time a document, memory, start-up; beside slovnet's tagger.

    python benchmarks/extract.py [--texts 1000] [--profile]

Processor time, because a machine that does other things as well makes a clock on the wall tell little. Texts of all
languages are read; the first pass meets every word for the first time. slovnet, navec and natasha (whose wheel carries
the weights) are needed for the comparison only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from texts import list_languages, make_texts

from hamkor.cli.main import collect_seldom
from hamkor.model import Document
from hamkor.pipeline import read_document

PEER_TEXTS = 60  # slovnet is slow; it reads fewer, its rate counts
PASSES = 3  # the fastest counts


def as_document(text: dict[str, str]) -> Document:
    digest = hashlib.sha256(text["text"].encode()).hexdigest()
    return Document(id=text["id"], text=text["text"], title=text["title"], published=text["published"], digest=digest)


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    start = clock()
    work()
    return clock() - start


def read_all(documents: list[Document]) -> int:
    statements = 0
    for document in documents:
        read = read_document(document)
        statements += len(read.statements.observations) + len(read.statements.commitments)
    return statements


def measure(language: str, texts: int) -> str:
    """One line on a language: loading it with its first text, then each text for the first time, then again."""
    documents = [as_document(text) for text in make_texts(texts, language)]
    load = seconds(lambda: read_document(documents[0]))
    first = seconds(lambda: read_all(documents)) / len(documents)
    again = min(seconds(lambda: read_all(documents)) for _ in range(PASSES)) / len(documents)
    size = sum(len(document.text.encode()) for document in documents) / len(documents)
    return (
        f"{language:<9}{load:10.2f} s{first * 1000:14.1f} ms{again * 1000:14.1f} ms{1 / again:14.0f}"
        f"{size / again / 1e6:14.2f} MB"
    )


def start_up() -> float:
    """The fastest of five runs of `hamkor --help`, in seconds on the wall."""
    command = [sys.executable, "-m", "hamkor", "--help"]
    work = lambda: subprocess.run(command, capture_output=True, check=True)  # noqa: E731
    return min(seconds(work, time.perf_counter) for _ in range(5))


def first_document(text: dict[str, str]) -> float:
    """From the command's start to its answer for one document, in seconds on the wall; the fastest of three."""
    command = [sys.executable, "-m", "hamkor", "extract", "--input-format", "jsonl", "-"]
    line = json.dumps(text, ensure_ascii=False).encode()
    work = lambda: subprocess.run(command, input=line, capture_output=True, check=True)  # noqa: E731
    return min(seconds(work, time.perf_counter) for _ in range(3))


def peer_time(texts: list[dict[str, str]]) -> float | None:
    """Seconds a document that slovnet's tagger of names takes, or None where it is not installed."""
    found = [importlib.util.find_spec(name) for name in ("slovnet", "navec", "natasha")]
    if not all(found) or not found[2] or not found[2].submodule_search_locations:
        return None
    from navec import Navec
    from slovnet import NER

    weights = Path(found[2].submodule_search_locations[0]) / "data"
    tagger = NER.load(str(next(weights.rglob("slovnet_ner*.tar"))))
    tagger.navec(Navec.load(str(next(weights.rglob("navec*.tar")))))
    sample = [text["text"] for text in texts[:PEER_TEXTS]]
    tagger(sample[0])
    return seconds(lambda: [tagger(text) for text in sample]) / len(sample)


def compare(texts: list[dict[str, str]]) -> str | None:
    """What is printed of slovnet; None where it is not installed."""
    peer = peer_time(texts)
    if peer is None:
        return None
    sample = [as_document(text) for text in texts[:PEER_TEXTS]]
    own = seconds(lambda: read_all(sample)) / len(sample)
    return f"{peer * 1000:.1f} ms; Hamkor takes {own / peer:.2f} times as long"


def load() -> str:
    """All languages loaded with a text each by a new process, twice: where nothing was kept, and where it was."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HAMKOR_CACHE": folder}
        command = [sys.executable, __file__, "--loading"]
        told = [subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout for _ in "12"]
    return f"{float(told[0]):.2f} s the first time, {float(told[1]):.2f} s later"


def load_all() -> float:
    """Seconds of processor time from nothing to a text read in each language."""
    return seconds(lambda: read_all([as_document(text) for name in list_languages() for text in make_texts(1, name)]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1000, help="of Russian; of the others a fifth as many")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    parser.add_argument("--loading", action="store_true", help="only load all languages")
    args = parser.parse_args()
    if args.loading:
        print(load_all())
        return
    texts = list(make_texts(args.texts))
    if args.profile:
        import cProfile

        documents = [as_document(text) for text in texts]
        read_document(documents[0])
        cProfile.runctx("read_all(documents)", globals(), {"documents": documents}, sort="tottime")
        return
    print(f"{'':<9}{'loading':>12}{'text, new':>17}{'text, again':>17}{'texts/s':>14}{'a second':>17}")
    for language in list_languages():
        print(measure(language, args.texts if language == "ru" else max(1, args.texts // 5)))
    print(f"all languages loaded                  {load()}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most, all of these loaded   {memory:.0f} MB")
    print(f"hamkor --help                         {start_up():.2f} s")
    print(f"hamkor extract, one document          {first_document(texts[0]):.2f} s")
    compared = compare(texts)
    if compared:
        print(f"slovnet's tagger alone                {compared}")


if __name__ == "__main__":
    collect_seldom()  # as the program does
    main()
