"""Print what reading alone makes of one file, in the form that page scorers take.

python tests/read/page_answer.py FILE
"""

from __future__ import annotations

import json
import sys

from hamkor.errors import ReadError
from hamkor.read import read_path


def main(path: str) -> int:
    """Print one object for the file's first document; the exit status is 1 where it could not be read."""
    reading = next(iter(read_path(path)))
    outcome = reading.outcome
    if isinstance(outcome, ReadError):
        print(json.dumps({"document": {"id": reading.id}, "error": str(outcome)}, ensure_ascii=False))
        return 1
    fields = ("id", "title", "published", "publisher", *(("text",) if outcome.own_text else ()))
    answer = {name: getattr(outcome, name) for name in fields} | {"language": outcome.language_hint}
    print(json.dumps({"document": answer}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
