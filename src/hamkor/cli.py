"""The command line: each command calls one function of the stages below."""

from __future__ import annotations

import hashlib
import json
import sys

from hamkor.model import Document


def main() -> None:
    """A first `extract`: JSON Lines on standard input, until the commands stand."""
    from hamkor.pipeline import read_document
    from hamkor.publish.statements import to_plain

    for line in sys.stdin:
        given = json.loads(line)
        digest = hashlib.sha256(line.encode()).hexdigest()
        fields = {k: given.get(k) for k in ("title", "published", "publisher", "url")}
        read = read_document(Document(id=given["id"], text=given["text"], digest=digest, **fields))
        print(json.dumps(to_plain(read.prepared, read.statements), ensure_ascii=False))
