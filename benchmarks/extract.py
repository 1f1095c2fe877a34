"""How fast Hamkor reads: documents a second on one core, memory, start-up; beside slovnet's tagger on the same texts.

    python benchmarks/extract.py [--texts 1000] [--profile]

slovnet, navec and natasha (whose wheel carries the weights) are needed for the comparison only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from texts import make_texts

from hamkor.model import Document
from hamkor.pipeline import read_document

PEER_TEXTS = 60  # slovnet is slow; it reads fewer, its rate counts


def as_document(text: dict[str, str]) -> Document:
    digest = hashlib.sha256(text["text"].encode()).hexdigest()
    return Document(id=text["id"], text=text["text"], title=text["title"], published=text["published"], digest=digest)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_all(documents: list[Document]) -> int:
    statements = 0
    for document in documents:
        read = read_document(document)
        statements += len(read.statements.observations) + len(read.statements.commitments)
    return statements


def start_up() -> float:
    """The fastest of five runs of `hamkor --help`, in seconds."""
    command = [sys.executable, "-m", "hamkor", "--help"]
    return min(seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(5))


def first_document(text: dict[str, str]) -> float:
    """From the command's start to its answer for one document, in seconds; the fastest of three."""
    command = [sys.executable, "-m", "hamkor", "extract", "--input-format", "jsonl", "-"]
    line = json.dumps(text, ensure_ascii=False).encode()
    return min(seconds(lambda: subprocess.run(command, input=line, capture_output=True, check=True)) for _ in range(3))


def peer_rate(texts: list[dict[str, str]]) -> float | None:
    """Documents a second of slovnet's tagger of names, or None where it is not installed."""
    found = [importlib.util.find_spec(name) for name in ("slovnet", "navec", "natasha")]
    if not all(found) or not found[2] or not found[2].submodule_search_locations:
        return None
    from navec import Navec
    from slovnet import NER

    weights = Path(found[2].submodule_search_locations[0]) / "data"
    tagger = NER.load(str(next(weights.rglob("slovnet_ner*.tar"))))
    tagger.navec(Navec.load(str(next(weights.rglob("navec*.tar")))))
    sample = [t["text"] for t in texts[:PEER_TEXTS]]
    tagger(sample[0])
    return len(sample) / seconds(lambda: [tagger(text) for text in sample])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    args = parser.parse_args()
    texts = list(make_texts(args.texts))
    documents = [as_document(t) for t in texts]
    load = seconds(lambda: read_document(documents[0]))
    if args.profile:
        import cProfile

        cProfile.runctx("read_all(documents)", globals(), {"documents": documents}, sort="tottime")
        return
    rate = len(documents) / seconds(lambda: read_all(documents))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peer = peer_rate(texts)
    size = sum(len(t["text"].encode()) for t in texts) / len(texts)
    print(f"texts                        {len(texts)} of {size:.0f} bytes")
    print(f"first text, with loading     {load:.2f} s")
    print(f"after loading                {rate:.0f} documents a second")
    print(f"memory at most               {memory:.0f} MB")
    print(f"hamkor --help                {start_up():.2f} s")
    print(f"hamkor extract, one document {first_document(texts[0]):.2f} s")
    compared = f"{peer:.0f} documents a second; Hamkor {rate / peer:.2f} times as fast" if peer else "not installed"
    print(f"slovnet's tagger alone       {compared}")


if __name__ == "__main__":
    main()
