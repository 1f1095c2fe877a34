"""A text that grows by paragraphs, each with one statement on words of its own: what documents are made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Any

from hamkor.model import (
    Block,
    Commitment,
    Document,
    Event,
    Observation,
    OffsetMap,
    Organisation,
    Person,
    PreparedText,
    Quotation,
    Span,
    Statements,
)
from hamkor.model.evidence import Evidence, get_evidence

Make = Callable[[Evidence], object]
_KINDS = (Observation, Event, Commitment, Person, Organisation, Quotation)


@dataclass(slots=True)
class Growing:
    """The paragraphs so far, and the words of each statement with what makes it of them."""

    lines: list[str] = field(default_factory=list)
    found: list[tuple[Span, Make]] = field(default_factory=list)
    _at: int = 0

    def add(self, line: str) -> None:
        """A paragraph that states nothing."""
        self.lines.append(line)
        self._at += len(line) + 1

    def say(self, before: str, words: str, after: str, make: Make) -> Span:
        """A paragraph whose words tell a statement; where these words stand."""
        span = Span(self._at + len(before), self._at + len(before) + len(words))
        self.found.append((span, make))
        self.add(f"{before}{words}{after}")
        return span

    def finish(
        self, id_: str, *, title: str, language: str, published: str, publisher: str
    ) -> tuple[PreparedText, Statements]:
        """The document as preparing would give it, and all that it states."""
        body = "\n".join(self.lines)
        digest = sha256(body.encode()).hexdigest()
        told: dict[type, list[Any]] = {kind: [] for kind in _KINDS}
        for span, make in self.found:
            statement = make(get_evidence(body, span, digest=digest))
            told[type(statement)].append(statement)
        document = Document(id_, body, digest, title=title, url=id_, blocks=self._list_blocks())
        whole = OffsetMap((0,), (0,), len(body), len(body))
        prepared = PreparedText(document, body, whole, language, (), published=published, publisher=publisher)
        return prepared, Statements(*map(tuple, told.values()))

    def _list_blocks(self) -> tuple[Block, ...]:
        at, blocks = 0, []
        for line in self.lines:
            blocks.append(Block("paragraph", Span(at, at + len(line))))
            at += len(line) + 1
        return tuple(blocks)


def draw(random: Random, many: int) -> int:
    """One of many, the first ones far more often."""
    return int(many ** random.random()) - 1


def list_names(names: str) -> list[str]:
    """Entries that stand on lines and between bars."""
    return names.replace("\n", "|").split("|")
