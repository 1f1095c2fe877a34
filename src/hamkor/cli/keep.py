"""What a run of reading tells: each document's line in a pipe, and all of them together at the end."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hamkor.errors import HamkorError
from hamkor.ledger import KINDS, SHOWN
from hamkor.messages import get_text, tell_notice, tell_phrase
from hamkor.model import Statements
from hamkor.pipeline.keeping import NEW_VERSION, Kept
from hamkor.publish.screen import clean

_LISTS = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))


@dataclass(slots=True)
class Summary:
    """What a run found: documents by what became of them, statements by kind, why documents failed, what to know.

    versions  the first few documents of which another text had been kept
    """

    documents: Counter[str] = field(default_factory=Counter)
    statements: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    versions: list[str] = field(default_factory=list)

    def count(self, kept: Kept) -> None:
        self.documents[kept.kind] += 1
        self.statements.update(kept.found)
        if kept.kind == NEW_VERSION and len(self.versions) < _VERSIONS:
            self.versions.append(kept.id)
        if kept.error:
            self.reasons[_tell_reason(kept.error)] += 1
        if kept.notice:
            self.notices[tell_notice(kept.notice)] += 1

    def write(self, place: str) -> Iterator[str]:
        """The lines to be shown at the end."""
        became = ", ".join(f"{get_text(f'kept.{kind}')} {n}" for kind, n in self.documents.items())
        yield get_text("read.documents", place=place, total=self.documents.total()) + (f" ({became})" if became else "")
        counted = ((kind, self.statements[kind]) for kind in SHOWN)
        if found := ", ".join(f"{get_text(f'kind.{kind}')} {number}" for kind, number in counted if number):
            yield get_text("read.found", found=found)
        if self.versions:
            commands = (f"hamkor versions {shlex.quote(id_)}" for id_ in self.versions)
            yield get_text("read.versions", commands="; ".join(map(clean, commands)))
        for heading, told in (("read.failed", self.reasons), ("read.notices", self.notices)):
            if told:
                yield get_text(heading)
                yield from _write_counted(told)


def _write_counted(told: Counter[str]) -> Iterator[str]:
    """What was told how often, the commonest first; what differs in numbers only is one, told without them."""
    alike: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for text, number in told.items():
        key = _NUMBER.sub("…", text)
        texts[key] = text if key not in texts else key
        alike[key] += number
    for key, number in alike.most_common(_SHOWN):
        yield f"  {number} × {clean(texts[key])}"
    if len(alike) > _SHOWN:
        yield f"  {get_text('demo.more', number=len(alike) - _SHOWN)}"


def _tell_reason(error: HamkorError) -> str:
    return get_text("read.reason", found=tell_phrase(error.found), expected=tell_phrase(error.expected))


_SHOWN = 12  # reasons and notices told at the end
_NUMBER = re.compile(r"\d+(?:[ .,]\d+)*")
_VERSIONS = 3  # documents of which it is told how to see what changed


def write_kept_line(kept: Kept) -> dict[str, Any]:
    """One document's line of the answer in a pipe."""
    if kept.error:
        return {"document": {"id": kept.id}, "error": str(kept.error)}
    line: dict[str, Any] = {"document": {"id": kept.id, "version": kept.version}, "kept": kept.kind}
    if kept.version is None:
        del line["document"]["version"]
    else:
        line["found"] = {_LISTS[kind]: number for kind, number in kept.found.items()}
    return line | ({"notice": kept.notice} if kept.notice else {})
